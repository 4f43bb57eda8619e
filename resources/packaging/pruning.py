"""Decide which files of Qt, Python and NumPy travel with Sanad: what is not reached is left out."""

import re
from collections.abc import Callable, Iterable
from pathlib import PurePath

Entry = tuple[str, str, str]
"""Name in the bundle, file it is copied from, and kind, as PyInstaller lists them."""

EXCLUDED_MODULES = [
    # Sanad never uses a network: what could open a connection does not travel with it.
    *("ssl", "_ssl", "socket", "_socket", "_asyncio", "asyncio", "http", "urllib.request"),
    *("ftplib", "smtplib", "xmlrpc", "socketserver", "imaplib", "poplib", "telnetlib", "webbrowser"),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtDBus", "PySide6.QtOpenGL"),
    # Tools of developers.
    *("tkinter", "_tkinter", "unittest", "doctest", "pdb", "pydoc", "test", "lib2to3", "idlelib", "curses"),
    *("setuptools", "pip", "distutils", "ensurepip", "venv", "cffi", "pycparser", "pypdfium2_cli"),
    *("multiprocessing", "concurrent.futures.process", "readline", "_curses"),
    *("numpy.f2py", "numpy.distutils", "numpy.testing", "numpy.tests", "numpy.typing.tests"),
    *("numpy.random", "numpy.fft", "numpy.polynomial", "numpy.ctypeslib"),
]

_PLUGINS = {
    "platforms": {"xcb", "wayland", "offscreen", "windows", "cocoa"},
    "platforminputcontexts": {"compose", "ibus"},
    "imageformats": {"jpeg"},
    "styles": {"modernwindows", "macstyle"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"bradient"},
}
"""Plugins of Qt that are kept: ways to show a window, to type Persian, and to draw photographs."""

_TRANSLATION = re.compile(r"qtbase_(en|fa)\.qm$")
_PLUGIN = re.compile(r"PySide6/(?:Qt/)?plugins/([^/]+)/(?:lib)?q?([^/.]+)\.(?:so|dll|dylib)")
_UNUSED_QT = re.compile(
    r"(Qt6?(Network|Qml\w*|Quick\w*|Pdf|VirtualKeyboard\w*|Sql|Test|Designer\w*|OpenGLWidgets|EglF\w+)\b)"
    r"|opengl32sw|d3dcompiler|/qt\.conf$|/metatypes/|/typesystems/|/glue/|/qml/|/scripts/"
)
_UNUSED_PYTHON = re.compile(
    r"lib-dynload/(_codecs_(cn|hk|iso2022|jp|kr|tw)|_multibytecodec|_?testc\w+)|_multiarray_tests"
)
_METADATA = re.compile(r"\.(dist-info|egg-info)/|/(tests?|include|testing)/|\.(pyi|h|c|a|lib|pxd|pyx)$")


def is_wanted(entry: Entry) -> bool:
    """Tell whether a file can be of use at all."""
    name = PurePath(entry[0]).as_posix()
    if "/translations/" in name:
        return bool(_TRANSLATION.search(name))
    if found := _PLUGIN.search(name):
        return found[2] in _PLUGINS.get(found[1], ())
    return not (_UNUSED_QT.search(name) or _UNUSED_PYTHON.search(name) or _METADATA.search(name))


def reachable(entries: list[Entry], imports_of: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return the entries without the libraries that nothing which is loaded by name needs.

    `imports_of` gives the names of the libraries that a file links to.
    """
    libraries = {PurePath(entry[0]).name: entry for entry in entries if entry[2] != "SYMLINK"}
    waiting = [entry for entry in entries if _is_root(entry)]
    reached = {entry[0] for entry in waiting}
    while waiting:
        for needed in imports_of(waiting.pop()[1]):
            found = libraries.get(PurePath(needed).name)
            if found and found[0] not in reached:
                reached.add(found[0])
                waiting.append(found)
    return [entry for entry in entries if entry[0] in reached or _points_to(entry, reached)]


def _is_root(entry: Entry) -> bool:
    """Tell what is loaded by its name: extension modules, plugins of Qt, libraries opened by ctypes."""
    name, _, kind = entry
    path = PurePath(name)
    linked = ".so." in path.name or path.name.startswith("lib") or "/Qt/lib/" in path.as_posix()
    by_name = "plugins" in path.parts or path.name.startswith(("libpdfium", "libpython"))
    return kind != "SYMLINK" and (kind != "BINARY" or by_name or not linked)


def _points_to(entry: Entry, reached: set[str]) -> bool:
    """Keep a symbolic link whose target is kept."""
    name, target, kind = entry
    return kind == "SYMLINK" and (PurePath(name).parent / target).as_posix() in reached

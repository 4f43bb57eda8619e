"""Compile, when a package is built, what Python would else compile at each start.

python -m resources.packaging.compiling FOLDER: run in a process of its own, which sees each class being made.
"""

import dataclasses
import marshal
import py_compile
import re
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, SimpleNamespace
from typing import Any

STARTS = ("viewer.app.subcommands.open_command", "viewer.app.desktop", "viewer.app.kiosk.exhibit")
"""Modules that bring all that a first frame imports."""
COMPILED = "compiled.marshal"
"""What `start_hook.py` reads: the code of dataclasses by its text, and of patterns by pattern and flags."""
BINDING = "files.dir"
"""Where Qt's binding looks, beside itself, for its modules in Python before it unpacks and compiles them."""
_FORMAT = 2
"""The newest format of `marshal` that depends on the values alone."""


def main(folder: Path) -> None:
    """Write both below `folder`, an empty one."""
    methods, patterns = watch_methods(), watch_patterns()
    for module in STARTS:
        import_module(module)
    found = (dict(sorted(methods.items())), dict(sorted(patterns.items(), key=repr)))
    (folder / COMPILED).write_bytes(marshal.dumps(found, _FORMAT))
    compile_binding(folder / BINDING)


def watch_methods() -> dict[str, CodeType]:
    """Return a dict that will hold what `dataclasses` compiles from now on, by its text."""
    found: dict[str, CodeType] = {}

    def run(text: str, *scopes: dict[str, Any]) -> None:
        found[text] = compile(text, "<string>", "exec", dont_inherit=True)
        exec(found[text], *scopes)  # noqa: S102 -- stands for the `exec` that `dataclasses` calls

    vars(dataclasses)["exec"] = run
    return found


def watch_patterns() -> dict[tuple[str | bytes, int], tuple[Any, ...]]:
    """Return a dict that will hold what `re` makes of patterns from now on, by pattern and flags."""
    found: dict[tuple[str | bytes, int], tuple[Any, ...]] = {}
    compiler: dict[str, Any] = vars(vars(re)["_compiler"])
    engine, compiled = compiler["_sre"], compiler["compile"]
    made: list[tuple[Any, ...]] = []

    def take(*parts: Any) -> object:
        made.append(parts)
        return engine.compile(*parts)

    def compile_pattern(pattern: str | bytes, flags: int = 0) -> object:
        matcher: object = compiled(pattern, flags)
        text, all_flags, code, *groups = made.pop()
        found[pattern, int(flags)] = (text, int(all_flags), [int(word) for word in code], *groups)
        return matcher

    compiler["_sre"] = SimpleNamespace(**{**vars(engine), "compile": take})
    compiler["compile"] = compile_pattern
    return found


def compile_binding(folder: Path) -> None:
    """Compile the modules that Qt's binding carries as an archive of sources within a library."""
    import_module("PySide6.QtCore")
    archive = vars(vars(import_module("shibokensupport.signature.loader"))["__loader__"])["zfile"]
    with TemporaryDirectory() as unpacked:
        for name in sorted(archive.namelist()):
            if name.startswith("shibokensupport/") and name.endswith(".py"):
                py_compile.compile(
                    archive.extract(name, unpacked),
                    str(folder / f"{name}c"),
                    dfile=name,
                    doraise=True,
                    optimize=1,
                    invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
                )


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Compile, when a package is built, what Python would else compile at each start.

python -m resources.packaging.compiling FOLDER: run in a process of its own, which sees each class being made.
"""

import dataclasses
import marshal
import pkgutil
import py_compile
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType
from typing import Any

import viewer

METHODS = "methods.marshal"
"""The code of the methods of all dataclasses, by its text; read by `start_hook.py`."""
BINDING = "files.dir"
"""Where Qt's binding looks, beside itself, for its modules in Python before it unpacks and compiles them."""
_FORMAT = 2
"""The newest format of `marshal` that depends on the values alone."""


def main(folder: Path) -> None:
    """Write both below `folder`, an empty one."""
    (folder / METHODS).write_bytes(marshal.dumps(methods(), _FORMAT))
    compile_binding(folder / BINDING)


def methods() -> dict[str, CodeType]:
    """Import every module of Sanad, and return what `dataclasses` had to compile meanwhile, by its text."""
    found: dict[str, CodeType] = {}

    def run(text: str, *scopes: dict[str, Any]) -> None:
        found[text] = compile(text, "<string>", "exec", dont_inherit=True)
        exec(found[text], *scopes)  # noqa: S102 -- stands for the `exec` that `dataclasses` calls

    vars(dataclasses)["exec"] = run
    for module in sorted(one.name for one in pkgutil.walk_packages(viewer.__path__, "viewer.")):
        if not module.endswith("__main__"):
            import_module(module)
    return dict(sorted(found.items()))


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

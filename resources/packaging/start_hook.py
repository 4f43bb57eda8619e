"""Run first of all in a package: what each start would compile was compiled when the package was built.

Making a class with `dataclasses` compiles six small texts; compiling those of all classes took a fifth of a
start, and the patterns of `re` a twentieth. What is not known, in another version of Python say, is compiled
as ever.
"""

import dataclasses
import marshal
import re
import sys
from pathlib import Path
from typing import Any

_FILE = Path(vars(sys)["_MEIPASS"], "resources", "compiled.marshal")
METHODS, PATTERNS = marshal.loads(_FILE.read_bytes())  # noqa: S302 -- a part of the program, like its modules
_COMPILER: dict[str, Any] = vars(vars(re)["_compiler"])
_compile_anew, _make = _COMPILER["compile"], _COMPILER["_sre"].compile


def run(text: str, *scopes: dict[str, Any]) -> None:
    """Stand for the `exec` that `dataclasses` calls."""
    exec(METHODS.get(text, text), *scopes)  # noqa: S102 -- as there


def compile_pattern(pattern: object, flags: int = 0) -> object:
    """Stand for the function by which `re` compiles."""
    known = PATTERNS.get((pattern, flags)) if isinstance(pattern, str | bytes) else None
    return _make(*known) if known else _compile_anew(pattern, flags)


vars(dataclasses)["exec"] = run
_COMPILER["compile"] = compile_pattern

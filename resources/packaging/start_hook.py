"""Run first of all in a package: give `dataclasses` the methods that were compiled when it was built.

Making a class compiles six small texts; compiling those of all classes took a fifth of a start. A text that
is not known, in another version of Python say, is compiled as ever.
"""

import dataclasses
import marshal
import sys
from pathlib import Path
from typing import Any

KNOWN = marshal.loads(Path(vars(sys)["_MEIPASS"], "resources", "methods.marshal").read_bytes())  # noqa: S302 -- a part of the program, like its modules


def run(text: str, *scopes: dict[str, Any]) -> None:
    """Stand for the `exec` that `dataclasses` calls."""
    exec(KNOWN.get(text, text), *scopes)  # noqa: S102 -- as there


vars(dataclasses)["exec"] = run

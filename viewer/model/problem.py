"""Report what is wrong in a collection: where, what, and how to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """An error stops packing; a warning asks an editor to look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding; `line` and `column` count from 1, 0 means the file as a whole."""

    file: str
    line: int
    column: int
    code: str
    """Key below `problem.` in the message catalogue, such as `unknown-key`."""
    severity: Severity = Severity.ERROR
    params: Mapping[str, str] = field(default_factory=dict, compare=False)

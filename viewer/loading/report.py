"""Gather every problem of every file before anyone is told, so that a curator sees all at once."""

from dataclasses import dataclass, field

from viewer.loading.yaml.nodes import BrokenNode, ListNode, MapNode, Place, TextNode
from viewer.model.problem import Problem, Severity

_LONGEST = 120


@dataclass(slots=True)
class Report:
    """The problems found so far."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, file: str, place: Place, code: str, severity: Severity, /, **params: str) -> None:
        """Note a problem; words taken from a file are clipped, so that no message grows without end."""
        clipped = {name: _clip(value) for name, value in params.items()}
        self.problems.append(Problem(file, place.line, place.column, code, severity, clipped))

    @property
    def has_errors(self) -> bool:
        """Tell whether any problem so far is an error."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def sorted(self) -> tuple[Problem, ...]:
        """Return all problems by file and place."""
        return tuple(sorted(self.problems))


@dataclass(frozen=True, slots=True)
class FileReport:
    """A report bound to one file."""

    file: str
    report: Report

    def error(self, place: Place, code: str, /, **params: str) -> None:
        """Note an error at a place."""
        self.report.add(self.file, place, code, Severity.ERROR, **params)

    def warning(self, place: Place, code: str, /, **params: str) -> None:
        """Note a warning at a place."""
        self.report.add(self.file, place, code, Severity.WARNING, **params)


def _clip(text: str) -> str:
    """Return text as one line of bounded length."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def place_of(node: TextNode | ListNode | MapNode | BrokenNode) -> Place:
    """Return where a node stands."""
    return Place(node.line, node.column)

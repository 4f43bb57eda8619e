"""What one check found."""

from dataclasses import dataclass
from enum import StrEnum

from viewer.base.messages import Catalogue


class Level(StrEnum):
    """Whether a part works; the value ends the key of its line."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the report."""

    level: Level
    words: str


def failure(name: str, error: Exception, catalogue: Catalogue) -> Result:
    """Return the line of a check that could not be carried out."""
    kind = type(error).__name__
    what = catalogue.say(f"self_check.{name}.bad", language="", word="", keys="", names="")
    return Result(Level.BAD, catalogue.say("self_check.failed", what=what, kind=kind))

"""Mark what must not leave the archive without being asked for."""

from dataclasses import dataclass

from viewer.model.text import Text


@dataclass(frozen=True, slots=True)
class Withheld:
    """A field that was left out of this edition, and why."""

    field: str
    """Path of the field within its entry, such as `people.0.name`."""
    reason: Text

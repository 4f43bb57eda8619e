"""Hold one text in several languages, and say honestly which one is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

FALLBACK_ORDER = ("en", "fa")


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as picked for a reader."""

    text: str
    language: str
    """BCP 47 language of `text`; differs from the asked one when it is a fallback."""
    fallback: bool
    """True when the asked language is missing and another one stands in."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one or more languages; the empty one means that nothing was written."""

    values: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.values)

    def pick(self, language: str) -> Shown:
        """Return the text in `language`, or the first of `FALLBACK_ORDER`, or any."""
        if language in self.values:
            return Shown(self.values[language], language, fallback=False)
        for other in (*FALLBACK_ORDER, *sorted(self.values)):
            if other in self.values:
                return Shown(self.values[other], other, fallback=True)
        return Shown("", language, fallback=False)

    def all(self) -> tuple[str, ...]:
        """Return every version, for searching."""
        return tuple(self.values.values())

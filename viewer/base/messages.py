"""Say everything a person reads through one catalogue, in whole sentences with named gaps."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from viewer.base.bidi import Direction, isolate_within
from viewer.base.digits import format_number, in_digits_of

RIGHT_TO_LEFT = frozenset({"fa"})
_GAP = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def gaps(template: str) -> frozenset[str]:
    """Return the names of the gaps of a template."""
    return frozenset(_GAP.findall(template))


class MissingMessageError(KeyError):
    """No message has this key; a fault of the program, never of the data."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of one language.

    `entries` maps dotted keys, such as `problem.unknown-key`, to templates with gaps like `{name}`. A gap
    whose name is not given stays as written, because some templates show braces to the reader.
    """

    language: str
    entries: Mapping[str, str]

    @property
    def direction(self) -> Direction:
        """Give the direction in which the language is read."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    def say(self, key: str, /, **params: object) -> str:
        """Return the message with its gaps filled.

        Numbers are written in the digits of the language with grouped thousands: give a year as text. Text
        that would turn around inside the sentence is isolated. Raises MissingMessageError.
        """
        try:
            template = self.entries[key]
        except KeyError:
            raise MissingMessageError(key) from None
        if not params:
            return template
        return _GAP.sub(lambda gap: self._fill(gap, params), template)

    def count(self, key: str, /, n: int, **params: object) -> str:
        """Return the message for a number of things: `key.one` or `key.other`, where `{n}` is the number."""
        return self.say(f"{key}.one" if n == 1 else f"{key}.other", n=n, **params)

    def has(self, key: str) -> bool:
        """Tell whether there is such a message."""
        return key in self.entries

    def number(self, n: float, decimals: int = 0) -> str:
        """Return a number in the digits and separators of the language."""
        return format_number(self.language, n, decimals)

    def digits(self, text: str) -> str:
        """Return text, such as a year or a page, in the digits of the language and without grouping."""
        return in_digits_of(self.language, text)

    def ratio(self, part: int, whole: int) -> str:
        """Return how many of how many, such as “12 of 111”."""
        return self.say("general.ratio", part=part, whole=whole)

    def listing(self, items: Iterable[str]) -> str:
        """Return items joined by the comma of the language, each isolated where needed."""
        comma = self.entries["general.comma"]
        return comma.join(isolate_within(item, self.direction) for item in items)

    def _fill(self, gap: re.Match[str], params: Mapping[str, object]) -> str:
        if gap[1] not in params:
            return gap[0]
        value = params[gap[1]]
        if isinstance(value, int | float):
            return self.number(value, 0 if value == int(value) else 1)
        return isolate_within(str(value), self.direction)

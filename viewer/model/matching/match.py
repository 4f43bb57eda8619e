"""Say where a passage was found in a document, and how sure that is."""

from dataclasses import dataclass, field
from enum import StrEnum

from viewer.model.matching.folding import Folded
from viewer.model.matching.forms import in_comparable_form, in_quotation_form


class Certainty(StrEnum):
    """How a passage stands to what a document holds, the surest first."""

    SAME = "same"
    """These words stand where they are cited."""
    MOVED = "moved"
    """The same words stand elsewhere in the document."""
    ALIKE = "alike"
    """Words that are nearly the same; the score says how nearly."""
    DIFFERS = "differs"
    """Other words stand where the passage was, and it is nowhere else."""
    ABSENT = "absent"
    """Nothing like it is in the document."""

    @property
    def rank(self) -> int:
        """Return 0 for the surest."""
        return list(Certainty).index(self)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a passage stands: `text[start:end]` of the document; empty when nowhere."""

    certainty: Certainty
    start: int = 0
    end: int = 0
    score: float = 1.0
    """0 … 1: what share of the characters agrees; 1 for the same words."""
    places: int = 1
    """At how many places the same words stand; more than 1 leaves open which was meant."""

    @property
    def is_found(self) -> bool:
        """Tell whether the passage, or something like it, was found."""
        return self.certainty.rank <= Certainty.ALIKE.rank

    @property
    def percent(self) -> int:
        """Return the score in per cent, rounded down, so that 100 means the same."""
        return int(self.score * 100)


ABSENT = Match(Certainty.ABSENT, score=0.0)


@dataclass(slots=True)
class Searched:
    """The text of a document with the forms in which it is searched, each made once."""

    text: str
    shift: int = 0
    """By how many comparable characters the last passage had moved; the next one likely moved as far."""
    _comparable: Folded | None = None
    _quotation: Folded | None = None
    words: list[tuple[int, int, str]] | None = field(default=None, repr=False)
    """Start, end and quotation form of each word, once they were needed."""

    @property
    def comparable(self) -> Folded:
        """The text in comparable form."""
        if self._comparable is None:
            self._comparable = in_comparable_form(self.text)
        return self._comparable

    @property
    def quotation(self) -> Folded:
        """The text in quotation form."""
        if self._quotation is None:
            self._quotation = in_quotation_form(self.text)
        return self._quotation

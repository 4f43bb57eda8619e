"""What every page builder is given: the edition, the words of the language, and what is looked at."""

from collections.abc import Iterable
from dataclasses import dataclass

from viewer.base.messages import Catalogue
from viewer.model.edition import Edition
from viewer.model.text import Text
from viewer.state.consent import is_passed
from viewer.state.pages.runs import Run, Tone, Words
from viewer.state.view_state import ViewState


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads what; builders take nothing else that changes."""

    edition: Edition
    catalogue: Catalogue
    state: ViewState

    @property
    def language(self) -> str:
        """BCP 47 language of the window."""
        return self.catalogue.language

    def say(self, key: str, **params: object) -> str:
        """Return a message of the catalogue."""
        return self.catalogue.say(key, **params)

    def count(self, key: str, n: int, **params: object) -> str:
        """Return a message for a number of things."""
        return self.catalogue.count(key, n, **params)

    def words(self, text: Text, tone: Tone = Tone.PLAIN) -> Words:
        """Return a text of the collection in the reader's language, or the one that stands in."""
        shown = text.pick(self.language)
        return Words(shown.text, shown.language, tone)

    def plain(self, text: Text) -> str:
        """Return a text of the collection without its language, for gaps of messages."""
        return text.pick(self.language).text

    def own(self, text: str, tone: Tone = Tone.PLAIN) -> Words:
        """Return a text of the program itself as words in the reader's language."""
        return Words(text, self.language, tone)

    def spoken(self, key: str, tone: Tone = Tone.PLAIN, **params: object) -> Words:
        """Return a message as words."""
        return self.own(self.say(key, **params), tone)

    def dotted(self, parts: Iterable[Run | tuple[Run, ...] | None]) -> tuple[Run, ...]:
        """Return the parts of a line with a middle dot between; a tuple stays together, None is left out."""
        line: list[Run] = []
        for part in parts:
            if part is None or part == () or (isinstance(part, Words) and not part.text):
                continue
            if line:
                line.append(self.spoken("detail.dot", Tone.SOFT))
            line.extend(part if isinstance(part, tuple) else (part,))
        return tuple(line)

    def falls_back(self, texts: Iterable[Text]) -> str:
        """Return the language that stands in for one of the texts; empty when none is missing."""
        shown = (text.pick(self.language) for text in texts if text)
        return next((s.language for s in shown if s.fallback), "")

    def is_revealed(self, key: str, kinds: Iterable[str]) -> bool:
        """Tell whether the reader has passed the warnings of an entry, or whether it has none.

        One who reads on in an event has passed its kinds for the sources that open beside it, too; one who
        begins a story, for what its steps show.
        """
        return is_passed(self.state, self.edition, key, kinds)

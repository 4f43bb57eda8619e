"""Show texts and Markdown, with cited passages marked in them."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from viewer.loading.documents.loaded import Loaded, Searchable
from viewer.loading.documents.reading import Text
from viewer.model.evidence import TextQuote
from viewer.model.matching.match import Certainty, Match, Searched
from viewer.model.matching.quotes import locate_quote
from viewer.ui.documents.body import Reading, Stretch
from viewer.ui.documents.marks import Role, TextMark
from viewer.ui.documents.safe_text import SafeText
from viewer.ui.reading.kit import Look


class TextBody(SafeText):
    """A text with its marks."""

    def __init__(self, look: Look, say_picture: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Start empty; `say_picture` is asked for the words of pictures in Markdown."""
        super().__init__(look, say_picture, parent)
        self._text = Text("")
        self._shown: Searched | None = None
        self._places: list[TextMark] = []
        self._hits: list[TextMark] = []

    def open(self, loaded: Loaded) -> None:
        """Show a text from its beginning."""
        if not isinstance(loaded.content, Text):
            return
        self._text = loaded.content
        self._places, self._hits = [], []
        if self._text.markdown:
            self.show_markdown(self._text.text)
            self._shown = Searched(self.shown_text)
        else:
            self.show_plain(self._text.text)
            self._shown = Searched(self._text.text)

    def show_places(self, found: Searchable, current: int | None, *, reveal: bool) -> None:
        """Mark the cited places; the current one last, so that nothing lies above it."""
        if self._shown is None:
            return
        if not self._text.markdown:
            self._shown = found.text.searched
        marks = {
            number: self._mark(spot.match, current=number == current)
            for number, spot in enumerate(found.spots)
        }
        order = sorted(marks, key=lambda number: number == current)
        self._places = [mark for number in order if (mark := marks[number])]
        self._mark_all()
        now = marks.get(current) if current is not None else None
        if now and reveal:
            self.reveal(now.start)

    def searched(self) -> Searched | None:
        """Return the text as it is shown."""
        return self._shown

    def show_hits(self, hits: Sequence[Stretch], now: int | None) -> None:
        """Mark the hits."""
        self._hits = [
            TextMark(start, end, Role.HIT_NOW if number == now else Role.HIT)
            for number, (start, end) in enumerate(hits)
        ]
        self._mark_all()
        if now is not None and now < len(hits):
            self.reveal(hits[now][0])

    def reading(self) -> Reading:
        """Return how far it was scrolled."""
        return Reading(down=self.verticalScrollBar().value())

    def resume(self, reading: Reading) -> None:
        """Scroll there again."""
        self.verticalScrollBar().setValue(reading.down)

    def _mark_all(self) -> None:
        self.show_marks([*self._places, *self._hits])

    def _mark(self, match: Match | None, *, current: bool) -> TextMark | None:
        if match is None or match.start >= match.end:
            return None
        if match.certainty is Certainty.DIFFERS:
            return TextMark(match.start, match.end, Role.DIFFERS) if current else None
        stretch = self._in_view(match)
        return TextMark(*stretch, Role.CURRENT if current else Role.OTHER) if stretch else None

    def _in_view(self, match: Match) -> Stretch | None:
        """Return the stretch as it is shown; Markdown shows other characters than it is written in."""
        if not self._text.markdown or self._shown is None:
            return match.start, match.end
        shown = locate_quote(self._shown, TextQuote(self._text.text[match.start : match.end]))
        return (shown.start, shown.end) if shown.is_found else None

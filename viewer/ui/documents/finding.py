"""Search in the document that is shown, and step through the hits."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from viewer.base.messages import Catalogue
from viewer.model.matching.quotes import occurrences
from viewer.ui.documents.body import Body, Stretch
from viewer.ui.documents.lane import Lane

Hits = tuple[Stretch, ...]


class Finding(QObject):
    """The search of one document."""

    told = Signal(str, bool)
    """Says how many hits there are, and whether there is one to step to."""

    def __init__(self, lane: Lane, catalogue: Callable[[], Catalogue], parent: QObject) -> None:
        """Start without a document."""
        super().__init__(parent)
        self._lane, self._catalogue = lane, catalogue
        self._body: Body | None = None
        self._words = ""
        self._hits: Hits = ()
        self._now: int | None = None

    def take(self, body: Body | None) -> None:
        """Search in another document, or in one whose text has become known."""
        self._body = body
        self._hits, self._now = (), None
        self.search(self._words)

    def search(self, words: str) -> None:
        """Look for words in the whole document."""
        self._words = words
        searched = self._body.searched() if self._body else None
        if not words.strip() or searched is None or not searched.text.strip():
            self._take(words, ())
        else:
            self._lane.run(partial(occurrences, searched, words), partial(self._take, words), lambda _: None)

    def step(self, by: int) -> None:
        """Go to the next hit or the one before, round and round."""
        if self._hits:
            self._now = (0 if self._now is None else self._now + by) % len(self._hits)
            self._show()

    def retell(self) -> None:
        """Say the number of hits again."""
        self.told.emit(self._said(), bool(self._hits))

    def _take(self, words: str, hits: Hits) -> None:
        if words == self._words:
            self._hits = hits
            self._now = 0 if hits else None
            self._show()

    def _show(self) -> None:
        if self._body:
            self._body.show_hits(self._hits, self._now)
        self.retell()

    def _said(self) -> str:
        say = self._catalogue().say
        searched = self._body.searched() if self._body else None
        if not self._words.strip():
            return ""
        if searched is not None and not searched.text.strip():
            return say("document.no_text")
        if self._now is None:
            return say("document.no_hits")
        return say("document.hit_of", position=self._now + 1, n=len(self._hits))

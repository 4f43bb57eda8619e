"""What every kind of document can do, whatever shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from viewer.loading.documents.loaded import Loaded, Searchable
from viewer.model.matching.match import Searched
from viewer.ui.reading.kit import Look

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """Where a document was read: its page, its zoom, and how far it was scrolled."""

    page: int = 1
    zoom: float = 1.0
    across: int = 0
    down: int = 0


class Body(Protocol):
    """Shows a document."""

    def open(self, loaded: Loaded) -> None:
        """Show a document from its beginning."""

    def set_look(self, look: Look) -> None:
        """Take another theme, size or language."""

    def show_places(self, found: Searchable, current: int | None, *, reveal: bool) -> None:
        """Mark all cited places, and bring the current one into view."""

    def searched(self) -> Searched | None:
        """Return the text in which a reader can search; None before it is known, or when there is none."""

    def show_hits(self, hits: Sequence[Stretch], now: int | None) -> None:
        """Mark hits of the search, and bring one of them into view."""

    def reading(self) -> Reading:
        """Return where it is being read."""

    def resume(self, reading: Reading) -> None:
        """Go on reading there."""

"""Follow a visit and count what is opened, where the house asked for it."""

from contextlib import suppress
from pathlib import Path

from viewer.app.kiosk.counts import DailyCounts
from viewer.state.session import Session
from viewer.state.transitions.select import selected_event


class Counting:
    """Counts nothing without a file; keeps no order and no time of day."""

    def __init__(self, path: Path | None) -> None:
        """Go on from the totals of the file."""
        self._counts = DailyCounts(path) if path else None

    def follow(self, session: Session) -> None:
        """Count what is opened in a visit."""
        if self._counts is None:
            return
        session.store.watch(selected_event, lambda event: self._opened("event", event))
        session.store.watch(
            lambda state: state.story.story if state.story else None,
            lambda story: self._opened("story", story),
        )

    def write(self) -> None:
        """Write the totals; a full disk must not end the exhibition."""
        if self._counts is not None:
            with suppress(OSError):
                self._counts.write()

    def _opened(self, kind: str, name: str | None) -> None:
        if name and self._counts is not None:
            self._counts.opened(kind, name)

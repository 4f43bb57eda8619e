"""Notice that a venue file was saved, and whether it can be used."""

from pathlib import Path

from viewer.app.kiosk.house import venue_problems
from viewer.model.problem import Problem

EVERY_S = 2.0


class VenueWatch:
    """Looks at the file now and then; editors that replace it are noticed, too."""

    def __init__(self, path: Path | None) -> None:
        """Begin with the file as it is."""
        self._path = path
        self._known = self._signature()
        self._looked = 0.0

    def changed(self, now: float) -> tuple[Problem, ...] | None:
        """Return the problems of a file that was saved since the last look; None when it was not."""
        if self._path is None or now - self._looked < EVERY_S:
            return None
        self._looked = now
        signature = self._signature()
        if signature == self._known:
            return None
        self._known = signature
        return venue_problems(self._path)

    def _signature(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat() if self._path else None
        except OSError:
            return None
        return (found.st_mtime_ns, found.st_size) if found else None

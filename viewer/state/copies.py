"""Hold the reader's own copies of documents during a visit; they are no part of the view that is cited."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from viewer.model.ids import SourceId
from viewer.model.own_copy import OwnCopy

Key = tuple[SourceId, int]


@dataclass(slots=True)
class Copies:
    """The attached copies by source and document, and who follows them."""

    _held: dict[Key, OwnCopy] = field(default_factory=dict)
    _watchers: list[Callable[[], None]] = field(default_factory=list)

    def of(self, source: SourceId, document: int) -> OwnCopy | None:
        """Return the copy attached to a document, if there is one."""
        return self._held.get((source, document))

    def numbers(self, source: SourceId) -> tuple[int, ...]:
        """Return to which documents of a source copies are attached."""
        return tuple(sorted(number for held, number in self._held if held == source))

    def attach(self, *copies: OwnCopy) -> None:
        """Attach copies, in place of earlier ones."""
        self._change({(copy.source, copy.document): copy for copy in copies}, ())

    def detach(self, source: SourceId, document: int) -> None:
        """Let go of a copy."""
        self._change({}, ((source, document),))

    def watch(self, callback: Callable[[], None]) -> None:
        """Call `callback` after every change."""
        self._watchers.append(callback)

    def _change(self, coming: dict[Key, OwnCopy], leaving: Iterable[Key]) -> None:
        before = dict(self._held)
        self._held |= coming
        for key in leaving:
            self._held.pop(key, None)
        if self._held != before:
            for callback in tuple(self._watchers):
                callback()

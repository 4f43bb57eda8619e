"""Remember how a person shared the room between the panes, for each arrangement of its own."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QSplitter

WHOLE = 1000
"""Shares are told in thousandths."""


class Shares:
    """Notes where two splitters were moved to, and moves them there again."""

    def __init__(self, stack: QSplitter, pair: QSplitter, situation: Callable[[], str]) -> None:
        """Take the splitters; `situation` names the arrangement now."""
        self._stack, self._pair, self._situation = stack, pair, situation
        self.chosen: dict[str, tuple[int, ...]] = {}
        """The first shares of stack and pair, in thousandths, by situation."""
        for splitter in (stack, pair):
            splitter.splitterMoved.connect(lambda *_: self._note())

    def apply(self) -> None:
        """Share the room as it was chosen for the situation now, if it was."""
        chosen = self.chosen.get(self._situation())
        if chosen is not None:
            for splitter, share in zip((self._stack, self._pair), chosen, strict=False):
                splitter.setSizes(_sizes(splitter, share))

    def _note(self) -> None:
        shares = tuple(_first_share(splitter.sizes()) for splitter in (self._stack, self._pair))
        self.chosen[self._situation()] = shares


def _first_share(sizes: Sequence[int]) -> int:
    return max(1, min(WHOLE - 1, WHOLE * sizes[0] // max(sum(sizes), 1))) if sizes else 1


def _sizes(splitter: QSplitter, share: int) -> list[int]:
    whole = max(sum(splitter.sizes()), 1)
    first = whole * share // WHOLE
    return [first, *[whole - first] * (splitter.count() - 1)]

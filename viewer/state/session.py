"""Bundle what panes and commands need: the edition, the words, the store, and what follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from viewer.base.messages import Catalogue
from viewer.model.edition import Edition
from viewer.model.problem import Problem
from viewer.model.verification import Verification
from viewer.state.copies import Copies
from viewer.state.memo import Memo
from viewer.state.notes import Notes
from viewer.state.selectors import Shown, found_events, shown_events, span_of
from viewer.state.store import Store
from viewer.state.view_state import Range, ViewState


@dataclass(slots=True)
class Session:
    """One visit to one edition."""

    edition: Edition
    catalogues: Mapping[str, Catalogue]
    store: Store
    problems: tuple[Problem, ...] = ()
    memo: Memo = field(default_factory=Memo)
    copies: Copies = field(default_factory=Copies)
    """The reader's own copies of documents."""
    notes: Notes = field(default_factory=Notes)
    """The reader's own notes."""
    verification: Verification | None = None
    """How the edition stands to what its makers sealed; None while that is being found out."""
    place: Path | None = None
    """Where the collection lies, so that its documents can be read."""

    @property
    def state(self) -> ViewState:
        """The state now."""
        return self.store.state

    @property
    def language(self) -> str:
        """Language of the interface now."""
        return self.state.appearance.language.value

    @property
    def catalogue(self) -> Catalogue:
        """The words of the interface in its language now."""
        return self.catalogues[self.language]

    def shown(self) -> Shown:
        """The events that pass the filters now."""
        filters = self.state.filters
        return self.memo.get(("shown", filters), lambda: shown_events(self.edition, filters))

    def hits(self) -> NDArray[np.int64]:
        """The shown events that answer the search now, in time order."""
        key = ("hits", self.state.filters, self.state.query)
        return self.memo.get(key, lambda: found_events(self.edition, self.shown(), self.state.query))

    def whole(self) -> Range:
        """The stretch of time that all placed events fill, with a little air at both ends."""
        return self.memo.get("whole", lambda: whole_range(self.edition))


def whole_range(edition: Edition) -> Range:
    """Return the span of the edition widened by a fiftieth; a year about 1970 when nothing is placed."""
    span = span_of(edition, np.arange(edition.columns.placed))
    start, end = span or (-15_768_000_000, 15_768_000_000)
    air = max((end - start) // 50, 3_600_000)
    return Range(start - air, end + air)

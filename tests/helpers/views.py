"""Views of the bundled collection as readers may have them, drawn by a seeded hand."""

import random
from typing import Any

from viewer.base.instant import DAY
from viewer.model.dates.calendars import Calendar
from viewer.model.edition import Edition
from viewer.model.ids import StoryId
from viewer.state import selection as sel
from viewer.state.accounts_view import AccountsView, Order, Scale
from viewer.state.filters import EvidenceKind, Filters
from viewer.state.view_state import (
    Appearance,
    Grouping,
    Language,
    Layout,
    Range,
    StoryPlace,
    Theme,
    TimeDirection,
    Tracks,
    ViewState,
)

QUERIES = ("", "", "letter", "نامه", "زندان‌ها", "“a” & {b}", "  two  words ", "\u2067rtl\u2069", "🕯")


class Hand(random.Random):
    """Draws views; the same seed draws the same ones."""

    def __init__(self, edition: Edition, seed: int) -> None:
        super().__init__(seed)
        self._edition = edition
        library = edition.library
        self._ids = {
            name: list(getattr(library, name)) for name in ("people", "groups", "places", "sources", "claims")
        }
        self._events = [edition.event_id(index) for index in range(len(edition.columns))]

    def view(self) -> ViewState:
        return ViewState(
            self._range(),
            selection=self._selection(),
            source=self._source(),
            filters=self._filters(),
            query=self.choice(QUERIES),
            hit=self.randint(-1, 40),
            tracks=self._tracks(),
            layout=self.choice(list(Layout)),
            appearance=self._look(),
            marked_range=self.choice((None, self._range())),
            revealed=frozenset(self._some(self._events)),
            story=StoryPlace(StoryId("tour"), self.randint(0, 9), self.random() < 0.5)
            if self.random() < 0.2
            else None,
            accounts=AccountsView(self.choice(list(Order)), self.choice(list(Scale))),
            tray_open=self.random() < 0.2,
            focus=self.choice((None, self.choice(self._events))),
        )

    def _range(self) -> Range:
        start = self.randint(-(10**16), 10**16)
        return Range(start, start + self.randint(DAY // 144, 10**15))

    def _some(self, names: list[Any]) -> list[Any]:
        return self.sample(names, min(len(names), self.choice((0, 0, 1, 3))))

    def _selection(self) -> sel.Selection:
        ids = self._ids
        claim = self._edition.library.claims[self.choice(ids["claims"])]
        choices: tuple[sel.Selection, ...] = (
            sel.Nothing(),
            sel.EventSelected(self.choice(self._events)),
            sel.PersonSelected(self.choice(ids["people"])),
            sel.GroupSelected(self.choice(ids["groups"])),
            sel.PlaceSelected(self.choice(ids["places"])),
            sel.ClaimSelected(claim.id),
            sel.ClaimSelected(claim.id, self.choice(claim.answers).id if claim.answers else None),
            sel.TermSelected(),
            sel.EvidenceSelected(),
            sel.MembersSelected(self.randint(0, 9), self.randint(10, 99), tuple(self._some([*range(100)]))),
        )
        return self.choice(choices)

    def _source(self) -> sel.OpenSource | None:
        source = self._edition.library.sources[self.choice(self._ids["sources"])]
        passage = self.choice([None, *(passage.id for passage in source.digest)])
        opened = sel.OpenSource(
            source.id, passage, self.choice((None, str(source.id))), self.choice((None, 0))
        )
        return self.choice((None, opened))

    def _filters(self) -> Filters:
        library, some = self._edition.library, self._some
        chosen = {name: frozenset(some(names)) for name, names in self._ids.items()}
        return Filters(
            hidden_tracks=frozenset(some(list(library.tracks))),
            warnings=frozenset(some(list(library.about.warning_labels))),
            evidence=frozenset(some(list(EvidenceKind))),
            **chosen,
        )

    def _tracks(self) -> Tracks:
        names = list(self._edition.library.tracks)
        return Tracks(
            self.choice(list(Grouping)),
            tuple(self._some(names)),
            frozenset(self._some(names)),
            frozenset(self._some(names)),
        )

    def _look(self) -> Appearance:
        return Appearance(
            self.choice(list(Language)),
            self.choice(list(Theme)),
            self.choice((1.0, 1.25, 1.5, 2.0)),
            self.choice(list(TimeDirection)),
            self.choice(((), (Calendar.GREGORIAN,), tuple(Calendar))),
            self.random() < 0.5,
            self.random() < 0.5,
        )

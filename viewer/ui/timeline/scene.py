"""Make the frame of now from the state of the session; keep whatever has not changed."""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from viewer.commands.command import Profile
from viewer.layout.compose import LayoutInput, Looks, compose
from viewer.layout.found import Memory
from viewer.layout.frame import Frame
from viewer.layout.kept_plan import CROWD, CROWD_LANES, crowd_plan
from viewer.layout.metrics import Metrics
from viewer.layout.periods import MOST_LINES, PeriodSpan, period_lines
from viewer.layout.plan import Packer, Plan, make_plan
from viewer.model.edition import Edition
from viewer.model.ids import EventId
from viewer.state.marked import marked_events
from viewer.state.selection import Nothing
from viewer.state.session import Session
from viewer.state.transitions.select import selected_event
from viewer.state.view_state import Range
from viewer.ui.timeline.grouping import track_specs
from viewer.ui.timeline.looks import make_looks
from viewer.ui.timeline.paint.canvas import Tools
from viewer.ui.timeline.paint.inks import Inks, Style, inks_of

MOST_LANES = 36
"""Lanes shared by all tracks, where there is room for so many."""
KEPT_TITLES = 5000
LEAST_HEADER, MOST_HEADER, HEADER_AIR = 120.0, 230.0, 44.0
"""Width of the names of tracks, and the air beside them, at 100 %."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A frame with the plan it was made from."""

    plan: Plan
    frame: Frame
    metrics: Metrics


class _Titles(dict[int, str]):
    """Headlines in one language, read when first asked for; the most asked of all that is kept."""

    def __init__(self, edition: Edition, language: str) -> None:
        super().__init__()
        self.language = language
        self._edition = edition

    def __missing__(self, index: int) -> str:
        if len(self) > KEPT_TITLES:
            self.clear()
        title = self[index] = self._edition.title(index, self.language).text
        return title


@dataclass(slots=True)
class SceneMaker:
    """Makes scenes for one session and one widget."""

    session: Session
    tools: Tools
    profile: Profile
    _packer: Packer = field(default_factory=Packer)
    _plan: tuple[object, Plan] | None = None
    _looks: tuple[object, Looks] | None = None
    _hits_before: tuple[Plan, object, NDArray[np.int32]] | None = None
    _titles: _Titles | None = None
    _memory: Memory = field(default_factory=Memory)

    def inks(self) -> Inks:
        """Return the colours and fonts of now."""
        look = self.session.state.appearance
        return inks_of(look.theme, look.text_scale)

    def scene(self, width: float, height: float, scroll: float, visible: Range) -> Scene:
        """Return the scene of a size, a scroll position and a visible range."""
        looks = self.looks()
        periods = self._periods()
        plan = self._planned(self._budget(height, looks))
        selected = self._index(selected_event(self.session.state))
        given = LayoutInput(
            plan=plan,
            title=self.titles().__getitem__,
            looks=looks,
            width=width,
            height=height,
            start=visible.start,
            end=visible.end,
            scroll=scroll,
            selected=selected,
            focused=self._index(self.session.state.focus),
            related=self._related(selected),
            hits_before=self._hits(plan),
            periods=periods,
            memory=self._memory,
        )
        return Scene(plan, compose(given), looks.metrics)

    def looks(self) -> Looks:
        """Return fonts, sizes and language for the layout."""
        look = self.session.state.appearance
        grouping = self.session.state.tracks.grouping
        key = (look.language, look.text_scale, look.calendars, look.direction, grouping)
        if self._looks is None or self._looks[0] != key:
            touch = self.profile is Profile.KIOSK
            made = make_looks(look, self.session.catalogue, self.inks(), self.tools.texts, touch=touch)
            self._looks = (key, self._with_header(made))
        return self._looks[1]

    def _with_header(self, looks: Looks) -> Looks:
        """Make the header column as wide as the names of the tracks need, within bounds."""
        faces, texts = self.inks().faces, self.tools.texts
        names = [texts.width(spec.label, faces[Style.TRACK]) for spec in track_specs(self.session)]
        scale = self.session.state.appearance.text_scale
        width = min(max(*names, LEAST_HEADER * scale, 0.0), MOST_HEADER * scale) + HEADER_AIR * scale
        return replace(looks, metrics=replace(looks.metrics, header=width))

    def _budget(self, height: float, looks: Looks) -> int:
        """Return how many lanes fit, so that tracks scroll only where they must."""
        columns = self.session.edition.columns
        if columns.placed > CROWD:
            return CROWD_LANES
        sizes = looks.metrics
        tray = sizes.tray if len(columns) > columns.placed else 0.0
        lines = min(max(period_lines(self._periods()), default=-1) + 1, MOST_LINES)
        fixed = len(looks.calendars) * sizes.ruler + sizes.overview + tray + lines * sizes.period
        tracks = len(track_specs(self.session))
        room = height - fixed - tracks * 2 * sizes.track_pad
        return max(min(int(room / sizes.lane), MOST_LANES), tracks)

    def _planned(self, budget: int) -> Plan:
        state = self.session.state
        key = (state.filters, state.tracks, self.session.language, budget)
        if self._plan is None or self._plan[0] != key:
            shown = self.session.shown().indexes.astype(np.int32) if state.filters.active else None
            specs = track_specs(self.session)
            columns = self.session.edition.columns
            if columns.placed > CROWD and shown is None:
                plan = crowd_plan(self.session.edition, specs, self._packer)
            else:
                plan = make_plan(columns, specs, shown, budget=budget, packer=self._packer)
            self._plan = (key, plan)
        return self._plan[1]

    def titles(self) -> _Titles:
        """Return the headlines in the language of now, by the indexes of their events."""
        language = self.session.language
        if self._titles is None or self._titles.language != language:
            self._titles = _Titles(self.session.edition, language)
        return self._titles

    def _index(self, event: str | None) -> int | None:
        return None if event is None else self.session.edition.index_of(EventId(event))

    def _related(self, selected: int | None) -> tuple[int, ...]:
        if selected is None:
            return ()
        edition = self.session.edition
        found = (edition.index_of(other.event) for other in edition.event(selected).related)
        return tuple(index for index in found if index is not None)

    def _hits(self, plan: Plan) -> NDArray[np.int32] | None:
        """Return what marks the found events, or those that belong to what is being read."""
        state = self.session.state
        if not (state.query.strip() or state.source or state.selection != Nothing()):
            return None
        key = (state.query, state.filters, state.selection, state.source and state.source.source)
        kept = self._hits_before
        if kept is None or kept[0] is not plan or kept[1] != key:
            before = plan.count_before(marked_events(self.session).astype(np.int32))
            kept = self._hits_before = (plan, key, before)
        return kept[2]

    def _periods(self) -> tuple[PeriodSpan, ...]:
        language = self.session.language
        return tuple(
            PeriodSpan(
                period.id,
                period.label.pick(language).text,
                period.when.start_min,
                period.when.start_max,
                period.when.end_min,
                period.when.end_max,
            )
            for period in self.session.edition.library.periods.values()
        )

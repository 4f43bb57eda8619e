"""A timeline on a stage: a small collection, its session, its gate, and the real widget."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from viewer.commands.command import Profile
from viewer.commands.commander import Commander
from viewer.commands.effects import Effect, MoveSelection, ShowRange
from viewer.loading.catalogue import load_catalogue
from viewer.model.claim import Answer, Claim, Words
from viewer.model.collection import About, Category, Collection, Library, Track
from viewer.model.dates.edtf import parse_edtf
from viewer.model.entities import Period
from viewer.model.event import Event, Relation, Statement, When
from viewer.model.evidence import Check, CheckState
from viewer.model.ids import AnswerId, CategoryId, ClaimId, EventId, PeriodId, TrackId, WarningKind
from viewer.model.memory_edition import MemoryEdition
from viewer.model.text import Text
from viewer.state.session import Session, whole_range
from viewer.state.store import Store
from viewer.state.view_state import Appearance, Range, ViewState
from viewer.ui.timeline.timeline_view import TimelineView

NO = Qt.KeyboardModifier.NoModifier
GATED = "What was done is told here"


def text(en: str, fa: str = "") -> Text:
    """A text in English and, where given, in Persian."""
    return Text({"en": en, "fa": fa} if fa else {"en": en})


def event(name: str, date: str | None, track: str = "order", **more: Any) -> Event:
    """An event with its id as headline, unless `title` is given; `date` is EDTF."""
    title = more.pop("title", text(f"Headline {name}", f"تیتر {name}"))
    when = When(parse_edtf(date)) if date else None
    check = more.pop("check", Check(CheckState.CHECKED))
    return Event(EventId(name), title, when, CategoryId(track), check=check, **more)


EVENTS = (
    event("war", "1980-09-22/1988-08-20", "background", importance=2),
    event("letter", "1988-07-31", "protest"),
    event("order", "1988-07-28~", warnings=(WarningKind("execution"),), claims=(ClaimId("C1"),),
          statements=(Statement(text(GATED)),), related=(Relation(EventId("letter")),),
          check=Check(CheckState.UNCHECKED), importance=1),
    event("trials", "1988-07-28/1988-08-20", "execution", importance=1),
    event("answer", "1988-08-04", "protest"),
    event("month", "1988-08", "burial"),
    event("report", "1989-01-26", "un"),
    event("hearing", "2021-08-10/..", "protest"),
    event("undated", None, "protest"),
)  # fmt: skip
"""Eight events on the axis and one in the tray."""

TRACKS = ("background", "order", "execution", "burial", "protest", "un")
SHAPES = {"execution": "circle", "un": "diamond"}


def _track(name: TrackId) -> Track:
    return Track(name, text(name.title(), f"رده {name}"), name, SHAPES.get(name, "square"))


def edition_of(events: Iterable[Event] = EVENTS, *, periods: bool = False) -> MemoryEdition:
    """The edition of some events."""
    tracks = {
        TrackId(name): Track(
            TrackId(name), text(name.title(), f"رده {name}"), name, SHAPES.get(name, "square")
        )
        for name in TRACKS
    }
    warning = {WarningKind("execution"): text("Executions", "اعدام")}
    answers = tuple(Answer(AnswerId(f"C1-{n}"), text(f"then {n}"), Words(), text("someone")) for n in (1, 2))
    claims = {ClaimId("C1"): Claim(ClaimId("C1"), text("When?"), answers, events=(EventId("order"),))}
    war = Period(PeriodId("war"), text("War", "جنگ"), parse_edtf("1980-09-22/1988-08-20"))
    library = Library(
        about=About("sample", text("Sample"), languages=("en", "fa"), warning_labels=warning),
        tracks=tracks,
        categories={CategoryId(n): Category(CategoryId(n), text(n), TrackId(n)) for n in TRACKS},
        claims=claims,
        periods={war.id: war} if periods else {},
    )
    return MemoryEdition(Collection(library, {one.id: one for one in events}))


@dataclass
class Stage:
    """The widget with everything around it."""

    session: Session
    commander: Commander
    view: TimelineView
    effects: list[Effect] = field(default_factory=list)

    def state(self) -> ViewState:
        """The state now."""
        return self.session.state

    def change(self, **changes: Any) -> None:
        """Change fields of the appearance."""
        look = replace(self.state().appearance, **changes)
        self.session.store.apply(lambda state: replace(state, appearance=look))

    def index(self, name: str) -> int:
        """Index of an event."""
        index = self.session.edition.index_of(EventId(name))
        assert index is not None
        return index

    def mark(self, name: str) -> int:
        """Position of the mark that stands for an event alone."""
        found = (self.view.frame().marks.event == self.index(name)).nonzero()[0]
        assert len(found), f"{name} is not painted on its own"
        return int(found[0])

    def spot(self, name: str) -> QPoint:
        """A point on the visible part of the mark of an event."""
        frame, mark = self.view.frame(), self.mark(name)
        low = max(float(frame.marks.g0[mark]), frame.plot.x)
        high = min(float(frame.marks.g1[mark]), frame.plot.right)
        return QPoint(round((low + high) / 2), round(float(frame.marks.y[mark] + frame.marks.h[mark] / 2)))

    def wheel(self, at: QPoint, angle: tuple[int, int], keys: Qt.KeyboardModifier = NO) -> None:
        """Turn a wheel."""
        turned = QWheelEvent(
            QPointF(at),
            QPointF(self.view.mapToGlobal(at)),
            QPoint(),
            QPoint(*angle),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view, turned)


def make_stage(
    edition: MemoryEdition | None = None,
    visible: str = "1988-07/1988-09",
    size: tuple[int, int] = (1280, 600),
    profile: Profile = Profile.DESKTOP,
    **look: Any,
) -> Stage:
    """The widget, not yet shown, at a size and a visible range (EDTF, or "" for everything)."""
    edition = edition or edition_of()
    date = parse_edtf(visible) if visible else None
    shown = Range(date.start_min, date.end_max) if date else whole_range(edition)
    store = Store(ViewState(shown, appearance=Appearance(**look)))
    session = Session(edition, {name: load_catalogue(name) for name in ("en", "fa")}, store)
    effects: list[Effect] = []
    views: list[TimelineView] = []

    def perform(effect: Effect) -> None:
        effects.append(effect)
        if isinstance(effect, ShowRange):
            views[0].glide_to(effect.start, effect.end)
        elif isinstance(effect, MoveSelection):
            views[0].move_selection(effect.move)

    commander = Commander(session, profile, perform)
    view = TimelineView(session, commander)
    views.append(view)
    view.resize(*size)
    return Stage(session, commander, view, effects)

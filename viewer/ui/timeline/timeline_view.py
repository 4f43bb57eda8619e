"""The timeline widget: makes a frame when something changed, paints it, and follows hands and state."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from viewer.commands.commander import Commander
from viewer.commands.effects import Move
from viewer.layout.compose import visible_scale
from viewer.layout.frame import Extra, Frame, TrackRow
from viewer.layout.hit import MarkHit, hit_test
from viewer.layout.time_scale import TimeScale
from viewer.layout.tracks import TrackSpec
from viewer.model.columns import Flag
from viewer.model.ids import EventId
from viewer.state.session import Session
from viewer.state.transitions import time
from viewer.state.transitions.select import selected_event
from viewer.state.view_state import ViewState
from viewer.ui.context import Context
from viewer.ui.theme.fonts import load_fonts
from viewer.ui.timeline.accessible import make_accessible, tell_focus
from viewer.ui.timeline.handling import Handling
from viewer.ui.timeline.menus import add_tracks, track_menu
from viewer.ui.timeline.motion import Motion
from viewer.ui.timeline.moving import neighbour, selected_lane
from viewer.ui.timeline.operating import Operator
from viewer.ui.timeline.paint.canvas import Look, Tools
from viewer.ui.timeline.paint.inks import Style
from viewer.ui.timeline.painter import paint_frame
from viewer.ui.timeline.pointing import mark_rect, menu_at, tip_at, tip_text
from viewer.ui.timeline.ruler_notes import RulerNote, ruler_notes
from viewer.ui.timeline.scene import Scene, SceneMaker
from viewer.ui.timeline.trays import Entry, entries
from viewer.ui.timeline.wording import mark_lines

TIP_MS = 5000
"""How long the tip of what a key selected stays."""
SLOP = 4.0
"""Pixels beside a mark that still hit it."""
TOUCH_SLOP = 16.0
"""The same for fingers: with the smallest mark, 44 px in all."""


class TimelineView(QWidget):
    """The timeline of a session."""

    def __init__(self, session: Session, commander: Commander, parent: QWidget | None = None) -> None:
        """Build the widget and follow the state."""
        super().__init__(parent)
        load_fonts()
        self.session = session
        self.context = Context(session, commander)
        self._tools = Tools()
        self._maker = SceneMaker(session, self._tools, commander.profile)
        self._scene: Scene | None = None
        self._scroll = 0.0
        self._hovered = -1
        self.operator = Operator(self, self.context)
        self.motion = Motion(self._show, self.operator.pan, self)
        self.handling = Handling(self, self.operator)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._accessible = make_accessible(self)
        self._follow()

    def scene(self) -> Scene:
        """Return the scene of now, made anew only after something changed."""
        if self._scene is None:
            size = self.size()
            visible = self.session.state.visible
            self._scene = self._maker.scene(size.width(), size.height(), self._scroll, visible)
            self._scroll = self._scene.frame.scroll
        return self._scene

    def frame(self) -> Frame:
        """Return the frame of now."""
        return self.scene().frame

    def tray(self) -> tuple[Entry, ...]:
        """Return what the tray shows now."""
        return self._tray(self.scene())

    def time_scale(self) -> TimeScale:
        """Return the scale of now without making a frame."""
        visible = self.session.state.visible
        return visible_scale(self._maker.looks(), self.width(), visible.start, visible.end)

    def mark_at(self, x: float, y: float) -> int:
        """Return the mark at a point, or -1."""
        hit = hit_test(self.frame(), x, y, TOUCH_SLOP if self.context.kiosk else SLOP)
        return hit.mark if isinstance(hit, MarkHit) else -1

    def visible_events(self) -> int:
        """Return how many events are in view, exactly."""
        return self.frame().totals.in_view

    def glide_to(self, start: float, end: float) -> None:
        """Bring a stretch of time into view, gliding there unless motion is reduced."""
        target = time.clamped(start, end)
        if self.session.state.appearance.reduced_motion or not self.isVisible():
            self.motion.halt()
            self._show(target.start, target.end)
        else:
            self.motion.glide(self.session.state.visible, target)

    def run_on(self, velocity: float) -> None:
        """Let the picture run on after a fling, unless motion is reduced."""
        if not self.session.state.appearance.reduced_motion:
            self.motion.run_on(velocity)

    def set_visible(self, start_ms: int, end_ms: int) -> None:
        """Show exactly a range, in milliseconds since 1970-01-01 UTC, at once."""
        self.motion.halt()
        self._show(start_ms, end_ms)

    def scroll_by(self, pixels: float) -> None:
        """Scroll the tracks; the frame keeps the position within what there is."""
        most = max(self.frame().content_height - self.frame().plot.height, 0.0)
        scroll = min(max(self._scroll + pixels, 0.0), most)
        if scroll != self._scroll:
            self._scroll = scroll
            self._stale()

    def set_hovered(self, mark: int) -> None:
        """Ring the mark under the pointer; -1 for none."""
        if mark != self._hovered:
            self._hovered = mark
            self.update()

    def move_selection(self, move: Move) -> None:
        """Select the neighbour of the selected event, by what the eye sees."""
        index = neighbour(self.scene().plan, self._selected(), move, mirrored=self.time_scale().mirrored)
        if index is not None:
            self.operator.open_event(index)
            self.reveal_selected()
            self._tell_selected()

    def reveal_selected(self) -> None:
        """Scroll the tracks just as far as needed to see the selected event."""
        selected = self._selected()
        lane = None if selected is None else selected_lane(self.scene(), selected)
        if lane:
            plot = self.frame().plot
            top = max(plot.y, self.frame().pinned_bottom)
            self.scroll_by(min(lane[0] - top, 0.0) + max(lane[1] - plot.bottom, 0.0))

    def _keeps_selected(self) -> bool:
        """Tell whether the lane of the selected event is in sight, or was just brought there."""
        if self._scene is None:
            return True
        lane, plot = selected_lane(self._scene, self._selected()), self._scene.frame.plot
        return lane is not None and lane[0] >= plot.y - 1 and lane[1] <= plot.bottom + 1

    def show_track_menu(self, row: TrackRow, x: float, y: float) -> None:
        """Open the menu of a track at a point."""
        menu = self.track_menu(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(round(x), round(y))))

    def track_menu(self, row: TrackRow) -> QMenu:
        """Return the menu of a track."""
        tracks = self.tracks()
        track = next(track for track in tracks if track.id == row.track)
        return track_menu(self, self.context, track, tuple(track.id for track in tracks))

    def tracks(self) -> tuple[TrackSpec, ...]:
        """Return all tracks from top to bottom."""
        return tuple(track.spec for track in self.scene().plan.tracks)

    def paint_to(self, painter: QPainter, size: QSize) -> None:
        """Paint the timeline of now at any size, onto pixels or as vectors."""
        visible = self.session.state.visible
        scene = self._maker.scene(size.width(), size.height(), 0.0, visible)
        paint_frame(painter, scene.frame, self._look(scene, hovered=-1), self._tools)

    def paintEvent(self, painting: QPaintEvent) -> None:
        """Paint the frame of now."""
        del painting
        scene = self.scene()
        painter = QPainter(self)
        try:
            paint_frame(painter, scene.frame, self._look(scene, self._hovered), self._tools)
        finally:
            painter.end()

    def resizeEvent(self, resized: QResizeEvent) -> None:
        """Make a new frame for the new size; a selected event that was in sight stays there."""
        super().resizeEvent(resized)
        kept = self.isVisible() and self._keeps_selected()
        self._stale()
        if kept:
            self.reveal_selected()

    def showEvent(self, shown: QShowEvent) -> None:
        """Bring what was selected meanwhile into sight."""
        super().showEvent(shown)
        self.reveal_selected()

    def contextMenuEvent(self, asked: QContextMenuEvent) -> None:
        """Open the menu of what lies under the pointer; by key, of the selected mark and of all tracks."""
        by_key = asked.reason() == QContextMenuEvent.Reason.Keyboard
        spot = self._selected_spot() if by_key else asked.pos()
        menu = menu_at(self, spot)
        if by_key:
            add_tracks(menu, self.context, self.tracks())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(spot))

    def _selected_spot(self) -> QPoint:
        """Return a point on the selected mark, or one in the middle where nothing lies."""
        found = ((self.frame().marks.extra & Extra.SELECTED) != 0).nonzero()[0].tolist()
        middle = QPoint(self.width() // 2, round(self.frame().plot.y) + 1)
        return mark_rect(self, found[0]).center() if found else middle

    def event(self, happened: QEvent) -> bool:
        """Show tips, and take everything else as a widget does."""
        if happened.type() == QEvent.Type.ToolTip and isinstance(happened, QHelpEvent):
            text, rect = tip_at(self, happened.pos())
            QToolTip.showText(happened.globalPos(), text, self, rect)
            return True
        return super().event(happened)

    def focusInEvent(self, focus: QFocusEvent) -> None:
        """Paint the focus, and say which mark has it."""
        super().focusInEvent(focus)
        self.update()
        tell_focus(self)

    def focusOutEvent(self, focus: QFocusEvent) -> None:
        """Paint without the focus."""
        super().focusOutEvent(focus)
        self.update()

    def sizeHint(self) -> QSize:
        """Wish for room for every track."""
        return QSize(1200, 560)

    def minimumSizeHint(self) -> QSize:
        """Need room for rulers, a few lanes and the overview."""
        sizes = self._maker.looks().metrics
        rulers = len(self.session.state.appearance.calendars) * sizes.ruler
        return QSize(280, round(rulers + 3 * sizes.lane + sizes.tray + sizes.overview))

    def _follow_selected(self) -> None:
        """Bring an event that was selected anywhere into sight: in a text, a tour, a search."""
        if self.isVisible():
            self.reveal_selected()
        tell_focus(self)

    def _tell_selected(self) -> None:
        """Show the tip of the selected mark to those who use keys."""
        found = ((self.frame().marks.extra & Extra.SELECTED) != 0).nonzero()[0].tolist()
        if found and self.hasFocus():
            rect = mark_rect(self, found[0])
            text = tip_text(mark_lines(self.session, self.scene(), found[0]), self)
            below = self.mapToGlobal(QPoint(rect.center().x(), rect.bottom()))
            QToolTip.showText(below, text, self, rect, TIP_MS)

    def _selected(self) -> int | None:
        event = selected_event(self.session.state)
        return None if event is None else self.session.edition.index_of(EventId(event))

    def _tray(self, scene: Scene) -> tuple[Entry, ...]:
        face = self._maker.inks().faces[Style.LABEL]
        title = self._maker.titles().__getitem__
        return entries(scene.frame, title, face, is_open=self.session.state.tray_open)

    def _look(self, scene: Scene, hovered: int) -> Look:
        selected = self._selected()
        striped = frozenset(track.spec.id for track in scene.plan.tracks[::2])
        return Look(
            inks=self._maker.inks(),
            words=self.session.catalogue,
            glyph=scene.metrics.glyph,
            hovered=hovered if hovered < len(scene.frame.marks) else -1,
            marked=self.session.state.marked_range,
            focused=self.hasFocus(),
            stripes=striped,
            selected=-1 if selected is None else selected,
            tray=self._tray(scene),
            notes=self._notes(scene, selected),
        )

    def _notes(self, scene: Scene, selected: int | None) -> tuple[RulerNote, ...]:
        marked, edition = self.session.state.marked_range, self.session.edition
        event = None
        if selected is not None and edition.columns.flags[selected] & Flag.STATED:
            event = edition.event(selected)
        return ruler_notes(scene.frame, scene.plan, self.session.catalogue, marked, event)

    def _show(self, start: float, end: float) -> None:
        self.context.run("time.show-range", start=start, end=end)

    def _stale(self) -> None:
        self._scene = None
        self._hovered = -1
        self.update()

    def _follow(self) -> None:
        """Watch everything the picture depends on, as long as the widget lives."""
        store = self.session.store
        stops = (
            store.watch(_painted, lambda _: self._stale()),
            store.watch(selected_event, lambda _: self._follow_selected()),
            store.watch(lambda state: state.appearance, lambda _: self._dress()),
        )
        self.destroyed.connect(lambda: [stop() for stop in stops])
        self._dress()

    def _dress(self) -> None:
        self.setAccessibleName(self.session.catalogue.say("timeline.where"))
        self.updateGeometry()


def _painted(state: ViewState) -> tuple[object, ...]:
    """Select what the picture depends on."""
    return (
        state.visible,
        state.selection,
        state.source,
        state.filters,
        state.query,
        state.tracks,
        state.appearance,
        state.marked_range,
        state.focus,
        state.tray_open,
    )

"""Carry out what hands want: every intent becomes a command, or a movement of the view."""

from typing import TYPE_CHECKING, assert_never

import numpy as np

from viewer.commands.areas.time import fitted
from viewer.layout.frame import MarkKind
from viewer.state.selectors import span_of
from viewer.state.view_state import Range
from viewer.ui.context import Context
from viewer.ui.timeline.hands import intents
from viewer.ui.timeline.paint.rows import thumb_of
from viewer.ui.timeline.places import track_name_at, tray_at

if TYPE_CHECKING:
    from viewer.ui.timeline.timeline_view import TimelineView

Movement = intents.Pan | intents.Scroll | intents.Zoom | intents.Fling | intents.Halt | intents.Hover
LISTED = 2000
"""A cluster of more events than this is handed on by its span alone."""


class Operator:
    """Knows the view and the gate of commands."""

    def __init__(self, view: "TimelineView", context: Context) -> None:
        """Take both."""
        self._view = view
        self._context = context
        self._clicked = -1

    @property
    def moving(self) -> bool:
        """True while the picture moves by itself."""
        return self._view.motion.moving

    def do(self, intent: intents.Intent) -> None:
        """Carry out one intent."""
        match intent:
            case intents.Click(x, y):
                self._click(x, y)
            case intents.DoubleClick():
                self._double_click()
            case intents.Mark(from_x, to_x):
                self._mark(from_x, to_x)
            case intents.OverviewShift(grip, dx):
                self._shift_overview(grip, dx)
            case intents.OverviewJump(x):
                self._jump_overview(x)
            case intents.ThumbShift(dy):
                self._view.scroll_by(dy * self._thumb_scale())
            case intents.ThumbJump(y):
                self._jump_thumb(y)
            case _:
                self._move(intent)

    def _move(self, intent: Movement) -> None:
        view = self._view
        match intent:
            case intents.Pan(dx):
                self.pan(dx)
            case intents.Scroll(dy):
                view.scroll_by(-dy)
            case intents.Zoom(factor, x):
                self._context.run("time.zoom-in", at=view.time_scale().to_time(x), factor=factor)
            case intents.Fling(velocity):
                view.run_on(velocity)
            case intents.Halt():
                view.motion.halt()
            case intents.Hover(x, y):
                view.set_hovered(view.mark_at(x, y))
            case _:
                assert_never(intent)

    def hover_off(self) -> None:
        """Look at nothing."""
        self._view.set_hovered(-1)

    def pan(self, dx: float) -> None:
        """Move the picture by pixels to the right."""
        scale = self._view.time_scale().panned(dx)
        self._context.run("time.show-range", start=scale.start, end=scale.end)

    def open_event(self, index: int) -> None:
        """Open an event."""
        self._context.run("open.event", event=self._context.session.edition.event_id(index))

    def open_mark(self, mark: int) -> None:
        """Open what a mark stands for."""
        marks = self._view.frame().marks
        if marks.kind[mark] == MarkKind.CLUSTER:
            self._open_cluster(mark)
        else:
            self.open_event(int(marks.event[mark]))

    def zoom_to(self, index: int) -> None:
        """Glide to where an event fills the view, or as near as it can be seen."""
        span = self._span([index])
        if span:
            effect = fitted(*span)
            self._context.run("time.glide-to", start=effect.start, end=effect.end)

    def list_members(self, mark: int) -> None:
        """List the events of a cluster."""
        indexes = self.members(mark)
        span = self._span(indexes)
        if span:
            shown = tuple(indexes) if len(indexes) <= LISTED else ()
            self._context.run("open.members", start=span[0], end=span[1], indexes=shown)

    def members(self, mark: int) -> list[int]:
        """Return the event indexes of a cluster."""
        marks = self._view.frame().marks
        found = self._view.scene().plan.members(int(marks.first[mark]), int(marks.last[mark]))
        return [int(index) for index in found]

    def _open_cluster(self, mark: int) -> None:
        indexes = self.members(mark)
        span = self._span(indexes)
        if span is None:
            return
        if len(indexes) <= LISTED:
            self._context.run("open.cluster", start=span[0], end=span[1], indexes=tuple(indexes))
            return
        effect = fitted(*span)
        if effect.end - effect.start < self._context.session.state.visible.length:
            self._context.run("time.glide-to", start=effect.start, end=effect.end)
        else:
            self.list_members(mark)

    def _span(self, indexes: list[int]) -> tuple[int, int] | None:
        return span_of(self._context.session.edition, np.array(indexes, np.int64))

    def _click(self, x: float, y: float) -> None:
        view = self._view
        frame = view.frame()
        self._clicked = -1
        row = track_name_at(frame, x, y)
        box = tray_at(frame, view.tray(), x, y)
        mark = view.mark_at(x, y)
        if row:
            view.show_track_menu(row, x, y)
        elif box is not None:
            self._click_tray(box)
        elif mark >= 0:
            self._clicked = int(frame.marks.event[mark])
            self.open_mark(mark)

    def _click_tray(self, box: int) -> None:
        if box >= 0:
            self.open_event(box)
        else:
            self._context.run("find.tray")

    def _double_click(self) -> None:
        """Zoom to the event of the first click; on a cluster, that click has zoomed already."""
        if self._clicked >= 0:
            self._view.motion.halt()
            self.zoom_to(self._clicked)

    def _mark(self, from_x: float, to_x: float) -> None:
        scale = self._view.time_scale()
        low, high = (min(max(x, scale.x0), scale.x1) for x in (from_x, to_x))
        self._context.run("time.mark-range", start=scale.to_time(low), end=scale.to_time(high))

    def _shift_overview(self, grip: intents.Grip, dx: float) -> None:
        scale = self._view.frame().overview.scale
        by = round(dx * scale.ms_per_px) * (-1 if scale.mirrored else 1)
        now = self._context.session.state.visible
        least = max(round(scale.ms_per_px), 1)
        start, end = now.start, now.end
        if grip is intents.Grip.WINDOW:
            start, end = start + by, end + by
        elif (grip is intents.Grip.LEFT) != scale.mirrored:
            start = min(start + by, end - least)
        else:
            end = max(end + by, start + least)
        self._context.run("time.show-range", start=start, end=end)

    def _thumb_scale(self) -> float:
        """Return how many pixels the tracks scroll for one of the thumb."""
        frame = self._view.frame()
        thumb = thumb_of(frame)
        way = frame.plot.bottom - frame.pinned_bottom - (thumb.height if thumb else 0.0)
        return (frame.content_height - frame.plot.height) / max(way, 1.0)

    def _jump_thumb(self, y: float) -> None:
        thumb = thumb_of(self._view.frame())
        if thumb:
            self._view.scroll_by((y - thumb.y - thumb.height / 2) * self._thumb_scale())

    def _jump_overview(self, x: float) -> None:
        overview = self._view.frame().overview
        inside = min(max(x, overview.rect.x), overview.rect.right)
        now: Range = self._context.session.state.visible
        start = overview.scale.to_time(inside) - now.length // 2
        self._context.run("time.show-range", start=start, end=start + now.length)

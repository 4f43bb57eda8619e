"""Tell what lies under the pointer: its tip and its menu."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QMenu

from viewer.layout.frame import MarkKind
from viewer.ui.timeline.menus import cluster_menu, event_menu, ground_menu
from viewer.ui.timeline.places import track_name_at, tray_at
from viewer.ui.timeline.wording import event_lines, mark_lines, row_lines, tray_lines

if TYPE_CHECKING:
    from viewer.ui.timeline.timeline_view import TimelineView


def tip_at(view: "TimelineView", spot: QPoint) -> tuple[str, QRect]:
    """Return the tip of what lies at a point, and where it holds; empty where nothing lies."""
    x, y = spot.x(), spot.y()
    frame = view.frame()
    mark = view.mark_at(x, y)
    if mark >= 0:
        return tip_text(mark_lines(view.session, view.scene(), mark), view), mark_rect(view, mark)
    row = track_name_at(frame, x, y)
    if row:
        area = QRect(round(frame.header.x), round(row.y), round(frame.header.width), round(row.height))
        return tip_text(row_lines(view.session, row), view), area
    box = tray_at(frame, view.tray(), x, y)
    if box is None:
        return "", QRect()
    lines = event_lines(view.session, box) if box >= 0 else tray_lines(view.session, view.scene().plan)
    return tip_text(lines, view), QRect(x - 4, y - 4, 8, 8)


def mark_rect(view: "TimelineView", mark: int) -> QRect:
    """Return where a mark is painted."""
    marks = view.frame().marks
    left, right = round(float(marks.g0[mark])), round(float(marks.g1[mark]))
    return QRect(left, round(float(marks.y[mark])), max(right - left, 1), round(float(marks.h[mark])))


def tip_text(lines: list[str], view: "TimelineView") -> str:
    """Return lines as rich text in the direction of the language, the first one strong."""
    first, *others = (escape(line) for line in lines)
    side = "right" if view.session.catalogue.direction == "rtl" else "left"
    body = "<br>".join((f"<b>{first}</b>", *others))
    return f'<div dir="{view.session.catalogue.direction}" align="{side}">{body}</div>'


def menu_at(view: "TimelineView", spot: QPoint) -> QMenu:
    """Return the menu of what lies at a point."""
    frame, operator, context = view.frame(), view.operator, view.context
    mark = view.mark_at(spot.x(), spot.y())
    row = track_name_at(frame, spot.x(), spot.y())
    if row:
        return view.track_menu(row)
    if mark < 0:
        return ground_menu(view, context, view.time_scale().to_time(spot.x()))
    if frame.marks.kind[mark] == MarkKind.CLUSTER:
        return cluster_menu(
            view, context, lambda: operator.open_mark(mark), lambda: operator.list_members(mark)
        )
    event = int(frame.marks.event[mark])
    return event_menu(view, context, lambda: operator.open_event(event), lambda: operator.zoom_to(event))

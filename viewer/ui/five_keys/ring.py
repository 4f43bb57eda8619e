"""Walk through the whole window as through one ring: events, detail, source, tour, filters, head."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from viewer.state.selection import Nothing
from viewer.ui.context import Context
from viewer.ui.five_keys.groups import area_of, entry_of, stops_in
from viewer.ui.five_keys.marks import MarkWalk
from viewer.ui.keyboard.keyboard import Keyboard
from viewer.ui.window.main_window import MainWindow

PAGE = 0.8
"""Share of a page by which a key scrolls on before it goes to what stands below."""


class Ring:
    """Knows where the keys stand; every place can be left in both directions."""

    def __init__(self, window: MainWindow, context: Context, keyboard: Keyboard) -> None:
        """Take the window and the keyboard below it."""
        self._window, self._context, self._keyboard = window, context, keyboard
        self._marks = MarkWalk(window.timeline)
        self._group = 0

    def step(self, by: int) -> None:
        """Go to the next place (+1) or the one before (-1), round and round, the keyboard apart."""
        now = self._now()
        if now is None:
            if not self._step_time(by):
                self._turn(by)
            return
        if self._read_on(now, by):
            return
        stops = stops_in(self._panes()[self._group])
        at = stops.index(now) + by
        if 0 <= at < len(stops):
            self._stand(stops[at])
        elif self._keyboard.isAncestorOf(now):
            self._stand(stops[at % len(stops)])
        else:
            self._turn(by)

    def enter(self) -> None:
        """Press where the keys stand, and go with what that opens."""
        now, told = self._now(), self._window.story.isVisible()
        if now is None:
            if self._press_time():
                self.go_to(self._window.detail)
            return
        group = self._panes()[self._group]
        _press(now)
        if now is self._window.header.search.field:
            self._keyboard.open()
            group = self._keyboard
        elif self._window.story.isVisible() and not told:
            group = self._window.story
        QTimer.singleShot(0, self._window, lambda: self._recover(group))

    def back(self) -> None:
        """Close the keyboard, leave the tour, return to the view before, or go to the events."""
        if self._keyboard.isVisible():
            self._keyboard.close_it()
            self._stand(self._window.header.search.field)
        elif self._now() is not None and self._panes()[self._group] is self._window.story:
            self._context.run("story.leave" if self._is_told() else "story.end")
            self.go_to(self._window.time_pane())
        elif self._context.session.store.history.can_go_back:
            self._context.run("go.back")
            shown = self._context.session.state.selection != Nothing()
            pane = self._window.detail if shown else self._window.time_pane()
            QTimer.singleShot(0, self._window, lambda: self.go_to(pane))
        else:
            self.go_to(self._window.time_pane())

    def go_to(self, pane: QWidget) -> None:
        """Go to where the keys begin in a pane; to the events where it has nothing to press."""
        panes = self._panes()
        if pane is self._window.time_pane() or pane not in panes:
            self._group = 0
            self._window.time_pane().setFocus(Qt.FocusReason.TabFocusReason)
            self._marks.stand_again()
            return
        self._group = panes.index(pane)
        self._window.panes.bring(pane)
        entry = entry_of(pane)
        if entry is None:
            self.go_to(self._window.time_pane())
        else:
            self._stand(entry)

    def _is_told(self) -> bool:
        story = self._context.session.state.story
        return story is not None and story.step >= 0 and not story.left

    def _panes(self) -> list[QWidget]:
        """Return the panes in the order of the ring; the first is that of the events."""
        window = self._window
        head = [window.filters, window.header]
        if self._context.session.state.appearance.low_reach:
            head.reverse()
        rest: list[QWidget] = [window.detail, window.source, window.story, window.notice, *head]
        shown = [pane for pane in (*rest, self._keyboard) if not pane.isHidden()]
        return [window.time_pane(), *shown]

    def _now(self) -> QWidget | None:
        """Return the widget on which the keys stand; None while they stand on the events."""
        held = QApplication.focusWidget()
        for number, pane in enumerate(self._panes()):
            if number and held is not None and pane.isAncestorOf(held) and held in stops_in(pane):
                self._group = number
                self._marks.leave()
                return held
        self._group = 0
        return None

    def _turn(self, by: int) -> None:
        """Go on to the next pane that has anything to stop at."""
        panes = self._panes()
        for _ in panes:
            self._group = (self._group + by) % len(panes)
            pane = panes[self._group]
            if self._group == 0:
                self._window.time_pane().setFocus(Qt.FocusReason.TabFocusReason)
                if self._enter_time(by):
                    return
                continue
            stops = stops_in(pane)
            if stops:
                self._window.panes.bring(pane)
                self._marks.leave()
                self._stand(stops[0 if by > 0 else -1])
                return

    def _enter_time(self, by: int) -> bool:
        if self._window.time_pane() is self._window.timeline:
            return self._marks.enter_at(by)
        return self._window.listing.rows.rowCount() > 0

    def _step_time(self, by: int) -> bool:
        if self._window.time_pane() is self._window.timeline:
            return self._marks.step(by)
        listing = self._window.listing
        row = listing.currentIndex().row() + by
        if not 0 <= row < listing.rows.rowCount():
            return False
        listing.setCurrentIndex(listing.rows.index(row, 0))
        return True

    def _press_time(self) -> bool:
        if self._window.time_pane() is self._window.timeline:
            opened = self._marks.press()
            self._marks.stand_again()
            return opened
        return self._context.session.state.selection != Nothing()

    def _stand(self, stop: QWidget) -> None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        area = area_of(stop)
        if area is not None:
            area.ensureWidgetVisible(stop, 0, 40)

    def _read_on(self, now: QWidget, by: int) -> bool:
        """Scroll on where a page goes on below (or above), before its next link is in sight."""
        area = area_of(now)
        if area is None:
            return False
        stops = [one for one in stops_in(self._panes()[self._group]) if area_of(one) is area]
        at = stops.index(now) + by
        if 0 <= at < len(stops) and _in_sight(area, stops[at]):
            return False
        bar = area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + round(by * PAGE * area.viewport().height()))
        return bar.value() != before and not (0 <= at < len(stops) and _in_sight(area, stops[at]))

    def _recover(self, group: QWidget) -> None:
        """Stand somewhere again when what was pressed is gone, or has opened another pane."""
        held = QApplication.focusWidget()
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return
        if group.isHidden():
            self.go_to(self._window.time_pane())
        elif held is None or not group.isAncestorOf(held) or held not in stops_in(group):
            self.go_to(group)


def _press(stop: QWidget) -> None:
    if isinstance(stop, QToolButton) and stop.popupMode() is QToolButton.ToolButtonPopupMode.InstantPopup:
        stop.menu().popup(stop.mapToGlobal(QPoint(0, stop.height())))
    elif isinstance(stop, QAbstractButton):
        stop.click()
    elif isinstance(stop, QTabBar):
        stop.setCurrentIndex((stop.currentIndex() + 1) % max(stop.count(), 1))
    elif isinstance(stop, QComboBox):
        stop.showPopup()
    elif isinstance(stop, QLineEdit):
        stop.selectAll()


def _in_sight(area: QScrollArea, stop: QWidget) -> bool:
    top = stop.mapTo(area.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + stop.height() <= area.viewport().height()

"""Step through what the timeline shows: track by track, each as time runs."""

from collections.abc import Sequence

from PySide6.QtGui import QAccessible, QAccessibleEvent

from viewer.ui.timeline.timeline_view import TimelineView

Mark = tuple[int, int, int]
"""What tells a mark from others in any frame: its event, and its first and last place in the plan."""


class MarkWalk:
    """Knows the mark on which the keys stand."""

    def __init__(self, view: TimelineView) -> None:
        """Take the timeline."""
        self._view = view
        self._now: Mark | None = None

    def step(self, by: int) -> bool:
        """Go to the next mark, or the one before; False at the end, where nothing more can be scrolled in."""
        order = self._order()
        places = [self._mark(number) for number in order]
        at = places.index(self._now) if self._now in places else (-1 if by > 0 else len(places))
        if 0 <= at + by < len(order):
            self._stand(order[at + by])
            return True
        return self._scroll(by) and self._step_on(set(places), by)

    def enter_at(self, by: int) -> bool:
        """Come in from another pane, at the first mark or at the last; False where there is none."""
        self._now = None
        self._view.scroll_by(-by * self._view.frame().content_height)
        return self.step(by)

    def stand_again(self) -> None:
        """Ring the mark once more after the picture changed."""
        for number in range(len(self._view.frame().marks)):
            if self._mark(number) == self._now:
                self._view.set_hovered(number)

    def leave(self) -> None:
        """Ring nothing."""
        self._view.set_hovered(-1)

    def press(self) -> bool:
        """Open the mark; True when it is one event, which the detail pane then tells."""
        for number in range(len(self._view.frame().marks)):
            if self._mark(number) == self._now:
                single = int(self._view.frame().marks.event[number]) >= 0
                self._view.operator.open_mark(number)
                return single
        return False

    def _order(self) -> list[int]:
        marks = self._view.frame().marks
        side = -1.0 if self._view.time_scale().mirrored else 1.0
        return sorted(
            range(len(marks)), key=lambda n: (int(marks.row[n]), float(marks.y[n]), side * float(marks.g0[n]))
        )

    def _mark(self, number: int) -> Mark:
        marks = self._view.frame().marks
        return int(marks.event[number]), int(marks.first[number]), int(marks.last[number])

    def _stand(self, number: int) -> None:
        self._now = self._mark(number)
        self._view.set_hovered(number)
        if QAccessible.isActive():
            told = QAccessibleEvent(self._view, QAccessible.Event.Focus)
            told.setChild(number)
            QAccessible.updateAccessibility(told)

    def _scroll(self, by: int) -> bool:
        before = self._view.frame().scroll
        self._view.scroll_by(by * self._view.frame().plot.height * 0.8)
        return self._view.frame().scroll != before

    def _step_on(self, seen: set[Mark], by: int) -> bool:
        """Stand on the first mark that scrolling brought in."""
        order: Sequence[int] = self._order() if by > 0 else list(reversed(self._order()))
        fresh = next((number for number in order if self._mark(number) not in seen), None)
        if fresh is None:
            return False
        self._stand(fresh)
        return True

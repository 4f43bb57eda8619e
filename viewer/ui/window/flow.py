"""Lay widgets out like words: in rows, from the start side, wrapping where the row is full."""

from typing import TypeAlias

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Placed: TypeAlias = tuple[QLayoutItem, int, QSize]
"""An item, its distance from the start of its row, and its size."""
LEAST = 2
"""Items in a row, above which one may go to the next."""


class FlowLayout(QLayout):
    """A wrapping row that follows the layout direction of its widget."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        """Start empty, with `gap` pixels between items and rows."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that `width` needs."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the items into `rect`."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.y()
        for row in self._rows(inner.width()):
            high = max(size.height() for _, _, size in row)
            for item, x, size in row if move else ():
                below = y + (high - size.height()) // 2
                item.setGeometry(QRect(self._corner(inner, x, below, size), size))
            y += high + self._gap
        return max(y - self._gap, inner.y()) - rect.y() + self.contentsMargins().bottom()

    def _rows(self, width: int) -> list[list[Placed]]:
        """Return the items of each row with their distance from its start; each stands in its middle."""
        rows: list[list[Placed]] = []
        x = width
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if not rows or x + size.width() > width:
                rows.append([])
                x = 0
            rows[-1].append((item, x, size))
            x += size.width() + self._gap
        return self._accompanied(rows)

    def _accompanied(self, rows: list[list[Placed]]) -> list[list[Placed]]:
        """Take one item along to the last row where another would stand there alone."""
        if len(rows) > 1 and len(rows[-1]) == 1 and len(rows[-2]) > LEAST:
            (item, _, size), (alone, _, its_size) = rows[-2].pop(), rows[-1][0]
            rows[-1] = [(item, 0, size), (alone, size.width() + self._gap, its_size)]
        return rows

    def _corner(self, inner: QRect, x: int, y: int, size: QSize) -> QPoint:
        widget = self.parentWidget()
        mirrored = widget is not None and widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = inner.right() + 1 - x - size.width() if mirrored else inner.x() + x
        return QPoint(left, y)

"""Paint the rows of a list with a second text, such as keys or a number, in a column at the far end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.ui.theme.colours import Colours

AT_END = Qt.ItemDataRole.UserRole + 1
"""Role of the text at the far end."""
AIR = 12
"""Pixels beside that text."""
Index = QModelIndex | QPersistentModelIndex


class KeyColumn(QStyledItemDelegate):
    """A name too long for the room beside is shortened, so that the list never scrolls sideways."""

    def __init__(self, colours: Colours, parent: QListWidget) -> None:
        """Take the colours of now; the list lives no longer than they do."""
        super().__init__(parent)
        self._colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for no width: a row is as wide as the list."""
        return QSize(0, super().sizeHint(option, index).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the name, and the second text in the soft ink."""
        text = str(index.data(AT_END) or "")
        chosen = QStyle.StateFlag.State_Selected in option.state
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        wide = option.fontMetrics.horizontalAdvance(text) + 2 * AIR if text else 0
        name = QStyleOptionViewItem(option)
        name.rect = option.rect.adjusted(wide if mirrored else 0, 0, 0 if mirrored else -wide, 0)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, QColor(self._colours.accent))
        super().paint(painter, name, index)
        painter.setFont(option.font)
        painter.setPen(QColor(self._colours.panel if chosen else self._colours.soft))
        flags = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(AIR, 0, -AIR, 0), flags, text)
        painter.restore()

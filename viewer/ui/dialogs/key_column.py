"""Paint the rows of a list with a second text, such as keys, in a column at the far end."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.ui.theme.colours import Colours

AT_END = Qt.ItemDataRole.UserRole + 1
"""Role of the text at the far end."""
AIR = 12
"""Pixels beside that text."""


class KeyColumn(QStyledItemDelegate):
    """A list with it is wide enough for its longest name and longest keys together."""

    def __init__(self, colours: Colours, parent: QObject) -> None:
        """Take the colours of now; the list lives no longer than they do."""
        super().__init__(parent)
        self._colours = colours

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row as ever, and the second text in the soft ink."""
        super().paint(painter, option, index)
        text = index.data(AT_END)
        if not text:
            return
        chosen = QStyle.StateFlag.State_Selected in option.state
        painter.save()
        painter.setFont(option.font)
        painter.setPen(QColor(self._colours.panel if chosen else self._colours.soft))
        flags = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(AIR, 0, -AIR, 0), flags, text)
        painter.restore()

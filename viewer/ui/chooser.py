"""A field that opens a list of choices, with an arrow in the ink of its text."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox

ARROW = 0.32
"""Half the width of the arrow, in heights of the letters."""
END = 14
"""Pixels from its middle to the end of the field."""


class Chooser(QComboBox):
    """The style sheet leaves the arrow out: Qt's own has edges that belong to no theme."""

    def paintEvent(self, painting: QPaintEvent) -> None:
        """Paint the field, then the arrow."""
        super().paintEvent(painting)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        pen = QPen(self.palette().color(group, QPalette.ColorRole.Text), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        half = self.fontMetrics().xHeight() * ARROW * 2
        middle = END if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else self.width() - END
        top, low = self.height() / 2 - half / 2, self.height() / 2 + half / 2
        spots = [QPointF(middle - half, top), QPointF(middle, low), QPointF(middle + half, top)]
        painter.drawPolyline(QPolygonF(spots))
        painter.end()

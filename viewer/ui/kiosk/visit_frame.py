"""The screen of one visit: the window of the desktop without its menu, between the slots."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.model.venue import Venue
from viewer.ui.context import Context
from viewer.ui.kiosk.furnishing import FURNISHERS
from viewer.ui.kiosk.slots import Slots
from viewer.ui.window.main_window import MainWindow


class VisitFrame(QWidget):
    """Built anew for each visitor, so that nothing of the last one can be left in it."""

    def __init__(self, window: MainWindow, context: Context, venue: Venue) -> None:
        """Put the window between the slots and furnish them."""
        super().__init__()
        self.setObjectName("window")
        self.window_inside = window
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above, below = QVBoxLayout(), QVBoxLayout()
        window.header.menu.hide()
        column.addLayout(above)
        column.addWidget(window, 1)
        column.addLayout(below)
        self.slots = Slots(self, above, below, window, context, venue)
        for furnish in FURNISHERS:
            furnish(self.slots)

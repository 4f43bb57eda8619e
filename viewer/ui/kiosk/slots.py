"""Places around the window of a visit for what an exhibition adds: a story bar, a keyboard, large keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.model.venue import Venue
from viewer.ui.context import Context
from viewer.ui.window.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Slots:
    """What whoever furnishes a visit is given; all of it is gone when the visit is over."""

    frame: QWidget
    """The whole screen of the visit; overlays are its children."""
    above: QVBoxLayout
    """Above the window."""
    below: QVBoxLayout
    """Below the window: a story bar, a keyboard."""
    window: MainWindow
    context: Context
    venue: Venue


Furnisher = Callable[[Slots], None]
"""Puts widgets into the slots and follows the state."""

"""Show the source on a screen of its own, where the house has one and it is plugged in."""

from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from viewer.ui.kiosk.shell import Shell
from viewer.ui.window.panes import Panes


class SecondScreen:
    """Borrows the source pane of each visit; without a screen the pane stays where it is."""

    def __init__(self) -> None:
        """Start without a screen."""
        self.shell = Shell()
        self._screen: QScreen | None = None
        self._panes: Panes | None = None
        self._borrowed: QWidget | None = None

    def place(self, screen: QScreen | None) -> None:
        """Move to a screen, or away from all of them."""
        self._screen = screen
        if screen is None:
            self.shell.hide()
            self._give_back()
        else:
            self.shell.fill(screen)
            self._borrow()

    def begin(self, panes: Panes) -> None:
        """Show the source of a visit."""
        self._panes = panes
        self._borrow()

    def rest(self) -> None:
        """Be dark, and let go of a visit that is over together with its pane."""
        if self._borrowed is not None:
            self.shell.remove(self._borrowed)
            self._borrowed.deleteLater()
        self._panes = self._borrowed = None
        self.shell.turn_to(self.shell.dark)

    def _borrow(self) -> None:
        if self._panes is None or self._screen is None or self._borrowed is not None:
            return
        self._borrowed = self._panes.lend_source()
        self.shell.add(self._borrowed)
        self.shell.turn_to(self._borrowed)

    def _give_back(self) -> None:
        if self._panes is None or self._borrowed is None:
            return
        self.shell.remove(self._borrowed)
        self._borrowed = None
        self._panes.take_back_source()

"""The one way out: the gesture or the chord of the staff, then the PIN."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from viewer.app.kiosk.pin import PinLock
from viewer.model.venue import ExitPin
from viewer.ui.kiosk.doorkeeper import Input
from viewer.ui.kiosk.pin_pad import PinPad
from viewer.ui.kiosk.staff_gesture import StaffGesture

CHORD_KEY = Qt.Key.Key_E
CHORD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)


class Leaving:
    """Without a PIN there is no way out but the system's own."""

    def __init__(self, pin: ExitPin | None, leave: Callable[[], None], steady: Callable[[], float]) -> None:
        """Take the PIN and what is done when it was given."""
        self._lock = PinLock(pin) if pin else None
        self._leave = leave
        self._steady = steady
        self._gesture = StaffGesture()
        self.pad = PinPad(self._opens, self._wait)

    @property
    def possible(self) -> bool:
        """True where the house has a PIN."""
        return self._lock is not None

    @staticmethod
    def is_chord(key: QKeyEvent) -> bool:
        """Tell whether a key press is the chord of the staff: Ctrl+Alt+Shift+E."""
        return (
            key.type() is QEvent.Type.KeyPress and key.key() == CHORD_KEY and key.modifiers() & CHORD == CHORD
        )

    def watch(self, kind: Input, spot: QPoint | None, width: int) -> None:
        """Follow a finger for the gesture; `spot` counts from the corner of the window."""
        if kind is Input.RELEASE or (kind is Input.PRESS and spot is None):
            self._gesture.release()
        elif spot is not None and kind is Input.PRESS:
            self._gesture.press(spot.x(), spot.y(), width, self._steady())
        elif spot is not None and kind is Input.MOVE:
            self._gesture.move(spot.x(), spot.y())

    def wanted(self) -> bool:
        """Tell, once, that the gesture was made."""
        return self._gesture.held(self._steady())

    def rest(self) -> None:
        """Take the pad away."""
        self._gesture.release()
        self.pad.hide()

    def _opens(self, tried: str) -> bool:
        if self._lock is None or not self._lock.opens(tried, self._steady()):
            return False
        self._leave()
        return True

    def _wait(self) -> float:
        return self._lock.wait(self._steady()) if self._lock else 0.0

"""Listen to mouse, wheel, touchpad and fingers on the timeline, and carry out what the hands want."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import (
    QEventPoint,
    QInputDevice,
    QMouseEvent,
    QNativeGestureEvent,
    QTouchEvent,
    QWheelEvent,
)

from viewer.ui.timeline.hands.intents import DoubleClick, Halt, Intents, Pan, Zoom
from viewer.ui.timeline.hands.mouse import Area, Drag, MouseHand
from viewer.ui.timeline.hands.touch import TouchHand
from viewer.ui.timeline.hands.wheel import Turn, read_wheel
from viewer.ui.timeline.operating import Operator
from viewer.ui.timeline.places import area_at, cursor_at, grip_at

if TYPE_CHECKING:
    from viewer.ui.timeline.timeline_view import TimelineView

LOST = (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.WindowDeactivate)
TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd)


class Handling(QObject):
    """An event filter on the timeline: Qt's events in, intents out to the operator."""

    def __init__(self, view: "TimelineView", operator: Operator) -> None:
        """Listen to `view`."""
        super().__init__(view)
        self._view = view
        self._operator = operator
        self.mouse = MouseHand()
        self.touch = TouchHand()
        self._held: int | None = None
        """The finger that drags the overview or the thumb."""
        self._on_ruler = False
        """The first finger came down on the ruler."""
        view.setMouseTracking(True)
        view.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Take what hands do; leave everything else to the widget."""
        del watched
        kind = happened.type()
        if kind in TOUCHES:
            return self._touched(cast("QTouchEvent", happened))
        if kind in LOST or kind == QEvent.Type.TouchCancel:
            self.rest()
            return False
        handlers: dict[QEvent.Type, Callable[..., bool]] = {
            QEvent.Type.MouseButtonPress: self._pressed,
            QEvent.Type.MouseMove: self._moved,
            QEvent.Type.MouseButtonRelease: self._released,
            QEvent.Type.MouseButtonDblClick: self._double_clicked,
            QEvent.Type.Wheel: self._turned,
            QEvent.Type.NativeGesture: self._gestured,
            QEvent.Type.Leave: self._left,
        }
        handler = handlers.get(kind)
        return handler(happened) if handler else False

    def rest(self) -> None:
        """Let everything go: the focus, the window or the touch is lost."""
        self.mouse.cancel()
        self.touch.cancel()
        self._held = None
        self._operator.hover_off()

    def _pressed(self, mouse: QMouseEvent) -> bool:
        if mouse.button() != Qt.MouseButton.LeftButton:
            return False
        x, y = _spot(mouse.position())
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        shift = bool(mouse.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        frame = self._view.frame()
        self._do(self.mouse.press(area_at(frame, x, y), x, y, shift=shift, grip=grip_at(frame, x, y)))
        self._show_cursor(x, y)
        return True

    def _moved(self, mouse: QMouseEvent) -> bool:
        x, y = _spot(mouse.position())
        self._do(self.mouse.move(x, y, held=bool(mouse.buttons() & Qt.MouseButton.LeftButton)))
        self._show_cursor(x, y)
        return True

    def _released(self, mouse: QMouseEvent) -> bool:
        if mouse.button() != Qt.MouseButton.LeftButton:
            return False
        x, y = _spot(mouse.position())
        self._do(self.mouse.release(x, y))
        self._show_cursor(x, y)
        return True

    def _double_clicked(self, mouse: QMouseEvent) -> bool:
        if mouse.button() != Qt.MouseButton.LeftButton:
            return False
        self.mouse.cancel()
        self._do((DoubleClick(*_spot(mouse.position())),))
        return True

    def _turned(self, wheel: QWheelEvent) -> bool:
        keys = wheel.modifiers()
        turn = Turn(
            wheel.position().x(),
            (float(wheel.angleDelta().x()), float(wheel.angleDelta().y())),
            (float(wheel.pixelDelta().x()), float(wheel.pixelDelta().y())),
            shift=bool(keys & Qt.KeyboardModifier.ShiftModifier),
            control=bool(keys & Qt.KeyboardModifier.ControlModifier),
        )
        self._do((Halt(), *read_wheel(turn)))
        wheel.accept()
        return True

    def _gestured(self, gesture: QNativeGestureEvent) -> bool:
        kind, value = gesture.gestureType(), gesture.value()
        x = gesture.position().x()
        if kind == Qt.NativeGestureType.ZoomNativeGesture:
            self._do((Halt(), Zoom(min(max(1 + value, 0.5), 2.0), x)))
        elif kind == Qt.NativeGestureType.SmartZoomNativeGesture:
            self._do((Halt(), DoubleClick(*_spot(gesture.position()))))
        elif kind == Qt.NativeGestureType.PanNativeGesture:
            self._do((Halt(), Pan(gesture.delta().x())))
        else:
            return False
        return True

    def _left(self, _left: QEvent) -> bool:
        if self.mouse.drag is Drag.NONE:
            self._operator.hover_off()
        return False

    def _touched(self, touch: QTouchEvent) -> bool:
        if touch.device().type() == QInputDevice.DeviceType.TouchPad:
            return False
        gone = QEventPoint.State.Released
        fingers = {point.id(): _spot(point.position()) for point in touch.points() if point.state() != gone}
        touch.accept()
        if touch.type() == QEvent.Type.TouchBegin and len(fingers) == 1:
            ((finger, spot),) = fingers.items()
            self._on_ruler = area_at(self._view.frame(), *spot) is Area.RULER
            self._held = finger if self._takes_hold(*spot) else None
            if self._held is not None:
                return True
        if self._held is not None:
            self._drag_held(fingers.get(self._held))
            return True
        moving, time = self._operator.moving, float(touch.timestamp())
        self._do(self.touch.update(fingers, time, running=moving, on_ruler=self._on_ruler))
        return True

    def _takes_hold(self, x: float, y: float) -> bool:
        """Let a finger drag what is made for dragging, as a mouse does."""
        frame = self._view.frame()
        area = area_at(frame, x, y)
        if area not in (Area.OVERVIEW, Area.THUMB):
            return False
        self.touch.cancel()
        self._do(self.mouse.press(area, x, y, shift=False, grip=grip_at(frame, x, y)))
        return True

    def _drag_held(self, spot: tuple[float, float] | None) -> None:
        if spot:
            self._do(self.mouse.move(*spot, held=True))
        else:
            self.mouse.cancel()
            self._held = None

    def _do(self, intents: Intents) -> None:
        for intent in intents:
            self._operator.do(intent)

    def _show_cursor(self, x: float, y: float) -> None:
        self._view.setCursor(cursor_at(self._view.frame(), x, y, self.mouse.drag))


def _spot(point: QPointF) -> tuple[float, float]:
    return point.x(), point.y()

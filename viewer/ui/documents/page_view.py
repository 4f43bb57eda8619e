"""Show one page or picture: zoomed, moved by mouse, wheel, fingers and keys, with places marked on it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QGestureEvent, QPinchGesture, QWidget

from viewer.loading.documents.pdf import Box
from viewer.ui.documents.marks import PageMark
from viewer.ui.documents.page_paint import paint_page
from viewer.ui.reading.kit import Look
from viewer.ui.touch.swiping import let_swipe

LEAST, MOST, STEP = 0.25, 8.0, 1.25
FAR = 1 << 20
"""So many pages on or back is as far as there are pages."""
_PAUSE_MS = 80
"""Wait for the zoom to rest before a sharper picture is asked for."""
_KEY = Qt.Key
_ZOOM_KEYS = {_KEY.Key_Plus: STEP, _KEY.Key_Equal: STEP, _KEY.Key_Minus: 1 / STEP}
_TURN_KEYS = {_KEY.Key_Home: -FAR, _KEY.Key_End: FAR}
_LEAF_KEYS = {_KEY.Key_PageUp: -1, _KEY.Key_PageDown: 1, _KEY.Key_Space: 1}
_OWN_KEYS = {*_ZOOM_KEYS, *_TURN_KEYS, *_LEAF_KEYS, _KEY.Key_0}
_HARD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class PageView(QAbstractScrollArea):
    """A page on a quiet ground; zoom 1.0 fits its width."""

    picture_wanted = Signal(int)
    """A picture of the page is wanted, so many pixels wide."""
    turned = Signal(int)
    """So many pages on (or back, below 0) are wanted."""
    zoomed = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start without a page."""
        super().__init__(parent)
        self._look = look
        self._aspect = 0.0
        self._picture = QImage()
        self._zoom = 1.0
        self._marks: tuple[PageMark, ...] = ()
        self._held: QPoint | None = None
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._rest.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        let_swipe(self)
        self.horizontalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setSingleStep(40)

    @property
    def zoom(self) -> float:
        """The zoom; 1.0 fits the width."""
        return self._zoom

    @property
    def marks(self) -> tuple[PageMark, ...]:
        """What is marked on this page."""
        return self._marks

    @property
    def is_drawn(self) -> bool:
        """True once a picture of the page has come."""
        return not self._picture.isNull()

    def set_look(self, look: Look) -> None:
        """Take another theme or size."""
        self._look = look
        self._fit()

    def show_page(self, aspect: float) -> None:
        """Show a page of that height over width; its picture is asked for."""
        self._aspect = aspect
        self._picture = QImage()
        self._marks = ()
        self._fit()
        self.verticalScrollBar().setValue(0)
        self._ask()

    def set_picture(self, picture: QImage) -> None:
        """Take the picture of the page."""
        self._picture = picture
        self.viewport().update()

    def show_marks(self, marks: Sequence[PageMark]) -> None:
        """Mark places of this page."""
        self._marks = tuple(marks)
        self.viewport().update()

    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Zoom, keeping what lies at `about` (in the viewport; its middle unless given) where it is."""
        zoom = min(max(zoom, LEAST), MOST)
        if zoom == self._zoom or not self._aspect:
            return
        point = about or QPointF(self.viewport().rect().center())
        page = self.page_box()
        x, y = (point.x() - page.x()) / page.width(), (point.y() - page.y()) / page.height()
        self._zoom = zoom
        self._fit()
        page = self.page_box()
        self._scroll(page.x() + x * page.width() - point.x(), page.y() + y * page.height() - point.y())
        self._rest.start()
        self.zoomed.emit(zoom)

    def page_box(self) -> QRectF:
        """Return where the page lies, in logical pixels of the viewport."""
        view, (wide, high) = self.viewport(), self._extent()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        shift = across.maximum() - across.value() if self.isRightToLeft() else across.value()
        x = max((view.width() - wide) / 2, self._margin) - shift
        y = max((view.height() - high) / 2 if high < view.height() else 0, self._margin) - down.value()
        return QRectF(x, y, wide, high)

    def place_of(self, box: Box) -> QRectF:
        """Return where a rectangle of the page lies in the viewport."""
        page = self.page_box()
        return QRectF(
            page.x() + box.x * page.width(),
            page.y() + box.y * page.height(),
            box.width * page.width(),
            box.height * page.height(),
        )

    def reveal(self, box: Box) -> None:
        """Scroll so that a rectangle is in view, in the upper third."""
        place, view = self.place_of(box), self.viewport()
        if view.rect().contains(place.toAlignedRect()):
            return
        self._scroll(place.center().x() - view.width() / 2, place.top() - view.height() / 4)

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw the ground, the page and its marks."""
        painter = QPainter(self.viewport())
        painter.fillRect(paint.rect(), self._look.colours.band)
        if self._aspect:
            places = [(mark, self.place_of(mark.box)) for mark in self._marks]
            paint_page(painter, self._picture, self.page_box(), places, self._look)
        painter.end()

    def resizeEvent(self, resized: QResizeEvent) -> None:
        """Fit the page into the new width."""
        super().resizeEvent(resized)
        self._fit()
        self._rest.start()

    def event(self, happened: QEvent) -> bool:
        """Keep the keys of a page from the timeline."""
        override = happened.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(happened, QKeyEvent) and _is_own(happened):
            happened.accept()
            return True
        return super().event(happened)

    def viewportEvent(self, happened: QEvent) -> bool:
        """Zoom with two fingers."""
        if isinstance(happened, QGestureEvent):
            pinch = happened.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                about = self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
                self.set_zoom(self._zoom * pinch.scaleFactor(), QPointF(about))
                happened.accept(Qt.GestureType.PinchGesture)
                return True
        return super().viewportEvent(happened)

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Zoom, turn and scroll."""
        pressed = Qt.Key(key.key())
        if key.modifiers() & _HARD:
            super().keyPressEvent(key)
        elif pressed in _ZOOM_KEYS:
            self.set_zoom(self._zoom * _ZOOM_KEYS[pressed])
        elif pressed is Qt.Key.Key_0:
            self.set_zoom(1.0)
        elif pressed in _TURN_KEYS:
            self.turned.emit(_TURN_KEYS[pressed])
        elif pressed in _LEAF_KEYS:
            back = bool(key.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._leaf(-1 if back else _LEAF_KEYS[pressed])
        else:
            super().keyPressEvent(key)

    def wheelEvent(self, wheel: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if wheel.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * STEP ** (wheel.angleDelta().y() / 120), wheel.position())
            wheel.accept()
        else:
            super().wheelEvent(wheel)

    def mousePressEvent(self, mouse: QMouseEvent) -> None:
        """Take hold of the page."""
        if mouse.button() is Qt.MouseButton.LeftButton:
            self._held = mouse.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, mouse: QMouseEvent) -> None:
        """Move the page with the hand."""
        if self._held is not None:
            here = mouse.position().toPoint()
            self._scroll(self._held.x() - here.x(), self._held.y() - here.y())
            self._held = here

    def mouseReleaseEvent(self, mouse: QMouseEvent) -> None:
        """Let go of the page."""
        del mouse
        self._held = None
        self.viewport().unsetCursor()

    @property
    def _margin(self) -> int:
        return self._look.unit

    def _extent(self) -> tuple[float, float]:
        wide = max(self.viewport().width() - 2 * self._margin, 40) * self._zoom
        return wide, wide * self._aspect

    def _fit(self) -> None:
        wide, high = self._extent()
        view = self.viewport()
        for bar, whole, room in (
            (self.horizontalScrollBar(), wide, view.width()),
            (self.verticalScrollBar(), high, view.height()),
        ):
            bar.setRange(0, max(round(whole + 2 * self._margin - room), 0))
            bar.setPageStep(room)
        view.update()

    def _scroll(self, across: float, down: float) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + round(-across if self.isRightToLeft() else across))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(down))

    def _leaf(self, by: int) -> None:
        """Scroll by a view; at the end of the page turn it."""
        bar = self.verticalScrollBar()
        if bar.value() == (bar.maximum() if by > 0 else bar.minimum()):
            self.turned.emit(by)
        else:
            bar.setValue(bar.value() + by * round(bar.pageStep() * 0.9))

    def _ask(self) -> None:
        if self._aspect:
            self.picture_wanted.emit(round(self._extent()[0] * self.devicePixelRatioF()))


def _is_own(key: QKeyEvent) -> bool:
    return key.key() in _OWN_KEYS and not key.modifiers() & _HARD

"""Let a swipe scroll an area, with one recogniser for all areas that ever are."""

from functools import cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScroller


def let_swipe(area: QAbstractScrollArea) -> None:
    """Scroll an area by touch.

    Asked area by area, Qt would number a new kind of gesture for each, and its binding to Python keeps every
    number for ever: an exhibition would grow with each visit.
    """
    view = area.viewport()
    kind = _gesture()
    QScroller.scroller(view)
    view.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    view.grabGesture(kind)


@cache
def _gesture() -> Qt.GestureType:
    return QScroller.grabGesture(_keeper(), QScroller.ScrollerGestureType.TouchGesture)


@cache
def _keeper() -> QObject:
    """Return what the recogniser belongs to: held here, it goes after all areas, and before Qt does."""
    return QObject()

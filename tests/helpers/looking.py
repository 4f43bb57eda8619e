"""Look over all visible widgets as an eye would: is a text cut, out of place, or on top of another."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitterHandle,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from viewer.ui.reading.piece import Piece
from viewer.ui.reading.prose import Prose
from viewer.ui.reading.spot import Spot

SLACK = 1
"""Pixels that rounding may take."""


def faults(root: QWidget) -> list[str]:
    """Name everything that is cut off, outside its parent, or on top of a sibling."""
    found = [*_cut(root), *_outside(root), *_overlapping(root)]
    return [f"{root.size().toTuple()}: {fault}" for fault in found]


def visible(root: QWidget) -> Iterator[QWidget]:
    """Give the widgets that show, and are not drawn by Qt inside its own ones."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.window() is root.window() and widget.objectName() != "qt_lineedit":
            yield widget


def _cut(root: QWidget) -> Iterator[str]:
    for widget in visible(root):
        if isinstance(widget, Prose | Spot):
            continue
        if isinstance(widget, QLabel) and widget.text():
            needs = _label_needs(widget)
            if _smaller(widget.size(), needs):
                yield f"label “{widget.text()}” needs {needs.toTuple()}, has {widget.size().toTuple()}"
        elif isinstance(widget, QToolButton | QPushButton) and widget.text():
            needs, has = _button_needs(widget), _content(widget)
            if _smaller(has.size(), needs):
                yield f"button “{widget.text()}” needs {needs.toTuple()}, has {has.size().toTuple()}"
        elif isinstance(widget, QLineEdit) and widget.height() < widget.fontMetrics().height():
            yield f"field {widget.accessibleName()} is {widget.height()} high"


def _smaller(has: QSize, needs: QSize) -> bool:
    return has.width() + SLACK < needs.width() or has.height() + SLACK < needs.height()


def _label_needs(label: QLabel) -> QSize:
    if label.wordWrap():
        return QSize(0, label.heightForWidth(label.width()))
    return label.fontMetrics().boundingRect(label.text()).size() - QSize(0, 2)


def _button_needs(button: QAbstractButton) -> QSize:
    metrics = button.fontMetrics()
    width = metrics.horizontalAdvance(button.text())
    if isinstance(button, QToolButton) and not button.icon().isNull():
        width += button.iconSize().width()
    return QSize(width, metrics.ascent())


def _content(button: QAbstractButton) -> QRect:
    """Give the room inside the frame and the padding of a button."""
    if isinstance(button, QPushButton):
        plain = QStyleOptionButton()
        plain.initFrom(button)
        return button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, plain, button)
    return button.rect().adjusted(4, 2, -4, -2)


def _outside(root: QWidget) -> Iterator[str]:
    for widget in visible(root):
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or _scrolls(parent) or isinstance(widget, Spot):
            continue
        if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry()):
            yield f"{_name(widget)} leaves {_name(parent)}"


def _scrolls(parent: QWidget) -> bool:
    """Tell whether a parent shows a part of its children on purpose."""
    above = parent.parentWidget()
    return isinstance(above, QAbstractScrollArea) or isinstance(parent, QTabBar | QAbstractScrollArea)


def _overlapping(root: QWidget) -> Iterator[str]:
    parents = {widget.parentWidget() for widget in visible(root)}
    for parent in parents:
        if parent is None or isinstance(parent, QAbstractScrollArea | QTabBar | Prose | Piece):
            continue
        children = [
            child
            for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if child.isVisible() and not child.isWindow() and not isinstance(child, QSplitterHandle)
        ]
        for one, other in combinations(children, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"{_name(one)} lies on {_name(other)}"


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    name = text or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{name}” {widget.geometry().getRect()}"

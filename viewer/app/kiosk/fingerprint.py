"""Say by a hash what a visitor would find, to prove that a reset leaves nothing of the one before."""

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from viewer.state.serial import plain_from_state
from viewer.state.session import Session
from viewer.ui.timeline.timeline_view import TimelineView


def state_hash(session: Session) -> str:
    """Return the SHA-256 over the state, its history and what is attached."""
    history = session.store.history
    told = [plain_from_state(session.state), history.can_go_back, history.can_go_forward]
    return _hash([*told, [session.copies.numbers(source) for source in session.edition.library.sources]])


def ui_hash(window: QWidget) -> str:
    """Return the SHA-256 over what the widgets of a window keep, and over what lies above it."""
    return _hash([*_below(window), *_around()])


def _below(window: QWidget) -> Iterator[object]:
    for widget in window.findChildren(QWidget):
        told = _told(widget)
        if told is not None:
            yield [type(widget).__name__, widget.objectName(), widget.isVisibleTo(window), told]


def _told(widget: QWidget) -> object:
    """Return what a widget keeps that a hand can change; None when nothing."""
    for kind, tell in _KEPT:
        if isinstance(widget, kind):
            return tell(widget)
    return None


_KEPT: tuple[tuple[type[QWidget], Callable[[Any], object]], ...] = (
    (QLineEdit, lambda w: [w.text(), w.isUndoAvailable(), w.isRedoAvailable(), w.selectedText()]),
    (QAbstractButton, lambda w: [w.text(), w.isChecked()]),
    (QSplitter, lambda w: w.sizes()),
    (QStackedWidget, lambda w: w.currentIndex()),
    (QTabWidget, lambda w: w.currentIndex()),
    (QAbstractScrollArea, lambda w: [w.horizontalScrollBar().value(), w.verticalScrollBar().value()]),
    (TimelineView, lambda w: [w.frame().scroll, w.motion.moving]),
    (QLabel, lambda w: w.text()),
)


def _around() -> Iterator[object]:
    """Tell what no window holds: pop-ups, dialogs and the clipboard."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    clipboard = app.clipboard()
    yield [clipboard.text(), clipboard.text(clipboard.Mode.Selection)]
    yield sorted(type(w).__name__ for w in app.topLevelWidgets() if w.isVisible())


def _hash(told: object) -> str:
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

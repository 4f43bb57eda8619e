"""Hear what Qt complains about while something runs: warnings of painters, of wrong connections, of leaks."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

OF_NO_SCREEN = "This plugin does not support"
"""How the platform without a screen names what only a screen could do."""
_HEARD = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


@contextmanager
def qt_complaints() -> Iterator[list[str]]:
    """Give a list that grows with each complaint; afterwards Qt speaks to whom it spoke before."""
    heard: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind in _HEARD and not text.startswith(OF_NO_SCREEN):
            heard.append(f"{context.category or 'Qt'}: {text}")

    before = qInstallMessageHandler(hear)
    try:
        yield heard
    finally:
        qInstallMessageHandler(before)

"""Stand in for the window where nothing could be opened: say why, line by line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from viewer.base.messages import Catalogue
from viewer.loading.problem_text import problem_line
from viewer.model.problem import Problem

WIDTH = 820
LEAST, MOST = 5, 18
"""Lines for which there is room at least and at most; each problem may take two."""
ROOM = 150
"""Height of all else, in logical pixels."""


class Unreadable(QWidget):
    """A list that can be copied, and a way out."""

    def __init__(self, name: str, problems: Sequence[Problem], catalogue: Catalogue) -> None:
        """Name what was to be opened and write its problems."""
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(catalogue.say("window.app"))
        title = QLabel(catalogue.say("window.unreadable", name=name))
        title.setProperty("role", "title")
        title.setWordWrap(True)
        self.lines = QPlainTextEdit("\n".join(problem_line(one, catalogue) for one in problems))
        self.lines.setReadOnly(True)
        self.lines.setAccessibleName(title.text())
        close = QPushButton(catalogue.say("window.dismiss"))
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(title)
        column.addWidget(self.lines, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        lines = min(max(2 * len(problems), LEAST), MOST)
        self.resize(WIDTH, lines * self.lines.fontMetrics().lineSpacing() + ROOM)

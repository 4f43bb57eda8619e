"""Show what is wrong in a collection as a list that an editor can work through."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from viewer.commands.effects import CopyText
from viewer.loading.problem_text import problem_line
from viewer.model.problem import Problem, Severity
from viewer.ui.context import Context
from viewer.ui.dialogs.sheet import Sheet


class Problems(Sheet):
    """Errors first, then warnings; everything can be copied."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """List the problems of the session."""
        super().__init__(context, parent, context.say("command.window.problems.title"), width=860)
        self.found = QListWidget()
        self.found.setWordWrap(True)
        self.found.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        problems = context.session.problems
        for problem in sorted(problems, key=lambda row: (row.severity is Severity.WARNING, row)):
            self._add(problem)
        self.body.addWidget(self.found, 1)
        copy_all = QPushButton(context.say("dialog.copy_all"))
        copy_all.clicked.connect(self._copy)
        self.body.addWidget(copy_all, 0, Qt.AlignmentFlag.AlignLeading)

    def _add(self, problem: Problem) -> None:
        item = QListWidgetItem(problem_line(problem, self.context.session.catalogue))
        self.found.addItem(item)

    def _copy(self) -> None:
        catalogue = self.context.session.catalogue
        lines = (problem_line(problem, catalogue) for problem in self.context.session.problems)
        self.context.commander.perform(CopyText("\n".join(lines)))

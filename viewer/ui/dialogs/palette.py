"""Find any command by a part of its name and run it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from viewer.base.normalise import normalise
from viewer.commands.command import Command
from viewer.ui.context import Context
from viewer.ui.dialogs.key_column import AT_END, KeyColumn
from viewer.ui.dialogs.keys import key_text
from viewer.ui.dialogs.sheet import Sheet
from viewer.ui.line_field import LineField

COMMAND = Qt.ItemDataRole.UserRole


class Palette(Sheet):
    """A field and the commands that match it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """List the commands that can run now."""
        super().__init__(context, parent, context.say("command.window.palette.title"))
        self.field = LineField()
        self.field.setAccessibleName(context.say("command.window.palette.help"))
        self.field.setPlaceholderText(context.say("command.window.palette.help"))
        self.field.installEventFilter(self)
        self.found = QListWidget()
        self.found.setItemDelegate(KeyColumn(context.colours, self.found))
        self.body.addWidget(self.field)
        self.body.addWidget(self.found, 1)
        self.field.textChanged.connect(self._fill)
        self.found.itemActivated.connect(self._run)
        self._fill("")

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Let the arrows move in the list while the cursor stays in the field."""
        if (
            isinstance(happened, QKeyEvent)
            and happened.type() == QEvent.Type.KeyPress
            and watched is self.field
        ):
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(happened.key()))
            if by:
                row = self.found.currentRow() + by
                self.found.setCurrentRow(min(max(row, 0), self.found.count() - 1))
                return True
            if happened.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.found.currentRow() >= 0:
                self._run(self.found.currentItem())
                return True
        return super().eventFilter(watched, happened)

    def _fill(self, text: str) -> None:
        self.found.clear()
        words = normalise(text).split()
        rows = [
            (row, self.context.say(f"command.{row.id}.title"), self.context.say(f"command.{row.id}.help"))
            for row in self.context.commander.available()
            if not row.needs and row.enabled(self.context.session)
        ]
        for command, title, helped in sorted(rows, key=lambda row: not _holds(row[1], words)):
            if _holds(f"{title} {helped}", words):
                self._add(command, title, helped)
        self.found.setCurrentRow(0)

    def _add(self, command: Command, title: str, helped: str) -> None:
        keys = key_text(command.keys[:1])
        item = QListWidgetItem(title)
        item.setData(COMMAND, command.id)
        item.setData(AT_END, keys)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, keys)
        item.setToolTip(helped)
        self.found.addItem(item)

    def _run(self, item: QListWidgetItem) -> None:
        command = item.data(COMMAND)
        self.accept()
        self.context.run(command)


def _holds(text: str, words: list[str]) -> bool:
    """Tell whether a text has all the words; those with them in the name are offered first."""
    return all(word in normalise(text) for word in words)

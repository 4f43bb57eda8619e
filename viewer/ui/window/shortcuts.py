"""Install the keys and menus of the command table; nothing else in the program listens for keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget

from viewer.commands.command import Command, Menu, Where
from viewer.ui.context import Context
from viewer.ui.dialogs.keys import key_text


class Shortcuts:
    """One action for each command that needs no argument."""

    def __init__(self, context: Context, window: QWidget, timeline: QWidget) -> None:
        """Give the window its keys; those of the timeline are heard only there, and where `hear_in` says."""
        self._context = context
        self._window = window
        self.actions = {row.id: self._action(row) for row in context.commander.available() if not row.needs}
        self.hear_in(timeline)
        context.on_appearance(self.retell)
        self.retell()

    def hear_in(self, pane: QWidget) -> None:
        """Hear the keys of the timeline in another pane that shows the events."""
        for row in self._context.commander.available():
            if row.where is Where.TIMELINE and row.id in self.actions:
                pane.addAction(self.actions[row.id])

    def retell(self) -> None:
        """Say all titles again."""
        for name, action in self.actions.items():
            action.setText(self._context.say(f"command.{name}.title"))
            action.setToolTip(self._context.say(f"command.{name}.help"))

    def fill(self, menu: QMenu) -> None:
        """Fill a menu with submenus as the table says, as things stand now."""
        menu.clear()
        for part in Menu:
            rows = [row for row in self._context.commander.available() if row.menu is part and not row.needs]
            if rows:
                self._fill_part(menu.addMenu(self._context.say(f"menu.{part.value}")), rows)

    def _fill_part(self, menu: QMenu, rows: list[Command]) -> None:
        for row in rows:
            title = self._context.say(f"command.{row.id}.title")
            keys = key_text(row.keys[:1])
            action = menu.addAction(f"{title}\t{keys}" if keys else title)
            action.triggered.connect(self._runner(row.id))
            action.setEnabled(row.enabled(self._context.session))
            if row.checked:
                action.setCheckable(True)
                action.setChecked(row.checked(self._context.session))

    def _action(self, row: Command) -> QAction:
        action = QAction(self._window)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if row.where is Where.TIMELINE:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            self._window.addAction(action)
        action.triggered.connect(self._runner(row.id, guarded=_is_typing_key(row.keys)))
        return action

    def _runner(self, command: str, *, guarded: bool = False) -> Callable[[], None]:
        def run() -> None:
            if not (guarded and _typing()):
                self._context.run(command)

        return run


def _is_typing_key(keys: tuple[str, ...]) -> bool:
    """Tell whether a key could also be a letter that someone types."""
    return any(len(key) == 1 for key in keys)


def _typing() -> bool:
    return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)

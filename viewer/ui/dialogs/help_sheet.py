"""Show every gesture and key, from the same table that makes them work."""

from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from viewer.commands.command import Menu
from viewer.ui.context import Context
from viewer.ui.dialogs.keys import key_text
from viewer.ui.dialogs.sheet import Sheet

GESTURES = ("drag", "ctrl_wheel", "wheel", "shift_wheel", "pinch", "double_click", "shift_drag", "overview")
SIGNS = ("certain", "possible", "open", "contested", "cluster", "tray", "approximate")


class HelpSheet(Sheet):
    """Gestures first, then what the marks mean, then the commands menu by menu."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Write the sheet."""
        super().__init__(context, parent, context.say("window.help"), width=760)
        page = QTextBrowser()
        page.setOpenLinks(False)
        page.setHtml(self._html())
        page.setAccessibleName(context.say("window.help"))
        self.body.addWidget(page, 1)

    def _html(self) -> str:
        say = self.context.say
        parts = [self._table(say("help.gestures"), [self._gesture(name) for name in GESTURES])]
        parts.append(self._table(say("help.signs"), [self._sign(name) for name in SIGNS]))
        parts.extend(self._menu(menu) for menu in Menu)
        return "".join(parts)

    def _gesture(self, name: str) -> tuple[str, str]:
        return self.context.say(f"help.gesture.{name}"), self.context.say(f"help.gesture_does.{name}")

    def _sign(self, name: str) -> tuple[str, str]:
        return self.context.say(f"help.sign.{name}"), self.context.say(f"help.sign_means.{name}")

    def _menu(self, menu: Menu) -> str:
        say = self.context.say
        rows = [
            (key_text(row.keys), say(f"command.{row.id}.help"))
            for row in self.context.commander.available()
            if row.menu is menu and row.keys
        ]
        return self._table(say(f"menu.{menu.value}"), rows) if rows else ""

    def _table(self, title: str, rows: list[tuple[str, str]]) -> str:
        side = "right" if self.context.session.state.appearance.language.right_to_left else "left"
        cells = "".join(
            f"<tr><td width='36%' align='{side}'><b>{escape(left)}</b></td>"
            f"<td align='{side}'>{escape(right)}</td></tr>"
            for left, right in rows
        )
        return f"<h3 align='{side}'>{escape(title)}</h3><table width='100%' cellpadding='3'>{cells}</table>"

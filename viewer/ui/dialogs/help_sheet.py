"""Show every gesture and key, from the same table that makes them work."""

from html import escape

from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from viewer.commands.command import Menu
from viewer.ui.context import Context
from viewer.ui.dialogs.keys import key_text
from viewer.ui.dialogs.sheet import Sheet

GESTURES = (
    "drag",
    "ctrl_wheel",
    "wheel",
    "shift_wheel",
    "pinch",
    "double_click",
    "shift_drag",
    "hold_drag",
    "overview",
)
FINGERS = ("drag", "pinch", "hold_drag", "overview")
"""What can be done without a mouse."""
KEYPAD = ("previous", "next", "enter", "back", "help")
SIGNS = ("certain", "possible", "open", "contested", "cluster", "tray", "approximate")


class HelpSheet(Sheet):
    """Gestures first, then what the marks mean, then all commands, menu by menu."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Write the sheet."""
        super().__init__(context, parent, context.say("window.help"), width=760)
        page = QTextBrowser()
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setOpenLinks(False)
        page.setHtml(self._html())
        page.setAccessibleName(context.say("window.help"))
        self.body.addWidget(page, 1)

    def _html(self) -> str:
        say = self.context.say
        parts = [self._keypad()] if self.context.kiosk else []
        title, gestures = ("fingers", FINGERS) if self.context.kiosk else ("gestures", GESTURES)
        parts.append(self._table(say(f"help.{title}"), [self._gesture(name) for name in gestures]))
        parts.append(self._table(say("help.signs"), [self._sign(name) for name in SIGNS]))
        parts.extend(self._menu(menu) for menu in Menu)
        return "".join(parts)

    def _keypad(self) -> str:
        """Tell the five keys, which are all that some visitors have."""
        say = self.context.say
        rows = [(say(f"keypad.key.{name}"), say(f"keypad.does.{name}")) for name in KEYPAD]
        return self._table(say("keypad.title"), rows)

    def _gesture(self, name: str) -> tuple[str, str]:
        return self.context.say(f"help.gesture.{name}"), self.context.say(f"help.gesture_does.{name}")

    def _sign(self, name: str) -> tuple[str, str]:
        return self.context.say(f"help.sign.{name}"), self.context.say(f"help.sign_means.{name}")

    def _menu(self, menu: Menu) -> str:
        say = self.context.say
        rows = [
            (
                say(f"command.{row.id}.title").rstrip("…"),
                f"{say(f'command.{row.id}.help')}  {key_text(row.keys)}",
            )
            for row in self.context.commander.available()
            if row.menu is menu and not row.needs
        ]
        return self._table(say(f"menu.{menu.value}"), rows) if rows else ""

    def _table(self, title: str, rows: list[tuple[str, str]]) -> str:
        """Return rows of a name and its meaning, with the cells turned, since Qt mirrors no table."""
        mirrored = self.context.session.state.appearance.language.right_to_left
        side = "right" if mirrored else "left"
        cells = "".join(
            _row(f"<b>{escape(name)}</b>", escape(meaning), side, turned=mirrored) for name, meaning in rows
        )
        return f"<h3 align='{side}'>{escape(title)}</h3><table width='100%' cellpadding='3'>{cells}</table>"


def _row(name: str, meaning: str, side: str, *, turned: bool) -> str:
    flow = "rtl" if turned else "ltr"
    cells = [
        f"<td width='36%'><div align='{side}' dir='{flow}'>{name}</div></td>",
        f"<td><div align='{side}' dir='{flow}'>{meaning}</div></td>",
    ]
    return f"<tr>{''.join(reversed(cells) if turned else cells)}</tr>"

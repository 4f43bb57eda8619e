"""Buttons for what hands at a desk do with keys and wheels: go back, begin anew, move through time."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from viewer.ui.context import Context
from viewer.ui.theme.signs import sign_icon

WAYS = (("back", "go.back"), ("start", "open.introduction"))
TIMES = (
    ("earlier", "time.page-earlier"),
    ("later", "time.page-later"),
    ("farther", "time.zoom-out"),
    ("nearer", "time.zoom-in"),
    ("all", "time.fit-all"),
)
ROOM_IN_HEAD = 1320
"""Width, at 100 % text, from which the keys of time stand in the head, and the tracks have a row alone."""
SIGNS = {"farther": "minus", "nearer": "plus", "all": "whole"}


class WayKeys(QWidget):
    """Back, and to the introduction; in words."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Make both buttons."""
        super().__init__(parent)
        self._context = context
        self.buttons = {name: _button(context, command) for name, command in WAYS}
        _lay_out(self, self.buttons)
        context.session.store.watch(
            lambda state: (state.selection, state.source, state.layout), lambda _: self.follow()
        )
        context.on_appearance(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say both in the language of now; there is no way back from the first view."""
        for name, button in self.buttons.items():
            button.setText(self._context.say(f"visitor.{name}"))
        self.buttons["back"].setEnabled(self._context.session.store.history.can_go_back)


class TimeKeys(QWidget):
    """Earlier and later, nearer and farther, and everything."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Make the buttons."""
        super().__init__(parent)
        self._context = context
        self.buttons = {name: _button(context, command) for name, command in TIMES}
        _lay_out(self, self.buttons)
        context.on_appearance(self.follow)
        self.follow()

    def follow(self) -> None:
        """Point the arrows where time runs, and name everything in the language of now."""
        look = self._context.session.state.appearance
        ways = ("right", "left") if look.time_mirrored else ("left", "right")
        signs = {**SIGNS, "earlier": ways[0], "later": ways[1]}
        for name, button in self.buttons.items():
            name_button(self._context, button, signs[name], f"visitor.{name}")
        row = self.layout()
        # The row itself runs with the language; time may not.
        turned = look.time_mirrored != look.language.right_to_left
        if isinstance(row, QHBoxLayout):
            for place, name in enumerate(("later", "earlier") if turned else ("earlier", "later")):
                row.removeWidget(self.buttons[name])
                row.insertWidget(place, self.buttons[name])


def name_button(context: Context, button: QToolButton, sign: str, key: str) -> None:
    """Give a button its sign in the colours of now, and its name for tips and speech."""
    side = round(context.sizes.label * 1.2)
    button.setIcon(sign_icon(sign, context.colours.ink, side))
    button.setIconSize(QSize(side, side))
    button.setAccessibleName(context.say(key))
    button.setToolTip(context.say(key))


def _button(context: Context, command: str) -> QToolButton:
    button = QToolButton()
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda: context.run(command))
    return button


def _lay_out(parent: QWidget, buttons: dict[str, QToolButton]) -> None:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for button in buttons.values():
        row.addWidget(button)

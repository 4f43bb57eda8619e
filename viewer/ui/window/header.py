"""The head of the window: what is open, search, language, size, colours, help."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.state.view_state import Language
from viewer.ui.context import Context
from viewer.ui.window.search_box import SearchBox

ROOM_FOR_EDITION = 900
ROOM_FOR_STATUS = 640
"""Widths, at 100 % text, from which these are shown."""


class Header(QWidget):
    """One row of controls; on narrow windows the edition gives way first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Build the row and follow the state."""
        super().__init__(parent)
        self._context = context
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._edition = QLabel()
        self._edition.setProperty("role", "soft")
        self.status = QLabel()
        self.status.setProperty("role", "soft")
        self.search = SearchBox(context)
        self._languages = self._language_buttons()
        self._size = self._button("Aa", "look.larger")
        self._theme = self._button("◐", "look.next-theme")
        self._help = self._button("?", "window.help")
        self.menu = QToolButton()
        self.menu.setText("☰")
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        context.on_appearance(self.retell)
        self.retell()

    def retell(self) -> None:
        """Say everything again, in the language of now."""
        say, about = self._context.say, self._context.session.edition.library.about
        language = self._context.session.language
        self._title.setText(about.title.pick(language).text)
        version = self._context.session.catalogue.digits(about.version)
        self._edition.setText(say("window.edition", version=version))
        percent = self._context.session.catalogue.number(
            self._context.session.state.appearance.text_scale * 100
        )
        self._name(self._size, say("window.text_size", percent=f"{percent}%"))
        self._name(self._theme, say("window.theme"))
        self._name(self._help, say("window.help"))
        self._name(self.menu, say("window.menu"))
        for value, button in self._languages.items():
            button.setChecked(value == language)

    def resizeEvent(self, resized: object) -> None:
        """Let the edition give way on narrow windows."""
        del resized
        room = self.width() / self._context.session.state.appearance.text_scale
        self._edition.setVisible(room >= ROOM_FOR_EDITION)
        self.status.setVisible(room >= ROOM_FOR_STATUS)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        for widget in (self.menu, self._title, self._edition, self.status):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.search, 3)
        row.addSpacing(8)
        for button in (*self._languages.values(), self._size, self._theme, self._help):
            row.addWidget(button)

    def _language_buttons(self) -> dict[str, QToolButton]:
        group = QButtonGroup(self)
        buttons = {}
        for language, key in ((Language.ENGLISH, "english"), (Language.PERSIAN, "persian")):
            button = QToolButton()
            button.setText(self._context.say(f"window.{key}"))
            button.setCheckable(True)
            button.clicked.connect(
                lambda _=False, v=language.value: self._context.run("look.language", language=v)
            )
            group.addButton(button)
            buttons[language.value] = button
        return buttons

    def _button(self, text: str, command: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.clicked.connect(lambda: self._context.run(command))
        return button

    @staticmethod
    def _name(button: QToolButton, name: str) -> None:
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

"""The head of the window: what is open, search, language, size, colours, help."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.model.verification import Standing
from viewer.state.verification_text import badge_words
from viewer.state.view_state import Language
from viewer.ui.context import Context
from viewer.ui.elided import Elided
from viewer.ui.theme.icons import menu_icon, theme_icon
from viewer.ui.window.search_box import SearchBox
from viewer.ui.window.visitor_keys import ROOM_IN_HEAD, TimeKeys, WayKeys, name_button

ICON = 1.15
"""Side of a sign in the header, in label sizes."""
ROOM_FOR_EDITION = 1080
ROOM_FOR_STATUS = 820
ROOM_FOR_TITLE_AND_HITS = 900
ROOM_FOR_TITLE = 960
"""Width from which an exhibition, where visitors see more buttons, names the collection in the head."""
ROOM_FOR_BOTH_LANGUAGES = 700
"""Widths, at 100 % text, from which these are shown."""


class Header(QWidget):
    """One row of controls; on narrow windows the least needed give way first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Build the row and follow the state."""
        super().__init__(parent)
        self._context = context
        self._title = Elided()
        self._title.setProperty("role", "title")
        self._edition = QLabel()
        self._edition.setProperty("role", "soft")
        self.status = self._button("", "window.wholeness")
        self.status.setProperty("flat", "true")
        self.search = SearchBox(context)
        self._languages = self._language_buttons()
        self._size = self._button("Aa", "look.larger")
        self._theme = self._button("", "look.next-theme")
        self._help = self._button("?", "window.help")
        self.menu = QToolButton()
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.ways = WayKeys(context) if context.kiosk else None
        self.times = TimeKeys(context) if context.kiosk else None
        self._reach = self._button("", "look.low-reach")
        self._reach.setVisible(context.kiosk)
        self._lay_out()
        context.on_appearance(self.retell)
        context.session.store.watch(lambda state: bool(state.query), lambda _: self._fit())
        self.retell()

    def retell(self) -> None:
        """Say everything again, in the language of now."""
        say, session = self._context.say, self._context.session
        about = session.edition.library.about
        self._title.say(about.title.pick(session.language).text)
        self._edition.setText(say("window.edition", version=session.catalogue.digits(about.version)))
        percent = session.catalogue.number(session.state.appearance.text_scale * 100)
        side = round(self._context.sizes.label * ICON)
        for button, icon in ((self.menu, menu_icon), (self._theme, theme_icon)):
            button.setIcon(icon(self._context.colours.ink, side))
            button.setIconSize(QSize(side, side))
        _name(self._size, say("window.text_size", percent=f"{percent}%"))
        self.tell_wholeness()
        _name(self._theme, say("window.theme"))
        _name(self._help, say("window.help"))
        name_button(self._context, self._reach, "reach", "visitor.reach")
        _name(self.menu, say("window.menu"))
        for value, button in self._languages.items():
            button.setChecked(value == session.language)

    def tell_wholeness(self) -> None:
        """Say in a word how the edition stands to what its makers sealed."""
        session, colours = self._context.session, self._context.colours
        found = session.verification
        self.status.setText(badge_words(found, session.catalogue) if found else "")
        _name(self.status, self._context.say("command.window.wholeness.help"))
        good = found is not None and found.standing in (Standing.VERIFIED, Standing.SIGNED)
        changed = found is not None and found.standing is Standing.CHANGED
        colour = colours.good if good else colours.warning if changed else colours.soft
        self.status.setStyleSheet(f"color: {colour};")
        self._fit()

    def resizeEvent(self, resized: object) -> None:
        """Let what is least needed give way on narrow windows."""
        del resized
        self._fit()

    def _fit(self) -> None:
        look = self._context.session.state.appearance
        room = self.width() / look.text_scale
        searching = bool(self._context.session.state.query)
        named = room >= (ROOM_FOR_TITLE if self._context.kiosk else 0)
        for_hits = ROOM_IN_HEAD if self._context.kiosk else ROOM_FOR_TITLE_AND_HITS
        self._title.setVisible(named and (room >= for_hits or not searching))
        if self.times:
            self.times.setVisible(room >= ROOM_IN_HEAD)
        self._edition.setVisible(room >= ROOM_FOR_EDITION)
        self.status.setVisible(room >= ROOM_FOR_STATUS and bool(self.status.text()))
        for value, button in self._languages.items():
            both = self._context.kiosk or room >= ROOM_FOR_BOTH_LANGUAGES
            button.setVisible(both or value != look.language.value)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.menu)
        if self.ways:
            row.addWidget(self.ways)
            row.addSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._edition)
        row.addWidget(self.status)
        row.addStretch(1)
        if self.times:
            row.addWidget(self.times)
            row.addSpacing(8)
        row.addWidget(self.search, 3)
        row.addSpacing(8)
        for button in (*self._languages.values(), self._size, self._theme, self._reach, self._help):
            row.addWidget(button)

    def _language_buttons(self) -> dict[str, QToolButton]:
        group = QButtonGroup(self)
        buttons = {}
        for language, key in ((Language.ENGLISH, "english"), (Language.PERSIAN, "persian")):
            if language.value not in self._context.session.catalogues:
                continue
            button = QToolButton()
            button.setText(self._context.say(f"window.{key}"))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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


def _name(button: QToolButton, name: str) -> None:
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

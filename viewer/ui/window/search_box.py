"""Search as one types, and step through the hits."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.state.citing.view_code import holds_view
from viewer.ui.context import Context
from viewer.ui.line_field import LineField

PAUSE = 60
"""Milliseconds between the last letter and the search."""


class SearchBox(QWidget):
    """A field with the number of hits and two steps."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Build the field and follow the state."""
        super().__init__(parent)
        self._context = context
        self.field = LineField()
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(80)
        self.field.installEventFilter(self)
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        self.meant = QToolButton()
        self.meant.setProperty("flat", "true")
        self.meant.setCursor(Qt.CursorShape.PointingHandCursor)
        self.meant.clicked.connect(self._mean)
        self._suggestion = ""
        self.previous = self._step("‹", "find.previous")
        self.next = self._step("›", "find.next")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self.field.textEdited.connect(lambda _: self._pause.start())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.field, self.count, self.meant, self.previous, self.next):
            row.addWidget(widget, 1 if widget is self.field else 0)
        context.session.store.watch(
            lambda state: (state.query, state.hit, state.filters), lambda _: self._show()
        )
        context.on_appearance(self.retell)
        self.retell()

    def retell(self) -> None:
        """Say everything again, in the language of now."""
        say = self._context.say
        self.field.setPlaceholderText(say("window.search"))
        self.field.setAccessibleName(say("window.search"))
        for button, key in ((self.previous, "previous_hit"), (self.next, "next_hit")):
            button.setToolTip(say(f"window.{key}"))
            button.setAccessibleName(say(f"window.{key}"))
        self._show()

    def take_focus(self) -> None:
        """Put the cursor here and select what stands in the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Step with Enter and Shift+Enter; leave with Escape, which elsewhere closes a layer."""
        if watched is self.field and isinstance(happened, QKeyEvent):
            if happened.type() == QEvent.Type.KeyPress:
                return self._key(happened)
            if happened.type() == QEvent.Type.ShortcutOverride and happened.key() == Qt.Key.Key_Escape:
                happened.accept()
                return True
        return super().eventFilter(watched, happened)

    def _key(self, key: QKeyEvent) -> bool:
        if key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._search()
            back = bool(key.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._context.run("find.previous" if back else "find.next")
            return True
        if key.key() == Qt.Key.Key_Escape:
            self.field.clear()
            self._search()
            self.field.clearFocus()
            return True
        return False

    def _search(self) -> None:
        self._pause.stop()
        if holds_view(self.field.text()) and not self._context.kiosk:
            self._open_view(self.field.text())
        elif self.field.text() != self._context.session.state.query:
            self._context.run("find.search", query=self.field.text())

    def _open_view(self, text: str) -> None:
        """Open a view whose citation was pasted here, rather than look for its letters."""
        self.field.clear()
        self.field.clearFocus()
        self._context.run("cite.open-view", text=text)

    def _show(self) -> None:
        session = self._context.session
        if not self.field.hasFocus() and self.field.text() != session.state.query:
            self.field.setText(session.state.query)
        asked = bool(session.state.query.strip())
        hits = len(session.hits()) if asked else 0
        for button in (self.previous, self.next):
            button.setVisible(hits > 0)
        self.count.setText(self._count(hits) if asked else "")
        self._suggest(session.state.query if asked and not hits else "")
        self.count.setVisible(asked and not self._suggestion)

    def _suggest(self, query: str) -> None:
        """Offer known words that are like a query without hits; nothing for an empty one."""
        self._suggestion = (self._context.session.edition.suggestion(query) or "") if query else ""
        text = self._context.say("window.did_you_mean", word=self._suggestion) if self._suggestion else ""
        self.meant.setText(text)
        self.meant.setAccessibleName(text)
        self.meant.setVisible(bool(text))

    def _mean(self) -> None:
        word = self._suggestion
        self.field.setText(word)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._context.run("find.search", query=word)

    def _count(self, hits: int) -> str:
        if not hits:
            return self._context.say("window.no_hits")
        position = self._context.session.state.hit + 1
        if not position:
            return self._context.session.catalogue.count("window.hits", hits)
        return self._context.say("window.hit_of", position=position, n=hits)

    def _step(self, text: str, command: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setProperty("flat", "true")
        button.clicked.connect(lambda: self._context.run(command))
        return button

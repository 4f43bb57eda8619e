"""Write a note; what was written stays here until it is safely kept."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from viewer.model.note import Note
from viewer.state.citing.noted import note_name
from viewer.state.pages.reader import Reader
from viewer.ui.context import Context
from viewer.ui.dialogs.plain_field import PlainField
from viewer.ui.dialogs.sheet import Sheet
from viewer.ui.window.flow import FlowLayout


class NoteEditor(Sheet):
    """A field for plain text; Ctrl+Enter saves."""

    def __init__(self, context: Context, parent: QWidget, note: Note) -> None:
        """Show the note as it is."""
        super().__init__(context, parent, context.say("notes.text"))
        session, say = context.session, context.say
        self._note = note
        self._leaving = False
        reader = Reader(session.edition, session.catalogue, session.state)
        about = QLabel(say("notes.about", name=note_name(reader, note)))
        about.setWordWrap(True)
        self.field = PlainField(say("notes.text"), note.text)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("role", "warning")
        self.told.hide()
        self.body.addWidget(about)
        self.body.addWidget(self.field, 1)
        self.body.addWidget(self.told)
        self.body.addWidget(self._buttons())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)
        self.field.textChanged.connect(self._written)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep the note; stay open with the reason where that failed."""
        text = self.field.toPlainText()
        self.context.run("notes.save", note=self._note, text=text)
        notes = self.context.session.notes
        kept = notes.of(self._note.id)
        if kept and kept.text == text and not notes.problem:
            self.accept()
        elif notes.problem:
            self._tell(self.context.say(f"notes.problem.{notes.problem}", path=str(notes.path)))

    def reject(self) -> None:
        """Leave at once when nothing would be lost, and else when asked again."""
        if self.field.toPlainText() == self._note.text or self._leaving:
            super().reject()
            return
        self._leaving = True
        self._tell(self.context.say("notes.unsaved"))

    def _buttons(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for key, act in (("save", self.save), ("cancel", self._leave)):
            button = QPushButton(self.context.say(f"notes.{key}"))
            button.setAutoDefault(False)
            button.clicked.connect(act)
            flow.addWidget(button)
        return row

    def _leave(self) -> None:
        self._leaving = True
        self.reject()

    def _written(self) -> None:
        self._leaving = False
        self.told.hide()

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()

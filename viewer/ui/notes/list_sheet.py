"""List the reader's notes on this collection: go to what they are about, change, delete, export."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from viewer.base.bidi import isolate_within, ltr
from viewer.model.note import Note
from viewer.state.citing.noted import NotesForm, note_name
from viewer.state.pages.reader import Reader
from viewer.ui.chooser import Chooser
from viewer.ui.context import Context
from viewer.ui.dialogs.sheet import Sheet
from viewer.ui.window.flow import FlowLayout

NOTE = Qt.ItemDataRole.UserRole
SHORT = 160
"""Letters of a note that the list shows."""


LINE = 1.1
"""Height of a line in heights of the font, since letters of another script may be taller."""
AIR = 0.6
"""Lines of air around a note."""


class NotesSheet(Sheet):
    """The notes, what can be done with them, and where they are kept."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """List the notes of now, and follow their changes."""
        super().__init__(context, parent, context.say("notes.title"), width=760)
        say = context.say
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("role", "soft")
        self.listed = QListWidget()
        self.listed.setAccessibleName(say("notes.list"))
        self.listed.itemActivated.connect(lambda _: self._go())
        self.buttons = {key: QPushButton(say(f"notes.{key}")) for key in ("go", "edit", "delete")}
        self.form = Chooser()
        self.export = QPushButton(say("notes.export"))
        choose = QPushButton(say("notes.choose-button"))
        for key, act in (("go", self._go), ("edit", self._edit), ("delete", self._delete)):
            self.buttons[key].clicked.connect(act)
        for form in NotesForm:
            self.form.addItem(say(f"notes.form.{form}"), form)
        self.form.setAccessibleName(say("command.notes.export.title"))
        self.export.clicked.connect(self._export)
        choose.clicked.connect(lambda: self.context.run("notes.file"))
        self.body.addWidget(self.listed, 1)
        self.body.addWidget(self._row(*self.buttons.values()))
        self.body.addWidget(self._row(self.form, self.export, choose))
        self.body.addWidget(self.told)
        stop = context.session.notes.watch(self._fill)
        self.finished.connect(lambda _: stop())
        self.listed.ensurePolished()
        self._fill()

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Delete with the Delete key."""
        if key.key() == Qt.Key.Key_Delete and self.listed.hasFocus():
            self._delete()
        else:
            super().keyPressEvent(key)

    def _row(self, *widgets: QWidget) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for widget in widgets:
            if isinstance(widget, QPushButton):
                widget.setAutoDefault(False)
            flow.addWidget(widget)
        return row

    def _fill(self) -> None:
        session = self.context.session
        at = self.listed.currentRow()
        mine = session.notes.within(session.edition.library.about.id)
        self.listed.clear()
        reader = Reader(session.edition, session.catalogue, session.state)
        for note in mine:
            item = QListWidgetItem(self._words(reader, note))
            item.setData(NOTE, note.id)
            item.setSizeHint(
                QSize(
                    0, round(LINE * self.listed.fontMetrics().height() * (item.text().count("\n") + 1 + AIR))
                )
            )
            self.listed.addItem(item)
        self.listed.setCurrentRow(min(max(at, 0), len(mine) - 1))
        for button in (*self.buttons.values(), self.export, self.form):
            button.setEnabled(bool(mine))
        self.told.setText(self._state(len(mine)))

    def _words(self, reader: Reader, note: Note) -> str:
        say, session = self.context.say, self.context.session
        text = say("notes.bookmark") if note.is_bookmark else " ".join(note.text.split())
        shown = text if len(text) <= SHORT else f"{text[:SHORT]}…"
        lines = [note_name(reader, note), shown]
        if note.key != session.edition.key:
            lines.append(say("notes.other-edition", version=session.catalogue.digits(note.version)))
        around = session.catalogue.direction
        return "\n".join(isolate_within(line, around) for line in lines)

    def _state(self, mine: int) -> str:
        say, session = self.context.say, self.context.session
        if session.notes.path is None:
            return say("notes.no-file")
        lines = [say("notes.file", path=ltr(str(session.notes.path)))]
        if not mine:
            lines.insert(0, say("notes.none", command=say("command.notes.add.title")))
        elsewhere = len(session.notes.held) - mine
        if elsewhere:
            lines.append(session.catalogue.count("notes.elsewhere", elsewhere))
        return "\n".join(lines)

    def _chosen(self) -> str | None:
        if self.listed.currentRow() < 0:
            return None
        return str(self.listed.currentItem().data(NOTE))

    def _go(self) -> None:
        note = self._chosen()
        if note:
            self.accept()
            self.context.run("notes.jump", note=note)

    def _edit(self) -> None:
        note = self._chosen()
        if note:
            self.context.run("notes.edit", note=note)

    def _delete(self) -> None:
        note = self._chosen()
        if note:
            self.context.run("notes.delete", note=note)

    def _export(self) -> None:
        self.context.run("notes.export", form=self.form.currentData())

"""Show the citations of what is looked at, and give sources to other programs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from viewer.commands.effects import CopyText
from viewer.state.citing.entries import cite
from viewer.state.citing.export import Form, Scope, sources_in
from viewer.state.citing.style import Style
from viewer.state.citing.subject import open_source_target, selected_target
from viewer.state.citing.view import target_name, view_citation
from viewer.state.pages.reader import Reader
from viewer.state.pages.targets import Target
from viewer.ui.context import Context
from viewer.ui.dialogs.sheet import Sheet


class CiteSheet(Sheet):
    """What is cited on top, its citations below, the export at the foot."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Show the citation of what is selected."""
        super().__init__(context, parent, context.say("command.cite.sheet.title"), width=760)
        session = context.session
        self._reader = Reader(session.edition, session.catalogue, session.state)
        self._targets = self._citable()
        self.what = self._choice("what", [self._label(target, key) for key, target in self._targets])
        self.what.currentIndexChanged.connect(self._show)
        self.texts = [self._text(), self._text()]
        self.heads = [QLabel(), QLabel()]
        self.copies = [QPushButton(), QPushButton()]
        for number, (head, text, button) in enumerate(zip(self.heads, self.texts, self.copies, strict=True)):
            head.setBuddy(text)
            button.clicked.connect(lambda _=False, n=number: self._copy(n))
            self.body.addWidget(head)
            self.body.addWidget(text, 1)
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self._add_export()
        self._show()

    def _citable(self) -> list[tuple[str, Target | None]]:
        state = self.context.session.state
        found = (("selected", selected_target(state)), ("source", open_source_target(state)))
        citable: list[tuple[str, Target | None]] = [
            (key, target) for key, target in found if target and cite(self._reader, target, Style.NOTE)
        ]
        return [*citable, ("view", None)]

    def _label(self, target: Target | None, key: str) -> str:
        name = target_name(self._reader, target)[0] if target else ""
        return self.context.say(f"citing.sheet.{key}", name=name)

    def _choice(self, key: str, labels: list[str]) -> QComboBox:
        head = QLabel(self.context.say(f"citing.sheet.{key}"))
        choice = QComboBox()
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(20)
        choice.setAccessibleName(head.text())
        choice.addItems(labels)
        head.setBuddy(choice)
        self.body.addWidget(head)
        self.body.addWidget(choice)
        return choice

    @staticmethod
    def _text() -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return text

    def _show(self) -> None:
        say = self.context.say
        target = self._targets[self.what.currentIndex()][1]
        keys = ("note", "bibliography") if target else ("text",)
        for number, (head, text, button) in enumerate(zip(self.heads, self.texts, self.copies, strict=True)):
            shown = number < len(keys)
            for widget in (head, text, button):
                widget.setVisible(shown)
            if shown:
                head.setText(say(f"citing.sheet.{keys[number]}"))
                text.setAccessibleName(head.text())
                text.setPlainText(self._citation(target, keys[number]))
                button.setText(say(f"citing.sheet.copy-{keys[number]}"))

    def _citation(self, target: Target | None, key: str) -> str:
        return cite(self._reader, target, Style(key)) if target else view_citation(self.context.session)

    def _copy(self, number: int) -> None:
        self.context.commander.perform(CopyText(self.texts[number].toPlainText()))

    def _add_export(self) -> None:
        say, session = self.context.say, self.context.session
        head = QLabel(say("citing.sheet.export"))
        head.setProperty("role", "title")
        self.body.addWidget(head)
        self.scope, self.form = QComboBox(), QComboBox()
        for scope in Scope:
            if sources_in(session, scope):
                self.scope.addItem(say(f"citing.scope.{scope}"), scope)
        for form in Form:
            self.form.addItem(say(f"citing.form.{form}"), form)
        save = QPushButton(say("citing.sheet.save"))
        save.clicked.connect(self._save)
        save.setEnabled(self.scope.count() > 0)
        grid = QGridLayout()
        for column, (key, choice) in enumerate((("scope", self.scope), ("form", self.form))):
            choice.setAccessibleName(say(f"citing.sheet.{key}"))
            grid.addWidget(choice, 0, column)
        grid.addWidget(save, 0, 2)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)

    def _save(self) -> None:
        scope, form = self.scope.currentData(), self.form.currentData()
        self.accept()
        self.context.run("cite.export", scope=scope, form=form)

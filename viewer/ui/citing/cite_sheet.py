"""Show the citations of what is looked at, and give sources to other programs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from viewer.commands.effects import CopyText
from viewer.state.citing.entries import cite
from viewer.state.citing.export import Form, Scope, sources_in
from viewer.state.citing.style import Style
from viewer.state.citing.subject import open_source_target, selected_target
from viewer.state.citing.view import target_name, view_citation
from viewer.state.pages.reader import Reader
from viewer.state.pages.targets import Target
from viewer.ui.chooser import Chooser
from viewer.ui.context import Context
from viewer.ui.dialogs.plain_field import PlainField
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
        self.manner = self._choice("style", [context.say(f"citing.sheet.{style}") for style in Style])
        self.text = PlainField(context.say("citing.sheet.citation"), editable=False)
        copy = QPushButton(context.say("citing.sheet.copy"))
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: context.commander.perform(CopyText(self.text.toPlainText())))
        self.body.addWidget(self.text, 1)
        self.body.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeading)
        self._add_export()
        self.what.currentIndexChanged.connect(self._show)
        self.manner.currentIndexChanged.connect(self._show)
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
        choice = Chooser()
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(20)
        choice.setAccessibleName(head.text())
        choice.addItems(labels)
        head.setBuddy(choice)
        self.body.addWidget(head)
        self.body.addWidget(choice)
        return choice

    def _show(self) -> None:
        target = self._targets[self.what.currentIndex()][1]
        self.manner.setEnabled(target is not None)
        style = tuple(Style)[self.manner.currentIndex()]
        self.text.show_text(
            cite(self._reader, target, style) if target else view_citation(self.context.session)
        )

    def _add_export(self) -> None:
        say, session = self.context.say, self.context.session
        head = QLabel(say("citing.sheet.export"))
        head.setProperty("role", "title")
        self.body.addWidget(head)
        self.scope, self.form = Chooser(), Chooser()
        for scope in Scope:
            if sources_in(session, scope):
                self.scope.addItem(say(f"citing.scope.{scope}"), scope)
        for form in Form:
            self.form.addItem(say(f"citing.form.{form}"), form)
        save = QPushButton(say("citing.sheet.save"))
        save.setAutoDefault(False)
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

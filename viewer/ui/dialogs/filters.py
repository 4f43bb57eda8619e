"""Choose which events are shown, with the number of events for each choice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QTabWidget, QWidget

from viewer.base.normalise import normalise
from viewer.model.ids import WarningKind
from viewer.state.counts import facet_counts
from viewer.state.filters import EvidenceKind
from viewer.ui.context import Context
from viewer.ui.dialogs.key_column import AT_END, KeyColumn
from viewer.ui.dialogs.sheet import Sheet
from viewer.ui.line_field import LineField

FACETS = ("people", "groups", "places", "sources", "claims", "warnings")
VALUE = Qt.ItemDataRole.UserRole


class Filters(Sheet):
    """A tab for each kind of filter; ticks act at once."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Build the tabs with the counts of now."""
        super().__init__(context, parent, context.say("window.all_filters"), width=720)
        self.needle = LineField()
        self.needle.setPlaceholderText(context.say("dialog.filter_names"))
        self.needle.setAccessibleName(context.say("dialog.filter_names"))
        self.needle.textChanged.connect(self._narrow)
        self.tabs = QTabWidget()
        self.lists = {facet: self._facet(facet) for facet in FACETS}
        self.lists["evidence"] = self._evidence()
        for facet, choices in self.lists.items():
            self.tabs.addTab(choices, context.say(f"dialog.facet.{facet}"))
        clear = QPushButton(context.say("window.clear_filters"))
        clear.clicked.connect(self._clear)
        # In an exhibition the keyboard on the screen writes into the search field alone.
        self.needle.setVisible(not context.kiosk)
        self.body.addWidget(self.needle)
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeading)

    def _facet(self, facet: str) -> QListWidget:
        counts = facet_counts(self.context.session, facet)
        chosen = getattr(self.context.session.state.filters, facet)
        named = [(self._name(facet, value), value, n) for value, n in counts.items() if n or value in chosen]
        choices = self._list(facet)
        for name, value, n in sorted(named, key=lambda row: (-row[2], row[0])):
            self._add(choices, name, value, n, value in chosen)
        return choices

    def _evidence(self) -> QListWidget:
        choices = self._list("evidence")
        chosen = self.context.session.state.filters.evidence
        for kind in EvidenceKind:
            self._add(
                choices, self.context.say(f"command.find.{kind.value}.title"), kind, None, kind in chosen
            )
        return choices

    def _list(self, facet: str) -> QListWidget:
        choices = QListWidget()
        choices.setItemDelegate(KeyColumn(self.context.colours, choices))
        choices.itemChanged.connect(lambda item: self._toggle(facet, item))
        choices.itemActivated.connect(self._flip)
        return choices

    def _add(self, choices: QListWidget, name: str, value: str, count: int | None, on: bool) -> None:
        number = "" if count is None else self.context.session.catalogue.number(count)
        item = QListWidgetItem(name)
        item.setToolTip(name)
        item.setData(VALUE, value)
        item.setData(AT_END, number)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, number)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        choices.blockSignals(True)
        choices.addItem(item)
        choices.blockSignals(False)

    def _toggle(self, facet: str, item: QListWidgetItem) -> None:
        self.context.run("find.toggle", field=facet, value=item.data(VALUE))

    @staticmethod
    def _flip(item: QListWidgetItem) -> None:
        on = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _clear(self) -> None:
        self.context.run("find.clear")
        self.accept()

    def _narrow(self, text: str) -> None:
        for choices in self.lists.values():
            for row in range(choices.count()):
                item = choices.item(row)
                item.setHidden(normalise(text) not in normalise(item.text()))

    def _name(self, facet: str, value: str) -> str:
        library, language = self.context.session.edition.library, self.context.session.language
        if facet == "warnings":
            label = library.about.warning_labels.get(WarningKind(value))
            return label.pick(language).text if label else value
        entry = getattr(library, facet).get(value)
        if entry is None:
            return value
        text = getattr(entry, {"sources": "title", "claims": "question"}.get(facet, "name"))
        return str(text.pick(language).text)

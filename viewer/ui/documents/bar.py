"""Name the open source, and choose between what we say it says and its documents."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QVBoxLayout, QWidget

from viewer.commands.command import Profile
from viewer.state.documents import Slot, open_source_of, slots_of
from viewer.ui.context import Context
from viewer.ui.elided import Elided
from viewer.ui.reading.piece import MARGIN

LONGEST = 30
"""Letters of a title on a tab; the whole title is in its tooltip."""


class DocumentBar(QWidget):
    """The title once it is out of sight; a tab for the digest and each document; the way to an own copy."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Follow the open source, the copies and the appearance."""
        super().__init__(parent)
        self._context = context
        self._numbers: list[int | None] = []
        self.title = Elided()
        self.title.setProperty("role", "soft")
        self._named = False
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.currentChanged.connect(self._choose)
        self.attach = QToolButton()
        self.attach.setProperty("flat", "true")
        self.attach.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.attach.clicked.connect(lambda: context.run("document.attach"))
        self._lay_out()
        context.session.store.watch(lambda state: state.source, lambda _: self.renew())
        context.session.copies.watch(self.renew)
        context.on_appearance(self.renew)
        self.renew()

    def renew(self) -> None:
        """Show the documents of the open source; hide where none is open."""
        session = self._context.session
        source, opened = open_source_of(session), session.state.source
        slots = slots_of(session, source) if source else ()
        attaching = source is not None and self._context.commander.profile is Profile.DESKTOP
        self.setVisible(source is not None)
        self._name()
        self.attach.setVisible(attaching)
        self.attach.setText(self._context.say("document.attach"))
        self.tabs.setAccessibleName(self._context.say("document.shown"))
        self.tabs.setVisible(bool(slots))
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self._numbers = [None, *(slot.number for slot in slots)]
        self.tabs.addTab(self._context.say("document.digest"))
        for slot in slots:
            at = self.tabs.addTab(self._words(slot, LONGEST))
            self.tabs.setTabToolTip(at, self._words(slot))
        number = opened.document if opened else None
        self.tabs.setCurrentIndex(self._numbers.index(number) if number in self._numbers else 0)
        self.tabs.blockSignals(False)

    def name_source(self, *, named: bool) -> None:
        """Name the open source, or leave that to its page, where its headline is in sight."""
        if named != self._named:
            self._named = named
            self._name()

    def _name(self) -> None:
        source, session = open_source_of(self._context.session), self._context.session
        flags = Qt.AlignmentFlag
        side = flags.AlignRight if session.catalogue.direction == "rtl" else flags.AlignLeft
        # A title in another script would else stand at the other side.
        self.title.setAlignment(flags.AlignAbsolute | side | flags.AlignVCenter)
        self.title.say(source.title.pick(session.language).text if source and self._named else "")

    def _lay_out(self) -> None:
        margin = MARGIN * round(self._context.sizes.label * 8 / 14)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 4)
        row.addSpacing(margin)
        row.addWidget(self.title, 1)
        row.addWidget(self.attach)
        row.addSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.tabs)

    def _words(self, slot: Slot, longest: int | None = None) -> str:
        say, session = self._context.say, self._context.session
        number = session.catalogue.digits(str(slot.number + 1))
        title = slot.title.pick(session.language).text if slot.title else ""
        title = title or say("document.untitled", number=number)
        if longest and len(title) > longest:
            title = title[:longest].rsplit(" ", 1)[0] + "…"
        return say("document.copy" if slot.copy else "document.document", title=title)

    def _choose(self, index: int) -> None:
        number = self._numbers[index]
        if number is None:
            self._context.run("document.digest")
        else:
            self._context.run("document.open", document=number)

"""Show the events as a list that keyboard and screen reader can walk through."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from viewer.commands.effects import Move
from viewer.model.ids import EventId
from viewer.state.transitions.select import selected_event
from viewer.ui.context import Context
from viewer.ui.listing.model import COLUMNS, EventModel

ROW = 2.1
"""Height of a row, in label sizes."""
ROOM_FOR_TRACK, ROOM_FOR_MARKS, ROOM_FOR_DATES = 70, 52, 95
"""Widths, in label sizes, from which the track is named beside its shape, the marks, and long dates whole."""


class EventList(QTableView):
    """A list with the selection of the window.

    A table asks its model only for rows that can be seen, so a million events cost no more than a hundred.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Build the list and follow the selection."""
        super().__init__(parent)
        self._context = context
        self.rows = EventModel(context, self)
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.activated.connect(self._open)
        # The current row alone says nothing: Qt sets it when the list merely gets the focus.
        self.selectionModel().selectionChanged.connect(lambda *_: self._open(self._chosen()))
        self.rows.modelReset.connect(self._follow)
        context.session.store.watch(selected_event, lambda _: self._follow())
        context.on_appearance(self.retell)
        self.retell()
        self._follow()

    def retell(self) -> None:
        """Fit the columns to the language and size of now."""
        self.setAccessibleName(self._context.say("window.list"))
        unit = self._context.sizes.label
        self.setIconSize(QSize(round(unit), round(unit)))
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(max(unit * ROW, self._context.sizes.target)))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(COLUMNS.index("title"), QHeaderView.ResizeMode.Stretch)
        self._fit()

    def resizeEvent(self, resized: QResizeEvent) -> None:
        """Let what is least needed give way on narrow windows; speech still tells all of a row."""
        super().resizeEvent(resized)
        self._fit()

    def _fit(self) -> None:
        unit, header = self._context.sizes.label, self.horizontalHeader()
        room = self.width() / unit
        self.setColumnHidden(COLUMNS.index("track"), room < ROOM_FOR_TRACK)
        self.setColumnHidden(COLUMNS.index("marks"), room < ROOM_FOR_MARKS)
        dates = 23 if room >= ROOM_FOR_DATES else min(17, room * 0.4)
        for name, width in (("date", dates), ("track", 13), ("marks", 20)):
            header.resizeSection(COLUMNS.index(name), round(unit * width))

    def move_selection(self, move: Move) -> None:
        """Select the neighbour of the current row."""
        last = self.rows.rowCount() - 1
        now = self._chosen().row()
        row = {
            Move.FIRST: 0,
            Move.LAST: last,
            Move.NEXT: now + 1,
            Move.DOWN: now + 1,
            Move.PREVIOUS: now - 1,
            Move.UP: now - 1,
        }[move]
        if last >= 0:
            self.setCurrentIndex(self.rows.index(min(max(row, 0), last), 0))

    def _chosen(self) -> QModelIndex:
        return next(iter(self.selectionModel().selectedRows()), QModelIndex())

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        event = self._context.session.edition.event_id(self.rows.event_at(index.row()))
        if event != selected_event(self._context.session.state):
            self._context.run("open.event", event=event)

    def _follow(self) -> None:
        event = selected_event(self._context.session.state)
        index = self._context.session.edition.index_of(EventId(event)) if event else None
        row = -1 if index is None else self.rows.row_of(index)
        if row < 0:
            self.clearSelection()
        elif row != self._chosen().row():
            self.setCurrentIndex(self.rows.index(row, 0))
            self.scrollTo(self.rows.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)

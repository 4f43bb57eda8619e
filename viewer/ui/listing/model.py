"""Give Qt's views the shown events, row by row, in time order."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from viewer.model.collection import Category
from viewer.model.columns import Flag
from viewer.state.pages.dates import event_date
from viewer.state.pages.reader import Reader
from viewer.state.session import Session
from viewer.ui.context import Context
from viewer.ui.theme.shapes import shape_icon

COLUMNS = ("date", "title", "track", "marks")
MARKS = ((Flag.CONTESTED, "contested"), (Flag.SENSITIVE, "sensitive"), (Flag.UNCHECKED, "unchecked"))
Index = QModelIndex | QPersistentModelIndex


class EventModel(QAbstractTableModel):
    """Rows are the shown events; texts are made only for rows that are looked at."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        """Follow the filters and the appearance."""
        super().__init__(parent)
        self._context = context
        self._rows = context.session.shown().indexes
        context.session.store.watch(lambda state: (state.filters, state.appearance), lambda _: self._renew())

    @property
    def session(self) -> Session:
        """The session whose events these are."""
        return self._context.session

    def row_of(self, index: int) -> int:
        """Return the row of an event index, or -1 when it is filtered out."""
        row = int(self._rows.searchsorted(index))
        return row if row < len(self._rows) and self._rows[row] == index else -1

    def event_at(self, row: int) -> int:
        """Return the event index of a row."""
        return int(self._rows[row])

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of events."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._context.say(f"window.list_column.{COLUMNS[section]}")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text, shape or spoken text of a cell."""
        column = COLUMNS[index.column()]
        event = self.event_at(index.row())
        if role == Qt.ItemDataRole.DecorationRole and column == "title":
            return self._icon(event)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "; ".join(filter(None, (self._text(event, name) for name in COLUMNS)))
        return self._text(event, column) if role == Qt.ItemDataRole.DisplayRole else None

    def _text(self, event: int, column: str) -> str:
        if column == "title":
            return self.session.edition.title(event, self.session.language).text
        if column == "date":
            return self._date(event)
        if column == "track":
            return self._category(event).label.pick(self.session.language).text
        return self._marks(event)

    def _date(self, event: int) -> str:
        session = self.session
        return event_date(
            Reader(session.edition, session.catalogue, session.state), session.edition.event(event)
        )

    def _marks(self, event: int) -> str:
        flags = int(self.session.edition.columns.flags[event])
        named = [self._context.say(f"window.mark.{name}") for flag, name in MARKS if flags & flag]
        return " · ".join(named)

    def _category(self, event: int) -> Category:
        number = int(self.session.edition.columns.category[event])
        return list(self.session.edition.library.categories.values())[number]

    def _icon(self, event: int) -> QIcon:
        track = self.session.edition.library.tracks[self._category(event).track]
        side = round(self._context.sizes.label)
        colours = self._context.colours
        icon = QIcon(shape_icon(track.shape, colours.track(track.colour), side))
        icon.addPixmap(shape_icon(track.shape, colours.panel, side), QIcon.Mode.Selected)
        return icon

    def _renew(self) -> None:
        self.beginResetModel()
        self._rows = self.session.shown().indexes
        self.endResetModel()

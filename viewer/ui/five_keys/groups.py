"""Say which widgets of a pane the keys stop at, in reading order."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QScrollArea, QTabBar, QWidget

from viewer.ui.keyboard.key import Key
from viewer.ui.reading.boxes import GatePiece
from viewer.ui.reading.pane import ReadingPane
from viewer.ui.reading.texts import EyebrowPiece

_KINDS: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit, QTabBar, QComboBox)


def stops_in(pane: QWidget) -> list[QWidget]:
    """Return what can be pressed inside a pane: links in the order of the text, all else as it stands."""
    found = [one for kind in _KINDS for one in pane.findChildren(kind) if _is_stop(one)]
    texts = {area: links_of(area) for area in [pane, *pane.findChildren(ReadingPane)] if _reads(area)}
    linked = {link for links in texts.values() for link in links}
    others = sorted((one for one in found if one not in linked), key=lambda one: _place(pane, one))
    rows = [(_place(pane, one), [one]) for one in others]
    rows += [(_place(pane, area), links) for area, links in texts.items() if links]
    return [one for _, some in sorted(rows, key=lambda row: row[0]) for one in some]


def links_of(area: QWidget) -> list[QWidget]:
    """Return the links of a page in reading order."""
    links = area.column.links() if isinstance(area, ReadingPane) and area.isVisible() else []
    return [link for link in links if _is_stop(link)]


def entry_of(pane: QWidget) -> QWidget | None:
    """Return where the keys begin in a pane: at a content warning, else behind the ways to the neighbours."""
    stops = stops_in(pane)
    gated = next((one for one in stops if _inside(one, GatePiece)), None)
    plain = next((one for one in stops if not _inside(one, EyebrowPiece)), None)
    return gated or plain or next(iter(stops), None)


def area_of(stop: QWidget) -> QScrollArea | None:
    """Return the scrolling page on which a stop stands."""
    above = stop.parentWidget()
    while above is not None and not isinstance(above, ReadingPane):
        above = above.parentWidget()
    return above


def _reads(area: QWidget) -> bool:
    return isinstance(area, ReadingPane) and area.isVisible()


def _inside(widget: QWidget, kind: type[QWidget]) -> bool:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, kind):
        above = above.parentWidget()
    return above is not None


def _is_stop(widget: QWidget) -> bool:
    # In a group of which one is chosen, Qt keeps the Tab key for the chosen one alone.
    reached = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus or isinstance(widget, Key)
    inner = isinstance(widget.parentWidget(), QLineEdit | QTabBar | QComboBox)
    return reached and not inner and widget.isVisible() and widget.isEnabled()


def _place(pane: QWidget, widget: QWidget) -> tuple[int, int]:
    """Return row and place along the row, from the start side of the language."""
    middle = widget.mapTo(pane, QPoint(widget.width() // 2, widget.height() // 2))
    mirrored = pane.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return middle.y() // 24, -middle.x() if mirrored else middle.x()

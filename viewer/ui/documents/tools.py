"""The tools above a document: cited passages, search, pages and zoom; only those that its kind has."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from viewer.ui.chooser import Chooser
from viewer.ui.context import Context
from viewer.ui.line_field import LineField
from viewer.ui.window.flow import FlowLayout

PAUSE_MS = 150
"""From the last letter to the search."""


class DocumentTools(QWidget):
    """A wrapping row of groups."""

    place_chosen = Signal(int)
    place_stepped = Signal(int)
    turned = Signal(int)
    zoom_stepped = Signal(int)
    """+1 larger, -1 smaller, 0 to fit."""
    searched = Signal(str)
    hit_stepped = Signal(int)
    strip_switched = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Build all groups."""
        super().__init__(parent)
        self._context = context
        self._buttons: dict[str, QToolButton] = {}
        self.places = Chooser()
        self.places.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.places.setMinimumContentsLength(16)
        self.places.activated.connect(self.place_chosen.emit)
        self.field = LineField()
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(150)
        self.field.installEventFilter(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.field.text()))
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.hits, self.page, self.zoom = QLabel(), QLabel(), QLabel()
        for label in (self.hits, self.page, self.zoom):
            label.setProperty("role", "soft")
        self._groups = self._grouped()
        flow = FlowLayout(self, gap=8)
        flow.setContentsMargins(16, 4, 16, 4)
        for group in self._groups.values():
            flow.addWidget(group)

    def button(self, name: str) -> QToolButton:
        """Return a button by the key of its message."""
        return self._buttons[name]

    def retell(self) -> None:
        """Say all names again."""
        say = self._context.say
        for name, button in self._buttons.items():
            button.setAccessibleName(say(f"document.{name}"))
            button.setToolTip(say(f"document.{name}"))
        self.button("pages").setText(say("document.pages"))
        self.field.setPlaceholderText(say("document.find"))
        self.field.setAccessibleName(say("document.find"))
        self.places.setAccessibleName(say("document.passage"))

    def offer(self, *, pages: bool, zoom: bool, search: bool) -> None:
        """Show the groups that the kind of document has."""
        self._groups["pages"].setVisible(pages)
        self._groups["zoom"].setVisible(zoom)
        self._groups["search"].setVisible(search)

    def show_places(self, words: Sequence[str], current: int | None) -> None:
        """List the cited places, and show at which the reader stands."""
        self._groups["places"].setVisible(bool(words))
        self.places.clear()
        self.places.addItems(list(words))
        self.places.setPlaceholderText(self._context.say("document.no_passage"))
        self.places.setCurrentIndex(-1 if current is None else current)
        self.places.setToolTip(self.places.currentText())
        # The list may be wider than the box, so that what is said of each passage is read whole.
        self.places.view().setMinimumWidth(self.places.view().sizeHintForColumn(0) + 32)
        self.button("previous_passage").setEnabled(current is not None and current > 0)
        self.button("next_passage").setEnabled(current is None or current < len(words) - 1)

    def show_page(self, page: int, pages: int) -> None:
        """Show at which page the reader is."""
        digits = self._context.session.catalogue.digits
        words = self._context.say("document.page", page=digits(str(page)), total=digits(str(pages)))
        self.page.setText(words)
        self.button("previous_page").setEnabled(page > 1)
        self.button("next_page").setEnabled(page < pages)

    def show_zoom(self, zoom: float) -> None:
        """Show the zoom in per cent."""
        self.zoom.setText(self._context.say("document.zoom", percent=round(zoom * 100)))

    def show_hits(self, words: str, *, any_hit: bool) -> None:
        """Say how many hits there are."""
        self.hits.setText(words)
        self.button("find_previous").setEnabled(any_hit)
        self.button("find_next").setEnabled(any_hit)

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        """Step through the hits with Enter and Shift+Enter."""
        if watched is self.field and happened.type() is QEvent.Type.KeyPress:
            key = happened
            if isinstance(key, QKeyEvent) and key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = bool(key.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.hit_stepped.emit(-1 if back else 1)
                return True
        return super().eventFilter(watched, happened)

    def _grouped(self) -> dict[str, QWidget]:
        strip = self._made("pages", "")
        strip.setCheckable(True)
        strip.toggled.connect(self.strip_switched.emit)
        place, turn, zoom = self.place_stepped.emit, self.turned.emit, self.zoom_stepped.emit
        hit = self.hit_stepped.emit
        return {
            "places": _row(
                self._made("previous_passage", "‹", lambda: place(-1)),
                self.places,
                self._made("next_passage", "›", lambda: place(1)),
            ),
            "pages": _row(
                strip,
                self._made("previous_page", "‹", lambda: turn(-1)),
                self.page,
                self._made("next_page", "›", lambda: turn(1)),
            ),
            "zoom": _row(
                self._made("zoom_out", "−", lambda: zoom(-1)),
                self.zoom,
                self._made("zoom_in", "+", lambda: zoom(1)),
                self._made("fit", "↔", lambda: zoom(0)),
            ),
            "search": _row(
                self.field,
                self.hits,
                self._made("find_previous", "‹", lambda: hit(-1)),
                self._made("find_next", "›", lambda: hit(1)),
            ),
        }

    def _made(self, name: str, text: str, press: Callable[[], None] | None = None) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        if press:
            button.setProperty("flat", "true")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if press:
            button.clicked.connect(press)
        self._buttons[name] = button
        return button


def _row(*widgets: QWidget) -> QWidget:
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    return group

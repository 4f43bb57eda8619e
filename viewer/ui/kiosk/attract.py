"""What passes over the screen while nobody is there: the timeline, drifting, and a few headlines above it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from viewer.base.instant import DAY
from viewer.base.messages import Catalogue
from viewer.model.ids import EventId
from viewer.state.pages.dates import event_date
from viewer.state.pages.reader import Reader
from viewer.state.selection import EventSelected, Nothing
from viewer.state.transitions.time import clamped
from viewer.state.view_state import Language, Range
from viewer.ui.context import Context
from viewer.ui.kiosk.drift import Drift
from viewer.ui.kiosk.headlines import Headline
from viewer.ui.kiosk.plate import MARGIN, Plate
from viewer.ui.timeline.timeline_view import TimelineView

TICK_MS = 40
FADE_S = 1.2
WAY = 0.6
"""Share of a headline's time in which the timeline reaches it."""
WIDEST = 120 * DAY
"""Widest stretch shown around one event."""
TITLE, HINT = 54, 44
"""Parts of the screen of which the type of title and hint takes one."""


class Attract(QWidget):
    """Runs only while it is seen; takes no input itself."""

    def __init__(self, context: Context, lines: Sequence[Headline], seconds: float) -> None:
        """Take a session of its own, which nobody else looks at, and the lines of a round."""
        super().__init__()
        self.setObjectName("attract")
        self._context = context
        self._lines = lines or (Headline(),)
        self._seconds = seconds
        self._origin = context.session.state
        self._languages = tuple(context.session.catalogues)
        self._shown = -1
        self._drift = Drift(self._origin.visible, self._origin.visible)
        colours = context.colours
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"QWidget#attract {{ background: {colours.ground}; }}")
        self.timeline = TimelineView(context.session, context.commander)
        self.timeline.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.timeline.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.plate = Plate(colours)
        self.titles = [self._label(words, "title") for words in context.session.catalogues.values()]
        self.hints = [self._label(words, "hint") for words in context.session.catalogues.values()]
        self.notice = QLabel()
        self._rows: list[QHBoxLayout] = []
        mirrored = next(iter(context.session.catalogues.values())).direction == "rtl"
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        )
        self._lay_out()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    def warn(self, lines: Sequence[str]) -> None:
        """Show what is wrong with the venue file, small, for the staff; nothing when nothing is."""
        self.notice.setText("\n".join(lines))
        self.notice.setVisible(bool(lines))

    def showEvent(self, shown: object) -> None:
        """Begin the round."""
        del shown
        self._shown = -1
        self._clock.start()
        self._timer.start()
        self.tick()

    def hideEvent(self, hidden: object) -> None:
        """Rest."""
        del hidden
        self._timer.stop()

    def tick(self) -> None:
        """Show what belongs to this moment."""
        self.show_moment(self._clock.elapsed() / 1000)

    def show_moment(self, seconds: float) -> None:
        """Show what belongs to so many seconds after the begin: each line in each language, then the next."""
        turn = int(seconds / self._seconds)
        if turn != self._shown:
            self._turn(turn)
        inside = seconds - turn * self._seconds
        if self._still:
            self.plate.fade(1.0)
            return
        self.plate.fade(min(inside / FADE_S, (self._seconds - inside) / FADE_S, 1.0))
        share = inside / (self._seconds * WAY)
        if self._drift.origin != self._drift.target and share <= 1 + TICK_MS / 100:
            self.timeline.set_visible(*(round(edge) for edge in self._drift.at(share)))

    @property
    def _still(self) -> bool:
        return self._origin.appearance.reduced_motion

    def _turn(self, turn: int) -> None:
        """Take the next line, or the next language of the same one."""
        self._shown = turn
        count = len(self._languages)
        language = self._languages[turn % count]
        line = self._lines[(turn // count) % len(self._lines)]
        store = self._context.session.store
        look = replace(self._origin.appearance, language=Language(language))
        chosen = EventSelected(line.event) if line.event else Nothing()
        store.apply(lambda state: replace(state, appearance=look, selection=chosen))
        store.history.clear()
        self._say(line)
        target = self._range_of(line.event)
        self._drift = Drift(store.state.visible, target)
        if self._still:
            self.timeline.set_visible(target.start, target.end)

    def _say(self, line: Headline) -> None:
        session = self._context.session
        index = session.edition.index_of(line.event) if line.event else None
        if index is None:
            title = line.text or session.edition.library.about.title
            self.plate.show_line(session.catalogue, title.pick(session.language).text)
            return
        date = event_date(
            Reader(session.edition, session.catalogue, session.state), session.edition.event(index)
        )
        self.plate.show_line(session.catalogue, session.edition.title(index, session.language).text, date)

    def _range_of(self, event: EventId | None) -> Range:
        """Return the stretch of time around an event; where the round began without one."""
        session = self._context.session
        index = session.edition.index_of(event) if event else None
        columns = session.edition.columns
        if index is None or index >= columns.placed:
            return self._origin.visible
        middle = (int(columns.start_min[index]) + min(int(columns.end_max[index]), session.whole().end)) / 2
        length = min(self._origin.visible.length, WIDEST)
        return clamped(middle - length / 2, middle + length / 2)

    def _label(self, words: Catalogue, role: str) -> QLabel:
        about = self._context.session.edition.library.about
        text = about.title.pick(words.language).text if role == "title" else words.say("kiosk.attract.hint")
        label = QLabel(text)
        label.setWordWrap(True)
        return label

    def resizeEvent(self, resized: object) -> None:
        """Let the type grow with the screen."""
        del resized
        colours = self._context.colours
        side = min(self.width() * 1.5, self.height() * 1.4)
        for labels, part, ink in ((self.titles, TITLE, colours.soft), (self.hints, HINT, colours.ink)):
            for label in labels:
                label.setStyleSheet(f"font-size: {round(side / part)}px; color: {ink};")
        margin = round(self.width() * MARGIN)
        for row in self._rows:
            row.setContentsMargins(margin, 0, margin, 0)
        self.notice.setStyleSheet(f"color: {colours.warning}; padding: 4px 16px;")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(16)
        column.addLayout(self._row(self.titles))
        column.addWidget(self.plate, 5)
        column.addWidget(self.timeline, 6)
        column.addLayout(self._row(self.hints))
        self.notice.setWordWrap(True)
        self.notice.hide()
        column.addWidget(self.notice)

    def _row(self, labels: Sequence[QLabel]) -> QHBoxLayout:
        """Put the languages side by side: the first at its own side of the screen, the last at the other."""
        row = QHBoxLayout()
        for place, label in enumerate(labels):
            label.setAlignment(self._alignment(place, len(labels)))
            row.addWidget(label, 1)
        self._rows.append(row)
        return row

    def _alignment(self, place: int, count: int) -> Qt.AlignmentFlag:
        """Return where a text stands, whichever way it runs itself: a label would turn sides with it."""
        flags = Qt.AlignmentFlag
        if 0 < place < count - 1:
            return flags.AlignHCenter
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return flags.AlignAbsolute | (flags.AlignLeft if (place == 0) != mirrored else flags.AlignRight)

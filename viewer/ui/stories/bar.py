"""The bar at the foot of the window in which a guided tour is told."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.state.pages.reader import Reader
from viewer.state.pages.story import is_story_open, story_page, told_story
from viewer.ui.context import Context
from viewer.ui.follow import follow
from viewer.ui.reading.pane import ReadingPane
from viewer.ui.reading_panes import look_of
from viewer.ui.stories.progress import ProgressLine
from viewer.ui.stories.teller import Teller
from viewer.ui.timeline.timeline_view import TimelineView

SHARE = 0.34
"""Largest share of the window's height that the text of a step takes; longer ones scroll."""
ROOM_FOR_BOTH = 1000
"""Width, at 100 % text, from which the buttons stand beside the text."""
FOOT = 3
"""Steps of the grid by which the empty foot of a page is shortened here."""


class StoryBar(QFrame):
    """Hidden without a story; one line once the story was left; else its text and its buttons."""

    def __init__(self, context: Context, timeline: TimelineView, panes: QWidget) -> None:
        """Build the bar and follow the state."""
        super().__init__()
        self.setObjectName("story")
        self._context = context
        self.text = ReadingPane(look_of(context))
        self.text.activated.connect(lambda target: follow(context, target))
        self.line = ProgressLine(context)
        self.previous = self._button("story.previous")
        self.pause = self._button("story.pause")
        self.next = self._button("story.next")
        self.leave = self._button("story.leave")
        self.end = self._button("story.end")
        self.left = QLabel()
        self.left.setProperty("role", "soft")
        self.left.setWordWrap(True)
        self._lay_out()
        self.teller = Teller(context, timeline, panes, self)
        self.teller.clock.ticked.connect(self.line.show_share)
        context.session.store.watch(
            lambda s: (s.story, s.revealed, s.appearance, s.source), lambda _: self.renew()
        )
        self.renew()

    def renew(self) -> None:
        """Show what the state says of the story."""
        session = self._context.session
        reader = Reader(session.edition, session.catalogue, session.state)
        place = session.state.story
        shown = told_story(reader) is not None
        told = shown and is_story_open(reader) and place is not None and not place.left
        left = place is not None and place.left
        self.text.set_look(look_of(self._context))
        if shown:
            self._write(reader, left=left)
        self.text.setVisible(shown and not left)
        self.controls.setVisible(told or left)
        self.line.setVisible(told)
        for button in (self.previous, self.next, self.leave):
            button.setVisible(told)
        self.end.setVisible(left)
        self.setVisible(shown)
        self._fit()

    def resizeEvent(self, resized: QResizeEvent) -> None:
        """Give the text the height it needs at the new width."""
        super().resizeEvent(resized)
        self._fit()

    def _write(self, reader: Reader, *, left: bool) -> None:
        say, place, story = reader.say, reader.state.story, told_story(reader)
        if place is None or story is None:
            return
        total, n = len(story.steps), place.step + 1
        self.setAccessibleName(say("story.name"))
        self.text.show_page(story_page(reader))
        self.previous.setText(say("story.previous"))
        self.previous.setEnabled(place.step > 0)
        self.next.setText(say("story.next") if n < total else say("story.finish"))
        self.pause.setText(say("story.resume" if left else "story.hold" if place.playing else "story.go_on"))
        self.leave.setText(say("story.leave"))
        self.end.setText(say("story.end"))
        title = reader.plain(story.title)
        self.left.setText(say("story.left", title=title, n=n, total=total))
        self.left.setVisible(left)

    def _lay_out(self) -> None:
        self.controls = QWidget()
        row = QHBoxLayout(self.controls)
        row.setContentsMargins(16, 4, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.left, 1)
        for button in (self.previous, self.pause, self.next):
            row.addWidget(button)
        row.addSpacing(16)
        row.addWidget(self.leave)
        row.addWidget(self.end)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addWidget(self.text, 1)
        self._body.addWidget(self.controls)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addLayout(self._body)

    def _button(self, command: str) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._context.run(command))
        return button

    def _fit(self) -> None:
        """Put the buttons beside the text where there is room, and show as much of it as may be."""
        look = self._context.session.state.appearance
        roomy = self.width() / look.text_scale >= ROOM_FOR_BOTH
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if roomy else direction.TopToBottom)
        if self.text.isHidden():
            return
        beside = self.controls.sizeHint().width() if roomy and not self.controls.isHidden() else 0
        bar = self.text.verticalScrollBar().sizeHint().width()
        foot = FOOT * round(self._context.sizes.label * 8 / 14)
        wanted = self.text.column.arrange(max(self.width() - beside - bar, 80)) - foot
        most = max(round(self.window().height() * SHARE), 80)
        policy = Qt.ScrollBarPolicy
        fits = wanted <= most
        self.text.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)
        self.text.setFixedHeight(min(wanted, most))

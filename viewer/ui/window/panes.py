"""Share the room between the timeline above and the two reading panes below."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QTabWidget, QVBoxLayout, QWidget

from viewer.ui.window.shares import Shares

WIDE = 900
"""Width from which detail and source stand side by side (at 100 % text)."""
ROOMY = 600
"""Height from which the timeline and a text fit above each other (at 100 % text)."""
TALL = 1.2
"""From this ratio of height to width the panes stack."""


class Arrangement(StrEnum):
    """How the three panes share the room."""

    COLUMNS = "columns"
    ROWS = "rows"
    TABS = "tabs"
    """Detail and source are tabs below the timeline."""
    PAGES = "pages"
    """All three are tabs, because the window is low."""


TIME_SHARE = {
    Arrangement.ROWS: 0.42,
    Arrangement.COLUMNS: 0.64,
    Arrangement.TABS: 0.55,
    Arrangement.PAGES: 0.0,
}
"""Share of the height that the timeline takes."""
LOW = 880
LOW_TIME_SHARE = 0.56
"""Below this height, at 100 % text, the texts get more of it."""
READING_TIME_SHARE = 0.36
"""The same while a question is read, whose answers need room."""
READING_SHARE = (62, 38)
"""Sides of detail and source while a question is read."""
ALONE_SHARE = (70, 30)
"""The same above each other while no source is open."""


class Panes(QWidget):
    """Time on top; below it detail and source: side by side, stacked, or as tabs."""

    def __init__(
        self, time: QWidget, detail: QWidget, source: QWidget, parent: QWidget | None = None
    ) -> None:
        """Take the three panes."""
        super().__init__(parent)
        self._panes = (time, detail, source)
        self._titles = ("", "", "")
        self._scale = 1.0
        self._reading = False
        self._sourced = False
        self._lent = False
        self._arrangement: Arrangement | None = None
        self.stack = QSplitter(Qt.Orientation.Vertical)
        self.pair = QSplitter(Qt.Orientation.Horizontal)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.stack.addWidget(time)
        self.stack.addWidget(self.pair)
        self.stack.addWidget(self.tabs)
        self.stack.setChildrenCollapsible(False)
        self.pair.setChildrenCollapsible(False)
        self.shares = Shares(self.stack, self.pair, self._situation)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self._arrange(Arrangement.COLUMNS)

    @property
    def arrangement(self) -> Arrangement | None:
        """How the panes stand now."""
        return self._arrangement

    def retell(self, titles: tuple[str, str, str], scale: float) -> None:
        """Name the tabs and take the text scale, on which the arrangement depends."""
        self._titles = titles
        self._scale = scale
        for number in range(self.tabs.count()):
            self.tabs.setTabText(number, self._title_of(self.tabs.widget(number)))
        self._fit()

    def set_reading(self, *, reading: bool) -> None:
        """Give the detail pane more room while a question is read."""
        if reading != self._reading:
            self._reading = reading
            self._share()

    def set_sourced(self, *, sourced: bool) -> None:
        """Leave the room to the detail, where it is above the source, while no source is open."""
        if sourced != self._sourced:
            self._sourced = sourced
            if self._arrangement is Arrangement.ROWS:
                self._share()

    def bring(self, pane: QWidget) -> None:
        """Bring a pane to the front where panes are tabs."""
        if self.tabs.indexOf(pane) >= 0:
            self.tabs.setCurrentWidget(pane)

    def lend_source(self) -> QWidget:
        """Give the source pane away, to a screen of its own."""
        source = self._panes[2]
        self._lent = True
        source.setParent(None)
        self._share()
        return source

    def take_back_source(self) -> None:
        """Put the source pane back beside the others."""
        self._lent = False
        arrangement, self._arrangement = self._arrangement, None
        if arrangement is not None:
            self._arrange(arrangement)

    def resizeEvent(self, resized: object) -> None:
        """Choose the arrangement for the new size."""
        del resized
        self._fit()

    def _fit(self) -> None:
        width, height = self.width() / self._scale, self.height() / self._scale
        if height > width * TALL and width >= WIDE * 0.7:
            self._arrange(Arrangement.ROWS)
        elif width >= WIDE:
            self._arrange(Arrangement.COLUMNS)
        else:
            self._arrange(Arrangement.TABS if height >= ROOMY else Arrangement.PAGES)

    def _arrange(self, arrangement: Arrangement) -> None:
        if arrangement is self._arrangement:
            return
        self._arrangement = arrangement
        with _focus_kept():
            self._place(arrangement)
        self._share()

    def _place(self, arrangement: Arrangement) -> None:
        time, *texts = self._panes[:2] if self._lent else self._panes
        tabbed = arrangement in (Arrangement.TABS, Arrangement.PAGES)
        front = self.tabs.currentIndex()
        if arrangement is Arrangement.PAGES:
            self.tabs.insertTab(0, time, self._title_of(time))
        else:
            self.stack.insertWidget(0, time)
        if tabbed:
            for pane in texts:
                self.tabs.addTab(pane, self._title_of(pane))
            self.tabs.setCurrentIndex(max(front, 0))
        else:
            rows = arrangement is Arrangement.ROWS
            self.pair.setOrientation(Qt.Orientation.Vertical if rows else Qt.Orientation.Horizontal)
            for pane in texts:
                self.pair.addWidget(pane)
        time.setVisible(True)
        if not tabbed:
            for pane in texts:
                pane.setVisible(True)
        self.tabs.setVisible(tabbed)
        self.pair.setVisible(not tabbed)

    def _share(self) -> None:
        if self._arrangement is None:
            return
        height = max(self.height(), 1)
        time = TIME_SHARE[self._arrangement]
        if self._arrangement is Arrangement.COLUMNS and height < LOW * self._scale:
            time = LOW_TIME_SHARE
        wide = self._reading and self._arrangement is Arrangement.COLUMNS
        if wide:
            time = READING_TIME_SHARE
        rest = round(height * (1 - time))
        self.stack.setSizes([round(height * time), rest, rest])
        if self._arrangement in (Arrangement.COLUMNS, Arrangement.ROWS):
            whole = self.width() if self._arrangement is Arrangement.COLUMNS else rest
            alone = self._arrangement is Arrangement.ROWS and not self._sourced
            first, second = READING_SHARE if self._reading else ALONE_SHARE if alone else (50, 50)
            self.pair.setSizes([whole * first // 100, whole * second // 100])
        self.shares.apply()

    def _situation(self) -> str:
        """Name what a person's own sharing of the room belongs to."""
        return f"{self._arrangement}{'-reading' if self._reading else ''}"

    def _title_of(self, pane: QWidget | None) -> str:
        return self._titles[self._panes.index(pane)] if pane in self._panes else ""


@contextmanager
def _focus_kept() -> Iterator[None]:
    """Give the focus back to who held it, since moving a pane takes it away."""
    held = QApplication.focusWidget()
    yield
    if held is not None:
        held.setFocus()

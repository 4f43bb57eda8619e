"""Share the room between the timeline above and the two reading panes below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

WIDE = 900
"""Width from which detail and source stand side by side (at 100 % text)."""
TALL = 1.2
"""From this ratio of height to width the panes stack."""


class Panes(QWidget):
    """Time on top; below it detail and source: side by side, stacked, or as tabs."""

    def __init__(
        self, time: QWidget, detail: QWidget, source: QWidget, parent: QWidget | None = None
    ) -> None:
        """Take the three panes."""
        super().__init__(parent)
        self._detail, self._source = detail, source
        self._scale = 1.0
        self._titles = ("", "")
        self._arrangement = ""
        self.stack = QSplitter(Qt.Orientation.Vertical)
        self.pair = QSplitter(Qt.Orientation.Horizontal)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.stack.addWidget(time)
        self.stack.addWidget(self.pair)
        self.stack.addWidget(self.tabs)
        self.stack.setChildrenCollapsible(False)
        self.pair.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self._arrange("columns")

    def retell(self, detail: str, source: str, scale: float) -> None:
        """Name the tabs and take the text scale, on which the arrangement depends."""
        self._titles = (detail, source)
        self._scale = scale
        for number in range(self.tabs.count()):
            self.tabs.setTabText(number, self._titles[number])
        self._fit()

    def show_source(self) -> None:
        """Bring the source to the front where the panes are tabs."""
        if self._arrangement == "tabs":
            self.tabs.setCurrentWidget(self._source)

    def show_detail(self) -> None:
        """Bring the detail to the front where the panes are tabs."""
        if self._arrangement == "tabs":
            self.tabs.setCurrentWidget(self._detail)

    def resizeEvent(self, resized: object) -> None:
        """Choose the arrangement for the new size."""
        del resized
        self._fit()

    def _fit(self) -> None:
        if self.height() > self.width() * TALL and self.width() >= WIDE * self._scale * 0.7:
            self._arrange("rows")
        elif self.width() >= WIDE * self._scale:
            self._arrange("columns")
        else:
            self._arrange("tabs")

    def _arrange(self, arrangement: str) -> None:
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        tabbed = arrangement == "tabs"
        if tabbed:
            for pane, title in zip((self._detail, self._source), self._titles, strict=True):
                self.tabs.addTab(pane, title)
        else:
            self.pair.setOrientation(
                Qt.Orientation.Vertical if arrangement == "rows" else Qt.Orientation.Horizontal
            )
            self.pair.addWidget(self._detail)
            self.pair.addWidget(self._source)
            self._detail.show()
            self._source.show()
            self.pair.setSizes([500, 500])
        self.tabs.setVisible(tabbed)
        self.pair.setVisible(not tabbed)
        self._share()

    def _share(self) -> None:
        height = max(self.height(), 1)
        time = {"rows": 0.42, "columns": 0.66, "tabs": 0.55}[self._arrangement]
        rest = round(height * (1 - time))
        self.stack.setSizes([round(height * time), rest, rest])

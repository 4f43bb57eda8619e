"""The one window of an exhibition: full screen, without a frame, never closed by hand."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QStackedLayout, QWidget


class Shell(QWidget):
    """Shows one page at a time, and overlays over it."""

    def __init__(self) -> None:
        """Start black."""
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("Sanad")
        self.setObjectName("window")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._overlays: list[QWidget] = []
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self.dark = QWidget()
        self.dark.setObjectName("dark")
        self.dark.setStyleSheet("QWidget#dark { background: #000000; }")
        self.dark.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.dark.setCursor(Qt.CursorShape.BlankCursor)
        self._pages.addWidget(self.dark)
        self.may_close = False
        """Set by whoever ends the program, and by nothing that a hand can do."""

    @property
    def page(self) -> QWidget | None:
        """The page shown now."""
        return self._pages.currentWidget()

    def add(self, page: QWidget) -> None:
        """Take a page, hidden at first."""
        self._pages.addWidget(page)

    def remove(self, page: QWidget) -> None:
        """Let go of a page."""
        self._pages.removeWidget(page)
        page.hide()

    def turn_to(self, page: QWidget) -> None:
        """Show a page and no overlay."""
        for overlay in self._overlays:
            overlay.hide()
        self._pages.setCurrentWidget(page)

    def add_overlay(self, overlay: QWidget) -> None:
        """Take something that may lie over any page, hidden at first."""
        overlay.setParent(self)
        overlay.hide()
        self._overlays.append(overlay)

    def cover(self, overlay: QWidget) -> None:
        """Lay an overlay over the whole window."""
        overlay.setGeometry(self.rect())
        overlay.show()
        overlay.raise_()

    def fill(self, screen: QScreen) -> None:
        """Fill a screen, whatever its size has become."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, resized: QResizeEvent) -> None:
        """Let the overlays cover the new size."""
        super().resizeEvent(resized)
        for overlay in self._overlays:
            overlay.setGeometry(self.rect())

    def is_seen(self) -> bool:
        """Tell whether the window is on a screen."""
        window = self.window().windowHandle()
        return self.isVisible() and window.isExposed()

    def changeEvent(self, changed: QEvent) -> None:
        """Undo that a window manager makes the window small."""
        super().changeEvent(changed)
        if changed.type() is QEvent.Type.WindowStateChange and self.isMinimized():
            self.showFullScreen()

    def closeEvent(self, close: QCloseEvent) -> None:
        """Stay, whoever asks: a key, a window manager, a task bar."""
        if self.may_close:
            super().closeEvent(close)
        else:
            close.ignore()

"""Buttons of a page, and the choices above the accounts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from viewer.state.pages.accounts import Choice
from viewer.state.pages.blocks import Action, Actions
from viewer.ui.reading.kit import SEMIBOLD, Kit
from viewer.ui.reading.piece import Piece


class PageButton(QAbstractButton):
    """A framed button; a chosen one is filled."""

    def __init__(
        self, kit: Kit, label: str, follow: Callable[[], None], parent: QWidget, *, chosen: bool | None = None
    ) -> None:
        """Make a button; `chosen` is given where it is one of several choices."""
        super().__init__(parent)
        self._kit, self._follow = kit, follow
        self.setText(label)
        self.setFont(kit.look.label_font(SEMIBOLD if chosen is None else 400))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCheckable(chosen is not None)
        self.setChecked(bool(chosen))
        self.clicked.connect(self._go)

    @property
    def wanted(self) -> tuple[int, int]:
        """Width and height in logical pixels."""
        metrics = QFontMetrics(self.font())
        look = self._kit.look
        height = max(round(look.sizes.target), metrics.height() + look.unit)
        return metrics.horizontalAdvance(self.text()) + 3 * look.unit, height

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Follow on Enter and Space; leave every other key to the pane."""
        if key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            key.ignore()

    def paintEvent(self, paint: QPaintEvent) -> None:
        """Draw frame, label and focus ring."""
        del paint
        colours = self._kit.look.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = self.isChecked()
        edge = colours.accent if self.hasFocus() else colours.soft if self.underMouse() else colours.line
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else colours.line_width))
        painter.setBrush(QColor(colours.ink if filled else colours.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(QColor(colours.ground if filled else colours.ink))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _go(self) -> None:
        self._follow()


class ButtonRow(Piece):
    """Buttons in a line that wraps; groups of choices stand apart."""

    def __init__(
        self, kit: Kit, groups: Sequence[Sequence[Action | Choice]], parent: QWidget, *, even: bool = False
    ) -> None:
        """Make a button for each action or choice; `even` ones are all as wide as the widest."""
        super().__init__(kit, parent)
        self._even = even
        self._groups = [[self._button(item) for item in group] for group in groups]

    def arrange(self, width: int) -> int:
        """Place the buttons from the start edge."""
        unit = self.kit.look.unit
        x = y = row = 0
        for group in self._groups:
            for button in group:
                wide, high = self._wanted(button)
                if x and x + wide > width:
                    x, y = 0, y + row + unit
                self.kit.place(button, QRect(x, y, min(wide, width), high), width)
                x, row = x + wide + unit // 2, high
            x += unit
        return y + row

    def natural_width(self) -> int:
        """Return the width of all buttons in one line."""
        unit = self.kit.look.unit
        wide = sum(self._wanted(button)[0] + unit // 2 for group in self._groups for button in group)
        return wide + unit * len(self._groups)

    def _wanted(self, button: PageButton) -> tuple[int, int]:
        if not self._even:
            return button.wanted
        return max(other.wanted[0] for group in self._groups for other in group), button.wanted[1]

    def _button(self, item: Action | Choice) -> PageButton:
        chosen = item.chosen if isinstance(item, Choice) else None
        return PageButton(self.kit, item.label, lambda: self.kit.follow(item.target), self, chosen=chosen)


def actions_piece(kit: Kit, block: Actions, parent: QWidget) -> ButtonRow:
    """Return the buttons of a page."""
    return ButtonRow(kit, (block.actions,), parent)

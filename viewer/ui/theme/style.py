"""Dress Qt's own widgets in the theme: one style sheet and one palette, made from the tokens."""

from string import Template

from PySide6.QtGui import QColor, QPalette

from viewer.ui.theme.colours import Colours
from viewer.ui.theme.typography import sizes

_SHEET = Template("""
QMainWindow, QWidget#window, QDialog { background: $ground; }
QDialog { border: ${w}px solid $line; }
QToolTip { background: $panel; color: $ink; border: ${w}px solid $line; padding: 6px 8px; }
QMenu { background: $panel; border: ${w}px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px; }
QMenu::item:selected { background: $band; color: $ink; }
QMenu::item:disabled { color: $soft; }
QMenu::separator { height: 1px; background: $hair; margin: 4px 8px; }
QMenuBar { background: $ground; border: none; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: $band; }
QLineEdit { background: $panel; border: ${w}px solid $line; border-radius: 4px; padding: 6px 10px;
  placeholder-text-color: $soft; selection-background-color: $accent; selection-color: $panel; }
QLineEdit:focus { border: 2px solid $accent; padding: 5px 9px; }
QToolButton, QPushButton { background: $panel; border: ${w}px solid $line; border-radius: 4px;
  padding: 5px 10px; min-height: ${button}px; }
QToolButton:hover, QPushButton:hover { border-color: $soft; }
QToolButton:focus, QPushButton:focus { border: 2px solid $accent; padding: 4px 9px; }
QToolButton:checked, QPushButton:checked { background: $ink; color: $ground; border-color: $ink; }
QToolButton:disabled, QPushButton:disabled { color: $soft; }
QToolButton[chip="true"] { border-radius: ${round}px; padding: 2px 9px; min-height: ${chip}px; }
QToolButton[chip="true"]:checked { background: $panel; color: $ink; border-color: $line; }
QToolButton[chip="true"]:!checked { background: transparent; color: $soft; border: ${w}px dashed $soft; }
QToolButton[chip="true"]:focus { border: 2px solid $accent; padding: 1px 8px; }
QToolButton[flat="true"], QPushButton[flat="true"] { background: transparent; border-color: transparent;
  padding: 5px 7px; }
QToolButton[flat="true"]:hover { background: $band; }
QToolButton[flat="true"]:focus, QPushButton[flat="true"]:focus { border: 2px solid $accent;
  padding: 4px 6px; }
QToolButton[close="true"] { font-size: ${close}px; padding: 0 8px; }
QLineEdit QToolButton, QLineEdit QToolButton:focus { background: transparent; border: none; padding: 0;
  min-height: 0; }
QToolButton::menu-indicator { image: none; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QListView, QTableView, QListWidget, QPlainTextEdit { background: $panel; border: none; outline: none;
  alternate-background-color: $ground; }
QListView::item, QTableView::item { padding: 4px 8px; }
QListView::item:selected, QTableView::item:selected { background: $accent; color: $panel; }
QHeaderView::section { background: $ground; color: $soft; border: none; padding: 4px 11px;
  border-bottom: ${w}px solid $line; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar::tab { background: transparent; color: $soft; padding: 6px 14px;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; }
QTabWidget::pane { border: none; }
QCheckBox::indicator, QListView::indicator, QMenu::indicator { width: ${tick}px; height: ${tick}px;
  border: ${w}px solid $soft; border-radius: 3px; background: $panel; }
QCheckBox::indicator:checked, QListView::indicator:checked, QMenu::indicator:checked {
  background: $accent; border-color: $accent; }
QListView::indicator:selected { border-color: $panel; }
QComboBox { background: $panel; border: ${w}px solid $line; border-radius: 4px; padding: 5px 10px;
  min-height: ${button}px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox:focus { border: 2px solid $accent; padding: 4px 9px; }
QComboBox:disabled { color: $soft; }
QComboBox QAbstractItemView { background: $panel; selection-background-color: $accent;
  selection-color: $panel; }
QTextEdit, QPlainTextEdit { background: $panel; border: none; padding: 4px 8px;
  selection-background-color: $accent; selection-color: $panel; }
QCheckBox:focus { color: $accent; }
QLabel[role="soft"] { color: $soft; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="good"] { color: $good; }
QLabel[role="warning"] { color: $warning; }
QFrame#story { background: $panel; border: none; }
QFrame[role="rule"] { background: $line; border: none; }
QProgressBar { background: $hair; border: none; border-radius: 3px; height: 6px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def style_sheet(colours: Colours, scale: float) -> str:
    """Return the style sheet of a theme at a text scale."""
    size = sizes(scale)
    return _SHEET.substitute(
        ground=colours.ground,
        panel=colours.panel,
        ink=colours.ink,
        soft=colours.soft,
        line=colours.line,
        hair=colours.hair,
        band=colours.band,
        accent=colours.accent,
        good=colours.good,
        warning=colours.warning,
        w=round(colours.line_width),
        label=round(size.label),
        title=round(size.label * 1.2),
        button=round(size.label * 1.56),
        round=round(size.label * 0.8),
        chip=round(size.label * 1.45),
        close=round(size.label * 1.5),
        tick=round(size.label * 1.1),
    )


def palette(colours: Colours) -> QPalette:
    """Return the palette for whatever the style sheet does not reach."""
    result = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, colours.ground),
        (roles.Base, colours.panel),
        (roles.AlternateBase, colours.band),
        (roles.WindowText, colours.ink),
        (roles.Text, colours.ink),
        (roles.ButtonText, colours.ink),
        (roles.Button, colours.panel),
        (roles.Highlight, colours.accent),
        (roles.HighlightedText, colours.panel),
        (roles.PlaceholderText, colours.soft),
        (roles.Link, colours.accent),
        (roles.ToolTipBase, colours.panel),
        (roles.ToolTipText, colours.ink),
    ):
        result.setColor(role, QColor(colour))
    return result

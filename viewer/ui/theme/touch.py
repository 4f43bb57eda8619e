"""Make Qt's own widgets large enough for fingers: what is added to the style sheet in an exhibition."""

from string import Template

from viewer.ui.theme.typography import TOUCH, sizes

_SHEET = Template("""
QToolButton, QPushButton { min-height: ${button}px; min-width: 24px; }
QToolButton[chip="true"] { min-height: ${chip}px; }
QLineEdit, QComboBox { min-height: ${field}px; }
QMenu::item { padding: 14px 28px; }
QTabBar::tab { min-height: ${tab}px; }
QListView::item, QTreeView::item { min-height: ${row}px; }
QHeaderView::section { min-height: ${tab}px; }
QCheckBox { min-height: ${row}px; }
QScrollBar:vertical { width: 20px; }
QScrollBar:horizontal { height: 20px; }
QScrollBar::handle { min-height: 56px; min-width: 56px; }
""")
_FRAMES = {"button": 10, "chip": 4, "field": 12, "tab": 4, "row": 0}
"""Padding, in logical pixels, that the style sheet puts above and below the content of each."""


def touch_sheet(scale: float) -> str:
    """Return what makes everything at least 44 px high; nothing shrinks at a large text scale."""
    text = sizes(scale, touch=True).label * 1.3
    wanted = {name: max(TOUCH - frame, text) for name, frame in _FRAMES.items()}
    return _SHEET.substitute({name: round(value) for name, value in wanted.items()})

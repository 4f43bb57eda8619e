"""Dress the whole program in a theme at a text size, once for every change."""

from PySide6.QtWidgets import QApplication

from viewer.ui.theme.colours import Colours
from viewer.ui.theme.style import palette, style_sheet
from viewer.ui.theme.touch import touch_sheet
from viewer.ui.theme.typography import interface_font, sizes


def dress(app: QApplication, colours: Colours, scale: float, *, touch: bool = False) -> None:
    """Give palette, font and style sheet to all windows; nothing where they have them already.

    Colour and size of plain text come with palette and font, which widgets inherit. As rules for every
    widget in the sheet, they would be set again on each, and from each on all that lies in it.
    """
    sheet = style_sheet(colours, scale) + (touch_sheet(scale) if touch else "")
    font = interface_font(round(sizes(scale).label))
    if app.styleSheet() != sheet or app.font() != font:
        app.setPalette(palette(colours))
        app.setFont(font)
        app.setStyleSheet(sheet)

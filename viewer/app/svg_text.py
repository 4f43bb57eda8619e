"""Turn the texts of an SVG into shapes, since whoever opens it may not have the fonts."""

import re
from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainterPath

from viewer.ui.theme.typography import INTERFACE, READING, reading_font

_TEXT = re.compile(r"<text ([^>]*)>(.*?)</text>", re.DOTALL)
_GIVEN = re.compile(r'([\w-]+)="([^"]*)"')
_LETTERS = {
    QPainterPath.ElementType.MoveToElement: "M",
    QPainterPath.ElementType.LineToElement: "L",
    QPainterPath.ElementType.CurveToElement: "C",
    QPainterPath.ElementType.CurveToDataElement: "",
}


def shape_texts(svg: str) -> str:
    """Return an SVG as Qt writes it with each text as a path of the same look at the same place."""
    return _TEXT.sub(_shape, svg)


def _shape(found: re.Match[str]) -> str:
    given = dict(_GIVEN.findall(found[1]))
    path = QPainterPath()
    path.addText(QPointF(float(given["x"]), float(given["y"])), _font(given), unescape(found[2]))
    paint = f'fill="{given["fill"]}" fill-opacity="{given["fill-opacity"]}"'
    return f'<path {paint} stroke="none" fill-rule="nonzero" d="{" ".join(_steps(path))}"/>'


def _font(given: dict[str, str]) -> QFont:
    font = QFont(reading_font(float(given["font-size"]), "en", int(given["font-weight"])))
    font.setFamilies([given["font-family"], *READING, INTERFACE])
    font.setItalic(given["font-style"] == "italic")
    return font


def _steps(path: QPainterPath) -> Iterator[str]:
    for number in range(path.elementCount()):
        step = path.elementAt(number)
        yield f"{_LETTERS[step.type]}{step.x:.2f},{step.y:.2f}"

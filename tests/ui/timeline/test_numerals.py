"""Numbers that change in every painting look as if they were written whole, and do not tremble."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from tests.helpers.stage import Stage
from viewer.state.view_state import Language
from viewer.ui.timeline.paint.canvas import Canvas, Tools, make_canvas
from viewer.ui.timeline.paint.inks import Style
from viewer.ui.timeline.paint.numerals import write_numerals

Make = Callable[..., Stage]
RIGHT, MIDDLE = 150, 20


def written(stage: Stage, line: str, *, whole: bool = False) -> tuple[int, int, int, int, int]:
    """The edges of what is painted (left, right, top, bottom), and how many pixels are."""
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter, scene = QPainter(image), stage.view.scene()
    canvas: Canvas = make_canvas(painter, scene.frame, stage.view._look(scene, -1), Tools())
    if whole:
        left = RIGHT - canvas.width(line, Style.SMALL)
        canvas.text(line, Style.SMALL, canvas.inks.soft, left, MIDDLE)
    else:
        write_numerals(canvas, [line], lambda width: RIGHT - width, [MIDDLE])
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(40, 200) & 0xFFFFFF
    rows, columns = np.nonzero(pixels < 0xE0E0E0)
    return int(columns.min()), int(columns.max()), int(rows.min()), int(rows.max()), len(rows)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_line_looks_as_if_it_were_written_whole(stage: Make, language: Language, scale: float) -> None:
    made = stage(language=language, text_scale=scale)
    line = "‹" + made.session.catalogue.number(3_456_789)
    apart, whole = written(made, line), written(made, line, whole=True)
    assert apart[:2] == pytest.approx(whole[:2], abs=2)
    assert apart[2:4] == pytest.approx(whole[2:4], abs=1)
    assert apart[4] == pytest.approx(whole[4], rel=0.25)


def test_digits_do_not_tremble(stage: Make) -> None:
    made = stage(language=Language.ENGLISH)
    assert len({written(made, f"‹{number}")[0] for number in range(100, 1000, 37)}) == 1


def test_no_line_paints_nothing(stage: Make) -> None:
    made = stage()
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter, scene = QPainter(image), made.view.scene()
    write_numerals(make_canvas(painter, scene.frame, made.view._look(scene, -1), Tools()), [], float, [])
    painter.end()
    assert (np.frombuffer(image.constBits(), np.uint32) & 0xFFFFFF == 0xFFFFFF).all()

"""What is put together from pieces looks as if it were painted whole: numbers, bars, grounds."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from tests.helpers.stage import Stage, edition_of, event
from viewer.model.ids import TrackId
from viewer.state.view_state import Language
from viewer.ui.timeline.paint.boxes import Boxes
from viewer.ui.timeline.paint.canvas import Tools, make_canvas
from viewer.ui.timeline.paint.counts import Counts, counts_of
from viewer.ui.timeline.painter import paint_frame

Make = Callable[..., Stage]
WIDTH, HEIGHT = 60, 12
DIGIT, BETWEEN = 8, 3
LOW = [f"{number:02}" for number in range(100)] + list("0123456789")
HIGH = [*"0123456789", *(f",{number}" for number in range(10))]
COUNTS = Counts(
    low=np.arange(110),
    high=np.arange(110, 130),
    digit=DIGIT,
    between=BETWEEN,
    narrow=130,
    signs=np.full((8, 4), 131),
    step=10,
)


def written(count: int, room: int = 1000) -> tuple[str, list[int]]:
    """The number in a pill, read from the left, and where each of its pieces begins."""
    which, stamps, offsets = COUNTS.laid(np.array([count]), np.array([0]), np.array([room]))
    assert (which == 0).all()
    pieces = sorted(zip(offsets.tolist(), stamps.tolist(), strict=True))
    texts = [[*LOW, *HIGH, "⋮"][stamp] for _, stamp in pieces]
    return "".join(texts), [offset for offset, _ in pieces]


@given(st.integers(2, 10**10 - 1))
def test_a_number_is_written_with_all_its_digits_side_by_side(count: int) -> None:
    text, lefts = written(count)
    assert text == f"{count:,}"
    digits, separators = len(str(count)), text.count(",")
    middle = lefts[0] + (digits * DIGIT + separators * BETWEEN) / 2
    assert middle == pytest.approx(500, abs=1)


def test_pieces_of_a_number_leave_no_gap() -> None:
    _, lefts = written(1_234_567)
    assert np.diff(lefts).tolist() == [DIGIT, BETWEEN + DIGIT, 2 * DIGIT, BETWEEN + DIGIT]


def test_a_number_without_room_is_three_dots() -> None:
    assert written(1234, room=20)[0] == "⋮"


def filled(picture: NDArray[np.int8], boxes: Boxes, value: int) -> None:
    for x, y, width, height in boxes.sides.astype(int).tolist():
        assert width > 0
        picture[y : y + height, x : x + width] = value


@given(st.lists(st.integers(1, WIDTH - 1), min_size=4, max_size=4), st.booleans())
def test_a_bar_looks_the_same_without_what_its_certain_part_covers(edges: list[int], sure: bool) -> None:
    low, begin, end, high = sorted(edges)
    own = Boxes(np.array([3]), np.array([[low, 2.0, high - low + 1, 8.0]]))
    covering = Boxes(np.array([3]), np.array([[begin, 2.0, end - begin + 1, 8.0]]))
    cover = covering if sure else Boxes(np.zeros(0, np.intp), np.zeros((0, 4)))
    pictures = np.zeros((2, HEIGHT, WIDTH), np.int8)
    for picture, possible in zip(pictures, (own, own.beside(cover)), strict=True):
        filled(picture, possible.without_corners(), 1)
        filled(picture, cover.without_corners(), 2)
    assert (pictures[0] == pictures[1]).all()


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("pinned", [(), ("order",), ("execution",)])
@pytest.mark.parametrize("scrolled", [0, 7, 40, 1000])
def test_every_pixel_is_painted(stage: Make, scrolled: int, pinned: tuple[str, ...], scale: float) -> None:
    tracks = ("order", "execution", "burial", "protest")
    many = [event(f"{track}-{n}", "1988-07/1988-08", track) for track in tracks for n in range(5)]
    made = stage(edition=edition_of(many), size=(700, 420), text_scale=scale)
    held = frozenset(map(TrackId, pinned))
    made.session.store.apply(lambda state: replace(state, tracks=replace(state.tracks, pinned=held)))
    made.view.scroll_by(scrolled)
    image = QImage(made.view.size(), QImage.Format.Format_RGB32)
    unpainted = QColor("magenta")
    image.fill(unpainted)
    painter, scene = QPainter(image), made.view.scene()
    paint_frame(painter, scene.frame, made.view._look(scene, -1), Tools())
    painter.end()
    found = np.frombuffer(image.constBits(), np.uint32)
    assert not (found == unpainted.rgb()).any()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", list(Language))
def test_a_crowd_has_room_for_its_number_and_every_warning(
    stage: Make, language: Language, scale: float
) -> None:
    made = stage(language=language, text_scale=scale)
    image = QImage(made.view.size(), QImage.Format.Format_RGB32)
    painter, scene = QPainter(image), made.view.scene()
    canvas = make_canvas(painter, scene.frame, made.view._look(scene, -1), Tools())
    counts = counts_of(canvas, round(scene.metrics.bar))
    room = np.array([int(scene.metrics.bin)])
    _, stamps, _ = counts.laid(np.array([999_999]), np.array([7]), room)
    painter.end()
    assert counts.signs[7, 3] in stamps
    assert counts.narrow not in stamps

"""Texts that are copied look like texts that are drawn, also where only the beginning of one is copied."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from tests.helpers.pictures import pixels
from viewer.layout.text import ELLIPSIS, Fitter
from viewer.ui.theme.fonts import load_fonts
from viewer.ui.theme.typography import interface_font
from viewer.ui.timeline.paint import letters as module
from viewer.ui.timeline.paint.letters import AREA, Letters, Type
from viewer.ui.timeline.paint.texts import Face, Texts

WIDTH, HEIGHT = 520, 40
INK = QColor("#1c1b19")
ENGLISH = "Special Representative reports on waves of executions"
PERSIAN = "پرسش رئیس دیوان عالی کشور و پاسخی که دامنهٔ فرمان را گسترد"


class Headline(NamedTuple):
    text: str
    x: float
    width: float
    whole: str = ""


@pytest.fixture
def look(qapp: object) -> Type:
    del qapp
    load_fonts()
    return Type(Face(interface_font(14)), INK)


def painted(draw: Callable[[QPainter], None], ratio: float) -> NDArray[np.int16]:
    image = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return pixels(image)


def fitted(look: Type, text: str, room: float) -> Headline:
    texts = Texts()
    found = Fitter(lambda one, _: texts.width(one, look.face)).fit(text, room)
    return Headline(found.text, 20, found.width, text if found.clean else "")


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("text", [ENGLISH, PERSIAN, "سال ۱۳۶۷ Evin"])
@pytest.mark.parametrize("middle", [20, 20.3, 20.5, 20.8])
def test_a_text_looks_the_same_each_time(look: Type, middle: float, text: str, ratio: float) -> None:
    letters = Letters(Texts(), ratio)
    times = []
    for _ in range(3):
        letters.begin(zoom=1.0)
        one = Headline(text, 20, 0)
        times.append(painted(partial(letters.put, look=look, placed=(one,), middles=(middle,)), ratio))
    assert times[0].min() < 100, "something is written"
    assert np.abs(times[1] - times[0]).max() <= 8
    assert (times[2] == times[1]).all()


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize(("text", "room"), [(ENGLISH, 200), (ENGLISH, 91), (PERSIAN, 220), (PERSIAN, 140)])
def test_a_cut_headline_looks_like_one_that_was_shaped(
    look: Type, text: str, room: float, times: int, ratio: float
) -> None:
    one = fitted(look, text, room)
    assert one.whole == text
    assert one.text.endswith(ELLIPSIS)
    letters, drawn = Letters(Texts(), ratio), Texts()
    pictures = []
    for _ in range(times):
        letters.begin(zoom=1.0)
        pictures.append(painted(lambda painter: letters.put_headlines(painter, look, (one,), (20,)), ratio))
    copied = pictures[-1]

    def draw(painter: QPainter) -> None:
        painter.setPen(INK)
        drawn.draw(painter, one.text, look.face, one.x, 20)

    shaped = painted(draw, ratio)
    wrong = [np.abs(np.roll(copied, shift, 1) - shaped).max(axis=2) > 100 for shift in (-1, 0, 1)]
    assert (copied < 128).any()
    assert min(one.mean() for one in wrong) < 0.004, "but for the dots, half a pixel from where they were"
    assert (copied[:, round((one.x + one.width + 3) * ratio) :] == 255).all(), "nothing lies behind it"
    assert (copied[:, : round((one.x - 3) * ratio)] == 255).all(), "nor before it"


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("middle", [20, 20.5])
@pytest.mark.parametrize(("text", "room"), [(ENGLISH, 200), (ENGLISH, 91), (PERSIAN, 220), (PERSIAN, 140)])
def test_a_cut_headline_looks_the_same_before_it_has_a_picture(
    look: Type, text: str, room: float, middle: float, ratio: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = fitted(look, text, room)
    pictures = []
    for most in (1, 16):  # One is for the dots.
        monkeypatch.setattr(module, "NEW", most)
        letters = Letters(Texts(), ratio)
        letters.begin(zoom=1.0)
        put = partial(letters.put_headlines, look=look, placed=(one,), middles=(middle,))
        pictures.append(painted(put, ratio))
        assert sum(bool(picture) for picture in letters._known.values()) == min(most, 2)
    drawn, copied = pictures
    assert (drawn < 128).any()
    assert np.abs(drawn - copied).max() <= 8


def test_pictures_take_no_more_room_than_they_may(look: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "NEW", 10_000)
    letters = Letters(Texts(), 1.0)
    for turn in range(3):
        letters.begin(zoom=1.0)
        lines = [Headline(f"{ENGLISH} {n + 1000 * turn}", 20, 90, f"{ENGLISH} {n}") for n in range(400)]
        painted(partial(letters.put_headlines, look=look, placed=lines, middles=[20] * 400), 1.0)
    held = [picture for picture in letters._known.values() if picture]
    assert held
    assert sum(picture.area for picture in held) <= AREA

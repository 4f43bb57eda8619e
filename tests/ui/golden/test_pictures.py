"""A few pictures of the whole; `pytest tests/ui/golden --renew-pictures` takes them anew."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.pictures import alike, difference, side_by_side
from tests.helpers.reading import bundled_edition
from tests.helpers.window import Opened, make_window, settle
from viewer.model.dates.edtf import parse_edtf
from viewer.state.view_state import Theme
from viewer.ui.theme.fonts import load_fonts
from viewer.ui.theme.typography import interface_font, sizes

KEPT = Path(__file__).with_name("pictures")
LARGEST = 160_000
LIGHT, DARK, CONTRAST = Theme.LIGHT, Theme.DARK, Theme.CONTRAST
Show = Callable[[Opened], QWidget]


def event(one: Opened) -> QWidget:
    """The summer of 1988, an event with its text, and its source."""
    date = parse_edtf("1988-07-01/1988-10-31")
    one.run("time.show-range", start=date.start_min, end=date.end_max)
    for key in ("E020", "S31"):
        one.run("open.reveal", key=key)
    one.run("open.event", event="E020")
    return one.window


def start(one: Opened) -> QWidget:
    return one.window


def gate(one: Opened) -> QWidget:
    one.run("open.event", event="E032")
    return one.window.detail


def listing(one: Opened) -> QWidget:
    one.run("look.list")
    return event(one)


def detail(one: Opened) -> QWidget:
    event(one)
    return one.window.detail


def source(one: Opened) -> QWidget:
    event(one)
    return one.window.source


def numbers(one: Opened) -> QWidget:
    one.run("open.claim", claim="C01")
    return one.window.detail


def dates(one: Opened) -> QWidget:
    one.run("open.claim", claim="C05")
    return one.window.detail


def timeline(one: Opened) -> QWidget:
    event(one)
    return one.window.timeline


def help_sheet(one: Opened) -> QWidget:
    one.run("window.help")
    return one.sheet()


def filters(one: Opened) -> QWidget:
    one.run("find.filters")
    return one.sheet()


PICTURES: dict[str, tuple[Show, str, Theme, tuple[int, int], float]] = {
    "start-en-light": (start, "en", LIGHT, (1280, 720), 1.0),
    "event-fa-dark": (event, "fa", DARK, (1000, 640), 1.0),
    "list-en-contrast": (listing, "en", CONTRAST, (960, 540), 1.0),
    "small-fa-light": (event, "fa", LIGHT, (640, 480), 1.0),
    "portrait-en-dark": (event, "en", DARK, (640, 800), 1.0),
    "large-text-en-light": (start, "en", LIGHT, (1280, 720), 2.0),
    "timeline-fa-contrast": (timeline, "fa", CONTRAST, (1280, 900), 1.0),
    "detail-en-light": (detail, "en", LIGHT, (1280, 900), 1.0),
    "gate-fa-light": (gate, "fa", LIGHT, (1280, 720), 1.0),
    "source-fa-light": (source, "fa", LIGHT, (1280, 900), 1.0),
    "numbers-en-light": (numbers, "en", LIGHT, (1280, 900), 1.0),
    "dates-fa-dark": (dates, "fa", DARK, (1280, 900), 1.0),
    "help-fa-light": (help_sheet, "fa", LIGHT, (1280, 720), 1.0),
    "filters-en-dark": (filters, "en", DARK, (1280, 720), 1.0),
}


@pytest.fixture
def steady() -> Iterator[None]:
    """Bundled fonts, nothing that blinks, and the application as it was afterwards."""
    load_fonts()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    flash = app.cursorFlashTime()
    app.setCursorFlashTime(0)
    app.setStyle("Fusion")
    app.setFont(interface_font(sizes(1.0).label))
    yield
    app.setCursorFlashTime(flash)
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    app.setStyleSheet("")


def taken(qtbot: QtBot, name: str) -> QImage:
    """Take a picture of the window, or of a part of it."""
    show, language, theme, size, scale = PICTURES[name]
    one = make_window(bundled_edition(), language, theme, scale)
    qtbot.addWidget(one.window)
    one.window.resize(*size)
    one.window.show()
    one.window.activateWindow()
    settle()
    one.resize(*size)
    shown = show(one)
    settle()
    whole = shown.window()
    image = QImage(whole.size(), QImage.Format.Format_RGB32)
    whole.render(image)
    return image.copy(QRect(shown.mapTo(whole, QPoint(0, 0)), shown.size()))


@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_as_it_did(
    qtbot: QtBot, steady: None, tmp_path: Path, name: str, pytestconfig: pytest.Config
) -> None:
    del steady
    found, kept = taken(qtbot, name), KEPT / f"{name}.png"
    if pytestconfig.getoption("renew_pictures"):
        assert found.save(str(kept), quality=0)
    expected = QImage(str(kept))
    if not alike(expected, found):
        side_by_side(expected, found, tmp_path / f"{name}.png")
        mean, worst = difference(expected, found)
        pytest.fail(f"{name}: mean {mean:.2f}, worst block {worst:.0f}; see {tmp_path / name}.png")
    assert kept.stat().st_size <= LARGEST


def test_every_kept_picture_is_compared() -> None:
    assert {path.stem for path in KEPT.iterdir()} == set(PICTURES)


def test_a_changed_letter_is_seen_and_a_hair_of_smoothing_is_not() -> None:
    one = QImage(str(KEPT / "start-en-light.png"))
    smoothed, changed = one.copy(), one.copy()
    painter = QPainter(smoothed)
    painter.fillRect(smoothed.rect(), QColor(128, 128, 128, 1))
    painter.end()
    painter = QPainter(changed)
    painter.fillRect(800, 400, 9, 12, QColor("#211f1b"))
    painter.end()
    assert alike(one, smoothed)
    assert not alike(one, changed)
    assert not alike(one, one.copy(0, 0, 100, 100))

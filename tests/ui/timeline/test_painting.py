"""What a person sees of a frame: shapes, texts, signs, mirrors, vectors, words."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QImage, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from tests.helpers.stage import EVENTS, GATED, Stage, edition_of, event
from viewer.commands.command import Profile
from viewer.layout.frame import MarkKind
from viewer.model.ids import EventId
from viewer.state.selection import EventSelected
from viewer.state.view_state import Grouping, Language, Theme, TimeDirection
from viewer.ui.timeline.paint.inks import inks_of
from viewer.ui.timeline.pointing import tip_at
from viewer.ui.timeline.wording import mark_name

Make = Callable[..., Stage]


def pixels(stage: Stage) -> NDArray[np.uint32]:
    image = stage.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[:, : image.width()] | np.uint32(0xFF000000)


def has(found: NDArray[np.uint32], colour: QColor) -> bool:
    return bool((found == colour.rgb()).any())


@pytest.mark.parametrize("theme", list(Theme))
def test_a_selected_mark_has_a_ring_in_the_colour_of_the_text(stage: Make, theme: Theme) -> None:
    made = stage(theme=theme)
    spot = made.spot("letter")
    around = (slice(spot.y() - 14, spot.y() - 8), slice(spot.x() - 8, spot.x() + 8))
    ink = inks_of(theme, 1.0).ink
    assert not has(pixels(made)[around], ink)
    made.commander.run("open.event", event="letter")
    assert has(pixels(made)[around], ink)


def test_the_shape_of_the_track_is_painted(stage: Make) -> None:
    made = stage(visible="1985/1995")
    spot = made.spot("report")
    colour = inks_of(Theme.LIGHT, 1.0).track("un").rgb()
    box = pixels(made)[spot.y() - 6 : spot.y() + 6, spot.x() - 6 : spot.x() + 6] == colour
    assert box[5].sum() > 8
    assert not box[0, 0]
    assert not box[-1, -1]


@pytest.mark.parametrize("direction", list(TimeDirection))
def test_a_small_day_is_hatched_and_its_glyph_stands_where_it_starts(
    stage: Make, direction: TimeDirection
) -> None:
    made = stage(visible="1988-07-25/1988-08-24", direction=direction)
    marks, mark = made.view.frame().marks, made.mark("letter")
    low, high = round(float(marks.x0[mark])), round(float(marks.x1[mark]))
    row = pixels(made)[made.spot("letter").y(), low:high]
    if made.state().appearance.time_mirrored:
        row = row[::-1]
    inks = inks_of(Theme.LIGHT, 1.0)
    full = np.flatnonzero(row == inks.track("protest").rgb())
    assert 24 < high - low < 48
    assert full[0] < 5
    assert len(full) >= 8
    assert (np.diff(full[:8]) == 1).all()
    assert len(np.unique(row[18:])) > 2, "hatched to its end"


def test_an_approximate_point_is_hollow(stage: Make) -> None:
    made = stage(visible="1985/1995")
    spot = made.spot("order")
    assert pixels(made)[spot.y(), spot.x()] == inks_of(Theme.LIGHT, 1.0).tint("order").rgb()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("direction", list(TimeDirection))
def test_time_and_layout_have_directions_of_their_own(
    stage: Make, language: Language, direction: TimeDirection
) -> None:
    made = stage(language=language, direction=direction)
    later_left = made.spot("answer").x() < made.spot("letter").x()
    assert later_left == made.state().appearance.time_mirrored
    frame = made.view.frame()
    assert (frame.header.x > frame.plot.x) == language.right_to_left
    names = pixels(made)[
        round(frame.header.y) + 2 : round(frame.header.bottom),
        round(frame.header.x) : round(frame.header.right),
    ]
    ink = inks_of(Theme.LIGHT, 1.0).track("execution").rgb()
    at = np.flatnonzero((names == ink).any(axis=0))
    outer = names.shape[1] - at[-1] if language.right_to_left else at[0]
    assert outer < 20


def test_the_year_is_on_screen_at_every_zoom(stage: Make) -> None:
    made = stage()
    for days in (0.02, 1, 30, 300, 4000, 40_000):
        length = round(days * 86_400_000)
        made.view.set_visible(586_224_000_000, 586_224_000_000 + length)
        texts = [label.text for label in made.view.frame().rulers[0].labels]
        assert any("198" in text or "199" in text or "20" in text for text in texts), (days, texts)


def test_an_open_end_has_an_arrow_at_the_edge(stage: Make) -> None:
    made = stage(visible="2020/2024")
    mark, frame = made.mark("hearing"), made.view.frame()
    top, height = round(float(frame.marks.y[mark])), round(float(frame.marks.h[mark]))
    edge = round(frame.plot.right)
    column = pixels(made)[top : top + height, edge - 16 : edge]
    full = (column == inks_of(Theme.LIGHT, 1.0).track("protest").rgb()).sum(axis=0)
    assert full[0] < 6 or full[4] > full[-4]
    assert full[5] > full[9] > full[12]


def test_a_cluster_shows_its_number_in_the_digits_of_the_language(stage: Make) -> None:
    crowd = [event(f"e{day}", f"1988-08-{day:02}", "protest") for day in range(1, 31)]
    pictures = []
    for language in Language:
        made = stage(edition=edition_of(crowd), visible="1900/2100", language=language)
        made.change(direction=TimeDirection.LEFT_TO_RIGHT)
        mark = int((made.view.frame().marks.kind == MarkKind.CLUSTER).nonzero()[0][0])
        marks = made.view.frame().marks
        left, top = round(float(marks.g0[mark])), round(float(marks.y[mark]))
        pictures.append(pixels(made)[top : top + 16, left : left + 20])
        assert made.session.catalogue.number(int(marks.count[mark])) in mark_name(
            made.session, made.view.scene(), mark
        )
    assert not np.array_equal(pictures[0], pictures[1])


@pytest.mark.parametrize("years", [1, 4, 40])
def test_a_pill_is_closed_at_both_ends_however_wide(stage: Make, years: int) -> None:
    """The members reach so far that the pill is narrow, joined from pieces, or drawn on its own."""
    crowd = [
        event(f"e{n:03}", f"1988-08-{1 + n % 28:02}/{1988 + years}-08-01", "protest") for n in range(400)
    ]
    made = stage(edition=edition_of(crowd), visible="1980/2040", size=(1500, 500))
    marks = made.view.frame().marks
    found, seen = pixels(made), 0
    for mark in np.flatnonzero(marks.kind == MarkKind.CLUSTER).tolist():
        left, right = int(np.floor(marks.g0[mark])), int(np.ceil(marks.g1[mark]))
        middle = round(float(marks.y[mark] + marks.h[mark] / 2))
        red = found[middle] >> 16 & 0xFF
        assert red[left : left + 3].min() < red[left + 4] - 100
        assert red[right - 3 : right].min() < red[right - 5] - 100
        seen += 1
    assert seen


def test_tips_tell_headline_date_and_warnings_but_no_gated_text(stage: Make) -> None:
    made = stage()
    text, rect = tip_at(made.view, made.spot("order"))
    assert "Headline order" in text
    assert "about 28 July 1988" in text
    assert "Content warning: Executions" in text
    assert "Sources differ" in text
    assert GATED not in text
    assert rect.contains(made.spot("order"))
    made.change(language=Language.PERSIAN)
    text, _ = tip_at(made.view, made.spot("order"))
    assert 'dir="rtl"' in text
    assert "تیتر order" in text
    assert "هشدار محتوا: اعدام" in text


def test_a_tip_is_shown_where_a_mark_is_and_nowhere_else(stage: Make) -> None:
    made = stage()
    spot = made.spot("letter")
    asked = QHelpEvent(QEvent.Type.ToolTip, spot, made.view.mapToGlobal(spot))
    QApplication.sendEvent(made.view, asked)
    assert "Headline letter" in QToolTip.text()
    QToolTip.hideText()
    assert tip_at(made.view, QPoint(700, 470)) == ("", QRect())


def test_keys_show_the_tip_of_what_they_select(stage: Make, qtbot: QtBot) -> None:
    made = stage()
    made.view.activateWindow()
    made.view.setFocus()
    qtbot.waitUntil(made.view.hasFocus)
    made.commander.run("open.event", event="order")
    made.commander.run("go.down")
    assert "Headline trials" in QToolTip.text()
    QToolTip.hideText()


def menu(stage: Stage, spot: QPoint) -> dict[str, Callable[[], None]]:
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, stage.view.mapToGlobal(spot))
    QApplication.sendEvent(stage.view, asked)
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    entries = {action.text(): action.trigger for action in found.actions()}
    found.close()
    return entries


def test_the_menu_of_a_track_folds_pins_and_moves_it(stage: Make) -> None:
    made = stage()
    row = next(row for row in made.view.frame().rows if row.track == "execution")
    spot = QPoint(30, round(row.y + 8))
    entries = menu(made, spot)
    assert set(entries) == {
        "Fold to one line",
        "Keep in sight",
        "Show only this, or all again",
        "Move up",
        "Move down",
    }
    entries["Keep in sight"]()
    assert made.view.frame().rows[0].track == "execution"
    menu(made, QPoint(30, round(made.view.frame().rows[0].y + 8)))["Fold to one line"]()
    assert made.view.frame().rows[0].collapsed
    menu(made, QPoint(30, round(made.view.frame().rows[0].y + 8)))["Show only this, or all again"]()
    assert [row.track for row in made.view.frame().rows] == ["execution"]


def test_the_menu_of_a_mark_opens_and_zooms(stage: Make) -> None:
    made = stage(reduced_motion=True)
    entries = menu(made, made.spot("letter"))
    assert list(entries) == ["Open", "Zoom to it"]
    length = made.state().visible.length
    entries["Zoom to it"]()
    assert made.state().visible.length < length


def test_tracks_can_be_grouped_by_question_and_lose_nothing(stage: Make) -> None:
    made = stage(visible="")
    made.commander.run(f"look.group-{Grouping.CLAIM.value}")
    assert [row.full_label for row in made.view.frame().rows] == ["When?", "No open question"]
    assert sum(row.total for row in made.view.frame().rows) == 8


def test_a_touch_screen_gets_taller_lanes(stage: Make) -> None:
    made = stage(profile=Profile.KIOSK)
    rows = made.view.frame().rows
    assert all(row.height >= 44 * row.lanes for row in rows)


def test_it_can_be_drawn_as_svg_and_pdf(stage: Make, tmp_path: Path) -> None:
    made = stage()
    size = QSize(900, 400)
    drawn = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    drawn.setFileName(str(tmp_path / "t.svg"))
    drawn.setSize(size)
    writer = QPdfWriter(str(tmp_path / "t.pdf"))
    for device in (drawn, writer):
        painter = QPainter(device)
        made.view.paint_to(painter, size)
        painter.end()
    told = (tmp_path / "t.svg").read_text()
    assert "<path" in told
    assert "<text" not in told, "whoever opens it may not have the fonts"
    assert "<image" not in told
    assert (tmp_path / "t.pdf").stat().st_size > 10_000


def test_painting_to_a_picture_does_not_disturb_the_window(stage: Make) -> None:
    made = stage()
    before = made.view.frame()
    image = QImage(QSize(500, 300), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    made.view.paint_to(painter, image.size())
    painter.end()
    assert made.view.frame() is before
    assert image.copy(QRect(0, 0, 500, 300)) == image


@pytest.mark.parametrize("language", list(Language))
def test_a_thumb_tells_which_tracks_are_in_sight(stage: Make, language: Language) -> None:
    made = stage(size=(900, 230), language=language)
    column = 6 if language.right_to_left else 900 - 7
    soft = inks_of(Theme.LIGHT, 1.0).soft.rgb()
    before = np.flatnonzero(pixels(made)[:, column] == soft)
    made.view.scroll_by(1000)
    after = np.flatnonzero(pixels(made)[:, column] == soft)
    frame = made.view.frame()
    assert len(before) == len(after) < frame.plot.height
    assert before[0] == pytest.approx(frame.plot.y, abs=1)
    assert after[-1] + 1 == pytest.approx(frame.plot.bottom, abs=1)


def test_the_name_of_a_track_stays_whole_while_its_lanes_scroll_by(stage: Make) -> None:
    spans = [event(f"e{n}", "1988-01-01/1988-12-31", "background") for n in range(8)]
    made = stage(edition=edition_of([*spans, *EVENTS]), size=(900, 230))
    row = made.view.frame().rows[0]
    ink = inks_of(Theme.LIGHT, 1.0).track(row.colour).rgb()

    def lines_of_name() -> list[int]:
        header, plot = made.view.frame().header, made.view.frame().plot
        strip = pixels(made)[round(plot.y) : round(plot.y) + 26, : round(header.width)]
        return np.flatnonzero((strip == ink).any(axis=1)).tolist()

    whole = lines_of_name()
    made.view.scroll_by(60)
    assert made.view.frame().rows[0].y < made.view.frame().plot.y - 40
    assert lines_of_name() == whole != []


@pytest.mark.parametrize("language", list(Language))
def test_the_open_tray_names_its_events_and_opens_them(stage: Make, language: Language) -> None:
    made = stage(language=language)
    assert [entry.text for entry in made.view.tray()] == [""]
    made.commander.run("find.tray")
    (entry,) = made.view.tray()
    assert entry.text == made.session.edition.title(made.index("undated"), language.value).text
    rect = made.view.frame().tray.rect
    strip = pixels(made)[round(rect.y) + 4 : round(rect.bottom) - 4, round(entry.left) : round(entry.right)]
    assert has(strip, inks_of(Theme.LIGHT, 1.0).ink)
    QTest.mouseClick(
        made.view, Qt.MouseButton.LeftButton, pos=QPoint(round(entry.x) + 12, round(rect.y) + 14)
    )
    assert made.state().selection == EventSelected(EventId("undated"))
    row = pixels(made)[round(rect.y) + 14, round(entry.box) - 6 : round(entry.box) + 22]
    assert has(row, inks_of(Theme.LIGHT, 1.0).ink), "a ring around what is selected"


@pytest.mark.parametrize("size", [(1920, 640), (1280, 420), (640, 260), (1080, 800)])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_lies_outside_or_over_another(
    stage: Make, size: tuple[int, int], language: Language, scale: float
) -> None:
    made = stage(size=size, language=language, text_scale=scale)
    frame = made.view.frame()
    assert frame.ruler.bottom <= frame.plot.y <= frame.plot.bottom <= frame.overview.rect.y
    assert frame.overview.rect.bottom <= size[1] + 1e-6
    for ruler in frame.rulers:
        spans = sorted((label.x, label.x + label.width) for label in ruler.labels)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert spans[0][0] >= frame.plot.x - 1
        assert spans[-1][1] <= frame.plot.right + 1
    texts = made.view._tools.texts
    face = inks_of(Theme.LIGHT, scale).faces
    for row in frame.rows:
        width = texts.width(row.label, next(f for style, f in face.items() if style.value == "track"))
        assert width <= frame.header.width

"""At every size, in both languages, with small and large text: nothing is cut, nothing overlaps."""

import pytest

from tests.helpers.looking import faults
from tests.ui.window.conftest import OpenWindow
from viewer.ui.window.panes import Arrangement

SIZES = ((1920, 1080), (1280, 720), (640, 480), (1080, 1920), (800, 640))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", ["en", "fa"])
def test_nothing_is_cut_and_nothing_overlaps(open_window: OpenWindow, language: str, scale: float) -> None:
    one = open_window(language=language, scale=scale)
    for size in SIZES:
        one.resize(*size)
        assert one.window.size().toTuple() == size
        for command, chosen in (("open.introduction", {}), ("open.event", {"event": "E020"})):
            one.run(command, **chosen)
            assert faults(one.window) == []


@pytest.mark.parametrize("language", ["en", "fa"])
def test_searching_and_filtering_leave_all_texts_whole(open_window: OpenWindow, language: str) -> None:
    one = open_window(language=language)
    for size in SIZES[:4]:
        one.resize(*size)
        for words in ("Gohadrasht", "Evin"):
            one.run("find.search", query=words)
            assert faults(one.window) == []
        one.run("find.toggle", field="people", value="p-montazeri")
        assert faults(one.window) == []
        one.run("find.clear")


@pytest.mark.parametrize(
    ("size", "scale", "arrangement"),
    [
        ((1920, 1080), 1.0, Arrangement.COLUMNS),
        ((1280, 720), 1.0, Arrangement.COLUMNS),
        ((1080, 1920), 1.0, Arrangement.ROWS),
        ((800, 800), 1.0, Arrangement.TABS),
        ((640, 480), 1.0, Arrangement.PAGES),
        ((1280, 720), 2.0, Arrangement.PAGES),
    ],
)
def test_the_panes_share_the_room_there_is(
    open_window: OpenWindow, size: tuple[int, int], scale: float, arrangement: Arrangement
) -> None:
    one = open_window(size, scale=scale)
    assert one.window.panes.arrangement is arrangement
    one.run("open.event", event="E020")
    shown = (one.window.timeline.isVisible(), one.window.detail.isVisible(), one.window.source.isVisible())
    side_by_side = arrangement in (Arrangement.COLUMNS, Arrangement.ROWS)
    assert shown == ((True,) * 3 if side_by_side else (arrangement is Arrangement.TABS, True, False))


def test_what_is_opened_comes_to_the_front_where_panes_are_tabs(open_window: OpenWindow) -> None:
    one = open_window((640, 480))
    one.run("open.event", event="E020")
    assert one.window.detail.isVisible()
    one.run("open.source", source="S31")
    assert one.window.source.isVisible()
    assert not one.window.detail.isVisible()


def test_every_pane_keeps_room_to_be_read(open_window: OpenWindow) -> None:
    one = open_window()
    for size in SIZES:
        one.resize(*size)
        for pane in (one.window.timeline, one.window.detail, one.window.source):
            if pane.isVisible():
                assert pane.width() >= 300
                assert pane.height() >= 150

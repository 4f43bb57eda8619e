"""A change of theme or text size reaches everything, and touches each widget once."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from tests.helpers.window import Opened, settle
from viewer.state.view_state import Theme
from viewer.ui.reading.pane import ReadingPane
from viewer.ui.reading.prose import Prose
from viewer.ui.theme.typography import sizes

MOST = 2
"""Changes of one kind that a widget may hear of: from the application, and from the style sheet."""


class Listener(QObject):
    """Counts what each widget of the pages hears of its look."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: Counter[tuple[int, QEvent.Type]] = Counter()

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        if isinstance(watched, Prose) and happened.type() in (
            QEvent.Type.FontChange,
            QEvent.Type.PaletteChange,
        ):
            self.heard[id(watched), happened.type()] += 1
        return False


def plain(window: QWidget) -> list[QWidget]:
    """Widgets that no rule of the style sheet gives a size or colour of its own."""
    made = [*window.findChildren(QLabel), *window.findChildren(QToolButton)]
    return [one for one in made if not isinstance(one, Prose) and one.property("role") is None]


def test_a_change_of_look_is_heard_once_by_each_piece_of_a_page(open_window: Callable[..., Opened]) -> None:
    one = open_window()
    one.run("open.event", event="E020")
    held = one.window.findChildren(Prose)
    app, listener = QApplication.instance(), Listener()
    assert app is not None
    for command in ("look.larger", "look.next-theme"):
        listener.heard.clear()
        app.installEventFilter(listener)
        one.run(command)
        app.removeEventFilter(listener)
        assert max(listener.heard.values(), default=0) <= MOST
    assert held


def test_text_that_is_there_takes_colour_and_size_of_the_new_look(open_window: Callable[..., Opened]) -> None:
    one = open_window()
    for theme in (Theme.DARK, Theme.CONTRAST, Theme.LIGHT):
        for scale in (1.6, 1.0):
            one.look(theme=theme, text_scale=scale)
            settle()
            ink = one.context.colours.ink
            told = {widget.palette().windowText().color().name() for widget in plain(one.window)}
            assert ink in told
            assert told <= {ink, one.context.colours.soft, one.context.colours.ground}
            assert one.window.header.menu.font().pixelSize() == round(sizes(scale).label)


class Pages(QObject):
    """Counts the pages that are made on the ground of a reading pane."""

    def __init__(self, pane: ReadingPane) -> None:
        super().__init__(pane)
        self.made = 0
        ground = pane.widget()
        assert ground
        ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, happened: QEvent) -> bool:
        self.made += happened.type() == QEvent.Type.ChildAdded
        return super().eventFilter(watched, happened)


def test_a_page_is_made_once_for_another_language_theme_or_size(open_window: Callable[..., Opened]) -> None:
    one = open_window()
    one.run("open.event", event="E020")
    panes = (one.window.detail, one.window.source.digest)
    counts = [Pages(pane) for pane in panes]
    for command in ("look.other-language", "look.next-theme", "look.larger"):
        before = [count.made for count in counts]
        one.run(command)
        assert [count.made for count in counts] == [made + 1 for made in before]

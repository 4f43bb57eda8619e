"""A visit that is over has left no object behind, however small."""

import gc
from collections import Counter
from collections.abc import Callable

from PySide6.QtGui import QPixmap, QPixmapCache

from tests.helpers.exhibition import Rehearsal
from viewer.app.kiosk.exhibition import Part

Make = Callable[..., Rehearsal]
WARM_UP, VISITS = 5, 4
CACHED = ("QStaticText", "TickLabel", "tuple", "ReferenceType", "set", "builtin_function_or_method")
"""What bounded caches of texts and of Python itself still take up after the warm-up."""


def visit(held: Rehearsal) -> None:
    """Do the same things in every visit."""
    held.touch()
    held.run("open.event", event="E020")
    held.run("open.claim", claim="C01")
    held.run("look.other-language")
    held.run("look.larger")
    held.run("story.start")
    held.run("window.help")
    held.pass_time(300, step=50)
    assert held.show.part is Part.ATTRACT


def alive() -> Counter[str]:
    gc.collect()
    kinds = (type(one) for one in gc.get_objects())
    return Counter(kind.__name__ for kind in kinds if not str(kind.__module__).startswith("pytestqt"))


def test_visits_leave_no_objects_behind(exhibition: Make) -> None:
    held = exhibition("reduced-motion: true\n")
    for _ in range(WARM_UP):
        visit(held)
    before = alive()
    for _ in range(VISITS):
        visit(held)
    after = alive()
    more = {name: after[name] - before[name] for name in after if name not in CACHED}
    assert {name: count for name, count in more.items() if count >= VISITS} == {}


def test_pictures_drawn_for_a_visitor_are_forgotten(exhibition: Make) -> None:
    held = exhibition()
    held.touch()
    QPixmapCache.insert("of a visit", QPixmap(8, 8))
    held.pass_time(300, step=50)
    assert held.show.part is Part.ATTRACT
    found = QPixmap()
    assert not QPixmapCache.find("of a visit", found)
    assert found.isNull()

"""The store tells its watchers once, in order, and history goes to places, not to every pixel."""

from viewer.model.ids import EventId, PersonId
from viewer.state.selection import EventSelected, Nothing, PersonSelected, Selection
from viewer.state.store import Store
from viewer.state.transitions import look, narrow, select, time
from viewer.state.view_state import Language, Range, ViewState

YEAR = 31_536_000_000


def a_store() -> Store:
    return Store(ViewState(Range(0, YEAR)))


def event(name: str) -> EventSelected:
    return EventSelected(EventId(name))


def test_a_watcher_hears_only_of_what_it_selects() -> None:
    store = a_store()
    heard: list[str] = []
    store.watch(lambda state: state.query, heard.append)
    store.apply(time.pan(0.5))
    store.apply(narrow.search("Evin"))
    store.apply(narrow.search("Evin"))
    assert heard == ["Evin"]


def test_a_watcher_that_changes_the_state_is_heard_by_the_others() -> None:
    store = a_store()
    heard: list[Selection] = []
    store.watch(lambda state: state.query, lambda _: store.apply(select.select(event("E1"))))
    store.watch(lambda state: state.selection, heard.append)
    store.apply(narrow.search("x"))
    assert heard == [event("E1")]


def test_a_watcher_that_stopped_hears_nothing() -> None:
    store = a_store()
    heard: list[str] = []
    stop = store.watch(lambda state: state.query, heard.append)
    stop()
    store.apply(narrow.search("x"))
    assert heard == []


def test_back_returns_to_the_selection_and_range_before() -> None:
    store = a_store()
    store.apply(select.select(event("E1")))
    store.apply(time.pan(1.0))
    store.apply(select.select(PersonSelected(PersonId("p"))))
    store.back()
    assert store.state.visible == Range(YEAR, 2 * YEAR)
    there = [store.state.selection]
    store.back()
    there.append(store.state.selection)
    store.forward()
    there.append(store.state.selection)
    assert there == [event("E1"), Nothing(), event("E1")]


def test_panning_alone_makes_no_entry() -> None:
    store = a_store()
    for _ in range(5):
        store.apply(time.pan(0.1))
    assert not store.history.can_go_back


def test_back_keeps_the_language_of_now() -> None:
    store = a_store()
    store.apply(select.select(event("E1")))
    store.apply(look.appear(language=Language.PERSIAN))
    store.back()
    assert store.state.appearance.language is Language.PERSIAN


def test_replacing_forgets_the_history() -> None:
    store = a_store()
    store.apply(select.select(event("E1")))
    store.replace(ViewState(Range(0, YEAR)))
    assert not store.history.can_go_back
    assert store.state.selection == Nothing()

"""Tell which content warnings the reader has passed, and on what ground."""

from collections.abc import Iterable, Iterator

from viewer.model.edition import Edition
from viewer.model.ids import EventId
from viewer.state.transitions.select import selected_event
from viewer.state.view_state import ViewState

ALL = "*"
"""Stands before a kind whose texts are all shown."""


def is_passed(state: ViewState, edition: Edition, key: str, kinds: Iterable[str]) -> bool:
    """Tell whether the reader has passed the warnings of the entry `key`, or whether it has none."""
    return key in state.revealed or not open_kinds(state, edition, kinds)


def open_kinds(state: ViewState, edition: Edition, kinds: Iterable[str]) -> tuple[str, ...]:
    """Return those kinds that the reader was not asked about yet, or did not agree to."""
    if edition.library.about.always_ask:
        return tuple(dict.fromkeys(kinds))
    passed = {kind for _, some in _grounds(state, edition) for kind in some}
    return tuple(k for k in dict.fromkeys(kinds) if k not in passed and f"{ALL}{k}" not in state.revealed)


def grounds(state: ViewState, edition: Edition, key: str, kinds: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of `revealed` on which the entry `key` is shown; without them it would be hidden."""
    wanted = tuple(kinds)
    shown_by = [ground for ground, some in _grounds(state, edition) if not some.isdisjoint(wanted)]
    keys = (key, *(f"{ALL}{kind}" for kind in wanted), *shown_by)
    return tuple(dict.fromkeys(one for one in keys if one in state.revealed))


def _grounds(state: ViewState, edition: Edition) -> Iterator[tuple[str, frozenset[str]]]:
    """Give what was agreed to as a whole: the selected event with its sources, the story with its steps."""
    event = selected_event(state)
    index = edition.index_of(EventId(event)) if event and event in state.revealed else None
    if event and index is not None:
        yield event, frozenset(edition.event(index).warnings)
    story = edition.library.stories.get(state.story.story) if state.story and not state.story.left else None
    if story and story.id in state.revealed:
        yield story.id, frozenset(story.warnings)

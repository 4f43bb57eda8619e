"""Select things, open sources, close them again layer by layer."""

from collections.abc import Callable
from dataclasses import replace

from viewer.state.selection import EventSelected, Nothing, OpenSource, Selection
from viewer.state.transitions.tell import leave_story
from viewer.state.view_state import StoryPlace, ViewState

Transition = Callable[[ViewState], ViewState]


def select(selection: Selection) -> Transition:
    """Select something; the source pane stays as it is."""
    return lambda state: replace(state, selection=selection, focus=None)


def open_source(source: OpenSource | None) -> Transition:
    """Open a source at a place, or close the source pane."""
    return lambda state: replace(state, source=source)


def follow(selection: Selection, source: OpenSource | None) -> Transition:
    """Select something and open the source that goes with it, in one step."""
    return lambda state: replace(state, selection=selection, source=source, focus=None)


def close_layer(state: ViewState) -> ViewState:
    """Go back one layer: tray, marked range, story, source, selection, search; then nothing more."""
    if state.tray_open:
        return replace(state, tray_open=False)
    if state.marked_range:
        return replace(state, marked_range=None)
    if state.story and not state.story.left:
        return leave_story(state)
    if state.source:
        return replace(state, source=None)
    if state.selection != Nothing():
        return replace(state, selection=Nothing())
    return replace(state, query="", hit=-1)


def reveal(*keys: str) -> Transition:
    """Pass the content warning of an entry by its id, or of `*kind`."""
    return lambda state: replace(state, revealed=state.revealed | {*keys})


def conceal(*keys: str) -> Transition:
    """Put content warnings back."""
    return lambda state: replace(state, revealed=state.revealed - {*keys}, story=_held(state))


def conceal_all(state: ViewState) -> ViewState:
    """Put every content warning back."""
    return replace(state, revealed=frozenset(), story=_held(state))


def _held(state: ViewState) -> StoryPlace | None:
    """Return the story, held: nothing goes on by itself behind a warning."""
    return replace(state.story, playing=False) if state.story else None


def selected_event(state: ViewState) -> str | None:
    """Return the id of the selected event, if an event is selected."""
    match state.selection:
        case EventSelected(event):
            return event
        case _:
            return None

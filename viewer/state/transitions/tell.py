"""Walk through a guided tour; the reader may leave it at any point and come back."""

from collections.abc import Callable
from dataclasses import replace

from viewer.model.story import Step, Story
from viewer.state.selection import ClaimSelected, EventSelected, OpenSource, Selection
from viewer.state.transitions.time import clamped
from viewer.state.view_state import StoryPlace, ViewState

Transition = Callable[[ViewState], ViewState]
BEFORE = -1
"""The step of a story that is offered and not begun."""


def tell_step(story: Story, number: int, *, playing: bool, beside: OpenSource | None = None) -> Transition:
    """Show one step of a story: its time, its selection, its source or else the one `beside`."""
    place = min(max(number, 0), len(story.steps) - 1)
    step = story.steps[place]

    def told(state: ViewState) -> ViewState:
        visible = clamped(*step.view.possible_span) if step.view and step.view.is_placeable else state.visible
        return replace(
            state,
            story=StoryPlace(story.id, place, playing),
            visible=visible,
            selection=_selection(step, state),
            source=OpenSource(step.source, step.passage) if step.source else beside,
        )

    return told


def set_playing(*, playing: bool) -> Transition:
    """Let a story go on by itself, or hold it."""
    return lambda state: replace(state, story=replace(state.story, playing=playing) if state.story else None)


def leave_story(state: ViewState) -> ViewState:
    """Leave the story where it is; what it showed stays to be explored, and it can be taken up again."""
    if state.story is None or state.story.step == BEFORE:
        return end_story(state)
    return replace(state, story=replace(state.story, playing=False, left=True))


def end_story(state: ViewState) -> ViewState:
    """Be done with the story."""
    return replace(state, story=None)


def offer_story(story: Story) -> Transition:
    """Name what a story holds before its first step; nothing else changes."""
    return lambda state: replace(state, story=StoryPlace(story.id, BEFORE, playing=False))


def _selection(step: Step, state: ViewState) -> Selection:
    if step.event:
        return EventSelected(step.event)
    if step.claim:
        return ClaimSelected(step.claim)
    return state.selection

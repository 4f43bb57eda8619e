"""Tell a story in the window: count its steps, glide between views, hold it when the reader turns away."""

from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from viewer.model.story import Step
from viewer.state.pages.reader import Reader
from viewer.state.pages.story import is_story_open, told_step, told_story
from viewer.state.transitions.time import clamped
from viewer.state.view_state import Range, StoryPlace, ViewState
from viewer.ui.context import Context
from viewer.ui.stories.clock import StepClock
from viewer.ui.stories.hands import Hands
from viewer.ui.timeline.timeline_view import TimelineView

Looked: TypeAlias = tuple[object, ...]


class Teller(QObject):
    """Follows the state; every change that is not of the story itself holds it."""

    def __init__(self, context: Context, timeline: TimelineView, panes: QWidget, parent: QObject) -> None:
        """Take the timeline, which glides, and the panes, in which readers explore."""
        super().__init__(parent)
        self._context, self._timeline = context, timeline
        self.clock = StepClock(self._step_over, self)
        self._hands = Hands(panes, self._hold, self)
        self._place: StoryPlace | None = None
        self._visible = context.session.state.visible
        self._looked: Looked = _looked(context.session.state)
        context.session.store.watch(_watched, lambda _: self.follow())
        self.follow()

    def follow(self) -> None:
        """Take the state of now."""
        state = self._context.session.state
        place, before = state.story, self._place
        visible, looked = self._visible, self._looked
        self._place, self._visible, self._looked = place, state.visible, _looked(state)
        if place != before:
            self._follow_place(before, visible)
        elif place and place.playing and (looked != self._looked or self._strayed(visible)):
            self._hold()

    def _follow_place(self, before: StoryPlace | None, visible: Range) -> None:
        place, reader = self._place, self._reader()
        step = told_step(reader)
        running = bool(place and place.playing and is_story_open(reader))
        if step and (before is None or place is None or _at(before) != _at(place)):
            self.clock.begin(step.dwell)
        self.clock.run(on=running)
        self._hands.listen(on=running)
        if step and visible != self._visible:
            self._glide(visible, self._visible)

    def _glide(self, start: Range, end: Range) -> None:
        """Go from one view to the next in one smooth movement, unless motion is reduced."""
        if self._context.session.state.appearance.reduced_motion or not self._timeline.isVisible():
            return
        self._timeline.set_visible(start.start, start.end)
        self._timeline.motion.glide(start, end)

    def _strayed(self, before: Range) -> bool:
        """Tell whether the reader moved the time away from what the step shows."""
        now = self._visible
        if now == before or self._timeline.motion.moving:
            return False
        step = told_step(self._reader())
        return step is None or now != _view_of(step)

    def _step_over(self) -> None:
        """Go on; the last step stays until the reader is done with it."""
        story, place = told_story(self._reader()), self._context.session.state.story
        last = story is not None and place is not None and place.step + 1 >= len(story.steps)
        self._context.run("story.pause" if last else "story.next")

    def _hold(self) -> None:
        place = self._context.session.state.story
        if place and place.playing:
            self._context.run("story.pause")

    def _reader(self) -> Reader:
        session = self._context.session
        return Reader(session.edition, session.catalogue, session.state)


def _at(place: StoryPlace) -> tuple[str, int]:
    return place.story, place.step


def _looked(state: ViewState) -> Looked:
    """Select what a reader changes by exploring."""
    return (
        state.selection,
        state.source,
        state.query,
        state.filters,
        state.layout,
        state.tracks,
        state.accounts,
    )


def _watched(state: ViewState) -> Looked:
    return (*_looked(state), state.story, state.visible, state.revealed)


def _view_of(step: Step) -> Range | None:
    return clamped(*step.view.possible_span) if step.view and step.view.is_placeable else None

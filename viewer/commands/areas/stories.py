"""Commands of guided tours."""

from viewer.commands.areas.open_things import opened_by
from viewer.commands.command import Command, Menu, Outcome, fixed
from viewer.model.ids import StoryId
from viewer.model.story import Story
from viewer.state.consent import is_passed
from viewer.state.session import Session
from viewer.state.store import Transition
from viewer.state.transitions.select import reveal
from viewer.state.transitions.tell import end_story, leave_story, offer_story, set_playing, tell_step
from viewer.state.view_state import ViewState


def start(session: Session, story: str | None = None) -> Outcome:
    """Begin a story, or the first there is; one with content warnings names them before its first step."""
    stories = session.edition.library.stories
    chosen = stories.get(StoryId(story)) if story else next(iter(stories.values()), None)
    if chosen is None or not chosen.steps:
        return None
    return _tell(session, chosen, 0) if _is_passed(session, chosen) else offer_story(chosen)


def begin(session: Session) -> Outcome:
    """Pass the warnings of the story that is offered, and tell its first step, or the one where it stood."""
    told, place = told_story(session), session.state.story
    if told is None or place is None:
        return None

    def begun(state: ViewState) -> ViewState:
        return _tell(session, told, place.step)(reveal(told.id)(state))

    return begun


def step(session: Session, by: int = 1) -> Outcome:
    """Go a step on or back; after the last step the story is over."""
    told, place = told_story(session), session.state.story
    if told is None or place is None:
        return None
    if place.step + by >= len(told.steps):
        return end_story
    return _tell(session, told, place.step + by, playing=place.playing)


def back(session: Session) -> Outcome:
    """Go a step back."""
    return step(session, -1)


def toggle(session: Session) -> Outcome:
    """Hold the story, or let it go on from what its step shows."""
    told, place = told_story(session), session.state.story
    if told is None or place is None:
        return None
    return set_playing(playing=False) if place.playing else _tell(session, told, place.step)


def told_story(session: Session) -> Story | None:
    """Return the story being told, or left and not yet ended."""
    place = session.state.story
    return session.edition.library.stories.get(place.story) if place else None


def has_stories(session: Session) -> bool:
    """Allow a command only where the collection has stories."""
    return bool(session.edition.library.stories)


def is_told(session: Session) -> bool:
    """Allow a command only while a story is told, its warnings passed."""
    told, place = told_story(session), session.state.story
    return told is not None and place is not None and not place.left and _is_passed(session, told)


def is_open(session: Session) -> bool:
    """Allow a command while a story is offered, told, or left."""
    return told_story(session) is not None


def can_go_on(session: Session) -> bool:
    """Allow a command while a story is told, or left and can be taken up again."""
    told = told_story(session)
    return told is not None and _is_passed(session, told)


def _tell(session: Session, story: Story, number: int, *, playing: bool = True) -> Transition:
    """Tell a step, with the first source of its event beside it where it names none."""
    step = story.steps[min(max(number, 0), len(story.steps) - 1)]
    index = session.edition.index_of(step.event) if step.event else None
    beside = None if index is None else opened_by(session.edition.event(index))
    return tell_step(story, number, playing=playing, beside=beside)


def _is_passed(session: Session, story: Story) -> bool:
    return is_passed(session.state, session.edition, story.id, story.warnings)


COMMANDS = (
    Command("story.start", start, ("Ctrl+Shift+S",), Menu.COLLECTION, enabled=has_stories),
    Command("story.begin", begin, enabled=is_open),
    Command("story.next", step, ("Ctrl+Right",), Menu.GO, enabled=is_told),
    Command("story.previous", back, ("Ctrl+Left",), Menu.GO, enabled=is_told),
    Command("story.pause", toggle, ("P",), Menu.GO, enabled=can_go_on),
    Command("story.leave", fixed(leave_story), ("Ctrl+W",), Menu.GO, enabled=is_told),
    Command("story.end", fixed(end_story), enabled=is_open),
)

"""Commands of guided tours."""

from viewer.commands.command import Command, Menu, Outcome, fixed
from viewer.model.ids import StoryId
from viewer.model.story import Story
from viewer.state.session import Session
from viewer.state.transitions.tell import leave_story, set_playing, tell_step


def start(session: Session, story: str | None = None) -> Outcome:
    """Begin a story, or the first one there is."""
    stories = session.edition.library.stories
    chosen = stories.get(StoryId(story)) if story else next(iter(stories.values()), None)
    return tell_step(chosen, 0, playing=True) if chosen and chosen.steps else None


def step(session: Session, by: int = 1) -> Outcome:
    """Go a step on or back; after the last step the story is over."""
    told, place = told_story(session), session.state.story
    if told is None or place is None:
        return None
    if place.step + by >= len(told.steps):
        return leave_story
    return tell_step(told, place.step + by, playing=place.playing)


def back(session: Session) -> Outcome:
    """Go a step back."""
    return step(session, -1)


def toggle(session: Session) -> Outcome:
    """Hold the story, or let it go on."""
    place = session.state.story
    return set_playing(playing=not place.playing) if place else None


def told_story(session: Session) -> Story | None:
    """Return the story being told."""
    place = session.state.story
    return session.edition.library.stories.get(place.story) if place else None


def has_stories(session: Session) -> bool:
    """Allow a command only where the collection has stories."""
    return bool(session.edition.library.stories)


def is_told(session: Session) -> bool:
    """Allow a command only while a story is told."""
    return session.state.story is not None


COMMANDS = (
    Command("story.start", start, ("Ctrl+Shift+S",), Menu.COLLECTION, enabled=has_stories),
    Command("story.next", step, ("Ctrl+Right",), Menu.GO, enabled=is_told),
    Command("story.previous", back, ("Ctrl+Left",), Menu.GO, enabled=is_told),
    Command("story.pause", toggle, ("Space",), Menu.GO, enabled=is_told),
    Command("story.leave", fixed(leave_story), ("Ctrl+W",), Menu.GO, enabled=is_told),
)

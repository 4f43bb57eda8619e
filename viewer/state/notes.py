"""Hold the reader's notes during a visit; no part of the view that is cited, nor of the collection."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from viewer.model.ids import AnswerId, ClaimId, EventId, GroupId, PassageId, PersonId, PlaceId, SourceId
from viewer.model.note import Note, Noted, NotedKind
from viewer.state.pages.targets import (
    ClaimTarget,
    EventTarget,
    GroupTarget,
    PersonTarget,
    PlaceTarget,
    SourceTarget,
    Target,
)


@dataclass(slots=True)
class Notes:
    """The notes of the chosen file, and who follows them."""

    path: Path | None = None
    """The file the reader chose; nothing is kept before."""
    held: tuple[Note, ...] = ()
    problem: str = ""
    """Why the last change was not kept, as a reason of the notes file; empty when it was."""
    _watchers: list[Callable[[], None]] = field(default_factory=list)

    def become(self, path: Path | None, held: tuple[Note, ...]) -> None:
        """Take the notes of a file as it is now."""
        if (path, held) != (self.path, self.held):
            self.path, self.held = path, held
            for callback in tuple(self._watchers):
                callback()

    def watch(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` after every change; return a way to stop it."""
        self._watchers.append(callback)
        return lambda: self._watchers.remove(callback) if callback in self._watchers else None

    def of(self, note_id: str) -> Note | None:
        """Return a note by its id."""
        return next((note for note in self.held if note.id == note_id), None)

    def within(self, collection: str) -> tuple[Note, ...]:
        """Return the notes on one collection."""
        return tuple(note for note in self.held if note.collection == collection)

    def on(self, collection: str, target: Target) -> tuple[Note, ...]:
        """Return the notes on an entry, with those on its parts."""
        about = noted(target)
        return tuple(
            note
            for note in self.within(collection)
            if about and (note.about.kind, note.about.id) == (about.kind, about.id)
        )


def noted(target: Target) -> Noted | None:
    """Return what a note on an entry is about; None for what bears no notes."""
    found: Noted | None = None
    match target:
        case EventTarget(event):
            found = Noted(NotedKind.EVENT, event)
        case SourceTarget(source, passage):
            found = Noted(NotedKind.SOURCE, source, passage or "")
        case ClaimTarget(claim, answer):
            found = Noted(NotedKind.CLAIM, claim, answer or "")
        case PersonTarget(person):
            found = Noted(NotedKind.PERSON, person)
        case GroupTarget(group):
            found = Noted(NotedKind.GROUP, group)
        case PlaceTarget(place):
            found = Noted(NotedKind.PLACE, place)
    return found


def target_of(about: Noted) -> Target | None:
    """Return the entry a note is about; None for a view."""
    match about.kind:
        case NotedKind.EVENT:
            return EventTarget(EventId(about.id))
        case NotedKind.SOURCE:
            return SourceTarget(SourceId(about.id), PassageId(about.part) if about.part else None)
        case NotedKind.CLAIM:
            return ClaimTarget(ClaimId(about.id), AnswerId(about.part) if about.part else None)
        case _:
            return _named(about)


def _named(about: Noted) -> Target | None:
    match about.kind:
        case NotedKind.PERSON:
            return PersonTarget(PersonId(about.id))
        case NotedKind.GROUP:
            return GroupTarget(GroupId(about.id))
        case NotedKind.PLACE:
            return PlaceTarget(PlaceId(about.id))
        case _:
            return None

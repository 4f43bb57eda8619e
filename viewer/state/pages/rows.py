"""List events with their marks, and people, groups and places as links."""

from collections.abc import Iterable, Sequence

from viewer.model.columns import Flag
from viewer.model.event import Involved
from viewer.model.ids import EventId, GroupId, PersonId, PlaceId
from viewer.model.text import Text
from viewer.state.pages.blocks import EventRow
from viewer.state.pages.dates import event_date
from viewer.state.pages.reader import Reader
from viewer.state.pages.runs import LinkRun, Run, Tone, Words
from viewer.state.pages.targets import EventTarget, GroupTarget, PersonTarget, PlaceTarget, Target
from viewer.state.transitions.select import selected_event

LISTED = 120
"""Rows a page lists before it says how many more there are."""


def event_row(reader: Reader, index: int, detail: str = "") -> EventRow:
    """Return the event at `index` as a row of a list."""
    edition = reader.edition
    event_id = edition.event_id(index)
    title = edition.title(index, reader.language)
    flags = int(edition.columns.flags[index])
    categories = tuple(edition.library.categories.values())
    track = edition.library.tracks[categories[int(edition.columns.category[index])].track]
    return EventRow(
        title=Words(title.text, title.language),
        date=event_date(reader, edition.event(index)),
        colour=track.colour,
        shape=track.shape,
        target=EventTarget(event_id),
        contested=bool(flags & Flag.CONTESTED),
        sensitive=bool(flags & Flag.SENSITIVE),
        unchecked=bool(flags & Flag.UNCHECKED),
        detail=detail,
        selected=selected_event(reader.state) == event_id,
    )


def event_rows(reader: Reader, indexes: Sequence[int]) -> tuple[tuple[EventRow, ...], str]:
    """Return the first rows of a list, and the words for the rest, empty when none is left."""
    rows = tuple(event_row(reader, int(index)) for index in indexes[:LISTED])
    rest = len(indexes) - len(rows)
    return rows, reader.count("detail.more-events", rest) if rest else ""


def rows_of(reader: Reader, events: Iterable[EventId]) -> tuple[EventRow, ...]:
    """Return rows for those ids that the edition has, in time order."""
    found = {reader.edition.index_of(event) for event in events} - {None}
    return tuple(event_row(reader, index) for index in sorted(i for i in found if i is not None))


def entity_name(reader: Reader, ref: str) -> tuple[Text, Target] | None:
    """Return name and page of a person, group or place; None when the edition has no such entry."""
    library = reader.edition.library
    if person := library.people.get(PersonId(ref)):
        return person.name, PersonTarget(person.id)
    if group := library.groups.get(GroupId(ref)):
        return group.name, GroupTarget(group.id)
    if place := library.places.get(PlaceId(ref)):
        return place.name, PlaceTarget(place.id)
    return None


def entity_link(reader: Reader, ref: str) -> LinkRun | None:
    """Return a link to the page of a person, group or place."""
    found = entity_name(reader, ref)
    if found is None:
        return None
    shown = found[0].pick(reader.language)
    return LinkRun(shown.text, shown.language, found[1], Tone.STRONG)


def entity_links(reader: Reader, refs: Iterable[str]) -> tuple[LinkRun, ...]:
    """Return links for those ids that the edition has."""
    return tuple(link for ref in refs if (link := entity_link(reader, ref)))


def involved_runs(reader: Reader, involved: Involved) -> tuple[Run, ...] | None:
    """Return one who takes part, with the role behind the name."""
    link = entity_link(reader, involved.ref)
    if link is None:
        return None
    if not involved.role:
        return (link,)
    role = reader.say("detail.role", role=reader.plain(involved.role))
    return (link, reader.own(role, Tone.SOFT))

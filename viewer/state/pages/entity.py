"""Build the pages of people, groups and places: names, roles, their events, who mentions them."""

from collections.abc import Iterable, Iterator, Sequence

from viewer.model.claim import Claim
from viewer.model.entities import Group, Office, Person, Place, Variant
from viewer.model.event import Event
from viewer.model.ids import GroupId, PersonId, PlaceId, SourceId
from viewer.model.text import Text
from viewer.state.pages.bibliography import short_words
from viewer.state.pages.blocks import (
    Action,
    Actions,
    Block,
    ChipRow,
    EventList,
    Eyebrow,
    Heading,
    KeyValue,
    Notice,
    NoticeKind,
    Page,
    Paragraph,
)
from viewer.state.pages.dates import date_words
from viewer.state.pages.event import question_box
from viewer.state.pages.notices import notices
from viewer.state.pages.reader import Reader
from viewer.state.pages.rows import LISTED, event_row
from viewer.state.pages.runs import LinkRun, Run, Tone
from viewer.state.pages.strip import event_strip
from viewer.state.pages.targets import CommandTarget, SourceTarget

Entity = Person | Group | Place
Facts = list[tuple[str, tuple[Run, ...]]]

READ = 400
"""Events of one entity that are read for their roles and sources."""


def person_page(reader: Reader, person: PersonId) -> Page | None:
    """Return the page of a person; None when the edition has none with that id."""
    found = reader.edition.library.people.get(person)
    return _page(reader, found, "people") if found else None


def group_page(reader: Reader, group: GroupId) -> Page | None:
    """Return the page of a group; None when the edition has none with that id."""
    found = reader.edition.library.groups.get(group)
    return _page(reader, found, "groups") if found else None


def place_page(reader: Reader, place: PlaceId) -> Page | None:
    """Return the page of a place; None when the edition has none with that id."""
    found = reader.edition.library.places.get(place)
    return _page(reader, found, "places") if found else None


def _page(reader: Reader, entity: Entity, field: str) -> Page:
    indexes = reader.edition.links[field].of(entity.id).tolist()
    events = [reader.edition.event(index) for index in indexes[:READ]]
    bio = Text() if isinstance(entity, Place) else entity.bio
    blocks: list[Block] = [Eyebrow(reader.say(f"detail.kind.{field}")), Heading(reader.words(entity.name))]
    if bio:
        blocks.append(Paragraph((reader.words(bio),), bio.pick(reader.language).language))
    blocks += _facts(reader, entity)
    blocks += notices(reader, (entity.name, bio), entity.unreviewed, entity.withheld, entity.check)
    blocks += _events(reader, entity, field, indexes, events)
    blocks += (question_box(reader, claim, answers=0) for claim in _claims(reader, entity, events))
    blocks += _mentions(reader, entity, events)
    return Page(reader.plain(entity.name), reader.language, tuple(blocks))


def _facts(reader: Reader, entity: Entity) -> Iterator[Block]:
    rows: Facts = [(reader.say("detail.roles"), _office(reader, role)) for role in _roles(entity)[:1]]
    rows += [("", _office(reader, role)) for role in _roles(entity)[1:]]
    if not isinstance(entity, Person) and entity.kind:
        rows.append((reader.say("detail.what"), (reader.words(entity.kind),)))
    names = tuple(
        _variant(reader, variant) for variant in (*_other_scripts(reader, entity), *entity.variants)
    )
    if names:
        rows.append((reader.say("detail.variants"), reader.dotted(names)))
    if isinstance(entity, Place) and entity.latitude is not None and entity.longitude is not None:
        rows.append((reader.say("detail.coordinates"), (_coordinates(reader, entity),)))
    if rows:
        yield KeyValue(tuple(rows))


def _roles(entity: Entity) -> tuple[Office, ...]:
    return entity.roles if isinstance(entity, Person) else ()


def _office(reader: Reader, office: Office) -> tuple[Run, ...]:
    when = reader.own(date_words(reader, office.when), Tone.SOFT) if office.when else None
    return reader.dotted((reader.words(office.text), when))


def _other_scripts(reader: Reader, entity: Entity) -> tuple[Variant, ...]:
    """Return the name in the collection's other languages, which is how others look it up."""
    own = reader.plain(entity.name)
    return tuple(Variant(text) for text in entity.name.all() if text != own)


def _variant(reader: Reader, variant: Variant) -> tuple[Run, ...]:
    name = reader.own(reader.catalogue.listing((variant.text,)))
    if not variant.note:
        return (name,)
    note = reader.say("detail.role", role=reader.plain(variant.note))
    return (name, reader.own(note, Tone.SOFT))


def _coordinates(reader: Reader, place: Place) -> Run:
    latitude, longitude = (reader.catalogue.digits(f"{v:.2f}") for v in (place.latitude, place.longitude))
    return reader.spoken("detail.about-position", latitude=latitude, longitude=longitude)


def _events(
    reader: Reader, entity: Entity, field: str, indexes: Sequence[int], events: Sequence[Event]
) -> Iterator[Block]:
    if not indexes:
        yield Notice(NoticeKind.EMPTY, reader.spoken("detail.no-events"))
        return
    pairs = list(zip(indexes, events, strict=False))[:LISTED]
    rows = tuple(event_row(reader, index, _role(reader, event, entity.id)) for index, event in pairs)
    yield from event_strip(reader, [index for index, _ in pairs], rows)
    rest = len(indexes) - len(rows)
    more = reader.count("detail.more-events", rest) if rest else ""
    yield EventList(reader.count("detail.events", len(indexes)), rows, more)
    narrow = CommandTarget("find.toggle", (("field", field), ("value", entity.id)))
    yield Actions((Action(reader.say("detail.only-these"), narrow),))


def _role(reader: Reader, event: Event, ref: str) -> str:
    """Return the role in one event; never one of an event whose warning stands."""
    if not reader.is_revealed(event.id, event.warnings):
        return ""
    involved = (*event.people, *event.groups, *event.places)
    return next((reader.plain(one.role) for one in involved if one.ref == ref and one.role), "")


def _claims(reader: Reader, entity: Entity, events: Iterable[Event]) -> tuple[Claim, ...]:
    """Return the questions that a claimant answers, or that the events of the entity touch."""
    touched = {claim for event in events for claim in event.claims}
    claims = reader.edition.library.claims.values()
    return tuple(c for c in claims if c.id in touched or any(entity.id in a.claimant_refs for a in c.answers))


def _mentions(reader: Reader, entity: Entity, events: Iterable[Event]) -> Iterator[Block]:
    """Give the sources whose passages name the entity, and those its events rest on."""
    library = reader.edition.library.sources
    links: dict[SourceId, LinkRun] = {}
    for source in library.values():
        for passage in source.digest:
            if entity.id in (*passage.people, *passage.groups) and source.id not in links:
                target = SourceTarget(source.id, passage.id)
                links[source.id] = LinkRun(short_words(reader, source), reader.language, target)
    for citation in (c for event in events for c in event.citations):
        if citation.source in library and citation.source not in links:
            name = short_words(reader, library[citation.source])
            links[citation.source] = LinkRun(name, reader.language, SourceTarget(citation.source))
    if links:
        yield ChipRow(reader.count("detail.mentioned-by", len(links)), reader.dotted(links.values()))

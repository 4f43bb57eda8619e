"""Put decoded entries together, and leave out every mention of what could not be decoded.

An entry with an error in it is left out whole, and the list of problems names it. What mentions it stays,
without the mention, so that nobody above meets an id that leads nowhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from viewer.loading.decode.context import BAD, Entry
from viewer.loading.decode.header import Header
from viewer.model.claim import Answer, Claim
from viewer.model.collection import Collection, Library
from viewer.model.event import Event, Involved, Statement, When
from viewer.model.evidence import Citation
from viewer.model.source import Passage, Source
from viewer.model.story import Step, Story

T = TypeVar("T")


def assemble(header: Header, entries: Iterable[Entry]) -> Collection:
    """Return the collection of all entries that have a value."""
    sections: dict[str, dict[Any, Any]] = {}
    for entry in entries:
        if entry.value is not BAD:
            sections.setdefault(entry.section, {})[entry.id] = entry.value
    events = sections.pop("events", {})
    categories = {category.id: category for track in header.tracks for category in track.categories}
    tracks = {track.track.id: track.track for track in header.tracks}
    library = Library(header.about, tracks, categories, **sections)
    return Collection(library, events)


def without_lost_mentions(collection: Collection) -> Collection:
    """Return the collection without mentions of absent entries; events of an absent category go too."""
    library = collection.library
    events = {key: event for key, event in collection.events.items() if event.category in library.categories}
    mend = _Mender(library, events)
    return Collection(
        replace(
            library,
            sources={key: mend.source(source) for key, source in library.sources.items()},
            claims={key: mend.claim(claim) for key, claim in library.claims.items()},
            stories={key: mend.story(story) for key, story in library.stories.items()},
        ),
        {key: mend.event(event) for key, event in events.items()},
    )


def _there(names: Iterable[T], *known: Mapping[Any, object]) -> tuple[T, ...]:
    """Return the names that one of the mappings has."""
    return tuple(name for name in names if any(name in mapping for mapping in known))


class _Mender:
    """Takes lost mentions out of entries of each kind."""

    def __init__(self, library: Library, events: Mapping[Any, Event]) -> None:
        self._library = library
        self._events = events

    def event(self, event: Event) -> Event:
        """Return an event without lost mentions."""
        library = self._library
        citations = self._citations(event.citations)
        keys = {citation.key for citation in citations}
        return replace(
            event,
            citations=citations,
            title_cites=_kept(event.title_cites, keys),
            when=_when(event.when, keys),
            statements=tuple(_statement(statement, keys) for statement in event.statements),
            people=_involved(event.people, library.people, keys),
            groups=_involved(event.groups, library.groups, keys),
            places=_involved(event.places, library.places, keys),
            related=tuple(other for other in event.related if other.event in self._events),
            claims=_there(event.claims, library.claims),
            warnings=_there(event.warnings, library.about.warning_labels),
        )

    def source(self, source: Source) -> Source:
        """Return a source whose digest mentions nothing lost."""
        return replace(source, digest=tuple(map(self._passage, source.digest)))

    def claim(self, claim: Claim) -> Claim:
        """Return a question without lost mentions."""
        answers = tuple(map(self._answer, claim.answers))
        return replace(
            claim,
            answers=answers,
            events=_there(claim.events, self._events),
            warnings=_there(claim.warnings, self._library.about.warning_labels),
        )

    def story(self, story: Story) -> Story:
        """Return a story without lost mentions."""
        warnings = _there(story.warnings, self._library.about.warning_labels)
        return replace(story, steps=tuple(map(self._step, story.steps)), warnings=warnings)

    def _citations(self, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(map(self._citation, (one for one in citations if one.source in self._library.sources)))

    def _citation(self, citation: Citation) -> Citation:
        known = self._library.sources[citation.source].passage(citation.passage)
        return citation if known else replace(citation, passage=None)

    def _answer(self, answer: Answer) -> Answer:
        return replace(
            answer,
            citations=self._citations(answer.citations),
            claimant_refs=_there(answer.claimant_refs, self._library.people, self._library.groups),
            said_in=answer.said_in if answer.said_in in self._events else None,
        )

    def _passage(self, passage: Passage) -> Passage:
        library = self._library
        return replace(
            passage,
            events=_there(passage.events, self._events),
            claims=_there(passage.claims, library.claims),
            people=_there(passage.people, library.people),
            groups=_there(passage.groups, library.groups),
            sources=_there(passage.sources, library.sources),
            warnings=_there(passage.warnings, library.about.warning_labels),
        )

    def _step(self, step: Step) -> Step:
        library = self._library
        source = library.sources.get(step.source) if step.source else None
        known = source.passage(step.passage) if source else None
        return replace(
            step,
            event=step.event if step.event in self._events else None,
            claim=step.claim if step.claim in library.claims else None,
            source=source.id if source else None,
            passage=known.id if known else None,
            cites=_there(step.cites, library.sources),
        )


def _kept(cites: tuple[str, ...], keys: set[str]) -> tuple[str, ...]:
    return tuple(key for key in cites if key in keys)


def _when(when: When | None, keys: set[str]) -> When | None:
    return replace(when, cites=_kept(when.cites, keys)) if when else None


def _statement(statement: Statement, keys: set[str]) -> Statement:
    return replace(statement, cites=_kept(statement.cites, keys))


def _involved(
    those: tuple[Involved, ...], known: Mapping[Any, object], keys: set[str]
) -> tuple[Involved, ...]:
    return tuple(replace(one, cites=_kept(one.cites, keys)) for one in those if one.ref in known)

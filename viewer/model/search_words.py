"""Cut texts and queries into words in the same way, and say which texts an event is found by."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from viewer.base.normalise import normalise
from viewer.model.collection import Library
from viewer.model.entities import Group, Person, Place
from viewer.model.event import Event
from viewer.model.ids import GroupId, PersonId, PlaceId, SourceId
from viewer.model.word_index import Wanted, WordIndex

_Named: TypeAlias = Person | Group | Place

_words = re.compile(r"\w+").findall
_QUOTED = re.compile('"([^"]*)"|“([^”]*)”|«([^»]*)»')
_LIKE_ENOUGH = 0.7
_MOST_COMPARED = 20_000


def words_of(texts: Iterable[str]) -> list[str]:
    """Return the words of texts in the form in which they are compared, in their order."""
    text = "\n".join(texts)
    if text.isascii():
        # What `normalise` does to such text, but for white space, which words do not hold.
        return _words(text.lower().replace("'", "").replace("`", ""))
    return _words(normalise(text))


def wanted_words(query: str) -> tuple[Wanted, ...]:
    """Return what a query asks for: beginnings of words, or whole words where it stands in quotes."""
    quoted = [word for match in _QUOTED.finditer(query) for word in words_of(match.groups(""))]
    loose = [Wanted(word) for word in words_of([_QUOTED.sub(" ", query)])]
    return tuple(dict.fromkeys([*(Wanted(word, whole=True) for word in quoted), *loose]))


def search_words(index: WordIndex, query: str, named: int | None) -> NDArray[np.int32]:
    """Return the events that match all words of a query, and the one it names by its id."""
    found = index.find(wanted_words(query))
    return found if named is None else np.union1d(found, np.array([named], np.int32))


def texts_of(event: Event, library: Library) -> Iterator[str]:
    """Give every text by which a reader may look for an event, in all languages and spellings."""
    yield from event.title.all()
    for statement in event.statements:
        yield from statement.text.all()
        yield from statement.according_to.all()
    if event.when:
        yield from event.when.note.all()
    for involved in (*event.people, *event.groups, *event.places):
        yield from involved.role.all()
        yield from names_of(library, involved.ref)
    for citation in event.citations:
        yield from names_of_source(library, citation.source)


def names_of(library: Library, ref: str) -> Iterator[str]:
    """Give all names and spellings of a person, group or place."""
    found: tuple[_Named | None, ...] = (
        library.people.get(PersonId(ref)),
        library.groups.get(GroupId(ref)),
        library.places.get(PlaceId(ref)),
    )
    for entity in found:
        if entity:
            yield from entity.name.all()
            yield from (variant.text for variant in entity.variants)


def names_of_source(library: Library, ref: SourceId) -> Iterator[str]:
    """Give the key, the titles and the authors of a source."""
    yield ref
    source = library.sources.get(ref)
    if source:
        yield from source.title.all()
        for author in source.authors:
            yield from (author.literal, author.family)


def suggest(query: str, index: WordIndex) -> str | None:
    """Return the query with unknown words replaced by the likest known ones; None when there are none."""
    wanted = wanted_words(query)
    spelt = [one.word if index.knows(one) else _likest(one.word, index) for one in wanted]
    known = [word for word in spelt if word]
    if len(known) < len(wanted) or known == [one.word for one in wanted]:
        return None
    return " ".join(known)


def _likest(word: str, index: WordIndex) -> str | None:
    """Return the known word most like `word`, looking first among those that begin alike."""
    for beginning in (word[:2], word[:1], ""):
        alike = index.spelt(beginning, _MOST_COMPARED)
        near = [other for other in alike if abs(len(other) - len(word)) <= 1 + len(word) // 4]
        found = get_close_matches(word, near, n=1, cutoff=_LIKE_ENOUGH)
        if found:
            return found[0]
    return None

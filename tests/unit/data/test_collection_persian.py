"""A reader of Persian finds the collection complete, and is told what nobody has reviewed yet."""

from collections.abc import Iterator

import pytest

from viewer.loading.collection_files import Read
from viewer.model.claim import Claim
from viewer.model.collection import Category, Collection, Library, Track
from viewer.model.entities import Group, Period, Person, Place
from viewer.model.event import Event
from viewer.model.source import Source
from viewer.model.text import Text

ARABIC_LETTERS = "\u064a\u0643"


def of_events(collection: Collection) -> Iterator[tuple[str, Text]]:
    for event in collection.events.values():
        yield f"{event.id} title", event.title
        for number, statement in enumerate(event.statements, 1):
            yield f"{event.id} statement {number}", statement.text


def of_head(library: Library) -> Iterator[tuple[str, Text]]:
    labelled: list[Category | Track | Period] = [
        *library.categories.values(),
        *library.tracks.values(),
        *library.periods.values(),
    ]
    yield from ((each.id, each.label) for each in labelled)
    yield from library.about.warning_labels.items()


def of_claims(library: Library) -> Iterator[tuple[str, Text]]:
    for claim in library.claims.values():
        yield claim.id, claim.question
        for answer in claim.answers:
            yield answer.id, answer.text
            yield f"{answer.id} claimant", answer.claimant


def of_names(library: Library) -> Iterator[tuple[str, Text]]:
    named: list[Person | Group | Place] = [
        *library.people.values(),
        *library.groups.values(),
        *library.places.values(),
    ]
    yield from ((each.id, each.name) for each in named)
    for term in library.glossary.values():
        yield term.id, term.term


def of_sources(library: Library) -> Iterator[tuple[str, Text]]:
    for source in library.sources.values():
        yield f"{source.id} speaks", source.speaks
        yield f"{source.id} limits", source.limits
        for passage in source.digest:
            yield f"{source.id} {passage.id}", passage.text


def of_stories(library: Library) -> Iterator[tuple[str, Text]]:
    for story in library.stories.values():
        yield story.id, story.title
        for number, step in enumerate(story.steps, 1):
            yield f"{story.id} step {number}", step.text


def spoken(collection: Collection) -> list[tuple[str, Text]]:
    """Give every text that a reader must find in Persian, with where it stands."""
    library = collection.library
    parts = (of_head, of_claims, of_names, of_sources, of_stories)
    return [*of_events(collection), *(pair for part in parts for pair in part(library))]


def test_nothing_a_reader_needs_is_missing_in_either_language(collection: Collection) -> None:
    texts = spoken(collection)
    assert len(texts) > 1000
    assert [where for where, text in texts if {"en", "fa"} - set(text.values)] == []


def test_only_titles_of_foreign_works_are_left_in_their_own_language(
    reading: Read, collection: Collection
) -> None:
    in_one_language = [
        source for source in collection.library.sources.values() if "fa" not in source.title.values
    ]
    assert reading.untranslated == {"en": 0, "fa": len(in_one_language)}
    assert [source.id for source in in_one_language if source.csl["language"] == "fa"] == []


def test_persian_is_written_with_persian_letters(collection: Collection) -> None:
    wrong = [where for where, text in spoken(collection) if set(ARABIC_LETTERS) & set(text.values["fa"])]
    assert wrong == []


def test_numbers_in_persian_texts_are_persian_outside_latin_words(collection: Collection) -> None:
    for event in collection.events.values():
        assert not set("0123456789") & set(event.title.values["fa"]), event.id


@pytest.mark.parametrize(
    ("event", "title"),
    [
        ("E020", "فرمان بی‌تاریخ خمینی دربارهٔ زندانیان مجاهد"),
        ("E033", "دیدار منتظری با اعضای هیئت تهران"),
        ("E099", "محکومیت حمید نوری به حبس ابد در استکهلم"),
    ],
)
def test_the_given_headlines_are_used_as_given(collection: Collection, event: str, title: str) -> None:
    titles = {str(each.id): each.title.values["fa"] for each in collection.events.values()}
    assert titles[event] == title


def test_every_translation_is_marked_as_not_reviewed(collection: Collection) -> None:
    library = collection.library
    marked: list[Event | Claim | Source] = [
        *collection.events.values(),
        *library.claims.values(),
        *library.sources.values(),
    ]
    assert [each.id for each in marked if each.unreviewed != {"fa"}] == []

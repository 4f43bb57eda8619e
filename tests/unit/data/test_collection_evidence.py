"""Each statement says on what it rests; what nobody checked is marked, with the part that is meant."""

from viewer.model.claim import Answer, DateAnswer, Quantity, Words
from viewer.model.collection import Collection, Library
from viewer.model.event import Event
from viewer.model.evidence import CheckState
from viewer.model.source import Position


def answers_by_id(library: Library) -> dict[str, object]:
    return {answer.id: answer.value for claim in library.claims.values() for answer in claim.answers}


def test_every_citation_points_to_a_passage(collection: Collection) -> None:
    library = collection.library
    answers = (answer for claim in library.claims.values() for answer in claim.answers)
    owners: list[Event | Answer] = [*collection.events.values(), *answers]
    citations = [(owner.id, citation) for owner in owners for citation in owner.citations]
    assert len(citations) > 350
    lost = [
        (owner, citation.source)
        for owner, citation in citations
        if library.sources[citation.source].passage(citation.passage) is None
    ]
    assert lost == []


def test_the_passage_of_a_citation_leads_back_to_its_event(collection: Collection) -> None:
    sources = collection.library.sources
    for event in collection.events.values():
        for citation in event.citations:
            passage = sources[citation.source].passage(citation.passage)
            if citation.source == "S01":
                continue
            assert passage is not None
            assert event.id in passage.events


def test_every_source_says_something(library: Library) -> None:
    assert [source.id for source in library.sources.values() if not source.digest] == []


def test_a_statement_without_citation_says_why(collection: Collection) -> None:
    bare = [
        (event.id, statement)
        for event in collection.events.values()
        for statement in event.statements
        if not statement.cites
    ]
    assert 0 < len(bare) < 15
    assert [event for event, statement in bare if statement.check is None or not statement.check.note] == []


def test_an_answer_without_citation_names_where_it_was_seen(library: Library) -> None:
    bare = [answer for claim in library.claims.values() for answer in claim.answers if not answer.citations]
    assert 0 < len(bare) < 12
    assert [answer.id for answer in bare if not answer.basis] == []


def test_what_is_not_wholly_checked_says_which_part(collection: Collection) -> None:
    for event in collection.events.values():
        if event.check.state is not CheckState.CHECKED:
            assert event.check.note.pick("fa").text, event.id


def test_general_knowledge_is_not_called_checked(collection: Collection) -> None:
    states = {str(event.id): event.check.state for event in collection.events.values()}
    partly = {"E001", "E003", "E009", "E030", "E035", "E037", "E038", "E050", "E054", "E057", "E058", "E073"}
    assert {states[event] for event in partly} == {CheckState.PARTLY}
    assert states["E033"] is CheckState.CHECKED


def test_an_event_cites_all_it_lists_in_its_sentences(collection: Collection) -> None:
    for event in collection.events.values():
        keys = {key for statement in event.statements for key in statement.cites}
        assert keys == {citation.key for citation in event.citations}, event.id


def test_numbers_stay_as_open_as_their_source(library: Library) -> None:
    values = answers_by_id(library)
    assert values["C01-1"] == Quantity(ranges=((None, 1000.0),))
    assert values["C01-7"] == Quantity(ranges=((2800.0, 2800.0), (3800.0, 3800.0)))
    assert values["C01-8"] == Quantity(ranges=((2800.0, 5000.0),))
    assert values["C01-10"] == Quantity(ranges=((4000.0, None),))
    assert values["C01-20"] == Words(low=1000.0, high=None)
    assert values["C03-3"] == Words()


def test_a_number_of_another_kind_is_not_put_on_the_line(library: Library) -> None:
    values = answers_by_id(library)
    assert values["C02-4"] == Words()  # A rate per day.
    assert values["C18-5"] == Words()  # The strength of a force.


def test_dates_of_answers_are_dates(library: Library) -> None:
    value = answers_by_id(library)["C04-4"]
    assert isinstance(value, DateAnswer)
    assert [date.text for date in value.dates] == ["1988-07-27/1988-09-06"]


def test_every_question_is_answered_from_more_than_one_position_or_says_so(library: Library) -> None:
    positions = {
        str(claim.id): {answer.position for answer in claim.answers} for claim in library.claims.values()
    }
    assert {Position.STATE, Position.INSIDER, Position.NGO, Position.OPPOSITION} <= positions["C01"]
    assert all(len(found) > 1 for found in positions.values())


def test_a_computed_solar_hijri_date_is_never_called_stated(collection: Collection) -> None:
    stated = {event.id for event in collection.events.values() if event.when and event.when.stated}
    assert stated == {"E013"}


def test_questions_and_events_point_at_each_other(collection: Collection) -> None:
    from_events = {(event.id, claim) for event in collection.events.values() for claim in event.claims}
    from_claims = {
        (event, claim.id) for claim in collection.library.claims.values() for event in claim.events
    }
    assert from_events == from_claims


def test_every_event_but_a_few_leads_on_to_another(collection: Collection) -> None:
    led_to = {relation.event for event in collection.events.values() for relation in event.related}
    alone = {event.id for event in collection.events.values() if not event.related} - led_to
    assert len(alone) <= 6

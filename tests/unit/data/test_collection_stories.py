"""The two guided tours stand on the collection itself: dates, sources and warnings included."""

import pytest

from viewer.model.collection import Collection, Library
from viewer.model.ids import StoryId
from viewer.model.story import Story

STORIES = ("summer-1988", "how-it-became-known")


@pytest.fixture(params=STORIES)
def story(library: Library, request: pytest.FixtureRequest) -> Story:
    return library.stories[StoryId(request.param)]


def test_a_story_has_a_handful_of_steps(story: Story) -> None:
    assert 8 <= len(story.steps) <= 12


def test_every_step_cites_and_shows_something(story: Story) -> None:
    for step in story.steps:
        assert step.cites
        assert step.view is not None
        assert step.event or step.claim or step.source


def test_the_event_of_a_step_lies_in_its_view(story: Story, collection: Collection) -> None:
    for step in story.steps:
        if step.event is None or step.view is None:
            continue
        when = collection.events[step.event].when
        assert when is not None
        view = step.view.possible_span
        assert view.start <= when.date.start_min < view.end, step.event


def test_what_an_event_warns_of_is_warned_of_before_the_story(story: Story, collection: Collection) -> None:
    kinds = {kind for step in story.steps if step.event for kind in collection.events[step.event].warnings}
    missing = kinds - set(story.warnings)
    assert missing == set()


def test_a_reader_has_time_for_each_step(story: Story) -> None:
    for step in story.steps:
        words = len(step.text.pick("en").text.split())
        assert step.dwell >= words / 4, step.text.pick("en").text

"""Build what the bar of a guided tour shows: its warnings, or the text of a step with its sources."""

from collections.abc import Iterator

from viewer.model.ids import SourceId
from viewer.model.story import Step, Story
from viewer.state.pages.blocks import Action, Block, Eyebrow, Page, Paragraph, WarningGate
from viewer.state.pages.gates import warning_badges
from viewer.state.pages.reader import Reader
from viewer.state.pages.runs import CiteChip, Run
from viewer.state.pages.targets import CommandTarget, SourceTarget


def told_story(reader: Reader) -> Story | None:
    """Return the story that is offered, told or left."""
    place = reader.state.story
    return reader.edition.library.stories.get(place.story) if place else None


def is_story_open(reader: Reader) -> bool:
    """Tell whether the warnings of the story are passed and its steps may be told."""
    story, place = told_story(reader), reader.state.story
    if story is None or place is None:
        return False
    return place.step >= 0 and reader.is_revealed(story.id, story.warnings)


def told_step(reader: Reader) -> Step | None:
    """Return the step at which the story stands, once its warnings are passed."""
    story, place = told_story(reader), reader.state.story
    if story is None or place is None or not is_story_open(reader):
        return None
    return story.steps[min(place.step, len(story.steps) - 1)]


def step_words(reader: Reader) -> str:
    """Return which step it is and how many there are; how many alone before the first."""
    story, place = told_story(reader), reader.state.story
    if story is None or place is None:
        return ""
    total = len(story.steps)
    if place.step < 0:
        return reader.count("story.steps", total)
    return reader.say("story.step", n=place.step + 1, total=total)


def story_page(reader: Reader) -> Page:
    """Return the step that is told; before the reader agrees, what the story holds; empty without a story."""
    story = told_story(reader)
    if story is None:
        return Page(reader.say("story.name"), reader.language, (), panel=True)
    title = reader.say("story.kind", title=reader.plain(story.title))
    return Page(title, reader.language, tuple(_blocks(reader, story, title)), panel=True)


def _blocks(reader: Reader, story: Story, title: str) -> Iterator[Block]:
    step = told_step(reader)
    place = step_words(reader)
    yield Eyebrow(f"{title} · {place}")
    if step is None:
        yield _gate(reader, story)
    else:
        yield Paragraph(tuple(_runs(reader, step)), step.text.pick(reader.language).language)


def _gate(reader: Reader, story: Story) -> WarningGate:
    begin = Action(reader.say("story.gate.begin"), CommandTarget("story.begin"))
    skip = Action(reader.say("story.gate.skip"), CommandTarget("story.end"))
    title, text = reader.say("detail.gate.title"), reader.say("story.gate.text")
    return WarningGate(title, text, warning_badges(reader, story.warnings), begin, skip)


def _runs(reader: Reader, step: Step) -> Iterator[Run]:
    yield reader.words(step.text)
    cited = tuple(dict.fromkeys((*((step.source,) if step.source else ()), *step.cites)))
    yield from (_chip(reader, number, source, step) for number, source in enumerate(cited, 1))


def _chip(reader: Reader, number: int, source: SourceId, step: Step) -> CiteChip:
    found = reader.edition.library.sources.get(source)
    title = reader.plain(found.title) if found else source
    label = reader.say("story.cites", number=number, source=title)
    passage = step.passage if source == step.source else None
    opened = reader.state.source
    marked = opened is not None and opened.source == source
    return CiteChip(
        number, reader.catalogue.number(number), label, SourceTarget(source, passage), marked=marked
    )

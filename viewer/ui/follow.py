"""Turn a link of a page into the command that follows it."""

from typing import assert_never

from viewer.state.pages.targets import (
    ClaimTarget,
    CommandTarget,
    EventTarget,
    GroupTarget,
    PersonTarget,
    PlaceTarget,
    SourceTarget,
    StoryTarget,
    Target,
    TermTarget,
)
from viewer.ui.context import Context


def follow(context: Context, target: Target) -> None:
    """Run the command that leads where `target` says."""
    match target:
        case EventTarget(event):
            context.run("open.event", event=event)
        case SourceTarget(source, passage, citation):
            context.run("open.source", source=source, passage=passage, citation=citation)
        case ClaimTarget(claim, answer):
            context.run("open.claim", claim=claim, answer=answer)
        case TermTarget(term):
            context.run("open.term", term=term)
        case StoryTarget(story):
            context.run("story.start", story=story)
        case CommandTarget(command, args):
            context.run(command, **dict(args))
        case PersonTarget() | GroupTarget() | PlaceTarget():
            _follow_entity(context, target)
        case _:
            assert_never(target)


def _follow_entity(context: Context, target: PersonTarget | GroupTarget | PlaceTarget) -> None:
    match target:
        case PersonTarget(person):
            context.run("open.person", person=person)
        case GroupTarget(group):
            context.run("open.group", group=group)
        case PlaceTarget(place):
            context.run("open.place", place=place)
        case _:
            assert_never(target)

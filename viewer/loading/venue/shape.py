"""The table of a venue file: one line for each thing a house decides."""

from typing import Any

from viewer.loading.decode.choices import Choice
from viewer.loading.decode.context import BAD, Context
from viewer.loading.decode.dates import EDTF_TEXT
from viewer.loading.decode.kinds import Kind, Truth
from viewer.loading.decode.lists import Many
from viewer.loading.decode.mentions import Reference
from viewer.loading.decode.numbers import Number, Whole
from viewer.loading.decode.shapes import Field, Shape, Values
from viewer.loading.decode.texts import TEXT
from viewer.loading.report import place_of
from viewer.loading.venue.kinds import EXIT_PIN, KEY, FilePath, OpenHours
from viewer.loading.yaml.nodes import ListNode, MapNode, TextNode
from viewer.model.venue import (
    ROLES,
    Attract,
    FirstView,
    Hours,
    IdleTimes,
    Opening,
    RaisedWarning,
    Venue,
    WarningPolicy,
)

FORMAT_VERSION = "1"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PLACES = ("timeline", "source")
INTERFACE = Choice({"en": "en", "fa": "fa"})
EVENT, STORY = Reference(("events",)), Reference(("stories",))
KIND = Reference(("warnings",))
COLLECTION_KINDS = ("collection",)
HEADLINE_KINDS = ("events", "headline")
"""Marks a mention that stands where everybody reads it, without having been asked."""


def _map(name: str, kind: Kind[Any], keys: tuple[str, ...], about: str) -> Shape[dict[str, Any]]:
    fields = (Field(key, kind, about, attribute=key) for key in keys)
    return Shape(name, dict, *fields, hook=_distinct)


def _distinct(values: Values, node: MapNode, at: Context) -> bool:
    """Report a key or a screen that is given twice."""
    del values
    seen: dict[str, TextNode] = {}
    for value in node.values.values():
        if not isinstance(value, TextNode):
            continue
        first = seen.setdefault(value.text, value)
        if first is not value:
            line, column = map(str, place_of(first))
            at.report.error(place_of(value), "duplicate-within", value=value.text, line=line, column=column)
            return False
    return True


def _hours(**days: Opening | None) -> Hours:
    every_day = Hours().days
    return Hours(tuple(days.get(day, every_day[n]) for n, day in enumerate(WEEKDAYS)))


START = Shape(
    "start",
    FirstView,
    Field("view", EDTF_TEXT, "Time to show, in EDTF"),
    Field("event", EVENT, "Event to select"),
    Field("story", STORY, "Story to tell"),
)
IDLE = Shape(
    "idle",
    IdleTimes,
    Field("after", Number(5, 3600), "Seconds without input before the countdown"),
    Field("countdown", Number(5, 120), "Seconds of the countdown"),
    Field("story", Number(5, 7200), "Seconds without input while a story plays"),
)
ATTRACT = Shape(
    "attract",
    Attract,
    Field(
        "events",
        Many(Reference(HEADLINE_KINDS)),
        "Events whose headlines pass; none may carry a content warning",
    ),
    Field("texts", Many(TEXT), "Other lines that pass"),
    Field("headline", Number(4, 120), "Seconds for each"),
)
EXTRA = Shape(
    "extra",
    RaisedWarning,
    Field("kind", KIND, "Kind of content warning", required=True),
    Field("label", TEXT, "Its name, for a kind the collection does not have"),
    Field("events", Many(EVENT), "Events that carry it, too"),
    Field("categories", Many(Reference(("categories",))), "Categories whose events carry it, too"),
)
WARNINGS = Shape(
    "warnings",
    WarningPolicy,
    Field("always-ask", Truth(), "Ask for each entry anew"),
    Field("extra", Many(EXTRA), "Warnings beyond those of the collection"),
)
HOURS = Shape("hours", _hours, *(Field(day, OpenHours(), "When the screen is lit") for day in WEEKDAYS))


def _finish(values: Values, node: MapNode, at: Context) -> bool:
    values.pop("venue", None)
    offered, first = values.get("languages", ("en", "fa")), values.get("language")
    written = node.values.get("language")
    if first in (None, BAD) or not isinstance(offered, tuple) or first in offered:
        return True
    if written is not None:
        at.bad(written, "language-not-offered", value=str(first), known=", ".join(offered))
    return False


VENUE = Shape(
    "venue",
    Venue,
    Field("venue", Choice({FORMAT_VERSION: FORMAT_VERSION}), "Version of the format", required=True),
    Field("collection", FilePath(COLLECTION_KINDS), "What is shown; the bundled collection unless given"),
    Field("languages", Many(INTERFACE, least=1), "Languages offered; the first is that of plain texts"),
    Field("language", INTERFACE, "Language at first"),
    Field("start", START, "What a visitor finds"),
    Field("idle", IDLE, "When a visit counts as over"),
    Field("attract", ATTRACT, "What passes while nobody is there"),
    Field("text-size", Whole(100, 200), "Percent"),
    Field("theme", Choice({x: x for x in ("light", "dark", "contrast")}), "Colours"),
    Field(
        "time",
        Choice({x: x for x in ("follow-language", "left-to-right", "right-to-left")}),
        "Direction of time",
    ),
    Field("reduced-motion", Truth(), "Nothing glides"),
    Field("warnings", WARNINGS, "Content warnings beyond those of the collection"),
    Field("hours", HOURS, "When the screen is lit"),
    Field("exit-pin", EXIT_PIN, "PIN of the staff, as `sanad pin` prints it"),
    Field("keypad", _map("keypad", KEY, ROLES, "Name of a key"), "Five keys that work everything"),
    Field("screens", _map("screens", Whole(1, 8), PLACES, "Number of a screen"), "Which screen shows what"),
    Field("counts", FilePath(), "File for daily totals; nothing is counted unless given"),
    hook=_finish,
)


def is_venue_map(node: object) -> bool:
    """Tell whether the topmost map of a file is that of a venue file."""
    return isinstance(node, MapNode) and "venue" in node.values


def first_language(node: MapNode) -> str:
    """Return the language of plain texts, which must be known before they are read."""
    languages = node.values.get("languages")
    items = languages.items if isinstance(languages, ListNode) else []
    first = items[0] if items else None
    return first.text.strip() if isinstance(first, TextNode) and first.text.strip() in ("en", "fa") else "en"

"""Events, with what they say, who takes part, and how they stand to others."""

from viewer.loading.decode.choices import choice
from viewer.loading.decode.context import Context
from viewer.loading.decode.dates import WHEN
from viewer.loading.decode.evidence import CHECK, CITATIONS, has_distinct_keys, resolve_cited_keys
from viewer.loading.decode.kinds import ID
from viewer.loading.decode.lists import LANGUAGES, Many
from viewer.loading.decode.mentions import CITED_KEYS, Reference
from viewer.loading.decode.numbers import Whole
from viewer.loading.decode.restricted import RESTRICTED, WITHHELD, check_paths
from viewer.loading.decode.shapes import Field, Shape, Values
from viewer.loading.decode.texts import TEXT
from viewer.loading.yaml.nodes import MapNode
from viewer.model.event import Event, Involved, Relation, RelationKind, Statement

STATEMENT = Shape(
    "statement",
    Statement,
    Field("text", TEXT, "What is said", required=True),
    Field("cites", CITED_KEYS, "Keys of the citations it rests on"),
    Field("check", CHECK, "Where it was checked otherwise than the event as a whole"),
    Field("according-to", TEXT, "Who alone says so"),
    short="text",
    short_text=True,
)


def involved(section: str) -> Many[Involved]:
    """Return the list of those of one kind who take part."""
    shape = Shape(
        f"involved-{section}",
        Involved,
        Field("id", Reference((section,)), f"Id, as in {section}", required=True, attribute="ref"),
        Field("role", TEXT, "In which role"),
        Field("cites", CITED_KEYS, "Keys of the citations that say so"),
        short="id",
    )
    return Many(shape)


RELATION = Shape(
    "relation",
    Relation,
    Field("id", Reference(("events",)), "Id of the other event", required=True, attribute="event"),
    Field("kind", choice(RelationKind), "How this event stands to the other"),
    short="id",
)


def _finish(values: Values, node: MapNode, at: Context) -> bool:
    values.setdefault("when", None)
    good = resolve_cited_keys(values, at)
    good = has_distinct_keys(values, node, at) and good
    return check_paths(values, node, at) and good


EVENT = Shape(
    "event",
    Event,
    Field("id", ID, "Id of the event, such as E020", required=True),
    Field("title", TEXT, "Headline", required=True),
    Field("date", WHEN, "When, in EDTF; none for an event without a usable date", attribute="when"),
    Field("category", Reference(("categories",)), "Id of a category of a track", required=True),
    Field("importance", Whole(1, 5), "1 (names the story) to 5 (detail)"),
    Field("text", Many(STATEMENT, lone=True), "Statements", attribute="statements"),
    Field("citations", CITATIONS, "What the event rests on"),
    Field("title-cites", CITED_KEYS, "Keys of the citations the headline rests on"),
    Field("people", involved("people"), "People who take part"),
    Field("groups", involved("groups"), "Groups that take part"),
    Field("places", involved("places"), "Where"),
    Field("related", Many(RELATION), "Related events"),
    Field("questions", Many(Reference(("claims",))), "Questions it touches", attribute="claims"),
    Field("warnings", Many(Reference(("warnings",))), "Kinds of content warning"),
    Field("check", CHECK, "Whether an editor compared the event with its sources"),
    Field("unreviewed", LANGUAGES, "Languages whose translation nobody has reviewed"),
    Field("withheld", WITHHELD, "Fields left out of this edition"),
    Field("restricted", RESTRICTED, "What must not be packed without asking"),
    hook=_finish,
)

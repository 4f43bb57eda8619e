"""People, groups, places, glossary terms and periods."""

from viewer.loading.decode.context import Context
from viewer.loading.decode.dates import EDTF
from viewer.loading.decode.evidence import CHECK
from viewer.loading.decode.kinds import ID, WORDS
from viewer.loading.decode.lists import LANGUAGES, Many
from viewer.loading.decode.numbers import Number
from viewer.loading.decode.restricted import RESTRICTED, WITHHELD, check_paths
from viewer.loading.decode.shapes import Field, Shape, Values
from viewer.loading.decode.texts import TEXT
from viewer.loading.report import place_of
from viewer.loading.yaml.nodes import MapNode
from viewer.model.entities import Group, Office, Period, Person, Place, Term, Variant

VARIANT = Shape(
    "variant",
    Variant,
    Field("text", WORDS, "Another name or spelling, in any script", required=True),
    Field("note", TEXT, "Who uses it"),
    short="text",
)
OFFICE = Shape(
    "office",
    Office,
    Field("text", TEXT, "The role", required=True),
    Field("date", EDTF, "When, in EDTF", attribute="when"),
    short="text",
    short_text=True,
)
_NAMED = (
    Field("name", TEXT, "Name", required=True),
    Field("variants", Many(VARIANT), "Other names and spellings, in every script"),
)
_KEPT = (
    Field("check", CHECK, "Whether an editor checked the entry"),
    Field("unreviewed", LANGUAGES, "Languages whose translation nobody has reviewed"),
    Field("withheld", WITHHELD, "Fields left out of this edition"),
    Field("restricted", RESTRICTED, "What must not be packed without asking"),
)

PERSON = Shape(
    "person",
    Person,
    Field("id", ID, "Id of the person, such as p-montazeri", required=True),
    *_NAMED,
    Field("roles", Many(OFFICE), "Roles held, with their dates"),
    Field("bio", TEXT, "A few words on the person’s public role"),
    *_KEPT,
    hook=check_paths,
)
GROUP = Shape(
    "group",
    Group,
    Field("id", ID, "Id of the group, such as g-un", required=True),
    *_NAMED,
    Field("kind", TEXT, "What kind of group"),
    Field("bio", TEXT, "A few words on the group"),
    *_KEPT,
    hook=check_paths,
)


def _finish_place(values: Values, node: MapNode, at: Context) -> bool:
    """Require both coordinates or none."""
    good = check_paths(values, node, at)
    if ("latitude" in values) == ("longitude" in values):
        return good
    at.report.error(place_of(node), "half-coordinates")
    return False


PLACE = Shape(
    "place",
    Place,
    Field("id", ID, "Id of the place, such as pl-tehran", required=True),
    *_NAMED,
    Field("kind", TEXT, "What kind of place"),
    Field("latitude", Number(-90, 90), "WGS 84 degrees north"),
    Field("longitude", Number(-180, 180), "WGS 84 degrees east"),
    *_KEPT,
    hook=_finish_place,
    also={"dependencies": {"latitude": ["longitude"], "longitude": ["latitude"]}},
)
TERM = Shape(
    "term",
    Term,
    Field("id", ID, "Id of the term", required=True),
    Field("term", TEXT, "The word", required=True),
    Field("note", TEXT, "What it means here"),
    Field("restricted", RESTRICTED, "What must not be packed without asking"),
    hook=check_paths,
)
PERIOD = Shape(
    "period",
    Period,
    Field("id", ID, "Id of the period", required=True),
    Field("label", TEXT, "Its name", required=True),
    Field("date", EDTF, "When, in EDTF", required=True, attribute="when"),
    Field("restricted", RESTRICTED, "What must not be packed without asking"),
    hook=check_paths,
)

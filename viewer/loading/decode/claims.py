"""Questions on which sources answer differently, with their answers side by side."""

from viewer.loading.decode.choices import Choice
from viewer.loading.decode.context import Context
from viewer.loading.decode.dates import EDTF
from viewer.loading.decode.evidence import CHECK, CITATIONS, resolve_cited_keys
from viewer.loading.decode.kinds import ID
from viewer.loading.decode.lists import LANGUAGES, Many
from viewer.loading.decode.mentions import Reference
from viewer.loading.decode.quantities import VALUE
from viewer.loading.decode.restricted import RESTRICTED, WITHHELD, check_paths
from viewer.loading.decode.shapes import Field, Shape, Values
from viewer.loading.decode.sources import POSITION
from viewer.loading.decode.texts import TEXT
from viewer.loading.decode.twins import ids_in, report_twins
from viewer.loading.yaml.nodes import MapNode
from viewer.model.claim import Answer, Claim, Words


def _finish_answer(values: Values, node: MapNode, at: Context) -> bool:
    values.setdefault("value", Words())
    good = check_paths(values, node, at)
    return resolve_cited_keys(values, at) and good


ANSWER = Shape(
    "answer",
    Answer,
    Field("id", ID, "Id of the answer, such as C01-1", required=True),
    Field("text", TEXT, "The answer in words", required=True),
    Field("value", VALUE, "The answer as numbers, dates or words"),
    Field("claimant", TEXT, "Who says so", required=True),
    Field("claimants", Many(Reference(("people", "groups"))), "Ids of them", attribute="claimant_refs"),
    Field("position", POSITION, "From where they speak"),
    Field("counts", TEXT, "What exactly is counted"),
    Field("basis", TEXT, "What the answer rests on"),
    Field("said", EDTF, "When it was said, in EDTF"),
    Field("said-in", Reference(("events",)), "Event in which it was said"),
    Field("citations", CITATIONS, "Where it can be read"),
    Field("check", CHECK, "Whether an editor compared it with the original"),
    Field("restricted", RESTRICTED, "What must not be packed without asking"),
    hook=_finish_answer,
)


def _finish(values: Values, node: MapNode, at: Context) -> bool:
    good = check_paths(values, node, at)
    return not report_twins(ids_in(node, "answers"), at) and good


CLAIM = Shape(
    "claim",
    Claim,
    Field("id", ID, "Id of the question, such as C01", required=True),
    Field("question", TEXT, "The question", required=True),
    Field("answers", Many(ANSWER, least=1), "Answers, side by side", required=True),
    Field("note", TEXT, "Editor’s note; calls nobody right or wrong"),
    Field("unit", TEXT, "Unit of the numbers"),
    Field(
        "scale",
        Choice({"linear": False, "logarithmic": True}),
        "Scale of the numbers",
        attribute="logarithmic",
    ),
    Field("events", Many(Reference(("events",))), "Events it is about"),
    Field("warnings", Many(Reference(("warnings",))), "Kinds of content warning over the answers"),
    Field("unreviewed", LANGUAGES, "Languages whose translation nobody has reviewed"),
    Field("withheld", WITHHELD, "Parts left out of this edition"),
    Field("restricted", RESTRICTED, "What must not be packed without asking"),
    hook=_finish,
)

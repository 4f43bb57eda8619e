"""Guided tours."""

from viewer.loading.decode.context import Context
from viewer.loading.decode.dates import EDTF
from viewer.loading.decode.evidence import refer_to_passage
from viewer.loading.decode.kinds import ID
from viewer.loading.decode.lists import Many
from viewer.loading.decode.mentions import Reference
from viewer.loading.decode.numbers import Number
from viewer.loading.decode.restricted import RESTRICTED, check_paths
from viewer.loading.decode.shapes import Field, Shape, Values
from viewer.loading.decode.texts import TEXT
from viewer.loading.yaml.nodes import MapNode
from viewer.model.story import Step, Story
from viewer.model.text import Text


def _finish_step(values: Values, node: MapNode, at: Context) -> bool:
    if "passage" in node.values and "source" not in node.values:
        at.report.error(node.key_place("passage"), "passage-without-source")
        return False
    refer_to_passage(values, node, at)
    return True


STEP = Shape(
    "step",
    Step,
    Field("text", TEXT, "What is said", required=True),
    Field("view", EDTF, "Time to show, in EDTF"),
    Field("event", Reference(("events",)), "Event to select"),
    Field("question", Reference(("claims",)), "Question to select", attribute="claim"),
    Field("source", Reference(("sources",)), "Source to open"),
    Field("passage", ID, "Passage of that source to mark"),
    Field("cites", Many(Reference(("sources",))), "Sources the text rests on"),
    Field("dwell", Number(1, 3600), "Seconds before the next step"),
    hook=_finish_step,
    also={"dependencies": {"passage": ["source"]}},
)


def _finish(values: Values, node: MapNode, at: Context) -> bool:
    values.setdefault("summary", Text())
    return check_paths(values, node, at)


STORY = Shape(
    "story",
    Story,
    Field("id", ID, "Id of the story", required=True),
    Field("title", TEXT, "Its title", required=True),
    Field("summary", TEXT, "What it tells, in a sentence or two"),
    Field("steps", Many(STEP, least=1), "Steps in order", required=True),
    Field("warnings", Many(Reference(("warnings",))), "Kinds of content warning"),
    Field("restricted", RESTRICTED, "What must not be packed without asking"),
    hook=_finish,
)

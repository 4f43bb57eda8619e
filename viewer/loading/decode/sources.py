"""Sources: the bibliographic part in CSL-JSON names, who speaks, and what it says in our words."""

from viewer.loading.decode.choices import Choice, choice
from viewer.loading.decode.context import BAD, Context
from viewer.loading.decode.csl import CSL_FIELDS, CSL_TYPES, gather_csl
from viewer.loading.decode.dates import EDTF
from viewer.loading.decode.evidence import CHECK, SELECTOR_FIELDS, gather_selectors
from viewer.loading.decode.kinds import ID, SHA256, WORDS, Truth
from viewer.loading.decode.lists import LANGUAGES, Many
from viewer.loading.decode.mentions import Reference
from viewer.loading.decode.restricted import RESTRICTED, WITHHELD, check_paths
from viewer.loading.decode.shapes import Field, Shape, Values
from viewer.loading.decode.texts import TEXT
from viewer.loading.decode.twins import ids_in, report_twins
from viewer.loading.report import place_of
from viewer.loading.yaml.nodes import MapNode
from viewer.model.source import Document, Name, Passage, Position, Source, Verdict

POSITION = choice(Position)


def _finish_name(values: Values, node: MapNode, at: Context) -> bool:
    if "literal" in values or "family" in values:
        return True
    at.report.error(place_of(node), "empty-name")
    return False


NAME = Shape(
    "name",
    Name,
    Field("literal", WORDS, "A body, or a name that is not split"),
    Field("family", WORDS, "Family name"),
    Field("given", WORDS, "Given names"),
    short="literal",
    hook=_finish_name,
    also={"anyOf": [{"required": ["literal"]}, {"required": ["family"]}]},
)


def _finish_passage(values: Values, _node: MapNode, _at: Context) -> bool:
    gather_selectors(values)
    return BAD not in values.values()


PASSAGE = Shape(
    "passage",
    Passage,
    Field("id", ID, "Id within the source, such as p1", required=True),
    Field("label", WORDS, "Number or place as the source has it"),
    Field("text", TEXT, "What the passage says, in the editors’ words", required=True),
    Field("verdict", choice(Verdict), "How other sources stand to it"),
    Field("remark", TEXT, "Remark on the verdict"),
    Field("events", Many(Reference(("events",))), "Events it carries"),
    Field("claims", Many(Reference(("claims",))), "Questions it answers"),
    Field("people", Many(Reference(("people",))), "People it names"),
    Field("groups", Many(Reference(("groups",))), "Groups it names"),
    Field("sources", Many(Reference(("sources",))), "Other sources it goes with"),
    Field("warnings", Many(Reference(("warnings",))), "Kinds of content warning"),
    *SELECTOR_FIELDS,
    hook=_finish_passage,
)


def _finish_document(values: Values, node: MapNode, at: Context) -> bool:
    """Require a path for what travels with the collection, and only for that."""
    bundled = values.setdefault("bundled", True)
    values.setdefault("path", "")
    if bundled is not True or values["path"]:
        return True
    at.report.error(place_of(node), "document-without-path")
    return False


DOCUMENT = Shape(
    "document",
    Document,
    Field("path", WORDS, "Path below the folder of the collection, with /"),
    Field("media-type", WORDS, "Media type, such as application/pdf", required=True),
    Field("sha256", SHA256, "SHA-256 of the file, in hex", required=True),
    Field("title", TEXT, "Title of the document"),
    Field("bundled", Truth(), "false where rights forbid that it travels with the collection"),
    hook=_finish_document,
)


def _finish(values: Values, node: MapNode, at: Context) -> bool:
    gather_csl(values)
    good = check_paths(values, node, at)
    return not report_twins(ids_in(node, "digest"), at) and good


SOURCE = Shape(
    "source",
    Source,
    Field("id", ID, "Id of the source, such as S06", required=True),
    Field("title", TEXT, "Title", required=True),
    Field("type", Choice({name: name for name in CSL_TYPES}), "CSL item type", required=True),
    Field("genre", WORDS, "Kind in words, such as NGO report"),
    Field("author", Many(NAME), "Authors, as CSL names", attribute="authors"),
    Field("issued", EDTF, "When it was issued, in EDTF"),
    Field("issued-note", TEXT, "What the date of issue rests on"),
    Field("position", POSITION, "From where it speaks"),
    Field("speaks", TEXT, "Who speaks, in words"),
    Field("limits", TEXT, "What it can and cannot show"),
    Field("licence", TEXT, "Rights in the source"),
    Field("seen", Many(WORDS), "Where the editors saw it; plain text that is never opened"),
    Field("check", CHECK, "Whether an editor saw the original"),
    Field("digest", Many(PASSAGE), "Numbered passages in the editors’ words"),
    Field("documents", Many(DOCUMENT), "Files of the source"),
    Field("unreviewed", LANGUAGES, "Languages whose translation nobody has reviewed"),
    Field("withheld", WITHHELD, "Fields left out of this edition"),
    Field("restricted", RESTRICTED, "What must not be packed without asking"),
    *CSL_FIELDS,
    hook=_finish,
)

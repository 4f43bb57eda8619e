"""The head of a collection: what it says of itself, its tracks and its kinds of content warning."""

from collections.abc import Callable
from typing import NamedTuple

from viewer.loading.decode.choices import Choice
from viewer.loading.decode.context import Context
from viewer.loading.decode.dates import EDTF_TEXT
from viewer.loading.decode.kinds import ID, LANGUAGE, TOKEN, WORDS
from viewer.loading.decode.lists import Many
from viewer.loading.decode.shapes import Field, Shape, Values
from viewer.loading.decode.texts import TEXT
from viewer.loading.decode.twins import ids_in, items_of, report_twins
from viewer.loading.yaml.nodes import MapNode
from viewer.model.collection import About, Category, Track
from viewer.model.ids import CategoryId, TrackId, WarningKind
from viewer.model.text import Text

FORMAT_VERSION = "1"
_about_of: Callable[..., About] = About


class Labelled(NamedTuple):
    """An id with its label."""

    id: str
    label: Text


class TrackWith(NamedTuple):
    """A track with its categories."""

    track: Track
    categories: tuple[Category, ...]


class Header(NamedTuple):
    """The head of a collection."""

    about: About
    tracks: tuple[TrackWith, ...]


def _labelled(name: str, what: str) -> Shape[Labelled]:
    return Shape(
        name,
        Labelled,
        Field("id", ID, f"Id of the {what}", required=True),
        Field("label", TEXT, f"Name of the {what}", required=True),
    )


def _build_track(
    ident: str, label: Text, colour: str, categories: tuple[Labelled, ...], shape: str = "square"
) -> TrackWith:
    """Return a track with categories that know it."""
    owner = TrackId(ident)
    owned = tuple(Category(CategoryId(category.id), category.label, owner) for category in categories)
    return TrackWith(Track(owner, label, colour, shape), owned)


TRACK = Shape(
    "track",
    _build_track,
    Field("id", ID, "Id of the track", required=True, attribute="ident"),
    Field("label", TEXT, "Name of the track", required=True),
    Field("colour", TOKEN, "Colour token of the theme", required=True),
    Field("shape", TOKEN, "Shape token of the theme"),
    Field("categories", Many(_labelled("category", "category"), least=1), "Its categories", required=True),
)


def _build(
    *, tracks: tuple[TrackWith, ...] = (), warnings: tuple[Labelled, ...] = (), **fields: object
) -> Header:
    """Return the head from whatever could be read of it."""
    labels = {WarningKind(kind.id): kind.label for kind in warnings}
    known = {"id": "", "title": Text(), **fields, "warning_labels": labels}
    return Header(_about_of(**known), tracks)


def _finish(values: Values, node: MapNode, at: Context) -> bool:
    values.pop("sanad", None)
    categories = [name for track in items_of(node, "tracks") for name in ids_in(track, "categories")]
    twins = [
        report_twins(names, at) for names in (ids_in(node, "tracks"), ids_in(node, "warnings"), categories)
    ]
    return not any(twins)


HEADER_FIELDS = (
    Field("sanad", Choice({FORMAT_VERSION: FORMAT_VERSION}), "Version of the format", required=True),
    Field("id", ID, "Id of the collection", required=True),
    Field("title", TEXT, "Title", required=True),
    Field("description", TEXT, "What the collection is about"),
    Field("version", WORDS, "Version of the collection"),
    Field("date", EDTF_TEXT, "Date of this version"),
    Field("languages", Many(LANGUAGE, least=1), "Languages; the first is that of plain texts"),
    Field("licence", WORDS, "Licence of the texts"),
    Field("editors", Many(WORDS), "Who edits it"),
    Field("contact", WORDS, "How to reach them"),
    Field("start", EDTF_TEXT, "What to show first, in EDTF", attribute="start_view"),
    Field("tracks", Many(TRACK, least=1, partial=True), "Tracks with their categories", required=True),
    Field("warnings", Many(_labelled("warning", "kind"), partial=True), "Kinds of content warning"),
)
HEADER = Shape("header", _build, *HEADER_FIELDS, hook=_finish, partial=True)

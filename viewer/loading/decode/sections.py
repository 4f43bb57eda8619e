"""The lists of entries a file may hold, each with the shape of its entries."""

from typing import Any

from viewer.loading.decode.claims import CLAIM
from viewer.loading.decode.entities import GROUP, PERIOD, PERSON, PLACE, TERM
from viewer.loading.decode.events import EVENT
from viewer.loading.decode.shapes import Shape
from viewer.loading.decode.sources import SOURCE
from viewer.loading.decode.stories import STORY

SECTIONS: dict[str, Shape[Any]] = {
    "events": EVENT,
    "sources": SOURCE,
    "people": PERSON,
    "groups": GROUP,
    "places": PLACE,
    "claims": CLAIM,
    "glossary": TERM,
    "periods": PERIOD,
    "stories": STORY,
}

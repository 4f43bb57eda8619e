"""Describe the format as JSON Schema, draft 7, for editors that complete and check YAML while one types.

`python -m viewer.loading.schema > resources/schema/collection.schema.json` writes the file anew.
"""

import json
import sys

from viewer.loading.decode.header import HEADER
from viewer.loading.decode.kinds import Schema, Shapes
from viewer.loading.decode.sections import SECTIONS

_ABOUT_SECTIONS = {
    "events": "Events",
    "sources": "Sources that events cite",
    "people": "People that events name",
    "groups": "Groups that events name",
    "places": "Places where events happen",
    "claims": "Questions on which sources answer differently",
    "glossary": "Words that need an explanation",
    "periods": "Stretches of time drawn behind the tracks",
    "stories": "Guided tours",
}


def collection_schema() -> Schema:
    """Return the schema of every file of a collection, made from the tables of the decoder."""
    shapes: Shapes = {}
    properties = HEADER.properties(shapes)
    for name, shape in SECTIONS.items():
        entries: Schema = {"type": "array", "items": shape.schema(shapes)}
        properties[name] = {"description": _ABOUT_SECTIONS[name], **entries}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Sanad collection",
        "description": "One file of a collection, version 1: its head, lists of entries, or both",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "dependencies": {"sanad": ["id", "title", "tracks"]},
        "definitions": dict(sorted(shapes.items())),
    }


def schema_text() -> str:
    """Return the schema as it stands in the resources."""
    return json.dumps(collection_schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())

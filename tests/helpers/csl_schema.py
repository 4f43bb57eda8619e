"""A JSON Schema of CSL-JSON, written from the variables and types that the CSL 1.0.2 specification lists."""

from typing import Any

TYPES = """
article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance
periodical personal_communication post post-weblog regulation report review review-book software song speech
standard thesis treaty webpage
"""
STRINGS = """
abstract annote archive archive_collection archive_location archive-place authority call-number
collection-title container-title container-title-short dimensions division DOI event-place event-title genre
ISBN ISSN jurisdiction keyword language license medium note original-publisher original-publisher-place
original-title part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale
section source status title title-short URL version volume-title year-suffix
"""
NUMBERS = """
chapter-number citation-number collection-number edition issue number number-of-pages number-of-volumes page
page-first part-number printing-number supplement-number volume
"""
NAME: dict[str, Any] = {
    "type": "object",
    "properties": {name: {"type": "string", "minLength": 1} for name in ("family", "given", "literal")},
    "additionalProperties": False,
    "anyOf": [{"required": ["family"]}, {"required": ["literal"]}],
}
DATE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        "circa": {"type": "boolean"},
        "literal": {"type": "string", "minLength": 1},
    },
    "additionalProperties": False,
    "oneOf": [{"required": ["date-parts"]}, {"required": ["literal"]}],
}
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "properties": {
            "id": {"type": "string", "minLength": 1},
            "type": {"enum": TYPES.split()},
            "author": {"type": "array", "minItems": 1, "items": NAME},
            "issued": DATE,
            **{name: {"type": "string"} for name in STRINGS.split()},
            **{name: {"type": ["string", "number"]} for name in NUMBERS.split()},
        },
        "additionalProperties": False,
    },
}

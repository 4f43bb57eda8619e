"""Texts in one or more languages."""

import re
from dataclasses import dataclass

from viewer.loading.decode.context import BAD, Bad, Context
from viewer.loading.decode.kinds import LANGUAGE, WORDS, Schema, Shapes, read_text
from viewer.loading.yaml.nodes import BrokenNode, MapNode, Node, TextNode
from viewer.model.text import Text

_LANGUAGE = re.compile(LANGUAGE.pattern)


def is_language_map(node: Node) -> bool:
    """Tell whether a node is a map of languages, such as `{en: …, fa: …}`."""
    return isinstance(node, MapNode) and bool(node.values) and all(map(_LANGUAGE.fullmatch, node.values))


@dataclass(frozen=True, slots=True)
class Texts:
    """A plain text, in the first language of the collection, or a map from languages to texts."""

    def decode(self, node: Node, at: Context) -> Text | Bad:
        """Return the text, and count its languages."""
        if isinstance(node, TextNode):
            text = read_text(node, at)
            return text if isinstance(text, Bad) else _counted({at.language: text}, at)
        if isinstance(node, BrokenNode):
            return BAD
        if not isinstance(node, MapNode) or not node.values:
            return at.bad(node, "expected-languages")
        values = {key: _version(node, key, value, at) for key, value in node.values.items()}
        good = {key: value for key, value in values.items() if not isinstance(value, Bad)}
        return _counted(good, at) if len(good) == len(values) else BAD

    def schema(self, shapes: Shapes) -> Schema:
        """Describe both forms, under one name."""
        words = WORDS.schema(shapes)
        by_language: Schema = {
            "type": "object",
            "minProperties": 1,
            "patternProperties": {f"^(?:{LANGUAGE.pattern})$": words},
            "additionalProperties": False,
        }
        shapes["text"] = {"anyOf": [words, by_language]}
        return {"$ref": "#/definitions/text"}


def _version(node: MapNode, key: str, value: Node, at: Context) -> str | Bad:
    """Return the text of one language."""
    if not _LANGUAGE.fullmatch(key):
        at.report.error(node.key_place(key), "bad-language", value=key)
        return BAD
    if isinstance(value, TextNode) and not value.text.strip():
        at.report.error(node.key_place(key), "no-value", key=key)
        return BAD
    return read_text(value, at)


def _counted(values: dict[str, str], at: Context) -> Text:
    at.texts += 1
    for language in values:
        at.languages[language] = at.languages.get(language, 0) + 1
    return Text(values)


TEXT = Texts()

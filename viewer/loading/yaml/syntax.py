"""Say in plain words what the YAML parser stumbled over."""

import yaml

from viewer.loading.report import FileReport
from viewer.loading.yaml.nodes import Place

_CODES = {
    "mapping values are not allowed in this context": "yaml-colon",
    "could not find expected ':'": "yaml-key",
    "did not find expected key": "yaml-indent",
    "did not find expected '-' indicator": "yaml-dash",
    "block sequence entries are not allowed in this context": "yaml-dash",
    "did not find expected ',' or ']'": "yaml-bracket",
    "did not find expected ',' or '}'": "yaml-brace",
    "did not find expected node content": "yaml-value",
    "found unexpected end of stream": "yaml-quote",
    "found unknown escape character": "yaml-escape",
    "did not find expected hexdecimal number": "yaml-escape",
    "found invalid Unicode character escape code": "yaml-escape",
    "did not find expected <document start>": "yaml-indent",
}


def report_syntax(error: yaml.YAMLError, text: str, report: FileReport) -> None:
    """Report an error of the parser, with the place it names; an unclosed quote is placed where it opens."""
    problem = getattr(error, "problem", None) or ""
    code = _CODES.get(problem, "yaml")
    mark = getattr(error, "problem_mark", None)
    if code == "yaml-quote":
        mark = getattr(error, "context_mark", None) or mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place(0, 0)
    if problem == "found character that cannot start any token":
        found = _character(text, place)
        report.error(place, "yaml-tab" if found == "\t" else "yaml-character", character=found)
    else:
        report.error(place, code)


def _character(text: str, place: Place) -> str:
    """Return the character at a place."""
    lines = text.splitlines()
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return line[place.column - 1 : place.column]

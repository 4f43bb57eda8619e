"""Say a problem in words, as `file:line:column: what is wrong, and how to mend it`."""

from viewer.base.bidi import ltr, strip_controls
from viewer.base.messages import Catalogue
from viewer.model.problem import Problem

_NUMBERS = frozenset({"line", "column", "most", "megabytes", "offset", "low", "high", "percent", "places"})
"""Gaps that hold plain numbers."""


def problem_message(problem: Problem, catalogue: Catalogue) -> str:
    """Return what is wrong and how to mend it, in the language of the catalogue."""
    params: dict[str, object] = {name: strip_controls(text) for name, text in problem.params.items()}
    params |= {name: catalogue.digits(problem.params[name]) for name in _NUMBERS & problem.params.keys()}
    if because := problem.params.get("because"):
        params["because"] = catalogue.say(f"date.problem.{because}", **params)
    if fault := problem.params.get("fault"):
        params["reason"] = catalogue.say(f"document.problem.{fault}", **params)
    key = f"problem.{problem.code}"
    if "near" in params and catalogue.has(f"{key}-near"):
        key = f"{key}-near"
    return catalogue.say(key, **params)


def problem_place(problem: Problem) -> str:
    """Return `file:line:column`, or the file alone for a problem of the whole file."""
    file = strip_controls(problem.file)
    return f"{file}:{problem.line}:{problem.column}" if problem.line else file


def problem_line(problem: Problem, catalogue: Catalogue) -> str:
    """Return the place and the message on one line."""
    place = problem_place(problem)
    shown = ltr(place) if catalogue.direction == "rtl" else place
    return f"{shown}: {problem_message(problem, catalogue)}"

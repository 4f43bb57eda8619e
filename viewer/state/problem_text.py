"""Write a problem as editors expect it: `file:line:column: what is wrong, and how to mend it`."""

from viewer.base.messages import Catalogue
from viewer.model.problem import Problem


def problem_line(problem: Problem, catalogue: Catalogue) -> str:
    """Return one line for one problem in the language of the catalogue."""
    message = catalogue.say(f"problem.{problem.code}", **problem.params)
    severity = catalogue.say(f"problem.severity.{problem.severity.value}")
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return f"{place}: {severity}: {message}"

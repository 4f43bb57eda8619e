"""Say in words what an import kept and what it left out."""

from viewer.base.messages import Catalogue
from viewer.loading.importing.jsonl import ImportReport
from viewer.loading.problem_text import problem_line
from viewer.model.problem import Severity


def report_lines(report: ImportReport, catalogue: Catalogue) -> list[str]:
    """Return a line for each problem, and then the sums."""
    lines = [problem_line(problem, catalogue) for problem in report.problems]
    told = sum(problem.severity is Severity.ERROR for problem in report.problems)
    if report.left_out > told:
        lines.append(catalogue.count("import.more", report.left_out - told))
    lines.append(catalogue.count("import.kept", report.kept, folder=str(report.folder)))
    if report.left_out:
        lines.append(catalogue.count("import.left_out", report.left_out))
    return lines

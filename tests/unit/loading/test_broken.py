from pathlib import Path

import pytest

from tests.helpers.broken import Case, read_cases
from viewer.base.bidi import strip_controls
from viewer.base.messages import gaps
from viewer.loading.catalogue import load_catalogue
from viewer.loading.collection_files import read_collection
from viewer.loading.problem_text import problem_line
from viewer.model.problem import Severity

_FOLDER = Path(__file__).parent / "broken"
_FILES = sorted(_FOLDER.glob("*.txt"))
_CASES = [pytest.param(case, id=f"{file.stem}: {case.name}") for file in _FILES for case in read_cases(file)]


def test_there_are_many_kinds() -> None:
    assert len(_CASES) > 100


@pytest.mark.parametrize("case", _CASES)
def test_everything_wrong_is_told_with_its_place(case: Case, tmp_path: Path) -> None:
    read = read_collection(case.write(tmp_path))
    english = load_catalogue("en")
    assert [strip_controls(problem_line(problem, english)) for problem in read.problems] == case.lines


@pytest.mark.parametrize("case", _CASES)
def test_everything_wrong_is_told_in_persian(case: Case, tmp_path: Path) -> None:
    for problem in read_collection(case.write(tmp_path)).problems:
        line = problem_line(problem, load_catalogue("fa"))
        assert not gaps(line)
        assert any("آ" <= letter <= "ی" for letter in line)


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_warnings_and_errors_are_kept_apart(file: Path, tmp_path: Path) -> None:
    for number, case in enumerate(read_cases(file)):
        problems = read_collection(case.write(tmp_path / str(number))).problems
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        assert bool(errors) == (file.stem != "warnings"), case.name

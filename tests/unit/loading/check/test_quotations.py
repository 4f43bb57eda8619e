"""Quotations and places are looked up in the documents of a collection when it is checked."""

import shutil
from pathlib import Path

import pytest

from tests.helpers.documents import DOCUMENTS, HARBOUR
from viewer.loading.catalogue import LANGUAGES, load_catalogue
from viewer.loading.collection_files import read_collection
from viewer.loading.problem_text import problem_line, problem_message
from viewer.model.problem import Problem, Severity


def problems_of(tmp_path: Path, old: str, new: str, file: str = "sources/files.yaml") -> tuple[Problem, ...]:
    """Change one stretch of the harbour and check it."""
    folder = tmp_path / "harbour"
    shutil.copytree(HARBOUR, folder)
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return read_collection(folder).problems


def line_of(stretch: str, file: str = "sources/files.yaml") -> tuple[int, int]:
    """Return line and column, from 1, of a stretch of a file of the harbour."""
    text = (HARBOUR / file).read_text(encoding="utf-8")
    before = text[: text.index(stretch)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_the_harbour_has_no_problems() -> None:
    assert read_collection(HARBOUR).problems == ()


def test_words_that_are_nowhere_are_an_error_at_their_place(tmp_path: Path) -> None:
    words = "counted forty lamps along the old quay"
    (problem,) = problems_of(tmp_path, words, "saw no ship at anchor below the fort")
    assert (problem.code, problem.severity, problem.file) == (
        "quotation-absent",
        Severity.ERROR,
        "sources/files.yaml",
    )
    assert (problem.line, problem.column) == line_of(words)


def test_words_that_are_nearly_there_are_a_warning_with_the_score(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "counted forty lamps along", "counted forty lamp posts along")
    assert (problem.code, problem.severity) == ("quotation-alike", Severity.WARNING)
    assert 85 <= int(problem.params["percent"]) <= 99
    assert f"{problem.params['percent']} % alike" in problem_line(problem, load_catalogue("en"))


def test_a_citation_is_looked_up_as_well(tmp_path: Path) -> None:
    words = "The second report was left without a signature"
    (problem,) = problems_of(tmp_path, words, "Ships came and went all through the night", "collection.yaml")
    assert (problem.code, problem.file) == ("quotation-absent", "collection.yaml")
    assert (problem.line, problem.column) == line_of(words, "collection.yaml")


def test_other_writing_of_the_same_persian_words_is_no_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "چهل چراغ را یکی‌یکی شمرد", "چهل چراغ را یکی یکی شمرد") == ()


def test_words_that_stand_several_times_want_more(tmp_path: Path) -> None:
    old = "{exact: چهل چراغ را یکی‌یکی شمرد, prefix: که آن شب}"
    (problem,) = problems_of(tmp_path, old, "{exact: چراغ}")
    assert (problem.code, problem.params["places"]) == ("quotation-ambiguous", "2")


def test_a_region_beyond_the_edge_is_an_error(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "width: 0.3,", "width: 0.5,")
    assert (problem.code, problem.severity) == ("region-outside", Severity.ERROR)


@pytest.mark.parametrize(
    ("old", "new"), [("document-page: 3", "document-page: 4"), ("{page: 1,", "{page: 2,")]
)
def test_a_page_that_is_not_there_is_an_error(tmp_path: Path, old: str, new: str) -> None:
    (problem,) = problems_of(tmp_path, old, new)
    assert problem.code == "page-outside"


def test_positions_in_a_bundled_text_are_counted(tmp_path: Path) -> None:
    quote = "quote: {exact: دفتر در كشوي ميز اداره ماند}"
    (problem,) = problems_of(tmp_path, quote, "position: {start: 3, end: 9, digest: 0123456789abcdef}")
    assert problem.code == "position-differs"


def test_a_broken_document_says_why_in_both_languages(tmp_path: Path) -> None:
    folder = tmp_path / "harbour"
    shutil.copytree(HARBOUR, folder)
    whole = (DOCUMENTS / "report.pdf").read_bytes()
    (folder / "documents" / "report.pdf").write_bytes(whole[:40])
    problems = read_collection(folder).problems
    assert [p.code for p in problems] == ["document-changed"]


def test_a_document_of_another_kind_says_so(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, "media-type: image/png", "media-type: application/pdf")
    (problem,) = [p for p in problems if p.code == "document-broken"]
    words = [problem_message(problem, load_catalogue(language)) for language in LANGUAGES]
    assert "documents/page.png" in words[0]
    assert "the file is not what its media type" in words[0]
    assert "documents/page.png" in words[1]
    assert len(set(words)) == 2

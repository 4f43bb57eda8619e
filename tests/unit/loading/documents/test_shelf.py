"""Documents are fetched from a folder, beside a single file, and out of an edition; never from outside."""

import zipfile
from pathlib import Path

import pytest

from tests.helpers.documents import DOCUMENTS, HARBOUR
from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.loaded import Standing, load_document, search_places
from viewer.loading.documents.shelf import bundled_document
from viewer.model.evidence import TextQuote
from viewer.model.ids import SourceId
from viewer.model.own_copy import OwnCopy
from viewer.model.source import Document

GUARD = "documents/guard.txt"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.sanad"
    with zipfile.ZipFile(path, "w") as file:
        file.write(HARBOUR / "collection.yaml", "harbour/data/collection/collection.yaml")
        file.write(DOCUMENTS / "guard.txt", f"harbour/data/collection/{GUARD}", zipfile.ZIP_DEFLATED)
    return path


def test_each_form_of_a_collection_gives_the_same_bytes(edition: Path) -> None:
    wanted = (DOCUMENTS / "guard.txt").read_bytes()
    for form in (HARBOUR, HARBOUR / "collection.yaml", edition):
        assert bundled_document(form, GUARD) == wanted


@pytest.mark.parametrize("path", ["documents/none.txt", "../outside/article.txt", "/etc/hostname", "a\\b"])
def test_nothing_else_is_fetched(edition: Path, path: str) -> None:
    for form in (HARBOUR, edition):
        with pytest.raises(DocumentError, match="absent"):
            bundled_document(form, path)


def test_an_edition_that_is_none_is_unreadable(tmp_path: Path) -> None:
    torn = tmp_path / "torn.sanad"
    torn.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(DocumentError, match="unreadable"):
        bundled_document(torn, GUARD)


def test_a_document_says_whether_it_is_the_editors_file(tmp_path: Path) -> None:
    unbundled = Document("", "text/plain", "0" * 64, bundled=False)
    path = tmp_path / "own.md"
    path.write_text("# A heading", encoding="utf-8")
    copy = OwnCopy(SourceId("S"), 0, str(path))
    loaded = load_document(None, unbundled, copy)
    assert (loaded.standing, loaded.changed) == (Standing.OTHER, False)
    same = load_document(None, Document("", "text/markdown", loaded.sha256, bundled=False), copy)
    assert same.standing is Standing.SAME
    assert load_document(None, None, copy).standing is Standing.UNKNOWN
    earlier = OwnCopy(SourceId("S"), 0, str(path), "1" * 64)
    assert load_document(None, None, earlier).changed
    with pytest.raises(DocumentError, match="absent"):
        load_document(HARBOUR, unbundled, None)


def test_places_are_searched_anew_in_a_known_text() -> None:
    document = Document(GUARD, "text/plain", "0" * 64)
    content = load_document(HARBOUR, document, None).content
    first = search_places(content, [(TextQuote("دفتر در کشوی میز"),)])
    again = search_places(content, [(TextQuote("باران می‌بارید"),), ()], first.text)
    assert again.text is first.text
    assert [spot.match is not None for spot in again.spots] == [True, False]

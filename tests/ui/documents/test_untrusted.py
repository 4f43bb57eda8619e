"""What nobody vouches for does no harm: broken files say so, nothing is loaded, no link opens by itself."""

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument

from tests.helpers.documents import HARBOUR, png
from tests.ui.documents.conftest import Desk, Sit
from viewer.model.ids import EventId
from viewer.state.selection import EventSelected


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A harbour whose files were exchanged after its edition was made."""
    folder = tmp_path / "harbour"
    shutil.copytree(HARBOUR, folder)
    return folder


def note_after(desk: Desk, source: str) -> str:
    desk.open(source, "p1")
    assert not desk.view.tools.isVisible()
    return desk.note()


@pytest.mark.parametrize(
    ("name", "source", "data", "words"),
    [
        ("report.pdf", "T1", b"%PDF-1.7\n\x00\x01broken", "the PDF is broken"),
        ("report.pdf", "T1", b"no pdf at all", "the file is not what its media type"),
        ("page.png", "T2", png(40, 40)[:50], "the picture is broken"),
        ("guard.txt", "T3", "چراغ".encode("cp1256"), "the text is not in UTF-8"),
        ("notes.md", "T4", None, "the file is not there"),
    ],
)
def test_a_broken_document_says_why(
    sit: Sit, damaged: Path, name: str, source: str, data: bytes | None, words: str
) -> None:
    path = damaged / "documents" / name
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    desk = sit(place=damaged)
    assert words in note_after(desk, source)
    desk.open("T3" if source != "T3" else "T4", "p1")
    assert desk.view.tools.isVisible(), "another document opens as before"


def test_a_huge_picture_is_refused_before_it_is_decoded(sit: Sit, damaged: Path) -> None:
    (damaged / "documents" / "page.png").write_bytes(png(50_000, 50_000))
    note = note_after(sit(place=damaged), "T2")
    assert note == (
        "This document cannot be shown: the picture has 50000 × 50000 pixels; at most 40 million are opened."
    )


def test_a_file_that_was_exchanged_is_not_taken_for_the_editors(sit: Sit, damaged: Path) -> None:
    (damaged / "documents" / "guard.txt").write_text("Other words.", encoding="utf-8")
    desk = sit(place=damaged)
    desk.open("T3", "p1")
    assert desk.note().startswith("Another version than the file the editors used.")


def test_markdown_loads_nothing_and_opens_nothing(
    sit: Sit, monkeypatch: pytest.MonkeyPatch, damaged: Path
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    picture = damaged / "documents" / "page.png"
    notes = damaged / "documents" / "notes.md"
    notes.write_text(
        f"Before ![The ferry]({picture.as_uri()}) after ![x](page.png)\n\n[out](https://example.org)",
        encoding="utf-8",
    )
    desk = sit(place=damaged)
    desk.open("T4", "p1")
    for name in (picture.as_uri(), "page.png", "http://example.org/a.png"):
        given = desk.text.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
        assert given is None or given.isNull()
    assert "#3a3328" not in colours_of(desk)
    first = desk.text.shown_text.splitlines()[0]
    assert first == "Before [Picture, not shown: The ferry] after [Picture, not shown: x]"
    before = desk.session.state
    for address in ("https://example.org", "file:///etc/hostname", "javascript:alert(1)", "page.png"):
        desk.text.anchorClicked.emit(QUrl(address))
    assert desk.session.state == before
    assert opened == []
    assert desk.text.source().isEmpty()


def colours_of(desk: Desk) -> set[str]:
    picture = desk.text.viewport().grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_links_into_the_collection_are_followed(sit: Sit) -> None:
    desk = sit()
    desk.open("T4", "p1")
    desk.text.anchorClicked.emit(QUrl("event:E2"))
    assert desk.session.state.selection == EventSelected(EventId("E2"))
    desk.text.anchorClicked.emit(QUrl("source:T3"))
    assert desk.session.state.source is not None
    assert desk.session.state.source.source == "T3"


def test_documents_are_read_beside_the_window(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: set[str] = set()
    whole = Path.read_bytes

    def watched(path: Path) -> bytes:
        threads.add(threading.current_thread().name)
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", watched)
    desk = sit()
    for source in ("T1", "T2", "T3"):
        desk.open(source, "p1")
    assert threads
    assert all(name.startswith("documents") for name in threads)

"""A reader attaches an own copy: it is compared with the editors' file, and its passages are located."""

from pathlib import Path

import pytest

from tests.helpers.documents import ARTICLE
from tests.ui.documents.conftest import Desk, Sit
from viewer.app.own_copies import attach_copy, perform_copy
from viewer.app.remembering import recall_copies
from viewer.base.bidi import strip_controls
from viewer.base.places import settings_folder
from viewer.commands.command import Profile
from viewer.commands.effects import AttachCopy, ForgetCopy, RememberCopy
from viewer.loading.attachments import FILE_NAME
from viewer.model.ids import SourceId
from viewer.ui.documents.marks import Role

T5 = SourceId("T5")
FOUND = "found, the same words"


class Teller:
    """Stands for the window, of which only its notices are wanted here."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def tell(self, text: str) -> None:
        self.told.append(text)


def states(desk: Desk) -> list[str]:
    return [row.split(" · ")[1] for row in desk.rows()]


def changed_copy(tmp_path: Path, old: str, new: str) -> Path:
    text = ARTICLE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = tmp_path / "copy.txt"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_without_a_copy_the_pane_says_what_could_be_done(sit: Sit) -> None:
    desk = sit()
    desk.open("T5", "n03")
    assert "may not travel with the collection" in desk.note()
    desk.offers()["Attach my copy…"].click()
    assert desk.effects == [AttachCopy(T5, 0)]


def test_the_same_file_is_recognised_and_every_passage_is_located_and_marked(sit: Sit) -> None:
    desk = sit()
    desk.open("T5", "n03")
    attach_copy(desk.context, T5, 0, str(ARTICLE))
    desk.settle()
    assert desk.note().startswith("The same file the editors used. 14 of 14 passages located.")
    assert states(desk) == [FOUND] * 14
    assert len(desk.text.marks) == 14
    (now,) = [mark for mark in desk.text.marks if mark.role is Role.CURRENT]
    words = desk.text.shown_text[now.start : now.end]
    assert words == "About two hundred people came — more than the hall could hold."
    assert desk.text.viewport().rect().contains(desk.text.cursorRect(desk.text._cursor(now.start, now.start)))


def test_one_changed_letter_differs_and_the_others_stay(sit: Sit, tmp_path: Path) -> None:
    desk = sit()
    desk.open("T5", "n08")
    desk.attach(changed_copy(tmp_path, "of the pilot asked", "of the pirot asked"))
    assert desk.note().startswith(
        "Another version than the file the editors used. 13 of 14 passages located."
    )
    assert states(desk) == [FOUND] * 7 + ["differs: other words stand at this place"] + [FOUND] * 6
    (now,) = [mark for mark in desk.text.marks if mark.role is Role.DIFFERS]
    assert "pirot" in desk.text.shown_text[now.start : now.end]


def test_words_that_were_put_in_move_what_follows(sit: Sit, tmp_path: Path) -> None:
    desk = sit()
    desk.open("T5", "n01")
    desk.attach(changed_copy(tmp_path, "## Who asked", "## Who asked, and when"))
    moved = "found elsewhere in the document, the same words"
    assert states(desk) == [FOUND] * 7 + [moved] * 7


def test_other_writing_of_the_same_words_is_the_same(sit: Sit, tmp_path: Path) -> None:
    desk = sit()
    desk.open("T5", "n01")
    text = ARTICLE.read_text(encoding="utf-8").replace("’", "'").replace("ك", "ک").replace("\n\n", "\r\n\r\n")
    path = tmp_path / "copy.txt"
    path.write_text(text, encoding="utf-8", newline="")
    desk.attach(path)
    assert desk.note().startswith("Another version")
    assert states(desk) == [FOUND] * 14


def test_a_copy_of_another_kind_is_shown_as_what_it_is(sit: Sit) -> None:
    desk = sit()
    desk.open("T5", "n01")
    desk.attach(ARTICLE.parent.parent / "evidence" / "documents" / "report.pdf")
    assert desk.view.shown_body is desk.pages
    assert desk.note().startswith("Another version")
    assert set(states(desk)) == {"differs: other words stand at this place"}


def test_a_source_without_documents_takes_a_copy_too(sit: Sit, tmp_path: Path) -> None:
    desk = sit()
    path = tmp_path / "own.txt"
    path.write_text("Own words.", encoding="utf-8")
    desk.context.run("open.source", source="T1", passage="p1")
    desk.context.run("document.attach")
    assert desk.effects == [AttachCopy(SourceId("T1"), 1)]
    desk.attach(path, "T1", 1)
    assert desk.note().startswith("The edition names no file to compare this copy with.")
    tabs = desk.pane.bar.tabs
    assert tabs.tabText(tabs.count() - 1) == "My copy: file 2"


def test_a_copy_is_remembered_only_when_the_reader_says_so(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANAD_HOME", str(tmp_path / "home"))
    desk = sit()
    desk.open("T5", "n01")
    desk.attach(ARTICLE)
    assert "Only its place and its hash are kept" in desk.note()
    desk.offers()["Only for now"].click()
    assert "Only its place" not in desk.note()
    assert not (tmp_path / "home").exists(), "nothing was written"
    desk.context.run("document.remember")
    assert desk.effects == [RememberCopy(T5, 0)]
    window = Teller()
    perform_copy(RememberCopy(T5, 0), window, desk.context)  # type: ignore[arg-type]  # a part
    kept = (settings_folder() / FILE_NAME).read_text(encoding="utf-8")
    assert str(ARTICLE) in kept
    assert "hundred people" not in kept
    assert desk.offers() == {}
    again = sit()
    recall_copies(again.session)
    again.open("T5", "n01")
    assert states(again) == [FOUND] * 14
    perform_copy(ForgetCopy(T5, 0), window, again.context)  # type: ignore[arg-type]  # a part
    assert "may not travel" in again.note()
    assert str(ARTICLE) not in (settings_folder() / FILE_NAME).read_text(encoding="utf-8")
    assert ARTICLE.exists()
    assert len(window.told) == 2


def test_a_copy_that_is_gone_or_changed_is_said(sit: Sit, tmp_path: Path) -> None:
    desk = sit()
    path = tmp_path / "copy.txt"
    path.write_bytes(ARTICLE.read_bytes())
    desk.open("T5", "n01")
    desk.attach(path)
    path.write_text("Other words entirely.", encoding="utf-8")
    desk.open("T1", "p1")
    desk.open("T5", "n01")
    assert "This file has changed since you attached it." in desk.note()
    path.unlink()
    desk.open("T1", "p1")
    desk.open("T5", "n01")
    assert strip_controls(desk.note()) == f"Your copy is no longer at {path}."
    assert list(desk.offers()) == ["Choose another file…", "Forget this copy"]
    desk.attach(ARTICLE)
    assert states(desk) == [FOUND] * 14


def test_an_exhibition_attaches_nothing(sit: Sit) -> None:
    desk = sit(profile=Profile.KIOSK)
    desk.open("T5", "n01")
    assert "may not travel" in desk.note()
    assert desk.offers() == {}
    assert not desk.pane.bar.attach.isVisible()
    desk.context.run("document.attach")
    assert desk.effects == []

"""Packing, verifying, comparing and signing, as a curator does them at the command line."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.helpers.sealed import write_archive

ROOT = Path(__file__).resolve().parents[2]


def sanad(*arguments: object, language: str = "en", code: int = 0) -> str:
    """Run the program and return what it says, on both channels, after checking how it ends."""
    done = subprocess.run(
        [sys.executable, "-m", "viewer", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "LANG": f"{language}_XX.UTF-8", "LC_ALL": "", "PYTHONWARNINGS": "error"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def typed(arguments: Sequence[object], *answers: str) -> str:
    """Run the program on a terminal, answer each question when it is asked, and return what it says."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "viewer", *map(str, arguments), "--language", "en"],
        cwd=ROOT,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Without a terminal of the session, questions are asked on the channel for errors.
        start_new_session=True,
    ) as running:
        os.close(theirs)
        for answer in answers:
            question = b""
            while not question.endswith(b": "):
                piece = running.stderr.read(1) if running.stderr else b""
                assert piece, question.decode()
                question += piece
            os.write(ours, f"{answer}\n".encode())
        told, errors = running.communicate()
    os.close(ours)
    assert running.returncode == 0, errors.decode()
    return told.decode()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write_archive(tmp_path / "archive")


def test_from_the_archive_to_the_reader(archive: Path, tmp_path: Path) -> None:
    key, edition = tmp_path / "archive.key", tmp_path / "نمونه.sanad"
    assert "Public key" in sanad("key", "new", key, "--no-password", "--name", "The archive")
    assert key.stat().st_mode & 0o077 == 0
    told = sanad("pack", archive, "-o", edition, "--sign", key)
    assert "Packed" in told
    assert "Signed" in told
    public = tmp_path / "archive.pub"
    subprocess.run(["minisign", "-V", "-q", "-p", public, "-m", edition], check=True)
    assert "signed by The archive" in sanad("verify", edition, "--trust", public)
    told = sanad("verify", edition)
    assert "not known here" in told
    assert "Manifests show damage, not forgery" in told
    found = json.loads(sanad("verify", edition, "--json", "--trust", public))
    assert (found["standing"], found["signer"]["name"], found["faults"]) == ("signed", "The archive", [])


def test_a_change_is_named_in_both_languages(archive: Path, tmp_path: Path) -> None:
    edition = tmp_path / "a.sanad"
    sanad("pack", archive, "-o", edition)
    edition.write_bytes(edition.read_bytes().replace(b"Something was ordered", b"Nothing  was  ordered"))
    for language, word in (("en", "changed"), ("fa", "تغییر کرده است")):
        told = sanad("verify", edition, language=language, code=1)
        assert word in told
        assert "data/collection/events.yaml" in told
        assert "manifest-sha256.txt" in told


def test_errors_stop_packing_and_stand_with_their_places(archive: Path, tmp_path: Path) -> None:
    (archive / "events.yaml").write_text("events:\n  - {id: E1, title: x, category: nowhere}\n")
    told = sanad("pack", archive, "-o", tmp_path / "a.sanad", code=1)
    assert "events.yaml:2:" in told
    assert "Not packed: the collection has 1 error." in told
    assert not (tmp_path / "a.sanad").exists()


def test_what_is_restricted_is_counted(archive: Path, tmp_path: Path) -> None:
    people = "people: [{id: p1, name: Witness, restricted: {reason: Asked for it, fields: [name]}}]"
    (archive / "people.yaml").write_text(people)
    assert "1 restricted field was left out" in sanad("pack", archive, "-o", tmp_path / "a.sanad")
    told = sanad("pack", archive, "-o", tmp_path / "b.sanad", "--include-restricted")
    assert "Restricted fields were put in" in told
    assert b"Witness" not in (tmp_path / "a.sanad").read_bytes()
    assert b"Witness" in (tmp_path / "b.sanad").read_bytes()


def test_two_editions_are_compared(archive: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old.sanad", tmp_path / "new.sanad"
    sanad("pack", archive, "-o", old)
    events = archive / "events.yaml"
    events.write_text(
        events.read_text().replace("An order", "The order").replace("1988-07-28~", "1988-07-28")
    )
    sanad("pack", archive, "-o", new)
    assert sanad("diff", old, old) == "No difference.\n"
    told = sanad("diff", old, new, code=1)
    assert "Event E1: The order" in told
    assert "“An order” became “The order”" in told
    assert "1 entry differs" in told
    assert "۱ مدخل تفاوت دارد" in sanad("diff", old, new, language="fa", code=1)
    (entry,) = json.loads(sanad("diff", old, archive, "--json", code=1))
    assert {tuple(field["path"]) for field in entry["fields"]} == {("title", "en"), ("when", "date")}


def test_a_key_with_a_password_asks_for_it(archive: Path, tmp_path: Path) -> None:
    key, edition = tmp_path / "k.key", tmp_path / "a.sanad"
    assert "Secret key" in typed(["key", "new", key], "گذرواژه", "گذرواژه")
    assert "Signed" in typed(["pack", archive, "-o", edition, "--sign", key], "گذرواژه")
    assert "signed by k" in sanad("verify", edition, "--trust", tmp_path / "k.pub")
    assert "no terminal" in sanad("pack", archive, "-o", edition, "--sign", key, code=2)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["pack", "nowhere", "-o", "x.sanad"], "there is no such file or folder"),
        (["diff", "nowhere", "nowhere"], "there is no such file or folder"),
        (["verify", "nowhere"], "could not be read"),
        (["verify", ".", "--trust", "nonsense"], "this is no public key"),
        (["key", "show", "nowhere"], "could not be read"),
        (["key", "show", "pyproject.toml"], "no key in the format of minisign"),
        (["key", "new", "README.md", "--no-password"], "is there already"),
        (["key", "new", "nowhere/k.key", "--no-password"], "could not be written"),
    ],
)
def test_what_cannot_be_done_is_said_plainly(arguments: list[str], words: str) -> None:
    code = 1 if arguments[0] == "pack" else 2
    assert words in sanad(*arguments, code=code)


def test_a_folder_that_cannot_be_written_is_named(archive: Path, tmp_path: Path) -> None:
    told = sanad("pack", archive, "-o", tmp_path / "nowhere" / "a.sanad", code=2)
    assert f"{tmp_path / 'nowhere' / 'a.sanad'} could not be written" in told

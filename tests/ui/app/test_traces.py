"""When nothing is kept, what is forgotten, and what a failure tells."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from viewer.app import media, traces
from viewer.app.crash import crash_report
from viewer.app.last_look import last_look
from viewer.app.traces import Keeping, begin_traces, forget_everything
from viewer.base import atomic
from viewer.base.atomic import write_atomic
from viewer.base.places import HOME_VARIABLE
from viewer.loading.settings import Settings
from viewer.state.view_state import Language, Theme


@pytest.fixture(autouse=True)
def traces_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "kept"))
    yield
    atomic._Traces.refused = False


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder from which the packaged program seems to run."""
    folder = tmp_path / "sanad"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "sanad"))
    return folder


@pytest.mark.usefixtures("program")
def test_an_installed_program_keeps() -> None:
    assert begin_traces(asked=False).keeping is Keeping.KEPT


def test_nothing_is_kept_when_asked(tmp_path: Path) -> None:
    assert not begin_traces(asked=True).are_left
    with pytest.raises(OSError, match="kept"):
        write_atomic(tmp_path / "kept", b"x")
    assert list(tmp_path.iterdir()) == []


def test_what_a_person_saves_is_still_written(tmp_path: Path) -> None:
    begin_traces(asked=True)
    write_atomic(tmp_path / "saved", b"x", asked=True)
    assert (tmp_path / "saved").read_bytes() == b"x"


def test_a_mark_beside_the_program_makes_it_portable(program: Path) -> None:
    (program / "portable").touch()
    assert begin_traces(asked=False).keeping is Keeping.PORTABLE


def test_travelling_media_are_left_as_they_are(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "is_on_travelling_media", lambda folder: folder == program)
    assert begin_traces(asked=False).keeping is Keeping.TRAVELLING


def test_a_stick_is_told_by_what_the_system_says_of_its_disk(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    disk = tmp_path / "devices" / "disk"
    (disk / "part").mkdir(parents=True)
    (disk / "removable").write_text("1\n")
    monkeypatch.setattr(media, "_block_device", lambda _: disk / "part")
    assert media.is_on_travelling_media(tmp_path)
    (disk / "removable").write_text("0\n")
    assert not media.is_on_travelling_media(tmp_path)


def test_everything_kept_is_forgotten_and_nothing_else(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    (kept / "cache" / "editions").mkdir(parents=True)
    for name in ("cache/editions/a.npy", "settings.json", "copies.json", "thesis.odt"):
        (kept / name).write_text("x")
    gone, left = forget_everything()
    assert [path.name for path in gone] == ["cache", "copies.json", "settings.json"]
    assert left == ()
    assert [path.name for path in kept.iterdir()] == ["thesis.odt"]
    (kept / "thesis.odt").unlink()
    (kept / "settings.json").write_text("x")
    forget_everything()
    assert not kept.exists()


def test_a_failure_tells_places_and_not_what_was_read() -> None:
    read = "/media/stick/اعدام witness.yaml"
    with pytest.raises(KeyError) as caught:
        dict[str, int]()[read]
    report = crash_report(caught.value)
    assert "KeyError" in report
    assert "test_traces.py" in report
    assert read not in report
    assert "witness" not in report
    assert str(Path(__file__).parent) not in report


def test_the_last_look_comes_back() -> None:
    settings = Settings(language="fa", theme="dark", text_scale=1.25)
    look = last_look(settings)
    assert look is not None
    assert (look.language, look.theme, look.text_scale) == (Language.PERSIAN, Theme.DARK, 1.25)
    assert last_look(replace(settings, language="xx")) is None
    assert last_look(replace(settings, theme="plaid")) == replace(look, theme=Theme.LIGHT)

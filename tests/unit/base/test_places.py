from pathlib import Path

import pytest

from viewer.base.places import HOME_VARIABLE, cache_folder, has_home, kept_folder, settings_folder


def test_one_variable_moves_all_that_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert kept_folder() == tmp_path
    assert cache_folder().is_relative_to(tmp_path)
    assert settings_folder().is_relative_to(tmp_path)


@pytest.mark.parametrize(("stated", "found"), [("/var/c", "/var/c/sanad"), ("relative", None), ("", None)])
def test_linux_follows_xdg(monkeypatch: pytest.MonkeyPatch, stated: str, found: str | None) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", stated)
    assert kept_folder() == Path(found) if found else Path.home() / ".local" / "share" / "sanad"


@pytest.mark.parametrize(
    ("platform", "end"), [("darwin", "Library/Application Support/Sanad"), ("win32", "AppData/Local/Sanad")]
)
def test_other_systems_have_their_own(monkeypatch: pytest.MonkeyPatch, platform: str, end: str) -> None:
    for name in (HOME_VARIABLE, "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", platform)
    assert kept_folder().as_posix().endswith(end)


def test_without_a_home_there_is_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (HOME_VARIABLE, "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("HOME", "")
    assert not has_home()
    with pytest.raises(OSError, match="sanad"):
        cache_folder().mkdir(parents=True)

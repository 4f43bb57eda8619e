from pathlib import Path

import pytest

from viewer.base.places import HOME_VARIABLE, cache_folder


def test_one_variable_moves_all_that_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert cache_folder().is_relative_to(tmp_path)


@pytest.mark.parametrize(("stated", "found"), [("/var/c", "/var/c/sanad"), ("relative", None), ("", None)])
def test_linux_follows_xdg(monkeypatch: pytest.MonkeyPatch, stated: str, found: str | None) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", stated)
    assert cache_folder() == Path(found) if found else Path.home() / ".cache" / "sanad"


@pytest.mark.parametrize(("platform", "end"), [("darwin", "Library/Caches/Sanad"), ("win32", "Sanad/Cache")])
def test_other_systems_have_their_own(monkeypatch: pytest.MonkeyPatch, platform: str, end: str) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    monkeypatch.setattr("sys.platform", platform)
    assert cache_folder().as_posix().endswith(end)

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.exhibition import Rehearsal, close, rehearsal
from viewer.base.places import HOME_VARIABLE, kept_folder


@pytest.fixture
def exhibition(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Rehearsal]]:
    """Make an exhibition with a home of its own; it ends with the test."""
    del qtbot
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    own = venue_copies(kept_folder())
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    made: list[Rehearsal] = []

    def make(text: str = "", **options: Any) -> Rehearsal:
        made.append(rehearsal(tmp_path, text, **options))
        return made[-1]

    yield make
    for one in made:
        close(one)
    assert not made or venue_copies(kept_folder())
    monkeypatch.delenv(HOME_VARIABLE)
    assert venue_copies(kept_folder()) == own


def venue_copies(folder: Path) -> set[Path]:
    """Return the copies of venue files that a folder keeps."""
    return set(folder.glob("venue-*.yaml"))

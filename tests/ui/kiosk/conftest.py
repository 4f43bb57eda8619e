from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.exhibition import Rehearsal, close, rehearsal


@pytest.fixture
def exhibition(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Rehearsal]]:
    """Make an exhibition with a home of its own; it ends with the test."""
    del qtbot
    monkeypatch.setenv("SANAD_HOME", str(tmp_path / "home"))
    made: list[Rehearsal] = []

    def make(text: str = "", **options: Any) -> Rehearsal:
        made.append(rehearsal(tmp_path, text, **options))
        return made[-1]

    yield make
    for one in made:
        close(one)

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.stage import Stage, make_stage


@pytest.fixture
def stage(qtbot: QtBot) -> Callable[..., Stage]:
    """Make a stage whose widget is shown and closed with the test."""

    def make(**options: Any) -> Stage:
        made = make_stage(**options)
        qtbot.addWidget(made.view)
        made.view.show()
        qtbot.waitExposed(made.view)
        return made

    return make

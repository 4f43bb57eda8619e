import sys
from pathlib import Path

import pytest

from viewer.base.resources import resource_path


def test_resources_are_found_beside_the_sources() -> None:
    assert resource_path("messages", "en", "general.toml").is_file()


def test_resources_are_found_in_a_frozen_bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_path("fonts") == tmp_path / "resources" / "fonts"

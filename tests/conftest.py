"""What all tests share: no window on a screen, the same examples in every run, and where things are."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from viewer.base.places import HOME_VARIABLE

# Qt reads it once, when it is first imported.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile("sanad", derandomize=True, deadline=None, max_examples=100, database=None)
settings.load_profile("sanad")

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-pictures",
        action="store_true",
        help="take the golden pictures anew; look at each before you keep it",
    )


@pytest.fixture(scope="session", autouse=True)
def kept_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let nothing that is tested keep anything in the home of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(tmp_path_factory.mktemp("kept")))
        yield


@pytest.fixture(scope="session")
def project_root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def bundled_collection() -> Path:
    return ROOT / "data" / "iran-1988"

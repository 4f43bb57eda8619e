"""What all tests share: no window on a screen, the same examples in every run, and where things are."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

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


@pytest.fixture(scope="session")
def project_root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def bundled_collection() -> Path:
    return ROOT / "data" / "iran-1988"

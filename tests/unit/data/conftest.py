"""The bundled collection, read once: as a curator's check sees it, and as the program holds it."""

from pathlib import Path

import pytest

from viewer.loading.collection_files import Read, read_collection
from viewer.model.collection import Collection, Library
from viewer.model.ids import SourceId
from viewer.model.source import Source


@pytest.fixture(scope="session")
def reading(bundled_collection: Path) -> Read:
    return read_collection(bundled_collection)


@pytest.fixture(scope="session")
def collection(reading: Read) -> Collection:
    assert reading.collection is not None
    return reading.collection


@pytest.fixture(scope="session")
def library(collection: Collection) -> Library:
    return collection.library


@pytest.fixture(scope="session")
def article(library: Library) -> Source:
    return library.sources[SourceId("S01")]

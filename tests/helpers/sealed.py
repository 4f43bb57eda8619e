"""Small archives to pack, and ways to look into what was packed."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from tests.helpers.collections import write_sample

DOCUMENT = b"What the report says, line by line.\n" * 40
SOURCES = f"""\
sources:
  - id: S1
    title: A report
    type: report
    digest:
      - {{id: p1, label: "§1", text: What it says}}
    documents: [{{path: documents/s1.txt, media-type: text/plain, sha256: {sha256(DOCUMENT).hexdigest()}}}]
"""


def write_archive(folder: Path, **files: str | bytes) -> Path:
    """Write a sound collection with a document in it."""
    sample: dict[str, str | bytes] = {"sources": SOURCES, **files}
    write_sample(folder, **sample)
    (folder / "documents").mkdir(exist_ok=True)
    (folder / "documents" / "s1.txt").write_bytes(DOCUMENT)
    return folder


def unpacked(edition: Path, folder: Path) -> Path:
    """Unpack an edition as any program would, and return the one folder in it."""
    with ZipFile(edition) as opened:
        opened.extractall(folder)
    (bag,) = folder.iterdir()
    return bag


def octets(edition: Path) -> Iterator[bytes]:
    """Give everything an edition holds: the file as it is, and each member."""
    yield edition.read_bytes()
    with ZipFile(edition) as opened:
        yield from (opened.read(name) for name in opened.namelist())

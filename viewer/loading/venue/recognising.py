"""Tell a venue file from a collection, without loading what reads YAML."""

from pathlib import Path

from viewer.loading.files import read_bounded

MAX_BYTES = 1 << 20


def is_venue_file(path: Path) -> bool:
    """Tell whether a file is meant to be a venue file: a YAML file with a key `venue` on top."""
    if path.suffix != ".yaml" or not path.is_file():
        return False
    try:
        data = read_bounded(path, MAX_BYTES)
    except OSError:
        return False
    return data.startswith(b"venue:") or b"\nvenue:" in data

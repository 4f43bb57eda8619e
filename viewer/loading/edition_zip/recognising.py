"""Tell an edition in one file from other forms of a collection, without loading what reads it."""

from pathlib import Path

ENDING = ".sanad"


def is_edition_file(path: Path) -> bool:
    """Tell whether a path is meant as an edition in one file."""
    return path.suffix.lower() == ENDING and path.is_file()

"""Name a reader's own copy of a document; the file stays where it is."""

from dataclasses import dataclass

from viewer.model.ids import SourceId


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """A file that a reader attached to a document of a source."""

    source: SourceId
    document: int
    """Position in the documents of the source; one past the last where the edition names no document."""
    path: str
    """Where the file lies."""
    sha256: str = ""
    """Its hash when it was attached; empty until it was read."""
    remembered: bool = False
    """Whether the reader allowed to keep path and hash."""

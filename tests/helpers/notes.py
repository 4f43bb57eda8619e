"""Notes for tests."""

from viewer.model.note import Note, Noted, NotedKind

ON_EVENT = Noted(NotedKind.EVENT, "E1")


def note(name: str = "1", text: str = "A thought", about: Noted = ON_EVENT, **changes: str) -> Note:
    """A note on the sample collection, made at a fixed time."""
    fields = {
        "collection": "sample",
        "version": "0",
        "key": "0" * 64,
        "language": "en",
        "created": f"2026-01-01T00:00:0{name[-1]}Z",
        "changed": "2026-01-02T00:00:00Z",
    }
    return Note(id=f"00000000-0000-4000-8000-00000000000{name}", about=about, text=text, **fields | changes)

"""Keep the notes of a reader in one SQLite file that the reader chose.

Every change is one transaction with a rollback journal and full synchronisation: whoever ends the program, or
the power, in the middle leaves the notes as they were before or as they are after. The file is opened for the
moment of each reading and writing only, so that several windows may share it. Only a file that says it holds
notes (application id and version of SQLite's header) is ever written to.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from viewer.model.note import Note, Noted, NotedKind

APPLICATION = 0x53414E4E
"""Marks our files in the header of SQLite: "SANN"."""
VERSION = 1
_HEAD = 100
"""Bytes of SQLite's header."""
WAIT_S = 0.5
"""How long a file that another program holds is waited for; the window stands still meanwhile."""
_TABLE = """
CREATE TABLE note (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, entry TEXT NOT NULL, part TEXT NOT NULL, body TEXT NOT NULL,
    collection TEXT NOT NULL, version TEXT NOT NULL, content TEXT NOT NULL, language TEXT NOT NULL,
    created TEXT NOT NULL, changed TEXT NOT NULL
)
"""
_ALL = """
SELECT id, kind, entry, part, body, collection, version, content, language, created, changed
FROM note ORDER BY created, rowid
"""
_KEEP = """
INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET body = excluded.body, changed = excluded.changed
"""
_REASONS = {
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_READONLY": "read-only",
    "SQLITE_PERM": "read-only",
    "SQLITE_NOTADB": "foreign",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_FULL": "full",
    "SQLITE_CANTOPEN": "unreachable",
}


class NotesError(Exception):
    """The file cannot be used; `reason` names the message that says why."""

    def __init__(self, reason: str) -> None:
        """Name the reason: locked, read-only, foreign, newer, damaged, full, unreachable or failed."""
        super().__init__(reason)
        self.reason = reason


def begin_notes(path: Path) -> tuple[Note, ...]:
    """Return the notes of a file, which is made when there is none or an empty one; raises NotesError."""
    if _holds_anything(path):
        return read_notes(path)
    with _changing(path, fresh=True) as file:
        file.execute(_TABLE)
        file.execute(f"PRAGMA application_id = {APPLICATION}")
        file.execute(f"PRAGMA user_version = {VERSION}")
    return ()


def read_notes(path: Path) -> tuple[Note, ...]:
    """Return the notes of a file, oldest first; raises NotesError."""
    with _opened(path) as file:
        _check(file)
        rows = file.execute(_ALL).fetchall()
    return tuple(_note(row) for row in rows)


def save_note(path: Path, note: Note) -> None:
    """Keep a note, in place of the one with its id; raises NotesError."""
    values = (
        note.id,
        note.about.kind.value,
        note.about.id,
        note.about.part,
        note.text,
        note.collection,
        note.version,
        note.key,
        note.language,
        note.created,
        note.changed,
    )
    with _changing(path) as file:
        file.execute(_KEEP, values)


def delete_note(path: Path, note_id: str) -> None:
    """Keep a note no longer; raises NotesError."""
    with _changing(path) as file:
        file.execute("DELETE FROM note WHERE id = ?", (note_id,))


def _holds_anything(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError as error:
        raise NotesError("unreachable") from error


@contextmanager
def _changing(path: Path, *, fresh: bool = False) -> Iterator[sqlite3.Connection]:
    """Give the file for one change, which is kept whole or not at all."""
    with _opened(path, fresh=fresh) as file:
        file.execute("PRAGMA journal_mode = DELETE")
        file.execute("PRAGMA synchronous = EXTRA")
        file.execute("BEGIN IMMEDIATE")
        if not fresh:
            _check(file)
        try:
            yield file
        except BaseException:
            file.execute("ROLLBACK")
            raise
        file.execute("COMMIT")


@contextmanager
def _opened(path: Path, *, fresh: bool = False) -> Iterator[sqlite3.Connection]:
    """Give the file; what a program that was killed had begun is undone first, which takes writing."""
    try:
        if not fresh:
            _check_head(path)
        address = f"{path.absolute().as_uri()}?mode={'rwc' if fresh else 'rw'}"
        with closing(sqlite3.connect(address, WAIT_S, isolation_level=None, uri=True)) as file:
            file.execute("PRAGMA trusted_schema = OFF")
            yield file
    except sqlite3.Error as error:
        raise NotesError(reason_of(error)) from error
    except OSError as error:
        raise NotesError("unreachable") from error


def _check_head(path: Path) -> None:
    """Refuse a file that is not ours before SQLite may do anything with it."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.startswith(b"SQLite format 3\0") or head[68:72] != APPLICATION.to_bytes(4, "big"):
        raise NotesError("foreign")


def _check(file: sqlite3.Connection) -> None:
    """Refuse what a newer Sanad wrote, and what is damaged."""
    (version,) = file.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise NotesError("newer")
    if file.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise NotesError("damaged")


def reason_of(error: sqlite3.Error) -> str:
    """Return why SQLite could not do it; extended codes count as the code they extend."""
    name = getattr(error, "sqlite_errorname", "") or ""
    return next((reason for code, reason in _REASONS.items() if name.startswith(code)), "failed")


def _note(row: tuple[str, ...]) -> Note:
    note_id, kind, entry, part, body, collection, version, content, language, created, changed = map(str, row)
    try:
        about = Noted(NotedKind(kind), entry, part)
    except ValueError as error:
        raise NotesError("damaged") from error
    return Note(note_id, about, body, collection, version, content, language, created, changed)

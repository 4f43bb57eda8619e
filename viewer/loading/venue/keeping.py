"""Keep a copy of the last venue file that was sound, for the day on which someone saves a broken one."""

from hashlib import sha256
from pathlib import Path

from viewer.base.atomic import refuse_traces, write_atomic
from viewer.loading.venue.reading import ReadVenue, read_venue_bytes


def keep_good(folder: Path, path: Path, read: ReadVenue) -> None:
    """Keep the content of a sound venue file; raises OSError, also where no trace is to be left."""
    kept = _kept_file(folder, path)
    if kept.is_file() and kept.read_bytes() == read.data:
        return
    refuse_traces(folder)
    folder.mkdir(parents=True, exist_ok=True)
    write_atomic(kept, read.data)


def last_good(folder: Path, path: Path) -> ReadVenue | None:
    """Return the last sound content of the venue file at `path`, or None when there is none."""
    try:
        data = _kept_file(folder, path).read_bytes()
    except OSError:
        return None
    read = read_venue_bytes(data, path)
    return read if read.venue is not None else None


def _kept_file(folder: Path, path: Path) -> Path:
    """Return where the copy lies; each venue file has its own."""
    return folder / f"venue-{sha256(str(path.absolute()).encode()).hexdigest()[:16]}.yaml"

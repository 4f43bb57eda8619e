"""Read many plain ISO 8601 dates at once, for data of a machine's making."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viewer.base.instant import DAY, HOUR, MINUTE, SECOND
from viewer.model.dates.edtf import parse_edtf
from viewer.model.dates.problems import EdtfError

_CHUNK = 65_536
_SHAPE = "YYYY-MM-DDTHH:MM:SS"
_LENGTHS = (4, 7, 10, 16, 19)
_DIGIT_PLACES = {length: [i for i in range(length) if _SHAPE[i] not in "-T:"] for length in _LENGTHS}
_MARK_PLACES = {length: [i for i in range(length) if _SHAPE[i] in "-T:"] for length in _LENGTHS}

_Ints = NDArray[np.int64]


class Batch(NamedTuple):
    """Possible spans [start, end) in milliseconds, and which of the texts could be read."""

    start: _Ints
    end: _Ints
    valid: NDArray[np.bool_]


def parse_iso_batch(texts: Sequence[str]) -> Batch:
    """Read YYYY, YYYY-MM, YYYY-MM-DD, and the last with Thh:mm or Thh:mm:ss and perhaps Z, at array speed.

    A time without a zone is taken as UTC here, because such data comes from a clock and not from a witness.
    Any other text is read as EDTF, one by one, and gives its possible span. Invalid texts give 0, 0, False.
    """
    chunks = [_chunk(texts[at : at + _CHUNK]) for at in range(0, len(texts), _CHUNK)] or [_chunk(())]
    return Batch(*(np.concatenate(column) for column in zip(*chunks, strict=True)))


def _chunk(texts: Sequence[str]) -> Batch:
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    batch = Batch(np.zeros_like(lengths), np.zeros_like(lengths), np.zeros(len(texts), np.bool_))
    for stated in np.unique(lengths):
        where = np.flatnonzero(lengths == stated)
        _read_alike(texts, where, int(stated), batch)
    unread: list[int] = np.flatnonzero(~batch.valid).tolist()
    for index in unread:
        _read_singly(texts[index], index, batch)
    return batch


def _read_alike(texts: Sequence[str], where: _Ints, length: int, batch: Batch) -> None:
    """Read the texts of one length, if it is the length of a plain date."""
    zoned = length == 20
    size = 19 if zoned else length
    if size not in _LENGTHS:
        return
    letters = np.array([texts[i] for i in where.tolist()], f"U{length}").view(np.uint32).reshape(-1, length)
    digits = letters[:, :size].astype(np.int64) - ord("0")
    right = _is_digit(digits[:, _DIGIT_PLACES[size]]) & _has_marks(letters, size)
    if zoned:
        right &= letters[:, 19] == ord("Z")
    start, end, real = _instants(digits, size)
    right &= real
    kept = where[right]
    batch.start[kept], batch.end[kept], batch.valid[kept] = start[right], end[right], True


def _is_digit(values: _Ints) -> NDArray[np.bool_]:
    return np.asarray(((values >= 0) & (values <= 9)).all(axis=1), np.bool_)


def _has_marks(letters: NDArray[np.uint32], size: int) -> NDArray[np.bool_]:
    wanted = np.array([ord(_SHAPE[i]) for i in _MARK_PLACES[size]], np.uint32)
    return np.asarray((letters[:, _MARK_PLACES[size]] == wanted).all(axis=1), np.bool_)


def _instants(digits: _Ints, size: int) -> tuple[_Ints, _Ints, NDArray[np.bool_]]:
    """Give start, end and whether such a time exists, from a row of digits per text."""
    year = digits[:, 0] * 1000 + digits[:, 1] * 100 + digits[:, 2] * 10 + digits[:, 3]
    if size == 4:
        return _days(year * 12) * DAY, _days(year * 12 + 12) * DAY, np.ones(len(year), np.bool_)
    month = digits[:, 5] * 10 + digits[:, 6]
    real = (month >= 1) & (month <= 12)
    first, after = _days(year * 12 + month - 1), _days(year * 12 + month)
    if size == 7:
        return first * DAY, after * DAY, real
    day = digits[:, 8] * 10 + digits[:, 9]
    real &= (day >= 1) & (day <= after - first)
    start = (first + day - 1) * DAY
    if size == 10:
        return start, start + DAY, real
    return _with_clock(start, real, digits, size)


def _with_clock(
    start: _Ints, real: NDArray[np.bool_], digits: _Ints, size: int
) -> tuple[_Ints, _Ints, NDArray[np.bool_]]:
    hour, minute = digits[:, 11] * 10 + digits[:, 12], digits[:, 14] * 10 + digits[:, 15]
    start = start + hour * HOUR + minute * MINUTE
    real = real & (hour <= 23) & (minute <= 59)
    if size == 16:
        return start, start + MINUTE, real
    second = digits[:, 17] * 10 + digits[:, 18]
    start = start + second * SECOND
    return start, start + SECOND, real & (second <= 59)


def _days(months: _Ints) -> _Ints:
    """Give the day number on which a month begins, counted from January of the year 0."""
    return (months - 1970 * 12).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def _read_singly(text: str, index: int, batch: Batch) -> None:
    try:
        span = parse_edtf(text).possible_span
    except EdtfError:
        return
    batch.start[index], batch.end[index] = span
    batch.valid[index] = True

"""Read the head of a NumPy `.npy` file (format 1.0), without a parser of Python.

NumPy reads it as Python source, for which the parser of Python 3.11 is not safe in several threads at once.
"""

import re
from typing import Any, NamedTuple

import numpy as np

_MAGIC = b"\x93NUMPY\x01\x00"
FIRST_BYTES = 4096
"""So many bytes hold every head."""
_HEAD = re.compile(
    rb"\{'descr': '(?P<kind>[<>|=][a-z][0-9]+)', 'fortran_order': False, "
    rb"'shape': \((?P<shape>(?:[0-9]+,? ?)*)\), \} *\n"
)


class NpyHead(NamedTuple):
    """What an array is, and where it begins in its file."""

    dtype: np.dtype[Any]
    shape: tuple[int, ...]
    offset: int

    @property
    def end(self) -> int:
        """Return where the array ends in its file."""
        count = 1
        for length in self.shape:
            count *= length
        return self.offset + count * self.dtype.itemsize


def read_head(beginning: bytes) -> NpyHead:
    """Read the head of a file from its first bytes; raise ValueError if it is not one of numbers."""
    start = len(_MAGIC) + 2
    length = int.from_bytes(beginning[len(_MAGIC) : start], "little")
    match = _HEAD.fullmatch(beginning[start : start + length])
    if not beginning.startswith(_MAGIC) or length > FIRST_BYTES or match is None:
        raise ValueError("not an array of numbers")
    shape = tuple(int(part) for part in match["shape"].replace(b",", b" ").split())
    return NpyHead(np.dtype(match["kind"].decode()), shape, start + length)

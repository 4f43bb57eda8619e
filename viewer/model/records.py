"""Hold many short byte strings in one block, so that a million cost no objects."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Block(Protocol):
    """Bytes in memory or in a file, of which pieces are taken."""

    def __len__(self) -> int: ...

    def __getitem__(self, part: slice, /) -> bytes: ...


@dataclass(frozen=True, slots=True, eq=False)
class Records:
    """Byte strings laid end to end; `block` may lie in a file.

    Record i is `block[ends[i]:ends[i + 1]]`; `ends` begins with 0 and has one more
    item than there are records.
    """

    block: Block
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, items: Iterable[bytes]) -> "Records":
        """Lay `items` end to end in memory."""
        held = list(items)
        ends = np.zeros(len(held) + 1, np.int64)
        np.cumsum(np.fromiter(map(len, held), np.int64, len(held)), out=ends[1:])
        return cls(b"".join(held), ends)

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, number: int) -> bytes:
        """Return record `number`; raise IndexError when there is none."""
        if not 0 <= number < len(self.ends) - 1:
            raise IndexError(number)
        return self.block[self.ends[number] : self.ends[number + 1]]

    def first_at_least(self, wanted: bytes) -> int:
        """Return where `wanted` stands or would stand; the records must be sorted."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        return low

"""Read many files on both cores, each once, and sum them up."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock
from typing import BinaryIO, NamedTuple
from zlib import crc32

from viewer.base.progress import CancelledError, Work
from viewer.loading.bag.files import Files

_BLOCK = 1 << 20
_MOST_THREADS = 4


class Digest(NamedTuple):
    """The sums of one file."""

    sha256: str
    crc: int
    """CRC-32; 0 unless it was asked for."""
    size: int


@dataclass(slots=True)
class _Tally:
    """Adds up what all threads have read, and lets a person stop them."""

    work: Work
    step: str
    total: int
    done: int = 0
    lock: Lock = field(default_factory=Lock)

    def add(self, octets: int) -> None:
        with self.lock:
            self.done += octets
            self.work.report(self.step, min(self.done, self.total), self.total)


def digests(
    files: Files, names: Iterable[str], work: Work, step: str, *, crc: bool = False
) -> dict[str, Digest | None]:
    """Return the sums of each file, None where it cannot be read; raise CancelledError when stopped.

    `step` is the message key by which the progress is told, in octets.
    """
    wanted = list(names)
    sizes = files.sizes()
    tally = _Tally(work, step, sum(sizes.get(name, 0) for name in wanted))

    def one(name: str) -> Digest | None:
        try:
            with files.open(name) as file:
                return _sum(file, tally.add, crc=crc)
        except (OSError, KeyError):
            return None

    threads = min(_MOST_THREADS, os.cpu_count() or 1)
    with ThreadPoolExecutor(threads) as pool:
        try:
            return dict(zip(wanted, pool.map(one, wanted), strict=True))
        except CancelledError:
            pool.shutdown(cancel_futures=True)
            raise


def _sum(file: BinaryIO, tell: Callable[[int], None], *, crc: bool) -> Digest:
    digest, cyclic, size = sha256(), 0, 0
    while block := file.read(_BLOCK):
        digest.update(block)
        cyclic = crc32(block, cyclic) if crc else 0
        size += len(block)
        tell(len(block))
    return Digest(digest.hexdigest(), cyclic, size)

"""Measure packing and verifying a large edition: python3 -m tests.benchmarks.verify [MB]."""

import sys
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from tests.benchmarks.figures import peak_mb, tell, timed_ms
from tests.helpers.collections import write_sample
from viewer.loading.packing import pack
from viewer.loading.signing.keys import new_key
from viewer.loading.verifying import verify

MEGABYTES = 500
_DOCUMENT_MB = 10
_RUNS = 5


def large_archive(folder: Path, megabytes: int) -> Path:
    """Write a collection whose documents are so large together."""
    rows = []
    (folder / "documents").mkdir(parents=True)
    for number in range(megabytes // _DOCUMENT_MB):
        content = token_hex(_DOCUMENT_MB << 19).encode()
        name = f"documents/{number}.txt"
        (folder / name).write_bytes(content)
        rows.append(f"{{path: {name}, media-type: text/plain, sha256: {sha256(content).hexdigest()}}}")
    sources = f"sources:\n  - {{id: S1, title: x, type: report, documents: [{', '.join(rows)}]}}\n"
    return write_sample(folder, sources=sources)


def measure(megabytes: int) -> dict[str, object]:
    """Return the best of several runs in milliseconds, in a process that has touched the file before."""
    key = new_key()
    trusted = (replace(key.public, name="key"),)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        archive, edition = large_archive(folder / "archive", megabytes), folder / "a.sanad"
        packing = timed_ms(pack, archive, edition, key=key)
        signed = min(timed_ms(verify, edition, trusted=trusted) for _ in range(_RUNS))
        edition.with_name(edition.name + ".minisig").unlink()
        plain = min(timed_ms(verify, edition, trusted=trusted) for _ in range(_RUNS))
        size = edition.stat().st_size / 2**20
    return {
        "mb": round(size),
        "pack_ms": round(packing),
        "verify_ms": round(plain),
        "verify_with_signature_beside_ms": round(signed),
        "peak_mb": round(peak_mb()),
    }


if __name__ == "__main__":
    tell(measure(int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES))

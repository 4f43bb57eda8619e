"""Pack a collection into one verified edition: a zip that holds a bag (RFC 8493) with the compiled edition.

The same collection gives the same octets, wherever and whenever it is packed by the same version.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from viewer.base.atomic import new_file, write_atomic
from viewer.base.progress import Progress, Work, work
from viewer.loading.bag.check import SIGNATURE
from viewer.loading.bag.digests import Digest, digests
from viewer.loading.bag.manifests import TAG_MANIFEST
from viewer.loading.bag.write import tag_files
from viewer.loading.edition_zip.edition_zip import COLLECTION
from viewer.loading.edition_zip.write import write_zip
from viewer.loading.files import base_of
from viewer.loading.packing.choosing import choose, refuse, unportable
from viewer.loading.packing.payload import payload
from viewer.loading.packing.payload_files import PayloadFiles
from viewer.loading.signing.keys import SecretKey
from viewer.loading.signing.signatures import BESIDE, sign, sign_file
from viewer.model.collection import About
from viewer.model.problem import Problem

_UNPORTABLE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed."""

    path: Path
    octets: int
    files: int
    """Number of files of the payload."""
    fields: int
    """How many restricted fields were left out of entries that stay."""
    entries: int
    """How many entries were left out whole."""
    signature: Path | None
    problems: tuple[Problem, ...]
    """Warnings; they do not stop packing."""


def pack(
    collection: Path,
    out: Path,
    *,
    include_restricted: bool = False,
    key: SecretKey | None = None,
    progress: Progress | None = None,
    cancel: Event | None = None,
) -> Packed:
    """Pack the collection in a folder or file into `out`, and sign it when there is a key.

    Raises PackRefusedError where the collection has errors, MovingError where a file changes meanwhile,
    OSError where something cannot be read or written, CancelledError after `cancel`; then nothing is left.
    """
    working = work(progress, cancel)
    working.report("edition.step.read", 0)
    chosen = choose(collection, include_restricted=include_restricted)
    files = payload(chosen.read, chosen.contents, base_of(collection), working)
    refuse(unportable([name.removeprefix(COLLECTION) for name in files.sizes()]))
    sums = _sums(files, working)
    tags = PayloadFiles(_tags(chosen.about, sums, key))
    everything = {**sums, **_sums(tags, work())}
    with new_file(out) as file:
        write_zip(file, files.joined(tags), everything, base_name(chosen.about), working)
    return Packed(
        path=out,
        octets=out.stat().st_size,
        files=len(sums),
        fields=chosen.kept.fields,
        entries=chosen.kept.entries,
        signature=_sign_beside(out, chosen.about, key),
        problems=chosen.problems,
    )


def base_name(about: About) -> str:
    """Return the name of the one folder in the zip, such as `iran-1988-1.0`."""
    return _UNPORTABLE.sub("-", f"{about.id}-{about.version}").strip(".")


def _sums(files: PayloadFiles, working: Work) -> dict[str, Digest]:
    found = digests(files, sorted(files.sizes()), working, "edition.step.sum", crc=True)
    lost = [name.removeprefix(COLLECTION) for name, one in found.items() if one is None]
    refuse([Problem(name, 0, 0, "unreadable-file") for name in lost])
    return {name: one for name, one in found.items() if one is not None}


def _tags(about: About, sums: Mapping[str, Digest], key: SecretKey | None) -> dict[str, bytes]:
    tags = tag_files(about, sums)
    if key is None:
        return tags
    return {**tags, SIGNATURE: sign(tags[TAG_MANIFEST], key, _comment(about))}


def _sign_beside(out: Path, about: About, key: SecretKey | None) -> Path | None:
    """Write the signature of the whole file where `minisign -V` looks for it."""
    if key is None:
        return None
    path = out.with_name(out.name + BESIDE)
    write_atomic(path, sign_file(out, key, _comment(about)))
    return path


def _comment(about: About) -> str:
    """Return what a signature says of what it signs."""
    return "\t".join(f"{name}:{' '.join(text.split())}" for name, text in _facts(about))


def _facts(about: About) -> tuple[tuple[str, str], ...]:
    return ("collection", about.id), ("version", about.version), ("date", about.date)

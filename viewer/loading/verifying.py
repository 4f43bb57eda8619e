"""Verify an edition: name each changed, missing or added file, and say who signed it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import BinaryIO

from viewer.base.progress import Progress, Work, work
from viewer.loading.bag.check import SIGNATURE, BagCheck, check_bag, is_bag
from viewer.loading.bag.files import Files, FolderFiles, read
from viewer.loading.bag.manifests import TAG_MANIFEST
from viewer.loading.bag.release import check_release, manifest_of
from viewer.loading.edition_zip.canonical import container_faults
from viewer.loading.edition_zip.edition_zip import EditionZip
from viewer.loading.edition_zip.refusals import ZipRefusedError
from viewer.loading.files import content_key
from viewer.loading.signing.keys import PublicKey
from viewer.loading.signing.signatures import BESIDE, SignatureFormatError, is_good, read_signature
from viewer.model.verification import Fault, FaultKind, Signer, Standing, Verification


def verify(
    path: Path,
    *,
    trusted: Sequence[PublicKey] = (),
    progress: Progress | None = None,
    cancel: Event | None = None,
) -> Verification:
    """Verify an edition in one file, a bag, or a collection inside a bag; may run in any thread.

    A folder without a bag is compared with the manifest that was made at the release of the program, if there
    is one, and is else unknown. Raises OSError where there is nothing to read, CancelledError after `cancel`.
    """
    begun = time.perf_counter()
    check = _Check(trusted, work(progress, cancel))
    found = check.folder(path) if path.is_dir() else check.file(path)
    return replace(found, seconds=time.perf_counter() - begun)


def bag_of(folder: Path) -> Path | None:
    """Return the bag that a folder is, or of which it is the collection; or None."""
    candidates = [folder]
    if (folder.name, folder.parent.name) == ("collection", "data"):
        candidates.append(folder.parent.parent)
    return next((one for one in candidates if is_bag(FolderFiles(one))), None)


@dataclass(slots=True)
class _Check:
    """One check and what it has found."""

    trusted: Sequence[PublicKey]
    work: Work
    faults: list[Fault] = field(default_factory=list)
    signers: list[Signer] = field(default_factory=list)

    def folder(self, path: Path) -> Verification:
        """Check a folder by whatever there is to compare it with."""
        if bag := bag_of(path):
            return self._bag(FolderFiles(bag))
        if manifest := manifest_of(path):
            beside = manifest.with_name(manifest.name + BESIDE)
            self._signature(beside.name, _read(beside), lambda: manifest.open("rb"))
            return self._found(check_release(path, manifest, self.work))
        return Verification(Standing.UNKNOWN, key=content_key(path))

    def file(self, path: Path) -> Verification:
        """Check an edition in one file, and its signature beside it."""
        beside = path.with_name(path.name + BESIDE)
        self._signature(beside.name, _read(beside), lambda: path.open("rb"))
        try:
            edition = EditionZip(path)
        except ZipRefusedError as error:
            name = error.member or path.name
            self.faults.append(Fault(name, FaultKind.REFUSED, path.name, error.code, error.at or 0))
            return Verification(Standing.CHANGED, tuple(self.faults))
        self.faults += container_faults(edition)
        return self._bag(edition)

    def _bag(self, files: Files) -> Verification:
        self._signature(SIGNATURE, read(files, SIGNATURE), lambda: BytesIO(read(files, TAG_MANIFEST) or b""))
        return self._found(check_bag(files, self.work))

    def _signature(self, name: str, content: bytes | None, signed: Callable[[], BinaryIO]) -> None:
        """Check a signature, if there is one; one by an unknown key cannot be checked."""
        if content is None:
            return
        try:
            signature = read_signature(content)
        except SignatureFormatError:
            self.faults.append(Fault(name, FaultKind.SIGNATURE))
            return
        keys = [key for key in self.trusted if key.number == signature.number]
        good = next((key for key in keys if is_good(signature, key, signed)), None)
        if good:
            self.signers.append(Signer(signature.key_id, good.name or good.id, signature.comment))
        elif keys:
            self.faults.append(Fault(name, FaultKind.SIGNATURE))
        else:
            self.signers.append(Signer(signature.key_id))

    def _found(self, check: BagCheck) -> Verification:
        """Sum up; who signed comes after whether anything was changed."""
        faults = tuple(sorted({*self.faults, *check.faults}))
        signer = next((one for one in self.signers if one.known), next(iter(self.signers), None))
        standing = Standing.SIGNED if signer and signer.known else Standing.VERIFIED
        return Verification(
            standing=Standing.CHANGED if faults else standing,
            faults=faults,
            signer=signer,
            files=check.payload.files,
            octets=check.payload.octets,
        )


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None

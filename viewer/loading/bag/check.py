"""Compare the files of a bag with its manifests, and name each that differs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from viewer.base.progress import Work
from viewer.loading.bag.digests import Digest, digests
from viewer.loading.bag.files import Files, read
from viewer.loading.bag.manifests import MANIFEST, TAG_MANIFEST, ManifestError, read_manifest
from viewer.loading.bag.tags import DECLARATION, INFO, Oxum, stated_oxum
from viewer.model.verification import Fault, FaultKind

SIGNATURE = f"{TAG_MANIFEST}.minisig"
"""Signature of the tag manifest; as a tag file that no manifest lists it leaves the bag valid."""
_PAYLOAD = "data/"
_UNLISTED = frozenset({TAG_MANIFEST, SIGNATURE})


@dataclass(frozen=True, slots=True)
class BagCheck:
    """What a bag holds and what is wrong with it."""

    faults: tuple[Fault, ...]
    payload: Oxum


def check_bag(files: Files, work: Work) -> BagCheck:
    """Read every file of a bag and compare; raise CancelledError when stopped."""
    sizes = files.sizes()
    faults: list[Fault] = []
    tags = _listed(files, TAG_MANIFEST, faults)
    payload = _listed(files, MANIFEST, faults)
    listed = {**payload, **tags}
    sums = digests(files, [name for name in listed if name in sizes], work, "edition.step.verify")
    faults += compared(tags, sums, TAG_MANIFEST)
    faults += compared(payload, sums, MANIFEST)
    faults += _unlisted(sizes, payload, tags)
    inside = [size for name, size in sizes.items() if name.startswith(_PAYLOAD)]
    held = Oxum(sum(inside), len(inside))
    if not faults and stated_oxum(read(files, INFO) or b"") != held:
        faults.append(Fault(INFO, FaultKind.SUM))
    return BagCheck(tuple(sorted(set(faults))), held)


def is_bag(files: Files) -> bool:
    """Tell whether files are meant to be a bag; one whose declaration is lost still has its manifests."""
    return any(name in files.sizes() for name in (DECLARATION, MANIFEST, TAG_MANIFEST))


def _listed(files: Files, manifest: str, faults: list[Fault]) -> dict[str, str]:
    """Return what a manifest lists; note that it is missing or makes no sense."""
    content = read(files, manifest)
    if content is None:
        faults.append(Fault(manifest, FaultKind.MISSING))
        return {}
    try:
        return read_manifest(content)
    except ManifestError:
        faults.append(Fault(manifest, FaultKind.MALFORMED))
        return {}


def compared(listed: Mapping[str, str], sums: Mapping[str, Digest | None], manifest: str) -> Iterator[Fault]:
    """Give each file that is not there, cannot be read, or is not what a manifest says."""
    for name, stated in listed.items():
        if name not in sums:
            yield Fault(name, FaultKind.MISSING, manifest)
        elif (found := sums[name]) is None:
            yield Fault(name, FaultKind.UNREADABLE)
        elif found.sha256 != stated:
            yield Fault(name, FaultKind.CHANGED, manifest)


def _unlisted(
    sizes: Mapping[str, int], payload: Mapping[str, str], tags: Mapping[str, str]
) -> Iterator[Fault]:
    """Name files that no manifest lists; without a readable manifest nothing can be called added."""
    for name in sizes:
        in_payload = name.startswith(_PAYLOAD)
        listed, manifest = (payload, MANIFEST) if in_payload else (tags, TAG_MANIFEST)
        if listed and name not in listed and name not in _UNLISTED:
            yield Fault(name, FaultKind.ADDED, manifest)

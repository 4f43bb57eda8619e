"""Compare the collection that travels with the program with the manifest made at its release."""

from collections.abc import Mapping
from pathlib import Path

from viewer.base.progress import Work, work
from viewer.base.resources import bundled_collection, resource_path
from viewer.loading.bag.check import BagCheck, compared
from viewer.loading.bag.digests import digests
from viewer.loading.bag.files import FolderFiles
from viewer.loading.bag.manifests import ManifestError, manifest_text, read_manifest
from viewer.loading.bag.tags import Oxum
from viewer.loading.opened import BESIDE
from viewer.model.verification import Fault, FaultKind

_ENDING = ".sha256"


class ReleaseFiles(FolderFiles):
    """The files of a collection folder without what is made from them."""

    def sizes(self) -> dict[str, int]:
        """Return the size of each file that is not hidden and not compiled."""
        return {name: size for name, size in super().sizes().items() if _is_original(name)}


def release_manifest(folder: Path) -> str:
    """Return the manifest of a collection folder, as a release keeps it; raise OSError for a lost file."""
    files = ReleaseFiles(folder)
    sums = digests(files, files.sizes(), work(), "edition.step.sum")
    lost = [name for name, one in sums.items() if one is None]
    if lost:
        raise OSError(*lost)
    return manifest_text({name: one.sha256 for name, one in sums.items() if one})


def manifest_of(folder: Path) -> Path | None:
    """Return the manifest that a release has of a folder; only the bundled collection has one."""
    manifest = resource_path("editions", folder.resolve().name + _ENDING)
    bundled = folder.resolve() == bundled_collection().resolve()
    return manifest if bundled and manifest.is_file() else None


def check_release(folder: Path, manifest: Path, working: Work) -> BagCheck:
    """Read every file of a folder and compare; raise CancelledError, and OSError without a manifest."""
    files = ReleaseFiles(folder)
    sizes = files.sizes()
    held = Oxum(sum(sizes.values()), len(sizes))
    try:
        listed: Mapping[str, str] = read_manifest(manifest.read_bytes())
    except ManifestError:
        return BagCheck((Fault(manifest.name, FaultKind.MALFORMED),), held)
    sums = digests(files, [name for name in listed if name in sizes], working, "edition.step.verify")
    added = (Fault(name, FaultKind.ADDED, manifest.name) for name in sizes if name not in listed)
    return BagCheck(tuple(sorted({*compared(listed, sums, manifest.name), *added})), held)


def _is_original(name: str) -> bool:
    steps = name.split("/")
    return steps[0] != BESIDE and not any(step.startswith(".") for step in steps)

"""Make the tag files of a bag from the sums of its payload."""

from collections.abc import Mapping
from hashlib import sha256

from viewer.loading.bag.digests import Digest
from viewer.loading.bag.manifests import MANIFEST, TAG_MANIFEST, manifest_text
from viewer.loading.bag.tags import DECLARATION, DECLARED, INFO, Oxum, info_text
from viewer.model.collection import About


def tag_files(about: About, payload: Mapping[str, Digest]) -> dict[str, bytes]:
    """Return the tag files by name; the names of `payload` begin with `data/`."""
    oxum = Oxum(sum(one.size for one in payload.values()), len(payload))
    tags = {
        DECLARATION: DECLARED,
        INFO: info_text(about, oxum).encode(),
        MANIFEST: manifest_text({name: one.sha256 for name, one in payload.items()}).encode(),
    }
    sums = {name: sha256(content).hexdigest() for name, content in tags.items()}
    return {**tags, TAG_MANIFEST: manifest_text(sums).encode()}

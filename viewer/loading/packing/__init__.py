"""Make one file of a collection, without what must not leave the archive."""

from viewer.loading.packing.choosing import PackRefusedError
from viewer.loading.packing.pack import Packed, pack

__all__ = ["PackRefusedError", "Packed", "pack"]

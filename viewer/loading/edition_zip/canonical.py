"""Hold the frame of a zip against the one that packing writes, octet by octet."""

from collections.abc import Iterator
from zlib import crc32

from viewer.loading.bag.check import SIGNATURE
from viewer.loading.bag.manifests import TAG_MANIFEST
from viewer.loading.edition_zip.edition_zip import EditionZip
from viewer.loading.edition_zip.frames import Member, Placed, place, tail
from viewer.model.verification import Fault, FaultKind


def container_faults(edition: EditionZip) -> Iterator[Fault]:
    """Name each member whose frame was changed, or the zip when its frame is another altogether.

    The frame follows from names, sizes and CRCs; so whatever hides between the contents is found.
    """
    whole = Fault(edition.path.name, FaultKind.CONTAINER)
    infos = [one.info for one in edition.listed]
    placed = place([Member(info.filename, info.file_size, info.CRC) for info in infos])
    if [one.at for one in placed] != [info.header_offset for info in infos]:
        yield whole
        return
    with edition.path.open("rb") as file:
        for one in placed:
            file.seek(one.at)
            if file.read(len(one.header)) != one.header:
                yield Fault(_within(edition, one), FaultKind.CONTAINER)
        file.seek(placed[-1].end if placed else 0)
        if file.read() != tail(placed):
            yield whole
    yield from _damaged_tags(edition)


def _damaged_tags(edition: EditionZip) -> Iterator[Fault]:
    """Name the files that no manifest lists, where they are not as the zip says."""
    for name in (TAG_MANIFEST, SIGNATURE):
        member = edition.members.get(name)
        if member and member.stored and crc32(edition.read(name)) != member.info.CRC:
            yield Fault(name, FaultKind.CHANGED, edition.path.name)


def _within(edition: EditionZip, placed: Placed) -> str:
    return placed.member.name.removeprefix(edition.base)

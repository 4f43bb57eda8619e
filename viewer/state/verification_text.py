"""Say in words how an edition stands to what its makers sealed."""

from collections.abc import Iterator

from viewer.base.messages import Catalogue
from viewer.model.verification import Fault, FaultKind, Standing, Verification


def badge_words(found: Verification, catalogue: Catalogue) -> str:
    """Return the standing in a word or two, for the head of the window."""
    signer = found.signer.name if found.signer else ""
    return catalogue.say(f"edition.badge.{found.standing}", signer=signer)


def verification_lines(found: Verification, name: str, catalogue: Catalogue) -> Iterator[str]:
    """Give the standing of the edition called `name`, each fault, who signed, and what all this can show."""
    yield _standing(found, name, catalogue)
    yield from (f"  {fault_line(fault, catalogue)}" for fault in found.faults)
    if found.signer and not found.signer.known:
        yield catalogue.say("edition.verify.unknown_key", key=found.signer.key_id)
    if found.standing is Standing.SIGNED and found.signer:
        yield catalogue.say("edition.verify.comment", comment=" · ".join(found.signer.comment.split("\t")))
    if found.standing is Standing.VERIFIED:
        yield catalogue.say("edition.verify.honest")
    if found.key:
        yield catalogue.say("edition.verify.content", key=found.key)
    if found.files:
        seconds = catalogue.number(found.seconds, 2)
        yield catalogue.count("edition.verify.looked", found.files, octets=found.octets, seconds=seconds)


def fault_line(fault: Fault, catalogue: Catalogue) -> str:
    """Return what is wrong with one file."""
    if fault.kind is FaultKind.REFUSED:
        return catalogue.say(f"problem.zip-{fault.reason}", value=fault.file, offset=str(fault.at))
    alone = fault.kind is FaultKind.MISSING and not fault.witness
    key = "edition.fault.missing_alone" if alone else f"edition.fault.{fault.kind}"
    return catalogue.say(key, file=fault.file, witness=fault.witness)


def _standing(found: Verification, name: str, catalogue: Catalogue) -> str:
    if any(fault.kind is FaultKind.REFUSED for fault in found.faults):
        return catalogue.say("edition.verify.refused", name=name)
    if found.standing is Standing.CHANGED:
        files = {fault.file for fault in found.faults}
        return catalogue.count("edition.verify.changed", len(files), name=name)
    signer = found.signer.name if found.signer else ""
    return catalogue.say(f"edition.verify.{found.standing}", name=name, signer=signer)

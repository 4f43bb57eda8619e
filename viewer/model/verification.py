"""Say what is known about the wholeness of an edition, as a plain value."""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How an edition stands to what its makers sealed."""

    VERIFIED = "verified"
    """Each file is as its manifests say. This shows damage, not forgery: manifests can be made anew."""
    SIGNED = "signed"
    """Verified, and the manifests carry a good signature by a key that is trusted."""
    CHANGED = "changed"
    """At least one file was changed, is missing or was added."""
    UNKNOWN = "unknown"
    """There is nothing to compare with, as with a folder that editors work in."""


class FaultKind(StrEnum):
    """What is wrong with one file."""

    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    UNREADABLE = "unreadable"
    MALFORMED = "malformed"
    """A manifest that cannot be understood."""
    SUM = "sum"
    """The number of files or octets is not as stated."""
    CONTAINER = "container"
    """The frame around a file in the zip is not as written by packing."""
    SIGNATURE = "signature"
    """A signature that does not belong to what it signs, or is none."""
    REFUSED = "refused"
    """A zip that cannot be read, or not safely."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One file that is not as it should be."""

    file: str
    """Path within the edition with `/`, or the name of the edition itself."""
    kind: FaultKind
    witness: str = ""
    """File by which it is known, such as `manifest-sha256.txt`."""
    reason: str = ""
    """Why a zip was refused: key below `problem.zip-`."""
    at: int = 0
    """Octet at which a refused zip is at fault."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Whose key made the signature that an edition carries."""

    key_id: str
    """Eight octets in upper-case hex, as minisign writes them."""
    name: str = ""
    """Name of the key; empty when the key is unknown, and then the signature could not be checked."""
    comment: str = ""
    """The trusted comment; empty unless the signature is good."""

    @property
    def known(self) -> bool:
        """Tell whether the key is trusted here."""
        return bool(self.name)


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of an edition found."""

    standing: Standing
    faults: tuple[Fault, ...] = ()
    signer: Signer | None = None
    files: int = 0
    """Files of the payload that were looked at."""
    octets: int = 0
    """Their size together."""
    key: str = ""
    """SHA-256 over names and contents where nothing can be compared."""
    seconds: float = 0.0

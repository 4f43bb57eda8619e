"""Make and check signatures in the format of minisign, version 0.11.

Four lines: a comment that nothing protects; `ED` (over the BLAKE2b-512 of the file) or `Ed` (over the file),
number of the key, and the Ed25519 signature; a trusted comment; the signature over the first one and the
trusted comment.
"""

from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from viewer.loading.signing.keys import PublicKey, SecretKey, written_id

BESIDE = ".minisig"
"""Ending of the file with the signature of another file beside it."""
_UNTRUSTED = "untrusted comment: "
_TRUSTED = "trusted comment: "
_HASHED, _WHOLE = b"ED", b"Ed"
_SIGNED = 64
_LENGTH = 2 + 8 + _SIGNED
_BLOCK = 1 << 20
_LONGEST = 64 << 10


class SignatureFormatError(ValueError):
    """A signature file is none."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature as read from its file, not yet checked."""

    number: bytes
    hashed: bool
    """Whether the BLAKE2b-512 of the file is signed, or the file itself."""
    signed: bytes
    comment: str
    """What the signer says of it; trusted once the signature is checked."""
    comment_signed: bytes

    @property
    def key_id(self) -> str:
        """Return the number of the key as minisign writes it."""
        return written_id(self.number)


def sign(content: bytes, key: SecretKey, comment: str) -> bytes:
    """Return the signature file of a content."""
    return _signature(blake2b(content).digest(), key, comment)


def sign_file(path: Path, key: SecretKey, comment: str) -> bytes:
    """Return the signature file of a file, read piece by piece. Raises OSError."""
    with path.open("rb") as file:
        return _signature(_hash(file), key, comment)


def read_signature(content: bytes) -> Signature:
    """Return what stands in a signature file. Raises SignatureFormatError."""
    try:
        untrusted, packed, trusted, comment_signed = content[:_LONGEST].decode().splitlines()
        octets = b64decode(packed, validate=True)
        again = b64decode(comment_signed, validate=True)
    except (ValueError, Base64Error) as error:
        raise SignatureFormatError("no signature") from error
    kind, well_formed = octets[:2], len(octets) == _LENGTH and len(again) == _SIGNED
    if kind not in (_HASHED, _WHOLE) or not well_formed:
        raise SignatureFormatError("no signature")
    if not (untrusted.startswith(_UNTRUSTED) and trusted.startswith(_TRUSTED)):
        raise SignatureFormatError("no signature")
    return Signature(octets[2:10], kind == _HASHED, octets[10:], trusted.removeprefix(_TRUSTED), again)


def is_good(signature: Signature, key: PublicKey, open_signed: Callable[[], BinaryIO]) -> bool:
    """Tell whether `key` made a signature over what `open_signed` opens. Raises OSError."""
    if signature.number != key.number:
        return False
    with open_signed() as file:
        signed = _hash(file) if signature.hashed else file.read()
    verify = VerifyKey(key.key).verify
    try:
        verify(signed, signature.signed)
        verify(signature.signed + signature.comment.encode(), signature.comment_signed)
    except CryptoError:
        return False
    return True


def _signature(digest: bytes, key: SecretKey, comment: str) -> bytes:
    signing = SigningKey(key.seed)
    signed = signing.sign(digest).signature
    again = signing.sign(signed + comment.encode()).signature
    lines = (
        f"{_UNTRUSTED}signature from key {key.public.id}",
        b64encode(_HASHED + key.number + signed).decode(),
        _TRUSTED + comment,
        b64encode(again).decode(),
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _hash(file: BinaryIO) -> bytes:
    digest = blake2b()
    while block := file.read(_BLOCK):
        digest.update(block)
    return digest.digest()

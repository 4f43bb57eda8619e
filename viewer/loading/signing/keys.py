"""Read and write keys as minisign does.

A secret key is `Ed`, how it is encrypted, `B2`, salt, costs, and 104 octets (number, seed with public key,
BLAKE2b-256 of it all), which scrypt masks under a password. A public key is `Ed`, number and key.
"""

import secrets
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from hashlib import blake2b
from struct import Struct

from nacl.exceptions import CryptoError
from nacl.pwhash import scrypt
from nacl.signing import SigningKey

_COMMENT = "untrusted comment: "
_USUAL = "minisign public key"
_ED, _SCRYPT, _OPEN, _B2 = b"Ed", b"Sc", b"\0\0", b"B2"
_SECRET = Struct("<2s2s2s32sQQ104s")
_INNER = Struct("8s64s32s")
_PUBLIC = Struct("2s8s32s")
_MOST_MEMORY = 1 << 31


class KeyFormatError(ValueError):
    """A key cannot be read; `code` is the key of why below `edition.key.`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that checks signatures."""

    number: bytes
    key: bytes
    name: str = ""
    """Whose it is; the comment in its file, where that says more than the usual words."""

    @property
    def id(self) -> str:
        """Return the number as minisign writes it."""
        return written_id(self.number)

    def text(self) -> str:
        """Return the file of the key."""
        comment = self.name or f"{_USUAL} {self.id}"
        return f"{_COMMENT}{comment}\n{self.line()}\n"

    def line(self) -> str:
        """Return the key alone, as `minisign -P` takes it."""
        return b64encode(_PUBLIC.pack(_ED, self.number, self.key)).decode()


@dataclass(frozen=True, slots=True, repr=False)
class SecretKey:
    """A key that signs; it is never shown."""

    number: bytes
    seed: bytes

    @property
    def public(self) -> PublicKey:
        """Return the key that checks what this one signs."""
        return PublicKey(self.number, bytes(SigningKey(self.seed).verify_key))


def written_id(number: bytes) -> str:
    """Return the number of a key in hex, as minisign writes it."""
    return f"{int.from_bytes(number, 'little'):016X}"


def new_key() -> SecretKey:
    """Make a key at random."""
    return SecretKey(secrets.token_bytes(8), secrets.token_bytes(32))


def read_public(text: str) -> PublicKey:
    """Return the public key in the text of a file, or in its second line alone. Raises KeyFormatError."""
    comment, packed = _parts(text)
    if len(packed) != _PUBLIC.size:
        raise KeyFormatError("not-public")
    algorithm, number, key = _PUBLIC.unpack(packed)
    if algorithm != _ED:
        raise KeyFormatError("not-public")
    return PublicKey(number, key, "" if comment.startswith(_USUAL) else comment)


def is_encrypted(text: str) -> bool:
    """Tell whether a secret key needs a password. Raises KeyFormatError."""
    return bool(_unpacked(text)[1] == _SCRYPT)


def read_secret(text: str, password: str = "") -> SecretKey:
    """Return the secret key in the text of a file. Raises KeyFormatError, also for a wrong password."""
    _, kind, _, salt, operations, memory, masked = _unpacked(text)
    if kind == _SCRYPT:
        number, pair, check = _INNER.unpack(_masked(masked, password, salt, operations, memory))
        if _check(number, pair) != check:
            raise KeyFormatError("password")
    else:
        # Without a password minisign leaves the check empty.
        number, pair, _ = _INNER.unpack(masked)
    key = SecretKey(number, pair[:32])
    if key.public.key != pair[32:]:
        raise KeyFormatError("not-secret")
    return key


def secret_text(
    key: SecretKey,
    password: str = "",
    operations: int = scrypt.OPSLIMIT_SENSITIVE,
    memory: int = scrypt.MEMLIMIT_SENSITIVE,
) -> str:
    """Return the file of a secret key, encrypted unless the password is empty, at these costs."""
    pair = key.seed + key.public.key
    inner = _INNER.pack(key.number, pair, _check(key.number, pair))
    kind, salt = (_SCRYPT, secrets.token_bytes(32)) if password else (_OPEN, bytes(32))
    costs = (operations, memory) if password else (0, 0)
    masked = _masked(inner, password, salt, *costs) if password else inner
    packed = _SECRET.pack(_ED, kind, _B2, salt, *costs, masked)
    how = "encrypted" if password else "unencrypted"
    return f"{_COMMENT}minisign {how} secret key\n{b64encode(packed).decode()}\n"


def _parts(text: str) -> tuple[str, bytes]:
    """Return the comment and the octets of a key."""
    lines = text.strip().splitlines()
    comment = lines[0].removeprefix(_COMMENT) if len(lines) > 1 and lines[0].startswith(_COMMENT) else ""
    try:
        return comment, b64decode(lines[-1].strip(), validate=True)
    except (Base64Error, IndexError, ValueError) as error:
        raise KeyFormatError("not-a-key") from error


def _unpacked(text: str) -> tuple[bytes, bytes, bytes, bytes, int, int, bytes]:
    _, packed = _parts(text)
    if len(packed) != _SECRET.size:
        raise KeyFormatError("not-secret")
    algorithm, kind, check, salt, operations, memory, masked = _SECRET.unpack(packed)
    if algorithm != _ED or kind not in (_SCRYPT, _OPEN) or check != _B2 or memory > _MOST_MEMORY:
        raise KeyFormatError("not-secret")
    return algorithm, kind, check, salt, operations, memory, masked


def _masked(inner: bytes, password: str, salt: bytes, operations: int, memory: int) -> bytes:
    """Mask or unmask the secret part."""
    try:
        stream = scrypt.kdf(len(inner), password.encode(), salt, operations, memory)
    except (CryptoError, ValueError, MemoryError) as error:
        raise KeyFormatError("memory") from error
    return bytes(one ^ other for one, other in zip(inner, stream, strict=True))


def _check(number: bytes, pair: bytes) -> bytes:
    return blake2b(_ED + number + pair, digest_size=32).digest()

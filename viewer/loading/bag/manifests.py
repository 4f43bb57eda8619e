"""Write and read manifests: one line for each file, its SHA-256 and its path (RFC 8493, section 2.1.3)."""

import re
from collections.abc import Mapping

MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(.+)")
_ENCODED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_DECODED = re.compile("%(25|0[Dd]|0[Aa])")


class ManifestError(ValueError):
    """A manifest is not UTF-8, or a line of it is no sum and path, or names a path twice."""


def manifest_text(sums: Mapping[str, str]) -> str:
    """Return the lines of a manifest, sorted by path, as `sha256sum -c` reads them."""
    return "".join(f"{digest}  {_encode(path)}\n" for path, digest in sorted(sums.items()))


def read_manifest(content: bytes) -> dict[str, str]:
    """Return the sum of each path; raise ManifestError."""
    try:
        lines = content.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise ManifestError("not UTF-8") from error
    sums: dict[str, str] = {}
    for line in lines:
        if not line.strip("\r"):
            continue
        match = _LINE.fullmatch(line.rstrip("\r"))
        path = _decode(match[2].removeprefix("./")) if match else ""
        if match is None or path in sums:
            raise ManifestError(line)
        sums[path] = match[1].lower()
    return sums


def _encode(path: str) -> str:
    return "".join(_ENCODED.get(letter, letter) for letter in path)


def _decode(path: str) -> str:
    return _DECODED.sub(lambda match: chr(int(match[1], 16)), path)

"""Keep a pair of keys in two files, the secret one for its owner alone."""

import os
from dataclasses import replace
from pathlib import Path

from viewer.loading.signing.keys import KeyFormatError, PublicKey, SecretKey, read_public, secret_text

PUBLIC_ENDING = ".pub"
_LONGEST = 4096


def write_pair(path: Path, key: SecretKey, name: str = "", password: str = "") -> Path:
    """Write the secret key to `path` and the public one beside it, and return the path of that.

    Neither may be there already: raises FileExistsError, or OSError where the folder cannot be written.
    """
    beside = public_path(path)
    public = replace(key.public, name=name).text()
    _write_new(path, secret_text(key, password), 0o600)
    try:
        _write_new(beside, public, 0o644)
    except OSError:
        path.unlink()
        raise
    return beside


def public_path(path: Path) -> Path:
    """Return where the public key of a secret key lies."""
    return path.with_suffix(PUBLIC_ENDING)


def read_key_file(path: Path) -> str:
    """Return the text of a key file. Raises KeyFormatError where it is none, and OSError."""
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(_LONGEST)
    except UnicodeDecodeError as error:
        raise KeyFormatError("not-a-key") from error


def public_beside(path: Path, key: SecretKey) -> PublicKey:
    """Return the public key of a secret key, with its name where the file beside it tells one."""
    try:
        found = read_public(read_key_file(public_path(path)))
    except (KeyFormatError, OSError):
        return key.public
    return found if found.key == key.public.key else key.public


def _write_new(path: Path, text: str, rights: int) -> None:
    """Write a file that is not there yet; nobody gets more than `rights` at any moment."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, rights)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)

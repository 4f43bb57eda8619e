"""Know whose keys are trusted: those that travel with the program and those the person names."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from viewer.base.resources import resource_path
from viewer.loading.signing.keys import KeyFormatError, PublicKey, read_public


def trusted_keys(named: Sequence[str] = ()) -> tuple[PublicKey, ...]:
    """Return the keys of `resources/keys/` and those named by a path or by the key itself.

    A key without a name of its own is called after its file, or its number. Raises KeyFormatError.
    """
    bundled = [_of_file(path) for path in sorted(resource_path("keys").glob("*.pub"))]
    return (*bundled, *map(_named, named))


def _named(text: str) -> PublicKey:
    path = Path(text)
    if path.is_file():
        return _of_file(path)
    key = read_public(text)
    return replace(key, name=key.name or key.id)


def _of_file(path: Path) -> PublicKey:
    try:
        key = read_public(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise KeyFormatError("not-a-key") from error
    return replace(key, name=key.name or path.stem)

"""Write and read the tag files of a bag that describe it (RFC 8493, sections 2.1.1 and 2.2.2)."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from viewer import __version__
from viewer.model.collection import About

DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OXUM = re.compile(r"(\d+)\.(\d+)")


class Oxum(NamedTuple):
    """How many octets in how many files."""

    octets: int
    files: int


def info_text(about: About, oxum: Oxum) -> str:
    """Return `bag-info.txt` for a collection; nothing in it depends on when or where it is written."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in _info(about, oxum))


def read_info(content: bytes) -> dict[str, list[str]]:
    """Return the values of each label, continued lines joined; unreadable octets are replaced."""
    found: dict[str, list[str]] = {}
    label = ""
    for line in content.decode("utf-8", "replace").splitlines():
        if line[:1] in (" ", "\t") and label:
            found[label][-1] += " " + line.strip()
        elif ":" in line:
            label, _, value = line.partition(":")
            found.setdefault(label, []).append(value.strip())
    return found


def stated_oxum(content: bytes) -> Oxum | None:
    """Return the Payload-Oxum that `bag-info.txt` states."""
    stated = _OXUM.fullmatch(next(iter(read_info(content).get("Payload-Oxum", ())), ""))
    return Oxum(int(stated[1]), int(stated[2])) if stated else None


def _info(about: About, oxum: Oxum) -> Iterator[tuple[str, str]]:
    for label, values in _repeated(about):
        yield from ((label, value) for value in values if value.strip())
    if _DAY.fullmatch(about.date):
        yield "Bagging-Date", about.date
    yield "Bag-Software-Agent", f"Sanad {__version__}"
    yield "Payload-Oxum", f"{oxum.octets}.{oxum.files}"


def _repeated(about: About) -> tuple[tuple[str, Iterable[str]], ...]:
    by_mail = "@" in about.contact and " " not in about.contact
    return (
        ("Contact-Email" if by_mail else "Contact-Name", [about.contact]),
        ("External-Description", [text for _, text in sorted(about.title.values.items())]),
        ("External-Identifier", [about.id]),
        ("Sanad-Edition-Version", [about.version]),
        ("Sanad-Edition-Date", [about.date]),
        ("Sanad-Editor", about.editors),
        ("Sanad-Licence", [about.licence]),
    )

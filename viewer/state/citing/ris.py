"""Write sources as RIS, the tagged lines that most reference managers read."""

import re
from collections.abc import Iterable, Iterator

from viewer.model.source import Name, Source
from viewer.state.citing.record import Record, record_of
from viewer.state.pages.reader import Reader

_TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "personal_communication": "PCOMM",
    "post": "BLOG",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "song": "SOUND",
    "thesis": "THES",
    "webpage": "ELEC",
}
_FIELDS = {
    "container-title": "T2",
    "publisher": "PB",
    "publisher-place": "CY",
    "volume": "VL",
    "issue": "IS",
    "edition": "ET",
    "ISBN": "SN",
    "ISSN": "SN",
    "DOI": "DO",
    "URL": "UR",
    "language": "LA",
    "abstract": "AB",
}
_SPACES = re.compile(r"\s+")


def ris(reader: Reader, sources: Iterable[Source]) -> str:
    """Return a RIS file; its lines end as the format asks, with carriage return and line feed."""
    lines = (line for source in sources for line in (*_entry(record_of(reader, source)), ""))
    return "".join(f"{line}\r\n" for line in lines)


def _entry(record: Record) -> Iterator[str]:
    yield _line("TY", _TYPES.get(record.type, "GEN"))
    yield _line("ID", record.key)
    yield from (_line("AU", _name(name)) for name in record.authors)
    yield _line("TI", record.title)
    if record.genre:
        yield _line("M3", record.genre)
    if record.issued:
        first = record.issued.points[0]
        yield _line("PY", f"{first[0]:04}")
        yield _line("DA", _date(first))
    yield from (_line(_FIELDS[name], value) for name, value in record.fields.items() if name in _FIELDS)
    if "number" in record.fields:
        yield _line("M1" if "issue" in record.fields else "IS", record.fields["number"])
    if "page" in record.fields:
        first_page, _, last_page = record.fields["page"].replace("–", "-").partition("-")
        yield _line("SP", first_page)
        yield from (_line("EP", last_page),) if last_page else ()
    if record.note:
        yield _line("N1", record.note)
    yield _line("ER", "")


def _line(tag: str, value: str) -> str:
    """Return one line; a break inside a value would begin another field."""
    return f"{tag}  - {_SPACES.sub(' ', value).strip()}"


def _name(name: Name) -> str:
    return name.literal or ", ".join(part for part in (name.family, name.given) if part)


def _date(point: tuple[int, ...]) -> str:
    """Return YYYY/MM/DD/ with empty places for what is not known."""
    shown = [f"{point[0]:04}", *(f"{n:02}" for n in point[1:])]
    return "/".join([*shown, *[""] * (4 - len(shown))])

"""Write sources as BibTeX, in Unicode as biber and current BibTeX programs read it."""

import re
from collections.abc import Iterable, Iterator

from viewer.model.source import Name, Source
from viewer.state.citing.record import Record, record_of
from viewer.state.pages.reader import Reader

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
_NEEDS_CONTAINER = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_FIELDS = {
    "publisher-place": "address",
    "collection-title": "series",
    "edition": "edition",
    "volume": "volume",
    "number": "number",
    "page": "pages",
    "ISBN": "isbn",
    "ISSN": "issn",
    "DOI": "doi",
    "URL": "url",
    "language": "language",
    "keyword": "keywords",
    "abstract": "abstract",
}
_VERBATIM = frozenset({"url", "doi"})
"""Fields that are read as they stand; a brace would end them."""
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\ensuremath{\lbrace}",
    "}": r"\ensuremath{\rbrace}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_JOINED = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=[?!])(?=`)")
"""Between signs that TeX would draw as one: dashes, quotation marks, turned question marks."""
_SPACES = re.compile(r"\s+")


def bibtex(reader: Reader, sources: Iterable[Source]) -> str:
    """Return a BibTeX file with one entry for each source."""
    return "\n".join(_entry(record_of(reader, source)) for source in sources)


def escaped(text: str) -> str:
    """Return text in which every sign that BibTeX or TeX would act upon stands for itself.

    Braces are written as commands whose own braces are even, because BibTeX counts every brace.
    """
    parts = _JOINED.split(_SPACES.sub(" ", text))
    return "{}".join("".join(_ESCAPES.get(sign, sign) for sign in part) for part in parts)


def _entry(record: Record) -> str:
    kind = _kind(record)
    lines = [f"  {name} = {{{value}}}" for name, value in _fields(record, kind)]
    return f"@{kind}{{{record.key},\n" + ",\n".join(lines) + "\n}\n"


def _kind(record: Record) -> str:
    kind = _TYPES.get(record.type, "misc")
    needed = kind in _NEEDS_CONTAINER and not record.fields.get("container-title")
    return "misc" if needed else kind


def _fields(record: Record, kind: str) -> Iterator[tuple[str, str]]:
    if record.authors:
        yield "author", " and ".join(_name(name) for name in record.authors)
    yield "title", f"{{{escaped(record.title)}}}"
    yield from _published(record, kind)
    for name, value in record.fields.items():
        if name in _FIELDS:
            yield _FIELDS[name], _value(_FIELDS[name], value)
    if "issue" in record.fields and "number" not in record.fields:
        yield "number", escaped(record.fields["issue"])
    if record.genre:
        yield "type", escaped(record.genre)
    if record.note:
        yield "note", escaped(record.note)


def _published(record: Record, kind: str) -> Iterator[tuple[str, str]]:
    container, publisher = record.fields.get("container-title"), record.fields.get("publisher")
    if container:
        yield _NEEDS_CONTAINER.get(kind, "booktitle"), escaped(container)
    if publisher:
        yield {"techreport": "institution", "misc": "howpublished"}.get(kind, "publisher"), escaped(publisher)
    if record.issued:
        yield "date", _date(record.issued.points, circa=record.issued.circa)
        yield "year", str(record.issued.points[0][0])


def _date(points: tuple[tuple[int, ...], ...], *, circa: bool) -> str:
    """Return the date in EDTF level 1, as biblatex reads it."""
    written = ("-".join((f"{point[0]:04}", *(f"{n:02}" for n in point[1:]))) for point in points)
    return "/".join(f"{date}~" if circa else date for date in written)


def _name(name: Name) -> str:
    """Return a name that no program parts at an "and" or a comma of its own."""
    if name.literal or not name.given:
        return f"{{{escaped(name.literal or name.family)}}}"
    parts = (escaped(name.family), escaped(name.given))
    return ", ".join(f"{{{part}}}" if re.search(r",|\band\b", part) else part for part in parts)


def _value(name: str, value: str) -> str:
    if name in _VERBATIM:
        return _SPACES.sub("", value).replace("{", "%7B").replace("}", "%7D")
    return escaped(value)

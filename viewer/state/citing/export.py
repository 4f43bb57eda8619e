"""Write many sources at once, in a form other programs read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from viewer.model.ids import SourceId
from viewer.model.source import Source
from viewer.state.citing.bibtex import bibtex
from viewer.state.citing.csl import csl_json
from viewer.state.citing.edition import edition_words, short_key
from viewer.state.citing.ris import ris
from viewer.state.citing.style import Style, tidy
from viewer.state.citing.works import work_citation
from viewer.state.pages.reader import Reader
from viewer.state.session import Session

Write = Callable[[Reader, Iterable[Source]], str]


class Form(StrEnum):
    """Forms of an export."""

    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    RIS = "ris"
    MARKDOWN = "markdown"


class Scope(StrEnum):
    """Which sources are exported."""

    ONE = "one"
    """The open source."""
    SHOWN = "shown"
    """Those that the events shown cite."""
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Written:
    """How a form is written, and how its files end."""

    suffix: str
    write: Write


def exported(reader: Reader, sources: Iterable[Source], form: Form) -> str:
    """Return the sources as the text of a file."""
    return FORMS[form].write(reader, sources)


def sources_in(session: Session, scope: Scope) -> tuple[Source, ...]:
    """Return the sources of a scope, in the order of the collection."""
    sources = session.edition.library.sources
    if scope is Scope.ALL:
        return tuple(sources.values())
    if scope is Scope.ONE:
        opened = session.state.source
        return tuple(source for name, source in sources.items() if opened and name == opened.source)
    mask, links = session.shown().mask, session.edition.links["sources"]
    cited = {SourceId(name) for name in links.ids if mask[links.of(name)].any()}
    return tuple(source for name, source in sources.items() if name in cited)


def markdown(reader: Reader, sources: Iterable[Source]) -> str:
    """Return a bibliography as a Markdown list, with the edition it was taken from."""
    about = reader.say(
        "citing.export.from", edition=edition_words(reader), digest=short_key(reader.edition.key)
    )
    entries = (tidy(reader, work_citation(reader, source, Style.BIBLIOGRAPHY)) for source in sources)
    lines = [f"# {tidy(reader, reader.say('citing.export.title'))}", "", tidy(reader, about), ""]
    return "\n".join([*lines, *(f"- {escape_markdown(entry)}" for entry in entries)]) + "\n"


def escape_markdown(text: str) -> str:
    """Return text in which no sign is taken for Markdown (CommonMark, backslash escapes)."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|~" else sign for sign in text)


FORMS = {
    Form.CSL_JSON: Written("json", csl_json),
    Form.BIBTEX: Written("bib", bibtex),
    Form.RIS: Written("ris", ris),
    Form.MARKDOWN: Written("md", markdown),
}

"""Write a reader's notes for other programs: Markdown with citations, and W3C Web Annotations."""

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, TypeAlias

from viewer.model.evidence import PageFragment, Region, Selector, TextPosition, TextQuote
from viewer.model.ids import PassageId, SourceId
from viewer.model.note import Note, NotedKind
from viewer.state.citing.edition import edition_words, short_key
from viewer.state.citing.entries import cite
from viewer.state.citing.export import escape_markdown
from viewer.state.citing.style import Style, tidy
from viewer.state.citing.view import target_name
from viewer.state.citing.view_code import MARK
from viewer.state.notes import target_of
from viewer.state.pages.reader import Reader

Json: TypeAlias = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


class NotesForm(StrEnum):
    """Forms in which notes are exported."""

    MARKDOWN = "markdown"
    ANNOTATIONS = "annotations"


SUFFIXES = {NotesForm.MARKDOWN: "md", NotesForm.ANNOTATIONS: "jsonld"}


def exported_notes(reader: Reader, notes: Iterable[Note], form: NotesForm) -> str:
    """Return the notes as the text of a file."""
    write = notes_markdown if form is NotesForm.MARKDOWN else notes_annotations
    return write(reader, notes)


def note_name(reader: Reader, note: Note) -> str:
    """Return the name of what a note is about."""
    target = target_of(note.about)
    return target_name(reader, target)[0] if target else reader.say("notes.view")


def notes_markdown(reader: Reader, notes: Iterable[Note]) -> str:
    """Return the notes as Markdown (CommonMark): a heading, the note as written, its citation, its day."""
    source = reader.say(
        "citing.export.from", edition=edition_words(reader), digest=short_key(reader.edition.key)
    )
    parts = [f"# {tidy(reader, reader.say('notes.title'))}", escape_markdown(tidy(reader, source))]
    for note in notes:
        parts += _section(reader, note)
    return "\n\n".join(parts) + "\n"


def notes_annotations(reader: Reader, notes: Iterable[Note]) -> str:
    """Return the notes as an AnnotationCollection (W3C Web Annotation Data Model, JSON-LD)."""
    # It loads a library, and few starts end in an export.
    from uuid import NAMESPACE_URL, uuid5

    items = [annotation(reader, note) for note in notes]
    about = reader.edition.library.about
    collection = {
        "@context": CONTEXT,
        "id": uuid5(NAMESPACE_URL, f"urn:sanad:{about.id}:notes").urn,
        "type": "AnnotationCollection",
        "label": reader.say("notes.of", title=reader.plain(about.title)),
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def annotation(reader: Reader, note: Note) -> Json:
    """Return one Annotation; a bookmark has a motivation and no body."""
    made: Json = {
        "id": f"urn:uuid:{note.id}",
        "type": "Annotation",
        "motivation": "bookmarking" if note.is_bookmark else "commenting",
        "created": note.created,
        "modified": note.changed,
        "target": _target(reader, note),
    }
    if not note.is_bookmark:
        made["body"] = {"type": "TextualBody", "value": note.text, "format": "text/plain"}
    return made


def _section(reader: Reader, note: Note) -> Iterator[str]:
    yield f"## {escape_markdown(tidy(reader, note_name(reader, note)))}"
    if not note.is_bookmark:
        yield "\n".join(
            f"{escape_markdown(line)}  " if line else "" for line in note.text.splitlines()
        ).rstrip()
    target = target_of(note.about)
    if target:
        lines = cite(reader, target, Style.NOTE).splitlines() or [note.about.id]
        yield "\n".join(f"> {escape_markdown(line)}  " for line in lines).rstrip()
    else:
        yield f"    {note.about.id}"
    yield tidy(reader, reader.say("notes.dated", date=reader.catalogue.digits(note.changed[:10])))


def _target(reader: Reader, note: Note) -> Json:
    """Return what is annotated, in which edition, and where in it."""
    about = note.about
    collection = f"urn:sanad:{note.collection}"
    target: Json = {
        "source": collection if about.kind is NotedKind.VIEW else f"{collection}:{about.id}",
        "scope": f"{collection}:content:{note.key}",
    }
    selectors = list(_selectors(reader, note))
    if selectors:
        target["selector"] = selectors[0] if len(selectors) == 1 else selectors
    return target


def _selectors(reader: Reader, note: Note) -> Iterator[Json]:
    about = note.about
    if about.kind is NotedKind.VIEW:
        yield {"type": "FragmentSelector", "value": about.id.removeprefix(MARK)}
    elif about.part:
        yield {"type": "FragmentSelector", "value": about.part}
    if about.kind is NotedKind.SOURCE and about.part and note.key == reader.edition.key:
        source = reader.edition.library.sources.get(SourceId(about.id))
        passage = source.passage(PassageId(about.part)) if source else None
        yield from (_selector(selector) for selector in (passage.selectors if passage else ()))


def _selector(selector: Selector) -> Json:
    match selector:
        case TextQuote(exact, prefix, suffix):
            around = {"prefix": prefix, "suffix": suffix}
            kept = {name: text for name, text in around.items() if text}
            return {"type": "TextQuoteSelector", "exact": exact, **kept}
        case TextPosition(start, end):
            return {"type": "TextPositionSelector", "start": start, "end": end}
        case PageFragment(page):
            return _fragment("http://tools.ietf.org/rfc/rfc3778", f"page={page}")
        case Region(page, x, y, width, height):
            box = ",".join(f"{100 * side:g}" for side in (x, y, width, height))
            inside = _fragment("http://www.w3.org/TR/media-frags/", f"xywh=percent:{box}")
            return _fragment("http://tools.ietf.org/rfc/rfc3778", f"page={page}") | {"refinedBy": inside}


def _fragment(standard: str, value: str) -> Json:
    return {"type": "FragmentSelector", "conformsTo": standard, "value": value}

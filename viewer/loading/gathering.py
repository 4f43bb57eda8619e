"""Read all files of a collection into one heap of entries, mentions and problems."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from viewer.loading.decode.choices import unknown
from viewer.loading.decode.context import BAD, Context, Entry, Reference
from viewer.loading.decode.header import FORMAT_VERSION, HEADER, Header
from viewer.loading.decode.kinds import LANGUAGE
from viewer.loading.decode.sections import SECTIONS
from viewer.loading.report import FileReport, Report, place_of
from viewer.loading.yaml.composer import compose
from viewer.loading.yaml.nodes import ListNode, MapNode, Node, Place, TextNode
from viewer.loading.yaml.sound_text import sound_text

_TOP_KEYS = (*HEADER.fields, *SECTIONS)


@dataclass(slots=True)
class Root:
    """The topmost map of a file."""

    report: FileReport
    node: MapNode


@dataclass(slots=True)
class Gathered:
    """Everything that the files of a collection hold."""

    report: Report = field(default_factory=Report)
    header: Header | None = None
    head: Root | None = None
    """The file with the head, its map reduced to the keys of the head."""
    entries: list[Entry] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    languages: dict[str, int] = field(default_factory=dict)
    texts: int = 0
    complete: bool = True
    """Whether every file could be read, so that an id not found is surely missing."""

    def of(self, section: str) -> list[Entry]:
        """Return the entries of a section, bad ones too."""
        return [entry for entry in self.entries if entry.section == section]


def gather(contents: Sequence[tuple[str, bytes]], head_name: str) -> Gathered:
    """Decode files given as (name, bytes); `head_name` is the one that must hold the head."""
    gathered = Gathered()
    roots = [root for name, data in contents if (root := _root(name, data, gathered))]
    heads = [root for root in roots if root.report.file == head_name]
    gathered.head = heads[0] if heads else None
    if gathered.head and _is_unknown_version(gathered.head):
        gathered.complete = False
        return gathered
    language = _first_language(gathered.head)
    for root in roots:
        _read_root(root, Context(root.report, language), gathered)
    return gathered


def _root(name: str, data: bytes, gathered: Gathered) -> Root | None:
    """Return the topmost map of a file, or None after reporting why there is none."""
    report = FileReport(name, gathered.report)
    text = sound_text(data, report)
    node = compose(text, report) if text is not None else None
    if isinstance(node, MapNode):
        return Root(report, node)
    if isinstance(node, TextNode | ListNode):
        report.error(place_of(node), "not-a-map")
    gathered.complete = False
    return None


def _is_unknown_version(head: Root) -> bool:
    version = head.node.values.get("sanad")
    if not isinstance(version, TextNode) or not version.text.strip():
        return False
    if version.text.strip() == FORMAT_VERSION:
        return False
    head.report.error(place_of(version), "unknown-version", value=version.text, known=FORMAT_VERSION)
    return True


def _first_language(head: Root | None) -> str:
    """Return the language of plain texts, which must be known before any of them is read."""
    languages = head.node.values.get("languages") if head else None
    if isinstance(languages, ListNode) and languages.items:
        first = Context(FileReport("", Report()))
        language = LANGUAGE.decode(languages.items[0], first)
        return language if isinstance(language, str) else "en"
    return "en"


def _read_root(root: Root, at: Context, gathered: Gathered) -> None:
    """Decode the head, if this is its file, and every list of entries."""
    known = _TOP_KEYS if root is gathered.head else tuple(SECTIONS)
    for key, node in root.node.values.items():
        if key in SECTIONS:
            _read_section(key, node, root, at, gathered)
        elif key not in known:
            _report_top_key(root, key, known)
    if root is gathered.head:
        root.node = _reduced(root.node)
        header = HEADER.decode(root.node, at)
        gathered.header = header if isinstance(header, Header) else None
    gathered.references += at.references
    gathered.texts += at.texts
    for language, count in at.languages.items():
        gathered.languages[language] = gathered.languages.get(language, 0) + count


def _report_top_key(root: Root, key: str, known: Sequence[str]) -> None:
    place = root.node.key_place(key)
    if key in HEADER.fields:
        root.report.error(place, "key-of-head", key=key)
    else:
        gaps = unknown(key, known)
        root.report.error(place, "unknown-key", key=gaps.pop("value"), **gaps)


def _reduced(node: MapNode) -> MapNode:
    """Return the map with the keys of the head alone."""
    values = {key: value for key, value in node.values.items() if key in HEADER.fields}
    return MapNode(values, node.line, node.column, node.keys)


def _read_section(section: str, node: Node, root: Root, at: Context, gathered: Gathered) -> None:
    if not isinstance(node, ListNode):
        empty = isinstance(node, TextNode) and not node.text
        if empty:
            root.report.error(root.node.key_place(section), "no-value", key=section)
        else:
            at.bad(node, "expected-list")
        return
    shape = SECTIONS[section]
    for item in node.items:
        at.entry = entry = _entry(section, item, root.report.file)
        at.cited_keys.clear()
        entry.value = shape.decode(item, at)
        gathered.entries.append(entry)
    at.entry = None


def _entry(section: str, node: Node, file: str) -> Entry:
    """Return an entry with whatever id its node has."""
    name = node.values.get("id") if isinstance(node, MapNode) else None
    if isinstance(name, TextNode):
        return Entry(section, name.text.strip(), file, node, place_of(name), BAD)
    return Entry(section, "", file, node, Place(node.line, node.column), BAD)

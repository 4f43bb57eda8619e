"""Choose what of a collection is packed, and refuse what cannot be."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from viewer.base.bidi import strip_controls
from viewer.loading.catalogue import LANGUAGES, load_catalogue
from viewer.loading.collection_files import Read, read_collection, read_contents
from viewer.loading.edition_zip.names import folded, name_fault
from viewer.loading.edition_zip.write import MovingError
from viewer.loading.files import HEADER_FILE, base_of, collection_files, key_of
from viewer.loading.packing.pruning import StandIn
from viewer.loading.packing.withholding import Kept, withhold
from viewer.loading.yaml.nodes import MapNode, Node, TextNode
from viewer.model.collection import About
from viewer.model.problem import Problem, Severity

_NOTHING = Kept({}, frozenset(), 0, 0)


class PackRefusedError(Exception):
    """A collection cannot be packed; `problems` say why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(*problems)
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be packed."""

    read: Read
    about: About
    contents: Sequence[tuple[str, bytes]]
    """The YAML files by name."""
    kept: Kept
    problems: tuple[Problem, ...]
    """Warnings about the collection as its editors have it."""


def choose(collection: Path, *, include_restricted: bool) -> Chosen:
    """Read a collection and leave out what is restricted.

    Raises PackRefusedError where it has errors, before or after, and MovingError where files change.
    """
    read = read_collection(collection)
    about = checked(read)
    contents = _contents(collection, read)
    kept = _NOTHING if include_restricted else withhold(read.gathered, _stand_in(about))
    left = {name: kept.contents.get(name, data) for name, data in contents.items() if name not in kept.empty}
    packed = sorted(left.items())
    if collection.is_dir() and left == contents:
        return Chosen(read, about, packed, kept, read.problems)
    again = read_contents(packed, folder=base_of(collection))
    about = checked(again)
    refuse(_still_mentioned(read, again))
    return Chosen(again, about, packed, kept, read.problems)


def checked(read: Read) -> About:
    """Return what a collection says of itself; raise PackRefusedError where it has errors."""
    refuse([one for one in read.problems if one.severity is Severity.ERROR])
    if read.collection is None:
        raise PackRefusedError(read.problems)
    return read.collection.library.about


def refuse(problems: Sequence[Problem]) -> None:
    """Raise PackRefusedError when there are problems."""
    if problems:
        raise PackRefusedError(problems)


def unportable(names: Sequence[str]) -> list[Problem]:
    """Name files that not every system can hold, and files that some systems take for one another."""
    seen: set[str] = set()
    found = []
    for name in names:
        if name_fault(name) or folded(name) in seen:
            found.append(Problem(name, 0, 0, "unportable-name"))
        seen.add(folded(name))
    return found


def _contents(collection: Path, read: Read) -> dict[str, bytes]:
    """Return the YAML files; a collection in one file gets the name that a folder needs."""
    contents = {file.name: file.path.read_bytes() for file in collection_files(collection)}
    if key_of(list(contents.items())) != read.key:
        raise MovingError(collection.name)
    return contents if collection.is_dir() else dict.fromkeys([HEADER_FILE], contents[collection.name])


def documents(read: Read) -> Iterator[str]:
    """Give the path of each document that travels with a collection, once for each mention."""
    sources = read.collection.library.sources if read.collection else {}
    for source in sources.values():
        yield from (one.path for one in source.documents if one.bundled and one.path)


def _still_mentioned(before: Read, after: Read) -> list[Problem]:
    """Name documents that were restricted in one place and are still mentioned in another."""
    now = Counter(documents(after))
    lost = Counter(documents(before)) - now
    return [Problem(path, 0, 0, "restricted-document") for path in sorted(lost) if path in now]


def _stand_in(about: About) -> StandIn:
    """Return what gives the text in place of one left out, in each language of the collection."""
    spoken = [language for language in about.languages if language in LANGUAGES] or ["en"]

    def stand_in(reason: Node, recorded: bool) -> Node:
        words: dict[str, Node] = {}
        for language in spoken:
            key = "edition.withheld" if recorded else "edition.withheld_because"
            text = load_catalogue(language).say(key, reason=_in_language(reason, language))
            words[language] = TextNode(strip_controls(text))
        return MapNode(words)

    return stand_in


def _in_language(reason: Node, language: str) -> str:
    """Return a reason in a language, or in the one it has."""
    versions = reason.values if isinstance(reason, MapNode) else {"": reason}
    chosen = versions.get(language) or next(iter(versions.values()))
    return chosen.text if isinstance(chosen, TextNode) else ""

"""Compose nodes from the events of the C parser; nothing is ever loaded, resolved or executed.

What makes YAML surprising is refused where it stands: anchors, aliases, tags, merge keys, keys that are no
text, keys given twice, a second document, and nesting or texts beyond all need. The parser keeps its own
stack on the heap, so that a hundred thousand brackets end at the depth limit and not in a crash.
"""

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from viewer.loading.report import FileReport
from viewer.loading.yaml.nodes import BrokenNode, ListNode, MapNode, Node, Place, TextNode
from viewer.loading.yaml.sound_text import report_unsound, unsound_character
from viewer.loading.yaml.syntax import report_syntax

MAX_DEPTH = 20
MAX_SCALAR = 1_000_000
_DROP = "\0"
"""Stands for a key whose value is read and dropped; no file can hold it."""
_ITEM = "\0item"
"""Stands where no key is awaited: in a list, and around the root."""


def compose(text: str, report: FileReport) -> Node | None:
    """Return the root node of a file, or None after reporting why there is none."""
    composer = _Composer(report)
    try:
        for event in _events(text):
            composer.take(event)
    except yaml.YAMLError as error:
        report_syntax(error, text, report)
        return None
    except _TooDeepError as error:
        report.error(error.place, "too-deep", most=str(MAX_DEPTH))
        return None
    if composer.root is None:
        report.error(Place(1, 1), "empty-file")
    return composer.root


def _events(text: str) -> Iterator[yaml.Event]:
    """Give the parser's events up to its end or its first error."""
    loader = yaml.CBaseLoader(text)
    while event := loader.get_event():
        yield event


def _place(event: yaml.Event) -> Place:
    """Return where an event begins."""
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(0, 0)


class _TooDeepError(Exception):
    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


class _Composer:
    """Builds the tree with a stack of open lists and maps, and the key that awaits its value in each."""

    def __init__(self, report: FileReport) -> None:
        self.root: Node | None = None
        self._report = report
        self._open: list[ListNode | MapNode] = []
        self._keys: list[str | None] = [_ITEM]
        self._documents = 0
        self._handlers: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._map,
            yaml.SequenceStartEvent: self._list,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        handler = self._handlers.get(type(event))
        if handler and self._documents <= 1:
            handler(event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        style, text = event.style or "", event.value
        simple = style != '"' and event.anchor is None and event.tag is None and len(text) <= MAX_SCALAR
        refused = not simple and self._is_refused(event, _place(event))
        if self._keys[-1] is None:
            self._key(text, _place(event), merge=text == "<<" and not style, refused=refused)
        elif refused:
            self._put(BrokenNode(*_place(event)))
        else:
            mark: Any = event.start_mark
            self._put(TextNode(text, mark.line + 1, mark.column + 1, style))

    def _is_refused(self, event: yaml.ScalarEvent, place: Place) -> bool:
        """Report what must not stand in a scalar; tell whether there was any."""
        if event.anchor is not None or event.tag is not None:
            self._report_decoration(event, place)
        elif len(event.value) > MAX_SCALAR:
            self._report.error(place, "text-too-long", most=f"{MAX_SCALAR:,}")
        elif event.style == '"' and (match := unsound_character(event.value)):
            report_unsound(match, place, self._report)
        else:
            return False
        return True

    def _report_decoration(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place) -> None:
        if event.anchor is not None:
            self._report.error(place, "anchor", name=str(event.anchor))
        else:
            self._report.error(place, "tag", name=str(event.tag).replace("tag:yaml.org,2002:", "!!"))

    def _key(self, text: str, place: Place, *, merge: bool, refused: bool) -> None:
        """Keep a key until its value comes."""
        top = self._open[-1]
        if not isinstance(top, MapNode):
            return
        self._keys[-1] = _DROP
        if merge:
            self._report.error(place, "merge-key")
        elif text in top.keys:
            line, column = map(str, top.keys[text])
            self._report.error(place, "duplicate-key", key=text, line=line, column=column)
        elif not refused:
            top.keys[text] = place
            self._keys[-1] = text

    def _map(self, event: yaml.MappingStartEvent) -> None:
        place = _place(event)
        self._start(MapNode({}, *place), event, place)

    def _list(self, event: yaml.SequenceStartEvent) -> None:
        place = _place(event)
        self._start(ListNode([], *place), event, place)

    def _start(self, node: ListNode | MapNode, event: yaml.CollectionStartEvent, place: Place) -> None:
        """Open a list or map; one that stands as a key is refused and dropped with its value."""
        if len(self._open) >= MAX_DEPTH:
            raise _TooDeepError(place)
        if self._keys[-1] is None:
            self._report.error(place, "complex-key")
            self._keys[-1] = _DROP
        elif event.anchor is not None or event.tag is not None:
            self._report_decoration(event, place)
            self._put(BrokenNode(*place))
        else:
            self._put(node)
        self._open.append(node)
        self._keys.append(None if isinstance(node, MapNode) else _ITEM)

    def _close(self, _event: yaml.Event) -> None:
        self._open.pop()
        self._keys.pop()

    def _alias(self, event: yaml.AliasEvent) -> None:
        place = _place(event)
        self._report.error(place, "alias", name=str(event.anchor))
        if self._keys[-1] is None:
            self._keys[-1] = _DROP
        else:
            self._put(BrokenNode(*place))

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            place = _place(event)
            self._report.error(place, "second-document")

    def _put(self, node: Node) -> None:
        """Place a node where the parser stands."""
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if isinstance(top, ListNode):
            top.items.append(node)
            return
        key, self._keys[-1] = self._keys[-1], None
        if key is not None and key != _DROP:
            top.values[key] = node

"""Write a view as one line that can be pasted into another Sanad, and read such a line again.

The line is `sanad:view:PAYLOAD.CHECK`: PAYLOAD is base64url (RFC 4648, without padding) of the zlib stream of
a JSON object, CHECK the first eight hex digits of the SHA-256 of that JSON. The line is found inside any text
even where a program broke it into several; one with a single wrong letter is refused.
"""

import base64
import hashlib
import json
import re
import zlib
from dataclasses import dataclass

from viewer.base.bidi import strip_controls
from viewer.base.instant import TIME_MAX, TIME_MIN
from viewer.model.collection import About
from viewer.model.edition import Edition
from viewer.state.serial import UnreadableStateError, plain_from_state, state_from_plain
from viewer.state.view_state import Range, ViewState

MARK = "sanad:view:"
FORMAT = 1
_LINE = re.compile(r"([A-Za-z0-9_-]+)\.([0-9a-f]{8})")
_MOST = 1 << 24
"""Characters of a line, and bytes of the JSON inside, that are read."""


class ViewCodeError(ValueError):
    """A text holds no view that can be opened; `reason` is `nothing`, `damaged` or `newer`."""

    def __init__(self, reason: str) -> None:
        """Name the reason."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class CitedView:
    """A view and the edition in which it was seen."""

    collection: str
    version: str
    key: str
    """SHA-256 of the content, in hex."""
    state: ViewState


def view_code(edition: Edition, state: ViewState) -> str:
    """Return the line for a view of an edition; equal views give equal lines."""
    about: About = edition.library.about
    content = {
        "format": FORMAT,
        "collection": about.id,
        "version": about.version,
        "key": edition.key,
        "state": plain_from_state(state),
    }
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return f"{MARK}{_written(zlib.compress(plain, 9))}.{_check(plain)}"


def holds_view(text: str) -> bool:
    """Tell whether a text is meant as the citation of a view."""
    return MARK in text


def read_view(text: str) -> CitedView:
    """Return the view that a text cites, wherever in it the line stands. Raises ViewCodeError."""
    if not holds_view(text):
        raise ViewCodeError("nothing")
    try:
        content = json.loads(_unpacked(text))
        if (
            isinstance(content, dict)
            and isinstance(content.get("format"), int)
            and content["format"] > FORMAT
        ):
            raise ViewCodeError("newer")
        collection, version, key = (content[name] for name in ("collection", "version", "key"))
        state = state_from_plain(content["state"])
    except (ValueError, TypeError, KeyError, RecursionError, zlib.error) as error:
        if isinstance(error, ViewCodeError):
            raise
        raise ViewCodeError("damaged") from error
    if not all(isinstance(name, str) for name in (collection, version, key)) or not _placeable(state):
        raise ViewCodeError("damaged")
    return CitedView(collection, version, key, state)


def _unpacked(text: str) -> bytes:
    """Return the JSON of the line; raises ValueError where the line is not whole."""
    line = "".join(strip_controls(text.partition(MARK)[2][:_MOST]).split())
    found = _LINE.match(line)
    if not found:
        raise UnreadableStateError("line")
    payload = base64.urlsafe_b64decode(found[1] + "=" * (-len(found[1]) % 4))
    stream = zlib.decompressobj()
    plain = stream.decompress(payload, _MOST)
    if not stream.eof or stream.unused_data or _check(plain) != found[2] or _written(payload) != found[1]:
        raise UnreadableStateError("check")
    return plain


def _written(payload: bytes) -> str:
    return base64.urlsafe_b64encode(payload).decode().rstrip("=")


def _check(plain: bytes) -> str:
    return hashlib.sha256(plain).hexdigest()[:8]


def _placeable(state: ViewState) -> bool:
    """Tell whether the times of a state can be counted with."""
    ranges = [state.visible, *([state.marked_range] if state.marked_range else [])]
    return all(_within(span) for span in ranges)


def _within(span: Range) -> bool:
    return TIME_MIN < span.start < span.end < TIME_MAX

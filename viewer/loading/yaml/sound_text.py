"""Turn the bytes of a file into text that hides nothing: UTF-8 without invisible controls."""

import re
from itertools import islice

from viewer.base.bidi import CONTROLS
from viewer.loading.report import FileReport
from viewer.loading.yaml.nodes import Place

MAX_FILE_BYTES = 64 * 1024 * 1024
_MOST_PER_FILE = 20
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"
_UNSOUND = re.compile(f"[{CONTROLS}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BREAK = re.compile(r"\r\n|\r|\n")


def sound_text(data: bytes, report: FileReport) -> str | None:
    """Return the text of a file, or None after reporting why it cannot be read."""
    if len(data) > MAX_FILE_BYTES:
        report.error(Place(0, 0), "file-too-large", megabytes=str(MAX_FILE_BYTES // 1024**2))
        return None
    if data.startswith(_UTF16_MARKS):
        report.error(Place(1, 1), "utf-16")
        return None
    if data.startswith(_UTF8_MARK):
        report.error(Place(1, 1), "byte-order-mark")
        return None
    text = _decoded(data, report)
    if text is None or _has_unsound(text, report):
        return None
    return text


def place_in(text: str, offset: int) -> Place:
    """Return the line and column of an offset."""
    line, begin = 1, 0
    for match in _BREAK.finditer(text, 0, offset):
        line, begin = line + 1, match.end()
    return Place(line, offset - begin + 1)


def unsound_character(text: str) -> re.Match[str] | None:
    """Return the first bidi control or invisible control character, which escapes can bring in."""
    return _UNSOUND.search(text)


def report_unsound(match: re.Match[str], place: Place, report: FileReport) -> None:
    """Report a character that must not stand in a file, by its code point."""
    code = "bidi-control" if match[0] in CONTROLS else "control-character"
    report.error(place, code, character=f"U+{ord(match[0]):04X}")


def _decoded(data: bytes, report: FileReport) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = place_in(before, len(before))
        byte = f"0x{data[error.start]:02X}"
        report.error(place, "not-utf8", byte=byte, offset=str(error.start + 1))
        return None


def _has_unsound(text: str, report: FileReport) -> bool:
    """Report the first unsound characters of a text; tell whether there are any."""
    found = list(islice(_UNSOUND.finditer(text), _MOST_PER_FILE))
    for match in found:
        report_unsound(match, place_in(text, match.start()), report)
    return bool(found)

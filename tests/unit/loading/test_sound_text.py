import pytest

from tests.helpers.collections import file_report
from viewer.loading.yaml.composer import compose
from viewer.loading.yaml.sound_text import MAX_FILE_BYTES, sound_text

_CASES = {
    "utf-16": ("id: x".encode("utf-16"), (1, 1, "utf-16")),
    "byte order mark": (b"\xef\xbb\xbfid: x", (1, 1, "byte-order-mark")),
    "latin-1": (b"a: b\nname: caf\xe9\n", (2, 10, "not-utf8")),
    "cut off in a letter": ("a: گ".encode()[:-1], (1, 4, "not-utf8")),
    "right-to-left override": ("a: b\nc: \u202ed".encode(), (2, 4, "bidi-control")),
    "isolate": ("a: \u2067b\u2069".encode(), (1, 4, "bidi-control")),
    "mark": ("a: b\u200f".encode(), (1, 5, "bidi-control")),
    "nul": (b"a: b\n\0", (2, 1, "control-character")),
    "bell": (b"a: \x07", (1, 4, "control-character")),
    "delete": (b"a: \x7f", (1, 4, "control-character")),
    "next line": ("a: b\u0085".encode(), (1, 5, "control-character")),
    "line separator": ("a: b\u2028".encode(), (1, 5, "control-character")),
    "mark inside": ("a: \ufeffb".encode(), (1, 4, "control-character")),
    "after a return alone": (b"a: b\rc: \0", (2, 4, "control-character")),
    "after windows lines": (b"a: b\r\nc: \0", (2, 4, "control-character")),
}


@pytest.mark.parametrize("name", _CASES)
def test_what_hides_is_refused_where_it_stands(name: str) -> None:
    data, expected = _CASES[name]
    report = file_report()
    assert sound_text(data, report) is None
    found = report.report.problems[0]
    assert (found.line, found.column, found.code) == expected


def test_a_wrong_byte_is_named_with_its_place_in_the_file() -> None:
    report = file_report()
    sound_text(b"a: b\nname: caf\xe9\n", report)
    assert report.report.problems[0].params == {"byte": "0xE9", "offset": "15"}


def test_all_hidden_characters_are_reported() -> None:
    report = file_report()
    sound_text("a\u202eb\u202c\nc\u0007".encode(), report)
    assert [(p.line, p.column) for p in report.report.problems] == [(1, 2), (1, 4), (2, 2)]


def test_a_joiner_is_part_of_persian() -> None:
    report = file_report()
    assert sound_text("نام: می‌رود\n".encode(), report) == "نام: می‌رود\n"
    assert not report.report.problems


def test_a_file_beyond_all_need_is_not_even_decoded() -> None:
    report = file_report()
    assert sound_text(b"\xff" * (MAX_FILE_BYTES + 1), report) is None
    assert [problem.code for problem in report.report.problems] == ["file-too-large"]


@pytest.mark.parametrize(("text", "code"), [('"a\\u202eb"', "bidi-control"), ('"a\\0"', "control-character")])
def test_an_escape_brings_nothing_hidden_in(text: str, code: str) -> None:
    report = file_report()
    compose(f"key: {text}", report)
    assert [(p.line, p.column, p.code) for p in report.report.problems] == [(1, 6, code)]

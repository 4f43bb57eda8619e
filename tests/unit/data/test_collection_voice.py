"""The collection speaks neutrally, of nobody in the first person, and leaves no working marks behind."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TITLES_AND_NAMES = re.compile(r"^\s*(?:- )?(?:title|variants|seen|URL):")
ADDRESS = re.compile(r"\S+\.(?:org|com|net|de|nl|eu|ca|tv|at|se)\S*|\S+/\S+")
FORBIDDEN = (
    r"\bregimes?\b",
    r"\bmartyr\w*",
    r"\bhypocrites?\b",
    r"\bterrorist (?:group|organi[sz]ation)",
    "منافق",
    "رژیم",
    "جلاد",
    "شهید",
    "شهدا",
)
WORKING_MARKS = (r"\bKNOWN\b", r"\bSEEN\b", r"\bI (?!\))", r"\bmy\b", r"\bTODO\b", "دانسته، بازبینی‌نشده")
UNWANTED_CHARACTERS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


@pytest.fixture(scope="module")
def files(bundled_collection: Path) -> dict[str, str]:
    return {
        path.name: path.read_text(encoding="utf-8") for path in sorted(bundled_collection.rglob("*.yaml"))
    }


def own_voice(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines that are not names, titles or addresses, which may carry the words of others."""
    indent = None
    for number, line in enumerate(text.splitlines(), 1):
        depth = len(line) - len(line.lstrip())
        if indent is not None and (not line.strip() or depth > indent):
            continue
        indent = depth if TITLES_AND_NAMES.match(line) else None
        if indent is None and "note: {en: official term" not in line:
            yield number, ADDRESS.sub("", line)


@pytest.mark.parametrize("pattern", [*FORBIDDEN, *WORKING_MARKS])
def test_a_word_never_stands_in_the_collections_own_voice(files: dict[str, str], pattern: str) -> None:
    expression = re.compile(pattern, re.IGNORECASE if pattern.islower() else 0)
    found = [
        f"{name}:{number}: {line.strip()}"
        for name, text in files.items()
        for number, line in own_voice(text)
        if expression.search(line)
    ]
    assert found == []


def test_the_name_used_by_one_side_stands_only_among_the_variants(files: dict[str, str]) -> None:
    places = [
        (name, line.strip())
        for name, text in files.items()
        for line in text.splitlines()
        if "monafeqin" in line
    ]
    assert len(places) == 1
    assert places[0][0] == "groups.yaml"
    assert "pejorative" in places[0][1]


def test_an_empty_cell_is_left_out_and_never_written_as_a_dash(files: dict[str, str]) -> None:
    dash = re.compile(r":\s*[\"']?[–—-][\"']?\s*$")
    assert [name for name, text in files.items() for line in text.splitlines() if dash.search(line)] == []


def test_no_direction_mark_hides_in_a_file(files: dict[str, str]) -> None:
    assert [name for name, text in files.items() if set(UNWANTED_CHARACTERS) & set(text)] == []


def test_lines_are_short_enough_to_edit_by_hand(files: dict[str, str]) -> None:
    long_lines = [
        f"{name}: {line.strip()}"
        for name, text in files.items()
        for line in text.splitlines()
        if len(line) > 120 and " " in line.strip().removeprefix("- ").split(": ", 1)[-1]
    ]
    assert long_lines == []

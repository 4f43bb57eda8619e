import json
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from tests.helpers.editions import assert_same
from viewer.base.progress import CancelledError
from viewer.loading.catalogue import load_catalogue
from viewer.loading.collection_files import read_collection
from viewer.loading.importing.jsonl import ImportRefusedError, import_jsonl
from viewer.loading.importing.wording import report_lines
from viewer.loading.opening import open_collection
from viewer.model.columns import Flag
from viewer.model.edition import Edition

GOOD = (
    {
        "id": "b",
        "title": "Second",
        "start": "1988-08-15T12:00:00",
        "end": None,
        "category": "Letters",
        "text": "x",
    },
    {
        "id": 7,
        "title": "First",
        "start": "1988-08-15",
        "end": "1988-08-20",
        "category": "نامه‌ها",
        "text": "y z",
    },
    {"id": "c", "title": "Maybe", "start": "1988-08~", "category": "Letters"},
    {"id": "d", "title": "Set", "date": "[1988-09-01,1988-09-03]", "category": "Letters", "importance": 1},
    {"id": "e", "title": "Undated", "warnings": "grief", "people": ["Ali Rezaei", "سارا"]},
    {
        "id": "f",
        "title": {"en": "Both", "fa": "هر دو"},
        "start": "1990",
        "end": "..",
        "text": {"fa": "متن"},
        "people": "سارا",
        "places": ["Rezaei Street"],
        "groups": "Writers",
        "sources": ["A book", "Letters of 1990"],
    },
)


def write(folder: Path, *lines: object) -> Path:
    path = folder / "given.jsonl"
    text = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    import_jsonl(write(tmp_path, *GOOD), tmp_path / "out")
    return tmp_path / "out"


def ids(edition: Edition) -> list[str]:
    return [edition.event_id(index) for index in range(len(edition.columns))]


def test_an_import_opens_at_once_and_in_order(imported: Path) -> None:
    opened = open_collection(imported)
    assert opened.from_cache
    assert ids(opened.edition) == ["c", "7", "b", "d", "f", "e"]
    assert opened.edition.columns.placed == 5
    assert opened.counts["events"] == 6
    assert opened.problems == ()


def test_titles_texts_and_dates_are_as_given(imported: Path) -> None:
    edition = open_collection(imported).edition
    assert edition.title(4, "fa").text == "هر دو"
    assert (edition.title(1, "fa").text, edition.title(1, "fa").fallback) == ("First", True)
    event = edition.event(1)
    assert event.when is not None
    assert event.when.date.text == "1988-08-15/1988-08-20"
    assert [one.text.pick("en").text for one in event.statements] == ["y z"]
    assert edition.event(3).importance == 1
    assert edition.library.categories[event.category].label.pick("en").text == "نامه‌ها"


def test_every_event_stands_where_its_date_says(imported: Path) -> None:
    edition = open_collection(imported).edition
    columns = edition.columns
    for index in range(columns.placed):
        when = edition.event(index).when
        assert when is not None
        stands = [
            int(getattr(columns, name)[index]) for name in ("start_min", "start_max", "end_min", "end_max")
        ]
        date = when.date
        assert stands == [date.start_min, date.start_max, date.end_min, date.end_max]
    every = Flag.UNCHECKED
    assert [Flag(int(one)) & ~every for one in columns.flags] == [
        Flag.APPROXIMATE,
        Flag.INTERVAL,
        Flag(0),
        Flag.SET,
        Flag.INTERVAL | Flag.OPEN_END,
        Flag.SENSITIVE,
    ]
    assert columns.parts.event.tolist() == [3, 3]


@pytest.mark.parametrize(
    ("query", "found"),
    [("rezaei", ["f", "e"]), ("سارا", ["f", "e"]), ("writers", ["f"]), ("book", ["f"]), ("متن", ["f"])],
)
def test_names_are_found_and_linked(imported: Path, query: str, found: list[str]) -> None:
    edition = open_collection(imported).edition
    assert [edition.event_id(index) for index in edition.search(query).tolist()] == found
    assert [
        len(edition.links[kind].ids) for kind in ("people", "groups", "places", "sources", "warnings")
    ] == [
        2,
        1,
        1,
        2,
        1,
    ]
    assert [source.title.pick("en").text for source in edition.library.sources.values()] == [
        "A book",
        "Letters of 1990",
    ]


def test_the_folder_is_a_sound_collection(imported: Path) -> None:
    read = read_collection(imported)
    assert not read.has_errors
    assert read.collection is not None
    assert len(read.collection.library.tracks) == 3
    assert sorted(path.name for path in imported.iterdir()) == [
        "collection.yaml",
        "compiled",
        "events.jsonl",
        "groups.yaml",
        "people.yaml",
        "places.yaml",
        "sources.yaml",
    ]


def test_edits_are_seen_and_the_edition_is_built_anew(imported: Path) -> None:
    people = imported / "people.yaml"
    text = people.read_text(encoding="utf-8")
    people.write_text(text.replace('"سارا"}', '"سارا", "variants": ["Zahra"]}'), encoding="utf-8")
    again = open_collection(imported)
    assert not again.from_cache
    assert ids(again.edition) == ["c", "7", "b", "d", "f", "e"]
    assert again.edition.search("zahra").tolist() == [4, 5]
    assert open_collection(imported).from_cache


def test_lines_find_their_category_when_its_label_was_changed(imported: Path) -> None:
    head = imported / "collection.yaml"
    text = head.read_text(encoding="utf-8")
    head.write_text(
        text.replace('"Letters"', '{"en": "Mail"}').replace('"نامه‌ها"', '"Post"'), encoding="utf-8"
    )
    again = open_collection(imported)
    assert again.counts["events"] == 6
    category = again.edition.event(2).category
    assert again.edition.library.categories[category].label.pick("en").text == "Mail"


def test_lines_that_name_what_was_taken_out_are_told(imported: Path) -> None:
    head = imported / "collection.yaml"
    text = head.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if "Letters" not in line and line != '  - "fa"']
    head.write_text("\n".join(kept), encoding="utf-8")
    again = open_collection(imported)
    assert [(one.line, one.code, one.params["value"]) for one in again.problems if one.line] == [
        (1, "line-unknown", "Letters"),
        (3, "line-unknown", "Letters"),
        (4, "line-unknown", "Letters"),
        (6, "line-language", "fa"),
    ]
    assert again.counts["left_out"] == 4


def test_events_of_other_files_are_not_passed_over_in_silence(imported: Path) -> None:
    category = "c-event"
    event = f"events:\n  - {{id: z, title: t, category: {category}, text: t}}\n"
    (imported / "more.yaml").write_text(event, encoding="utf-8")
    codes = [problem.code for problem in open_collection(imported).problems]
    assert "line-other-events" in codes


def test_a_changed_file_of_lines_is_seen(imported: Path) -> None:
    lines = imported / "events.jsonl"
    lines.write_text(lines.read_text(encoding="utf-8").replace("Second", "Changed"), encoding="utf-8")
    again = open_collection(imported)
    assert not again.from_cache
    assert again.edition.title(2, "en").text == "Changed"


def test_a_torn_edition_is_built_anew_from_the_copy(imported: Path) -> None:
    (edition,) = (path for path in (imported / "compiled").iterdir() if path.is_dir())
    (edition / "words_events.npy").write_bytes(b"torn")
    again = open_collection(imported)
    assert not again.from_cache
    assert again.edition.search("rezaei").tolist() == [4, 5]


def test_without_any_place_to_write_it_is_held_in_memory(imported: Path) -> None:
    whole = open_collection(imported).edition
    for path in sorted((imported / "compiled").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (imported / "compiled").rmdir()
    assert_same(open_collection(imported, cache=None).edition, whole)
    assert not (imported / "compiled").exists()


BAD = (
    ('{"id": "x", "title": "t", "start": "1988"', 1, 42, "line-no-json"),
    ("[1]", 2, 1, "line-no-map"),
    ({"title": "t"}, 3, 1, "line-no-id"),
    ({"title": "t", "id": "a b"}, 4, 16, "bad-id"),
    ({"id": "x"}, 5, 1, "line-no-title"),
    ({"id": "x", "title": 5}, 6, 13, "line-no-text"),
    ({"id": "x", "title": "t", "start": 1988}, 7, 27, "line-no-word"),
    ({"id": "x", "title": "t", "start": "1988-13"}, 8, 27, "date"),
    ({"id": "x", "title": "t", "start": "1988", "end": "1987"}, 9, 44, "date"),
    ({"id": "x", "title": "t", "start": "1988", "date": "1988"}, 10, 44, "line-two-dates"),
    ({"id": "x", "title": "t", "importance": 6}, 11, 27, "line-importance"),
    ({"id": "x", "title": "t", "a": 1, "b": 1, "c": 1, "d": 1, "people": [1]}, 12, 59, "line-no-names"),
    ({"id": "x", "title": "a\u202eb"}, 13, 13, "control-character"),
    ({"id": "good", "title": "again"}, 15, 2, "line-same-id"),
)


def test_bad_lines_are_told_by_number_and_column_and_the_others_kept(tmp_path: Path) -> None:
    lines: list[object] = [line for line, *_ in BAD[:-1]]
    path = write(tmp_path, *lines, {"id": "good", "title": "t", "colour": "red"}, BAD[-1][0], "", "  ")
    report = import_jsonl(path, tmp_path / "out")
    assert (report.read, report.kept, report.left_out) == (15, 1, 14)
    errors = [one for one in report.problems if one.severity == "error"]
    assert [(one.line, one.column, one.code) for one in errors] == [
        (line, at, code) for _, line, at, code in BAD
    ]
    assert {one.file for one in report.problems} == {"events.jsonl"}
    assert ids(open_collection(tmp_path / "out").edition) == ["good"]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_reason_can_be_said(tmp_path: Path, language: str) -> None:
    path = write(tmp_path, *(line for line, *_ in BAD), {"id": "good", "title": "t", "colour": "red"})
    said = report_lines(import_jsonl(path, tmp_path / "out"), load_catalogue(language))
    assert len(said) == 1 + 14 + 2
    assert not any("{" in line.replace("{ }", "") for line in said)
    assert any("colour" in line for line in said)


def test_a_line_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "given.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"id": "a", "title": "t"}\n{"id": "b", "title": "\xff"}\n' + b"[" * 99_999 + b"\n"
    )
    report = import_jsonl(path, tmp_path / "out")
    assert (report.kept, report.left_out) == (1, 2)
    assert [(one.line, one.column, one.code) for one in report.problems] == [
        (2, 23, "line-no-utf8"),
        (3, 1, "line-no-json"),
    ]


def test_many_categories_share_a_track(tmp_path: Path) -> None:
    path = write(tmp_path, *({"id": str(at), "title": "t", "category": f"kind {at}"} for at in range(40)))
    import_jsonl(path, tmp_path / "out")
    library = open_collection(tmp_path / "out").edition.library
    assert (len(library.tracks), len(library.categories)) == (24, 40)


def test_persian_titles_make_a_persian_collection(tmp_path: Path) -> None:
    import_jsonl(write(tmp_path, {"id": "a", "title": "رویداد"}), tmp_path / "out")
    edition = open_collection(tmp_path / "out").edition
    assert edition.library.about.languages == ("fa",)
    assert edition.title(0, "fa").fallback is False


@pytest.mark.parametrize(
    ("lines", "before", "code"),
    [
        (None, None, "no-file"),
        (["{}"], None, "no-lines"),
        ([], None, "no-lines"),
        (["{}"], "full", "not-empty"),
    ],
)
def test_what_cannot_be_imported_is_refused(
    tmp_path: Path, lines: list[object] | None, before: str | None, code: str
) -> None:
    path = write(tmp_path, *lines) if lines is not None else tmp_path / "missing.jsonl"
    if before:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(ImportRefusedError) as refused:
        import_jsonl(path, tmp_path / "out")
    assert refused.value.code == code
    assert load_catalogue("fa").has(f"import.refused.{code}")
    assert [one.name for one in tmp_path.glob("out/*")] == (["mine.txt"] if before else [])


IMPORTER = """
import sys, time
from pathlib import Path
from viewer.loading.importing.jsonl import import_jsonl

def wait(step, done, total):
    if step == sys.argv[3]:
        print("waiting", flush=True)
        time.sleep(60)

import_jsonl(Path(sys.argv[1]), Path(sys.argv[2]), wait)
"""


@pytest.mark.parametrize("step", ["survey", "lines", "sorting", "words"])
def test_a_killed_import_is_not_there(tmp_path: Path, project_root: Path, step: str) -> None:
    path, out = write(tmp_path, *GOOD), tmp_path / "out"
    command = [sys.executable, "-c", IMPORTER, str(path), str(out), f"import.step.{step}"]
    with subprocess.Popen(command, cwd=project_root, stdout=subprocess.PIPE, text=True) as importer:
        assert importer.stdout is not None
        assert importer.stdout.readline() == "waiting\n"
        importer.kill()
    assert not out.exists()
    assert import_jsonl(path, out).kept == len(GOOD)
    assert open_collection(out).from_cache


def test_a_stopped_import_leaves_nothing(tmp_path: Path) -> None:
    cancel = Event()
    path = write(tmp_path, *GOOD)

    def note(step: str, done: int, total: int) -> None:
        assert load_catalogue("en").has(step)
        assert 0 <= done <= total or not total
        if step == "import.step.sorting":
            cancel.set()

    with pytest.raises(CancelledError):
        import_jsonl(path, tmp_path / "out", note, cancel)
    assert [one.name for one in tmp_path.iterdir()] == ["given.jsonl"]

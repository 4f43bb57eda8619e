import os
from hashlib import sha256
from pathlib import Path

import pytest

from tests.helpers.collections import EVENTS, HEAD, SOURCES, read_sample, write_files, write_sample
from viewer.loading.collection_files import content_key, read_collection
from viewer.model.ids import EventId, SourceId, TrackId, WarningKind
from viewer.model.text import Text

_CLAIM = """\
claims:
  - id: C1
    question: How many?
    events: [E1]
    answers:
      - {id: C1-1, text: Some, claimant: A, citations: [S1, {source: S1, passage: p1}], said-in: E1}
"""


def _document(path: str) -> str:
    """Return a document of one letter, as a key of the source of the sample."""
    digest = sha256(b"a").hexdigest()
    return f"    documents: [{{path: {path}, media-type: text/plain, sha256: {digest}}}]\n"


def test_a_sound_collection_has_no_problems(tmp_path: Path) -> None:
    read = read_sample(tmp_path)
    assert read.problems == ()
    assert read.collection is not None
    event = read.collection.events[EventId("E1")]
    assert event.title == Text({"en": "An order", "fa": "یک دستور"})
    assert event.when is not None
    assert event.when.date.text == "1988-07-28~"
    assert event.statements[0].cites == ("S1",)


def test_the_head_names_tracks_categories_and_warnings(tmp_path: Path) -> None:
    collection = read_sample(tmp_path).collection
    assert collection is not None
    library = collection.library
    assert library.about.languages == ("en", "fa")
    assert library.tracks[TrackId("order")].shape == "square"
    assert [category.track for category in library.categories.values()] == ["order"]
    assert library.about.warning_labels[WarningKind("execution")].pick("fa").text == "اعدام"


def test_everything_is_counted(tmp_path: Path) -> None:
    counts = read_sample(tmp_path, claims=_CLAIM, people="people: []\n").counts
    assert {name: count for name, count in counts.items() if count} == {
        "events": 1,
        "sources": 1,
        "claims": 1,
        "answers": 1,
        "citations": 3,
        "passages": 1,
        "files": 5,
    }


def test_texts_that_lack_a_language_are_counted_without_a_warning(tmp_path: Path) -> None:
    assert read_sample(tmp_path).untranslated == {"en": 0, "fa": 3}


def test_one_file_holds_the_same_as_many(tmp_path: Path) -> None:
    many = read_sample(tmp_path / "many")
    one = write_files(tmp_path, {"one.yaml": HEAD + SOURCES + EVENTS}) / "one.yaml"
    assert read_collection(one).collection == many.collection
    assert read_collection(one).problems == ()
    folder = write_files(tmp_path / "folder", {"collection.yaml": HEAD + SOURCES + EVENTS})
    assert read_collection(folder).collection == many.collection


def test_files_are_read_at_any_depth_but_not_hidden_ones(tmp_path: Path) -> None:
    files = {
        "collection.yaml": HEAD,
        "a/b/c.yaml": SOURCES,
        "events/1988.yaml": EVENTS,
        ".old/x.yaml": "- broken",
    }
    read = read_collection(write_files(tmp_path, {**files, "a/.swap.yaml": "\0"}))
    assert (read.problems, read.counts["files"]) == ((), 3)


def test_plain_texts_are_in_the_first_language(tmp_path: Path) -> None:
    head = HEAD.replace("[en, fa]", "[fa, en]")
    collection = read_sample(tmp_path, collection=head).collection
    assert collection is not None
    assert collection.library.sources[SourceId("S1")].title == Text({"fa": "A report"})


def test_an_entry_with_an_error_is_left_out_and_the_rest_is_shown(tmp_path: Path) -> None:
    more = "  - {id: E2, title: Second, category: order, importance: 9, citations: [S1]}\n"
    read = read_sample(tmp_path, events=EVENTS + "    related: [E2]\n" + more)
    assert [problem.code for problem in read.problems] == ["out-of-range"]
    assert read.has_errors
    assert read.collection is not None
    assert list(read.collection.events) == ["E1"]
    assert read.collection.events[EventId("E1")].related == ()


def test_what_cites_a_broken_source_stays_without_that_citation(tmp_path: Path) -> None:
    broken = "  - {id: S2, title: Second, type: raport}\n"
    events = EVENTS.replace("citations: [S1]", "citations: [S1, S2]").replace(
        "cites: [S1]", "cites: [S1, S2]"
    )
    read = read_sample(tmp_path, sources=SOURCES + broken, events=events, claims=_CLAIM)
    assert [problem.code for problem in read.problems] == ["unknown-word"]
    assert read.collection is not None
    event = read.collection.events[EventId("E1")]
    assert [citation.source for citation in event.citations] == ["S1"]
    assert event.statements[0].cites == ("S1",)
    assert len(read.collection.library.claims) == 1


def test_a_broken_file_does_not_make_its_ids_look_missing(tmp_path: Path) -> None:
    read = read_sample(tmp_path, sources=SOURCES + "\t- tab\n")
    assert [problem.code for problem in read.problems] == ["yaml-tab"]
    assert read.collection is not None
    assert read.collection.events[EventId("E1")].citations == ()


def test_problems_of_all_files_come_at_once_in_order(tmp_path: Path) -> None:
    read = read_sample(
        tmp_path,
        collection=HEAD + "x: 1\n",
        sources=SOURCES + "    y: 1\n",
        events=EVENTS + "    z: 1\n    w: 2\n",
    )
    places = [(problem.file, problem.line) for problem in read.problems if problem.code == "unknown-key"]
    assert places == [("collection.yaml", 11), ("events.yaml", 8), ("events.yaml", 9), ("sources.yaml", 7)]


def test_a_good_head_is_kept_beside_a_bad_line(tmp_path: Path) -> None:
    read = read_sample(tmp_path, collection=HEAD + "date: tomorrow\n")
    assert read.collection is not None
    assert read.collection.library.about.id == "sample"
    assert list(read.collection.events) == ["E1"]


@pytest.mark.parametrize("path", ["nothing", "nothing.yaml"])
def test_a_path_that_is_not_there_is_a_problem_not_a_crash(tmp_path: Path, path: str) -> None:
    read = read_collection(tmp_path / path)
    assert read.collection is None
    assert "no-collection" in [problem.code for problem in read.problems]


def test_an_empty_folder_has_no_head(tmp_path: Path) -> None:
    read = read_collection(tmp_path)
    assert [problem.code for problem in read.problems] == ["no-head"]


def test_a_document_is_held_against_its_hash(tmp_path: Path) -> None:
    folder = write_sample(tmp_path, sources=SOURCES + _document("files/a.txt"))
    write_files(folder, {"files/a.txt": b"a"})
    assert read_collection(folder).problems == ()
    (folder / "files" / "a.txt").write_bytes(b"b")
    assert [problem.code for problem in read_collection(folder).problems] == ["document-changed"]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(b"a")
    folder = write_sample(tmp_path / "collection", sources=SOURCES + _document("a.txt"))
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    assert [problem.code for problem in read_collection(folder).problems] == ["document-outside"]


def test_the_key_changes_with_names_and_contents_alone(tmp_path: Path) -> None:
    one, same = write_sample(tmp_path / "one"), write_sample(tmp_path / "same")
    assert content_key(one) == content_key(same) == read_collection(one).key
    (same / "events.yaml").rename(same / "other.yaml")
    assert content_key(one) != content_key(same)
    renamed = content_key(same)
    (same / "other.yaml").write_bytes(EVENTS.encode() + b"\n")
    assert content_key(same) != renamed


def test_raw_entries_are_plain_and_without_broken_ones(tmp_path: Path) -> None:
    more = "  - {id: E2, title: Second, category: order, importance: 9}\n"
    raw = list(read_sample(tmp_path, events=EVENTS + more).raw("events"))
    assert [name for name, _ in raw] == ["E1"]
    assert isinstance(raw[0][1], dict)
    assert raw[0][1]["citations"] == ["S1"]


def test_a_name_that_cannot_be_printed_does_no_harm(tmp_path: Path) -> None:
    folder = write_sample(tmp_path)
    (folder / "a\u202eb\n.yaml").write_bytes(b"- broken\n")
    read = read_collection(folder)
    assert [(problem.file, problem.code) for problem in read.problems] == [
        ("a\ufffdb\ufffd.yaml", "not-a-map")
    ]
    assert read.key == content_key(folder)


def test_a_file_that_cannot_be_opened_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = write_sample(tmp_path)
    (folder / "gone.yaml").symlink_to(tmp_path / "nowhere")
    read = read_collection(folder)
    assert [(problem.file, problem.code) for problem in read.problems] == [("gone.yaml", "unreadable-file")]
    assert read.counts["events"] == 1


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = write_sample(tmp_path)
    os.mkfifo(folder / "pipe.yaml")
    assert read_collection(folder).problems == ()
    assert [problem.code for problem in read_collection(folder / "pipe.yaml").problems] == ["unreadable-file"]

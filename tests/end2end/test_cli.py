"""The program at the command line, as a person or a script starts it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
COUNTS = {
    "events": 111,
    "sources": 109,
    "claims": 18,
    "people": 45,
    "groups": 29,
    "places": 41,
}
SMALL = """\
sanad: 1
id: small
title: {title}
languages: [en]
licence: CC0
tracks: [{{id: t, label: T, colour: order, shape: square, categories: [{{id: c, label: C}}]}}]
sources: [{{id: S1, title: A report, type: report, position: ngo, check: checked}}]
events:
  - {{id: E1, title: {title}, date: 1988-07-28, category: c, text: [{{text: It happened., cites: [S1]}}],
     citations: [S1], check: checked}}
"""


class Home:
    """A home of its own, so that nothing of the machine is seen or touched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "SANAD_HOME": str(folder / "kept"),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "LANG": "C.UTF-8",
        }

    def start(self, *arguments: object, **changed: str | None) -> subprocess.Popen[str]:
        environment = {k: v for k, v in {**self.environment, **changed}.items() if v is not None}
        return subprocess.Popen(
            [sys.executable, "-m", "viewer", *map(str, arguments)],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def sanad(self, *arguments: object, code: int = 0, **changed: str | None) -> str:
        """Run the program, check how it ends, and return what it says on both channels."""
        with self.start(*arguments, **changed) as running:
            said, told = running.communicate()
        assert running.returncode == code, said + told
        assert "Traceback" not in told
        return said + told


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def small(folder: Path, title: str = "A small one") -> Path:
    folder.mkdir()
    (folder / "collection.yaml").write_text(SMALL.format(title=json.dumps(title)), encoding="utf-8")
    return folder


def picture(path: Path) -> QImage:
    image = QImage(str(path))
    assert not image.isNull()
    return image


def colours(image: QImage) -> int:
    """Number of colours on a grid of points: an empty picture has one."""
    return len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)})


def test_check_lists_nothing_and_ends_with_the_counts(home: Home) -> None:
    said = home.sanad("check", ROOT / "data" / "iran-1988").splitlines()
    (total,) = [number for number, line in enumerate(said) if line.startswith("0 errors, ")]
    counted = set(said[total + 1 :])
    assert {
        "events: 111",
        "sources: 109",
        "questions: 18",
        "people: 45",
        "groups: 29",
        "places: 41",
    } <= counted


def test_check_as_json_has_counts_and_problems(home: Home) -> None:
    told = json.loads(home.sanad("check", "--json"))
    assert set(told) == {"counts", "problems"}
    assert {name: told["counts"][name] for name in COUNTS} == COUNTS
    assert told["counts"]["answers"] > 60
    assert told["counts"]["citations"] > 300
    assert not [row for row in told["problems"] if row["severity"] == "error"]


def test_problems_have_their_place_and_errors_end_with_one(home: Home, tmp_path: Path) -> None:
    folder = small(tmp_path / "small")
    text = (folder / "collection.yaml").read_text(encoding="utf-8")
    (folder / "collection.yaml").write_text(text.replace("1988-07-28", "1988-13-28"), encoding="utf-8")
    told = json.loads(home.sanad("check", folder, "--json", code=1))
    (problem,) = [row for row in told["problems"] if row["severity"] == "error"]
    assert set(problem) == {"file", "line", "column", "severity", "code", "message"}
    assert (problem["file"], problem["line"]) == ("collection.yaml", 9)
    assert "13" in problem["message"]
    assert "collection.yaml:9:" in home.sanad("check", folder, code=1)


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_render_draws_the_window_as(home: Home, tmp_path: Path, kind: str) -> None:
    output = tmp_path / f"window.{kind}"
    home.sanad("render", "-o", output, "--size", "1280x720", "--select", "E020", "--only", "timeline")
    content = output.read_bytes()
    if kind == "png":
        image = picture(output)
        assert image.size() == QSize(1280, 720)
        assert colours(image) > 20
    elif kind == "svg":
        text = content.decode()
        assert 'viewBox="0 0 1280 720"' in text
        assert "<text" not in text
        assert text.count("<path") > 100
    else:
        assert content.startswith(b"%PDF-")
        assert b"/MediaBox [0 0 960.000000 540.000000]" in content
        assert len(content) > 20_000


@pytest.mark.parametrize(
    ("size", "more"),
    [
        ("640x480", ("--text-size", "200")),
        ("1080x1920", ("--language", "fa", "--theme", "dark")),
        ("1920x1080", ("--list", "--theme", "contrast", "--search", "Evin")),
    ],
)
def test_render_keeps_the_size_whatever_is_asked(
    home: Home, tmp_path: Path, size: str, more: tuple[str, ...]
) -> None:
    output = tmp_path / "window.png"
    told = home.sanad("render", "-o", output, "--size", size, *more)
    assert len(told.splitlines()) == 1
    image = picture(output)
    assert f"{image.width()}x{image.height()}" == size
    assert colours(image) > 20


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("render", "-o", "x.gif"), "a picture is written as .png, .svg or .pdf"),
        (("render",), "-o/--output"),
        (("render", "-o", "x.png", "--size", "10x10"), "“10x10” is no size"),
        (("render", "-o", "x.png", "--size", "big"), "“big” is no size"),
        (("render", "-o", "x.png", "--text-size", "500"), "“500” is no text size"),
        (("render", "-o", "x.png", "--text-size", "½"), "“½” is no text size"),
        (("render", "-o", "x.png", "--select", "NOPE"), "no entry with the id “NOPE”"),
        (("render", "-o", "x.png", "--range", "1988-13"), "“1988-13” is not a date"),
        (("render", "-o", "nowhere/x.png"), "could not be written"),
        (("render", "missing", "-o", "x.png"), "there is no such file or folder"),
        (("import", "missing.jsonl", "-o", "out"), "missing.jsonl"),
        (("check", "--language", "xx"), "--language"),
        (("--frobnicate",), "--frobnicate"),
        (("missing",), "there is no such file or folder"),
    ],
)
def test_wrong_use_is_answered_in_one_line(home: Home, arguments: tuple[str, ...], told: str) -> None:
    if arguments == ("missing",):
        arguments = ("render", *arguments, "-o", "x.png")
    said = home.sanad(*arguments, code=2).splitlines()
    assert len(said) == 1, said
    assert told in said[0]


def test_an_empty_folder_is_no_collection(home: Home, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "has no collection.yaml; add one" in home.sanad("check", "empty", code=1)
    assert "has no collection.yaml; add one" in home.sanad("render", "empty", "-o", "x.png", code=2)


def test_a_collection_without_events_opens(home: Home, tmp_path: Path) -> None:
    folder = small(tmp_path / "none")
    text = (folder / "collection.yaml").read_text(encoding="utf-8")
    (folder / "collection.yaml").write_text(text[: text.index("events:")], encoding="utf-8")
    home.sanad("render", folder, "-o", "x.png", "--size", "1280x720")
    assert colours(picture(tmp_path / "x.png")) > 5


def test_what_could_be_read_is_shown_beside_what_is_broken(home: Home, tmp_path: Path) -> None:
    folder = small(tmp_path / "broken")
    (folder / "more.yaml").write_text("events:\n  - {id: E2, title: [\n", encoding="utf-8")
    assert "more.yaml:" in home.sanad("check", folder, code=1)
    home.sanad("render", folder, "-o", "x.png", "--size", "1280x720", "--select", "E1")
    assert colours(picture(tmp_path / "x.png")) > 20


def test_deep_nesting_is_refused_with_its_place(home: Home, tmp_path: Path) -> None:
    folder = small(tmp_path / "deep")
    (folder / "deep.yaml").write_text("events: " + "[" * 5_000 + "]" * 5_000, encoding="utf-8")
    said = home.sanad("check", folder, code=1)
    assert "deep.yaml:1:" in said


def test_a_title_of_three_hundred_letters_is_drawn(home: Home, tmp_path: Path) -> None:
    folder = small(tmp_path / "long", title="Longest " * 37 + "word")
    output = tmp_path / "x.png"
    home.sanad("render", folder, "-o", output, "--size", "640x480", "--select", "E1", "--text-size", "200")
    assert picture(output).size() == QSize(640, 480)


@pytest.mark.parametrize("changed", [{"SANAD_HOME": "/proc/nowhere"}, {"SANAD_HOME": None, "HOME": None}])
def test_it_works_where_nothing_can_be_kept(
    home: Home, tmp_path: Path, changed: dict[str, str | None]
) -> None:
    home.environment = {k: v for k, v in {**home.environment, **changed}.items() if v is not None}
    home.sanad("render", small(tmp_path / "small"), "-o", "x.png", "--size", "640x480")
    assert {path.name for path in tmp_path.iterdir()} == {"small", "x.png"}


def test_without_a_display_it_says_what_to_do(home: Home) -> None:
    said = home.sanad(code=2, QT_QPA_PLATFORM=None)
    assert said.strip() == (
        "There is no display here. Draw the window into a picture instead: sanad render -o window.png"
    )


def test_an_interrupt_ends_it_quietly(home: Home, tmp_path: Path) -> None:
    lines = (f'{{"id": "e{n}", "title": "Event {n}", "start": "1988-08-15"}}\n' for n in range(400_000))
    (tmp_path / "events.jsonl").write_text("".join(lines), encoding="utf-8")
    with home.start("import", "events.jsonl", "-o", "out") as running:
        while not list(tmp_path.glob("*out*")) and running.poll() is None:
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        said, told = running.communicate()
    assert running.returncode == 130, said + told
    assert "Traceback" not in told
    assert not (tmp_path / "out").exists()


def test_a_hundred_thousand_events_are_imported_and_drawn(home: Home, tmp_path: Path) -> None:
    lines = [
        f'{{"id": "e{n}", "title": "Event {n}", "start": "{1900 + n % 120}-{1 + n % 12:02}-{1 + n % 28:02}",'
        f' "category": "c{n % 5}"}}\n'
        for n in range(100_000)
    ]
    (tmp_path / "events.jsonl").write_text("".join(lines) + "no JSON\n", encoding="utf-8")
    said = home.sanad("import", "events.jsonl", "-o", "out", code=1)
    assert "100,000" in said
    assert "100001" in said.replace(",", "")
    home.sanad("render", "out", "-o", "x.png", "--size", "1280x720")
    assert colours(picture(tmp_path / "x.png")) > 20


def test_a_window_closes_well_after_an_interrupt(home: Home, tmp_path: Path) -> None:
    folder = small(tmp_path / "small")
    with home.start(folder) as running:
        while not list((tmp_path / "kept").rglob("*.npy")) and running.poll() is None:
            time.sleep(0.05)
        time.sleep(1.0)
        running.send_signal(signal.SIGINT)
        said, told = running.communicate()
    assert running.returncode in (0, 130), said + told
    assert "Traceback" not in told

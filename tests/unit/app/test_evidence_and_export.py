"""The command line lists what evidence lacks, and exports sources."""

import json
from pathlib import Path
from typing import Any

import pytest
import rispy

from tests.helpers.collections import write_sample
from viewer.app.main import main


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    return code, *capsys.readouterr()


def test_the_worklist_names_each_event_with_what_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = told(capsys, "check", "--evidence", "--language", "en", str(write_sample(tmp_path)))
    lines = [line.split("  ") for line in out.splitlines()]
    assert code == 0
    assert lines[1][0] == "E1"
    assert lines[1][-1].strip() == "not fully checked, one source, one side, no page"
    assert "one source: 1 of 1" in out.splitlines()
    assert "no source: 0 of 1" in out.splitlines()


def test_the_worklist_speaks_persian(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(capsys, "check", "--evidence", "--language", "fa")
    assert "یک منبع، یک طرف" in out


def test_the_worklist_as_json_agrees_with_its_counts(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(capsys, "check", "--evidence", "--json")
    found: dict[str, Any] = json.loads(out)
    kinds = [kind for event in found["events"] for kind in event["kinds"]]
    counts = {name: n for name, n in found["counts"].items() if name != "no-source"}
    assert counts == {name: kinds.count(name) for name in counts}
    assert all((event["sources"] == 1) is ("one-source" in event["kinds"]) for event in found["events"])
    assert all((len(event["positions"]) == 1) is ("one-side" in event["kinds"]) for event in found["events"])


def test_what_cannot_be_opened_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (("check", "--evidence"), ("export", "--format", "ris")):
        code, out, err = told(capsys, *command, str(tmp_path / "none"))
        assert (code, out) == (2, "")
        assert "none" in err


def test_one_source_is_exported_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = told(capsys, "export", "--format", "csl-json", "--source", "S06")
    assert code == 0
    assert [item["number"] for item in json.loads(out)] == ["MDE 13/21/90"]


def test_all_sources_are_exported_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "all.ris"
    code, out, err = told(capsys, "export", "--format", "ris", "-o", str(path), "--language", "en")
    assert (code, out) == (0, "")
    assert str(path) in err
    assert len(rispy.loads(path.read_text(encoding="utf-8"))) >= 109


@pytest.mark.parametrize("options", [("--source", "S999"), ("-o", "no/such/folder/x.ris")])
def test_an_export_that_fails_says_why(options: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = told(capsys, "export", "--format", "ris", "--language", "en", *options)
    assert (code, out) == (2, "")
    assert options[1] in err

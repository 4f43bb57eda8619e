import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.generate import CLUSTER, CLUSTER_DAYS, events, write
from tests.benchmarks.gestures import FULL, all_gestures


def drive(project_root: Path, *arguments: Path) -> dict[str, object]:
    lines, plan, folder = map(str, arguments)
    command = [sys.executable, "-m", "tests.benchmarks.drive", lines, plan, "--edition", folder]
    done = subprocess.run(command, cwd=project_root, capture_output=True, text=True, check=True)
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_the_drive_tells_what_it_measured(tmp_path: Path, project_root: Path) -> None:
    lines, plan = tmp_path / "events.jsonl", tmp_path / "gestures.json"
    write(lines, 300)
    window = [FULL[0], FULL[0] + 10**9]
    plan.write_text(json.dumps({"full": FULL, "one": [window], "two": [window, FULL]}))
    for _ in ("imports first", "finds the import"):
        told = drive(project_root, lines, plan, tmp_path / "edition")
        assert told["events"] == 300
        for name, count in (("one", 1), ("two", 2)):
            times = told[name]
            assert isinstance(times, list)
            assert len(times) == count
            assert all(time > 0 for time in times)
        for name in ("open_ms", "rss_mb"):
            figure = told[name]
            assert isinstance(figure, float)
            assert figure > 10


def test_generated_events_are_the_same_each_time_and_cluster() -> None:
    made = list(events(2_000))
    assert made == list(events(2_000))
    months = {f"{CLUSTER:%Y-%m}", "1988-08", "1988-09"}
    assert CLUSTER_DAYS == 92
    dense = sum(str(event["start"])[:7] in months for event in made)
    assert dense / 2_000 == pytest.approx(0.41, abs=0.03)
    assert {bool(event["end"]) for event in made} == {True, False}


def test_gestures_stay_within_reason_and_end_at_one_day() -> None:
    gestures = all_gestures()
    for name in ("pan-full", "pan-near", "zoom"):
        windows = gestures[name]
        assert isinstance(windows, list)
        assert all(start < end for start, end in windows)
    zoom = gestures["zoom"]
    assert isinstance(zoom, list)
    assert min(end - start for start, end in zoom) == 86_400_000
    assert zoom[0] == FULL

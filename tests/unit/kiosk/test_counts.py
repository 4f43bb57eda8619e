from datetime import date
from pathlib import Path

import pytest

from viewer.app.kiosk import counts
from viewer.app.kiosk.counting import Counting
from viewer.app.kiosk.counts import DailyCounts
from viewer.base import atomic


def on(day: str, path: Path) -> DailyCounts:
    return DailyCounts(path, lambda: date.fromisoformat(day))


def test_totals_add_up_over_days_and_restarts(tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    first = on("2026-11-22", path)
    for event in ("E1", "E2", "E1"):
        first.opened("event", event)
    first.write()
    again = on("2026-11-22", path)
    again.opened("event", "E1")
    again.opened("story", "s1")
    again.write()
    later = on("2026-11-23", path)
    later.opened("event", "E1")
    later.write()
    assert path.read_text() == (
        "day,kind,id,opened\n2026-11-22,event,E1,3\n2026-11-22,event,E2,1\n"
        "2026-11-22,story,s1,1\n2026-11-23,event,E1,1\n"
    )


def test_nothing_is_written_when_nothing_was_opened(tmp_path: Path) -> None:
    on("2026-11-22", tmp_path / "counts.csv").write()
    Counting(None).write()
    assert list(tmp_path.iterdir()) == []


def test_the_file_keeps_its_bounds_and_loses_the_oldest_days(tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    rows = [f"2020-01-{day:02d},event,E{n},1" for day in range(1, 23) for n in range(1000)]
    path.write_text("\n".join(["day,kind,id,opened", *rows]))
    kept = on("2026-11-22", path)
    kept.opened("event", "E1")
    kept.write()
    lines = path.read_text().splitlines()
    assert len(lines) == counts.MOST_ROWS + 1
    assert lines[-1] == "2026-11-22,event,E1,1"
    assert not any(line.startswith("2020-01-01") for line in lines)


def test_a_damaged_file_begins_anew_with_what_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    path.write_bytes(b"day,kind,id,opened\n2026-11-21,event,E1,2\nnonsense\n2026-11-21,event,E2,many\n")
    going_on = on("2026-11-22", path)
    going_on.opened("event", "E1")
    going_on.write()
    assert path.read_text().splitlines()[1:] == ["2026-11-21,event,E1,2", "2026-11-22,event,E1,1"]


def test_without_traces_nothing_is_written_and_nothing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic._Traces, "refused", True)
    counted = on("2026-11-22", tmp_path / "counts.csv")
    counted.opened("event", "E1")
    with pytest.raises(OSError, match="Read-only"):
        counted.write()
    counting = Counting(tmp_path / "counts.csv")
    counting._opened("event", "E1")
    counting.write()
    assert list(tmp_path.iterdir()) == []

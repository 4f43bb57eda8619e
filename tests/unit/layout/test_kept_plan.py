from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.collections import write_sample
from viewer.layout import kept_plan
from viewer.layout.kept_plan import crowd_plan, prepare
from viewer.layout.plan import Plan, make_plan
from viewer.layout.tracks import tracks_by_category
from viewer.loading.opening import open_collection
from viewer.model.edition import Edition

EVENTS = "events:\n" + "".join(
    f"  - {{id: e{at}, title: T, date: {1900 + at % 30}-0{at % 9 + 1}, category: order, text: T}}\n"
    for at in range(200)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_sample(
        tmp_path / "sample", events=EVENTS + "  - {id: u, title: U, category: order, text: T}\n"
    )


@pytest.fixture
def edition(folder: Path, tmp_path: Path) -> Edition:
    return open_collection(folder, cache=tmp_path / "cache").edition


def plan_of(edition: Edition) -> Plan:
    return crowd_plan(edition, tracks_by_category(edition.library, edition.columns, "en"))


def assert_same_plan(one: Plan, other: Plan) -> None:
    for field in fields(Plan):
        if field.name in {"columns", "tracks", "ends_sorted", "pyramid", "_found", "_lanes"}:
            continue
        np.testing.assert_array_equal(getattr(one, field.name), getattr(other, field.name), field.name)
    assert [(t.first_lane, t.lanes, t.total, t.spec.id) for t in one.tracks] == [
        (t.first_lane, t.lanes, t.total, t.spec.id) for t in other.tracks
    ]
    for left, right in zip(one.ends_sorted, other.ends_sorted, strict=True):
        assert (left is None) == (right is None)
        np.testing.assert_array_equal(left, right)
    np.testing.assert_array_equal(one.pyramid.reach, other.pyramid.reach)
    for level, other_level in zip(one.pyramid.levels, other.pyramid.levels, strict=True):
        assert level[0] == other_level[0]
        np.testing.assert_array_equal(level[1], other_level[1])


@pytest.fixture
def kept(edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the plan that was prepared."""
    monkeypatch.setattr(kept_plan, "CROWD", 100)
    prepare(edition)
    (folder,) = (tmp_path / "cache" / edition.key / "kept").iterdir()
    return folder


def test_a_kept_plan_is_the_plan_that_would_be_made(
    edition: Edition, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    specs = tracks_by_category(edition.library, edition.columns, "en")
    made = make_plan(edition.columns, specs, budget=kept_plan.CROWD_LANES)
    monkeypatch.setattr(kept_plan, "make_plan", lambda *_, **__: pytest.fail(f"{kept} was not taken"))
    assert_same_plan(plan_of(edition), made)


def test_other_tracks_have_another_plan(edition: Edition, kept: Path) -> None:
    assert kept.is_dir()
    other = make_plan(edition.columns, [], budget=kept_plan.CROWD_LANES)
    assert_same_plan(crowd_plan(edition, []), other)


def test_nothing_is_kept_for_small_editions(edition: Edition, tmp_path: Path) -> None:
    prepare(edition)
    assert not (tmp_path / "cache" / edition.key / "kept").exists()


@pytest.mark.parametrize("part", ["tracks.npy", "told.npy", "manifest.json"])
def test_a_torn_plan_is_made_anew(
    edition: Edition, kept: Path, folder: Path, tmp_path: Path, part: str
) -> None:
    specs = tracks_by_category(edition.library, edition.columns, "en")
    made = make_plan(edition.columns, specs, budget=kept_plan.CROWD_LANES)
    (kept / part).write_bytes(b"torn")
    again = open_collection(folder, cache=tmp_path / "cache")
    assert again.from_cache
    assert_same_plan(plan_of(again.edition), made)


def test_a_plan_of_another_make_is_made_anew(edition: Edition) -> None:
    specs = tracks_by_category(edition.library, edition.columns, "en")
    edition.keep(kept_plan.plan_name(specs), {"tracks": np.zeros((9, 3), np.int64)})
    assert plan_of(edition).tracks[0].total == 200

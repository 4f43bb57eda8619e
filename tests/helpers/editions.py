"""Compare editions by everything a window can ask of them."""

import numpy as np

from viewer.model.columns import EventColumns
from viewer.model.edition import LINK_KINDS, Edition

_COLUMNS = ("start_min", "start_max", "end_min", "end_max", "category", "importance", "flags")


def assert_same(one: Edition, other: Edition) -> None:
    """Fail where two editions differ."""
    assert_same_columns(one.columns, other.columns)
    for kind in LINK_KINDS:
        assert one.links[kind].ids == other.links[kind].ids
        for name in one.links[kind].ids:
            assert one.links[kind].of(name).tolist() == other.links[kind].of(name).tolist()
    for index in range(len(one.columns)):
        assert one.event(index) == other.event(index)
        assert one.event_id(index) == other.event_id(index)
        assert one.index_of(one.event_id(index)) == other.index_of(one.event_id(index)) == index
        for language in ("en", "fa", "de"):
            assert one.title(index, language) == other.title(index, language)
    assert one.library == other.library


def assert_same_columns(one: EventColumns, other: EventColumns) -> None:
    """Fail where the columns of two editions differ."""
    assert one.placed == other.placed
    for name in _COLUMNS:
        left, right = getattr(one, name), getattr(other, name)
        assert left.dtype == right.dtype
        np.testing.assert_array_equal(left, right, name)
    for name in ("event", "start", "end"):
        np.testing.assert_array_equal(getattr(one.parts, name), getattr(other.parts, name), name)

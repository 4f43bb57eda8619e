"""Any state comes back as it was; anything else is refused as a whole."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from viewer.state.serial import UnreadableStateError, plain_from_state, state_from_plain
from viewer.state.view_state import Range, ViewState

RANGES = st.tuples(st.integers(-(2**60), 2**60), st.integers(1, 2**50)).map(
    lambda r: Range(r[0], r[0] + r[1])
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(st.from_type(ViewState), RANGES)
def test_a_state_survives_json(state: ViewState, visible: Range) -> None:
    state = replace(state, visible=visible)
    text = json.dumps(plain_from_state(state), sort_keys=True)
    assert state_from_plain(json.loads(text)) == state


@given(JSON)
def test_other_values_are_refused(plain: Any) -> None:
    with pytest.raises(UnreadableStateError):
        state_from_plain(plain)


@given(st.sampled_from(["visible", "selection", "appearance", "query", "hit"]), JSON)
def test_a_broken_field_is_refused_or_read_exactly(name: str, broken: Any) -> None:
    plain = plain_from_state(ViewState(Range(0, 10**9)))
    try:
        state = state_from_plain(plain | {name: broken})
    except UnreadableStateError:
        return
    assert plain_from_state(state) == plain_from_state(state_from_plain(plain_from_state(state)))
    assert getattr(state, name) == broken or broken in (None, [])


def test_a_first_start_is_written_in_one_field() -> None:
    plain = plain_from_state(ViewState(Range(0, 10**9)))
    assert set(plain) == {"kind", "visible"}

"""Write a state as plain values and read it back: for citing a view, restoring it, reporting a fault.

Only what differs from a first start is written. What cannot be understood is refused as a whole, so that a
pasted text never leads to half a view.
"""

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import lru_cache
from types import UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from viewer.state.view_state import ViewState

Plain: TypeAlias = Any
"""What JSON can hold."""
Hint: TypeAlias = Any
"""A type as `get_type_hints` gives it."""

KIND = "kind"
"""Names the class where a field may hold one of several."""


class UnreadableStateError(ValueError):
    """The plain values are no state."""


def plain_from_state(state: ViewState) -> dict[str, Plain]:
    """Return the state as JSON values; equal states give equal values."""
    written: dict[str, Plain] = _written(state)
    return written


def state_from_plain(plain: object) -> ViewState:
    """Return the state that `plain` was made from. Raises UnreadableStateError."""
    try:
        state: ViewState = _read(ViewState, plain)
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
        raise UnreadableStateError(str(error)) from error
    if state.visible.start >= state.visible.end:
        raise UnreadableStateError("visible")
    return state


def _written(value: object) -> Plain:
    if is_dataclass(value) and not isinstance(value, type):
        held = {f.name: getattr(value, f.name) for f in fields(value)}
        wanted = {f.name: _written(held[f.name]) for f in fields(value) if held[f.name] != _default(f)}
        return {KIND: type(value).__name__} | wanted
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(_written(item) for item in value)
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    return value


def _default(field: "Field[Any]") -> object:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _read(wanted: Hint, plain: Plain) -> Plain:
    origin: Hint = get_origin(wanted)
    if origin in (UnionType, Union):
        return _read_union(get_args(wanted), plain)
    if origin in (tuple, frozenset):
        if not isinstance(plain, list):
            raise TypeError(plain)
        return origin(_read(get_args(wanted)[0], item) for item in plain)
    if is_dataclass(wanted):
        return _read_dataclass(wanted, plain)
    return _read_scalar(wanted, plain)


def _read_union(choices: tuple[Any, ...], plain: Plain) -> Plain:
    if plain is None and type(None) in choices:
        return None
    if isinstance(plain, dict):
        return _read(next(c for c in choices if getattr(c, "__name__", "") == plain[KIND]), plain)
    return _read(next(c for c in choices if c is not type(None)), plain)


def _read_dataclass(wanted: Hint, plain: Plain) -> Plain:
    if not isinstance(plain, dict) or plain.get(KIND) != wanted.__name__:
        raise TypeError(plain)
    hints = _hints(wanted)
    return wanted(**{name: _read(hints[name], value) for name, value in plain.items() if name != KIND})


@lru_cache(maxsize=64)
def _hints(wanted: type) -> dict[str, Any]:
    return get_type_hints(wanted)


def _read_scalar(wanted: Hint, plain: Plain) -> Plain:
    base: Hint = getattr(wanted, "__supertype__", wanted)
    if isinstance(base, type) and issubclass(base, Enum):
        return base(plain)
    if base is float and type(plain) is int:
        return float(plain)
    if type(plain) is not base:
        raise TypeError(plain)
    return plain

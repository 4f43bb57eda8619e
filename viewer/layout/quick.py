"""What NumPy's own functions do, without their wrappers.

A picture handles a few hundred numbers at a time; for so few, checking what was given takes a wrapper several
times as long as the work itself.
"""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)
Bound = float | NDArray[Any]


def true_at(mask: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return the positions, rising, at which a mask is true."""
    return mask.nonzero()[0]


def within(values: NDArray[Number], low: Bound, high: Bound) -> NDArray[Number]:
    """Return values, none below `low` nor above `high`."""
    held: NDArray[Number] = np.minimum(np.maximum(values, low), high)
    return held


def ahead(values: NDArray[Number], last: float = 0) -> NDArray[Number]:
    """Return for each value the next one; after the last one comes `last`."""
    moved = np.empty_like(values)
    if len(values):
        moved[:-1] = values[1:]
        moved[-1] = last
    return moved


def differ(values: NDArray[Number]) -> NDArray[np.bool_]:
    """Tell of each value but the first whether it is another than the one before."""
    changed: NDArray[np.bool_] = values[1:] != values[:-1]
    return changed

"""The windows that every contender is driven through, in milliseconds since 1970-01-01 UTC."""

from typing import TypeAlias

from tests.benchmarks.generate import CLUSTER, FIRST, LAST

Window: TypeAlias = "tuple[int, int]"
FRAMES = 60
_DAY = 86_400_000


def _ms(moment: float) -> int:
    return round(moment * 1000)


FULL: Window = (_ms(FIRST.timestamp()), _ms(LAST.timestamp()))
DENSE = _ms(CLUSTER.timestamp()) + 45 * _DAY
"""A moment in the middle of the cluster."""


def pan_full() -> list[Window]:
    """Move the whole range to and fro by a quarter."""
    length = FULL[1] - FULL[0]
    steps = [round(length * 0.25 * abs(1 - 2 * at / (FRAMES - 1))) for at in range(FRAMES)]
    return [(FULL[0] + step, FULL[1] + step) for step in steps]


def pan_near() -> list[Window]:
    """Move a hundredth of the range across the cluster."""
    width = (FULL[1] - FULL[0]) // 100
    first = DENSE - 2 * width
    return [(start, start + width) for start in (first + at * 3 * width // FRAMES for at in range(FRAMES))]


def zoom() -> list[Window]:
    """Go from the whole range to one day of the cluster, by equal ratios, and back."""
    half = FRAMES // 2
    shares = [at / (half - 1) for at in range(half)]
    inward = [_between(share) for share in shares]
    return inward + inward[::-1]


def _between(share: float) -> Window:
    whole = FULL[1] - FULL[0]
    width = whole * (_DAY / whole) ** share
    middle = DENSE + (sum(FULL) / 2 - DENSE) * (width - _DAY) / (whole - _DAY)
    return round(middle - width / 2), round(middle + width / 2)


def all_gestures() -> dict[str, object]:
    """Return what the drive reads: the full range, and each gesture by name."""
    return {"full": FULL, "pan-full": pan_full(), "pan-near": pan_near(), "zoom": zoom()}

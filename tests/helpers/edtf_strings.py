"""Many dates as sources write them: every form of EDTF that the collection format knows, by seeded chance."""

from collections.abc import Iterator

import numpy as np

from viewer.model.dates.edtf import EdtfError, FuzzyDate, parse_edtf

QUALIFIERS = ("", "", "", "~", "?", "%")


def some_dates(number: int, seed: int) -> Iterator[FuzzyDate]:
    """Give so many dates that can stand on the axis."""
    dice = np.random.default_rng(seed)
    given = 0
    while given < number:
        try:
            date = parse_edtf(_some(dice))
        except EdtfError:
            continue
        if date.is_placeable:
            given += 1
            yield date


def _some(dice: np.random.Generator) -> str:
    form = dice.random()
    if form < 0.45:
        return _point(dice)
    if form < 0.75:
        return "/".join(sorted((_point(dice), _point(dice))))
    if form < 0.9:
        point, mark = _point(dice), str(dice.choice(["..", ""]))
        return f"{point}/{mark}" if dice.random() < 0.6 else f"{mark}/{point}"
    points = sorted(_plain(dice) for _ in range(int(dice.integers(2, 5))))
    return f"[{points[0]}..{points[1]}]" if dice.random() < 0.3 else f"[{','.join(points)}]"


def _point(dice: np.random.Generator) -> str:
    text = _plain(dice)
    if dice.random() < 0.15:
        text = f"{text[:3]}X" if dice.random() < 0.5 else f"{text[:2]}XX"
    elif dice.random() < 0.1:
        text = f"{text[:4]}-{dice.integers(21, 25)}"
    return text + str(dice.choice(QUALIFIERS))


def _plain(dice: np.random.Generator) -> str:
    year = int(dice.integers(1975, 1995)) if dice.random() < 0.8 else int(dice.integers(600, 2400))
    month, day = int(dice.integers(1, 13)), int(dice.integers(1, 29))
    parts = (f"{year:04}", f"{month:02}", f"{day:02}")
    return "-".join(parts[: int(dice.choice([1, 2, 3, 3, 3]))])

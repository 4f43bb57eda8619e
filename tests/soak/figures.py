"""What a soak gave, and how it is told."""

from array import array
from dataclasses import asdict, dataclass, field
from typing import TypeAlias

import numpy as np

Numbers: TypeAlias = "array[float]"
WARM_UP = 0.2
"""Share of the visits before the memory counts: what is kept of texts, letters and entries is bounded, but
fills slowly, since a rare text size in a rare theme comes once in thousands of interactions."""
TENTH = 0.1
"""Share of the frames at begin and end that are compared."""
SETTLED = 0.05
"""Share of the visits over which the memory is taken as a median."""
MOST_GROWTH = 2.0
"""Percent by which the memory may have grown after the warm-up."""
MOST_SLOWER = 10.0
"""Percent by which the 95th percentile may grow, measured against known work at the same moment."""
MEASURES = {
    "by the clock": "ms",
    "time of the painting thread": "ms",
    "the same against known work at the same moment": "times",
}
"""How a frame is measured, and in what; on a shared machine the last tells most."""


@dataclass
class Figures:
    """Counts and measures; the lists hold one number for each visit or frame."""

    asked: int = 0
    interactions: int = 0
    visits: int = 0
    exceptions: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """Warnings of Qt."""
    leftovers: int = 0
    """Visits after which the state or the widgets were not as at the first start."""
    kinds: dict[str, int] = field(default_factory=dict)
    """How often each kind of interaction came."""
    seconds: float = 0.0
    own_seconds: float = 0.0
    """Of the processor, whatever else the machine did."""
    memory: Numbers = field(default_factory=lambda: array("d"))
    """Megabytes after each visit; in arrays, since what measures must not grow itself."""
    frames: tuple[Numbers, ...] = field(default_factory=lambda: tuple(array("d") for _ in MEASURES))
    """For each of `MEASURES` the value of each frame."""

    @property
    def warm_megabytes(self) -> float:
        """Memory after the warm-up."""
        first = int(len(self.memory) * WARM_UP)
        return _median(self.memory[first : first + self._some])

    @property
    def end_megabytes(self) -> float:
        """Memory at the end."""
        return _median(self.memory[-self._some :])

    @property
    def _some(self) -> int:
        return max(int(len(self.memory) * SETTLED), 1)

    @property
    def growth_percent(self) -> float:
        """Growth of memory since the warm-up."""
        return _more(self.warm_megabytes, self.end_megabytes)

    def slowest(self, measure: int, *, last: bool) -> float:
        """Return the 95th percentile, by a measure, of the first or last tenth of the frames."""
        taken = self.frames[measure]
        count = max(int(len(taken) * TENTH), 1)
        part = taken[-count:] if last else taken[:count]
        return float(np.percentile(part, 95)) if part else 0.0

    def slower_percent(self, measure: int) -> float:
        """Return by how much the slowest frames of the last tenth differ from those of the first."""
        return _more(self.slowest(measure, last=False), self.slowest(measure, last=True))

    @property
    def sound(self) -> bool:
        """True when nothing failed, was left, grew or became slower."""
        quiet = not (self.exceptions or self.complaints or self.leftovers)
        return quiet and self.growth_percent < MOST_GROWTH and self.slower_percent(2) < MOST_SLOWER

    def rows(self) -> list[tuple[str, str]]:
        """Return names and values for people."""
        return [
            ("interactions", f"{self.interactions:,} of {self.asked:,}"),
            ("visits, each followed by a reset", f"{self.visits:,}"),
            ("exceptions", f"{len(self.exceptions)}"),
            ("warnings of Qt", f"{len(self.complaints)}"),
            ("visits that left something behind", f"{self.leftovers}"),
            ("memory after the warm-up (a fifth)", f"{self.warm_megabytes:.1f} MB"),
            ("memory at the end", f"{self.end_megabytes:.1f} MB ({self.growth_percent:+.2f} %)"),
            ("memory at the end of each tenth", self._course()),
            *[
                (f"frame, 95th percentile, {name}", self._frame_words(measure, unit))
                for measure, (name, unit) in enumerate(MEASURES.items())
            ],
            ("time of the processor for each interaction", f"{self._each_ms(self.own_seconds):.1f} ms"),
            (
                "duration",
                f"{self.seconds:,.0f} s ({self._each_ms(self.seconds):.1f} ms for each interaction)",
            ),
        ]

    def plain(self) -> dict[str, object]:
        """Return the figures for JSON, without the long lists."""
        told = {name: value for name, value in asdict(self).items() if name not in ("memory", "frames")}
        return told | {"told": dict(self.rows())}

    def report(self) -> str:
        """Return the figures as tables in Markdown, and every different fault."""
        lines = ["| soak | |", "|---|---|", *(f"| {name} | {value} |" for name, value in self.rows())]
        kinds = ", ".join(f"{name} {count:,}" for name, count in sorted(self.kinds.items()))
        faults = sorted({*self.exceptions, *self.complaints})
        return "\n".join([*lines, "", f"Kinds of interaction: {kinds}.", "", *faults]).rstrip() + "\n"

    def _course(self) -> str:
        ends = [len(self.memory) * tenth // 10 for tenth in range(1, 11)]
        return ", ".join(f"{self.memory[end - 1]:.0f}" for end in ends if end) + " MB"

    def _frame_words(self, measure: int, unit: str) -> str:
        first, last = (self.slowest(measure, last=last) for last in (False, True))
        change = self.slower_percent(measure)
        return f"first tenth {first:.2f} {unit}, last tenth {last:.2f} {unit} ({change:+.1f} %)"

    def _each_ms(self, seconds: float) -> float:
        return 1000 * seconds / max(self.interactions, 1)


def _median(numbers: Numbers) -> float:
    return float(np.median(numbers)) if numbers else 0.0


def _more(before: float, after: float) -> float:
    return 100 * (after / before - 1) if before else 0.0

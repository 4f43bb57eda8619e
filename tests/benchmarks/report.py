"""Sum up the figures of a run as a Markdown table."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.benchmarks.figures import percentile

_GESTURES = ("pan-full", "pan-near", "zoom")


def markdown(results: Mapping[str, Any]) -> str:
    """Return the tables of a run: frames, then opening, memory and search."""
    return "\n".join(
        [
            f"Measured {results['date']} on {results['machine']}, 1920×1080, no graphics card.",
            "Frame: set the visible window → pixels, p50 (p95) in ms; × is the ratio of p50 to the floor.",
            "",
            *_frames(results["runs"]),
            "",
            "Every frame beside one of the floor in the same process, p50 of the ratios:",
            "",
            *_beside(results["runs"]),
            "",
            *_others(results["runs"]),
            "",
        ]
    )


def _frames(runs: list[Mapping[str, Any]]) -> Iterator[str]:
    yield "| events | floor | " + " | ".join(f"Sanad {name}" for name in _GESTURES) + " | pyqtgraph, worst |"
    yield "|" + "---|" * (len(_GESTURES) + 3)
    for run in runs:
        floor = percentile(run["floor"]["frames"], 50)
        own = [_cell(run["sanad"][name], floor) for name in _GESTURES]
        worst = max((run["pyqtgraph"][name] for name in _GESTURES), key=lambda times: percentile(times, 50))
        cells = [f"{run['events']:,}", _times(run["floor"]["frames"]), *own, _cell(worst, floor)]
        yield "| " + " | ".join(cells) + " |"


def _beside(runs: list[Mapping[str, Any]]) -> Iterator[str]:
    yield "| events | " + " | ".join(_GESTURES) + " | pyqtgraph, worst | times faster, worst |"
    yield "|" + "---|" * (len(_GESTURES) + 3)
    for run in runs:
        own, peer = run["beside"], max(run["pyqtgraph"]["beside"].values())
        cells = [
            *(f"×{own[name]:.1f}" for name in _GESTURES),
            f"×{peer:.1f}",
            f"{peer / max(own.values()):.1f}",
        ]
        yield f"| {run['events']:,} | " + " | ".join(cells) + " |"


def _others(runs: list[Mapping[str, Any]]) -> Iterator[str]:
    heads = (
        "events",
        "open ms",
        "peak MB",
        "search ms",
        "250 titles ms",
        "pyqtgraph open ms",
        "pyqtgraph MB",
    )
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for run in runs:
        own, peer, search = run["sanad"], run["pyqtgraph"], run["search"]
        figures = [
            own["open_ms"],
            own["rss_mb"],
            max(search["ms"].values()),
            search["titles_250_ms"],
            peer["open_ms"],
            peer["rss_mb"],
        ]
        yield f"| {run['events']:,} | " + " | ".join(_short(one) for one in figures) + " |"


def _cell(times: list[float], floor: float) -> str:
    return f"{_times(times)} ×{percentile(times, 50) / floor:.1f}"


def _times(times: list[float]) -> str:
    return f"{percentile(times, 50):.1f} ({percentile(times, 95):.1f})"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"

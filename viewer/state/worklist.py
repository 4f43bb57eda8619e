"""Write a curator's worklist: what the evidence of each event lacks, as a table or as plain values."""

from collections.abc import Iterable
from typing import Any

from viewer.base.messages import Catalogue
from viewer.model.edition import Edition
from viewer.state.evidence import Task, summarise, worklist, worklist_kinds

GAP = "  "


def worklist_text(edition: Edition, catalogue: Catalogue) -> str:
    """Return the worklist as a table, then how many events are of each kind."""
    say = catalogue.say
    heads = tuple(say(f"worklist.column.{name}") for name in ("event", "sources", "positions", "kinds"))
    rows = [heads, *(_row(task, catalogue) for task in worklist(edition))]
    return "\n".join([*_aligned(rows), "", *_sums(edition, catalogue)]) + "\n"


def worklist_plain(edition: Edition) -> dict[str, Any]:
    """Return the worklist as JSON values."""
    tasks = tuple(worklist(edition))
    return {
        "total": len(edition.columns),
        "counts": _counts(edition, tasks),
        "events": [
            {
                "id": task.event,
                "sources": task.sources,
                "positions": [position.value for position in task.positions],
                "kinds": [kind.value for kind in task.kinds],
            }
            for task in tasks
        ],
    }


def _counts(edition: Edition, tasks: Iterable[Task]) -> dict[str, int]:
    kinds = worklist_kinds(edition)
    summary = summarise(edition, kinds)
    counts = {kind.value: summary.count(kind) for kind in kinds}
    return counts | {"no-source": sum(not task.sources for task in tasks)}


def _row(task: Task, catalogue: Catalogue) -> tuple[str, ...]:
    kinds = [catalogue.say(f"worklist.kind.{kind}") for kind in task.kinds]
    if not task.sources:
        kinds.insert(0, catalogue.say("worklist.kind.no-source"))
    positions = (catalogue.say(f"source.position.{position}") for position in task.positions)
    number = catalogue.number(task.sources)
    return (task.event, number, catalogue.listing(positions), catalogue.listing(kinds))


def _sums(edition: Edition, catalogue: Catalogue) -> list[str]:
    total = len(edition.columns)
    counts = _counts(edition, worklist(edition))
    return [
        catalogue.say(
            "worklist.sum", kind=catalogue.say(f"worklist.kind.{name}"), ratio=catalogue.ratio(number, total)
        )
        for name, number in counts.items()
    ]


def _aligned(rows: list[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]

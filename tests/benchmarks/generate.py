"""Write seeded sets of events with strong clusters as JSON Lines.

Usage: python -m tests.benchmarks.generate FILE COUNT
"""

import json
import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

SEED = 1367
FIRST = datetime(1978, 1, 1, tzinfo=UTC)
LAST = datetime(2003, 1, 1, tzinfo=UTC)
CLUSTER = datetime(1988, 7, 1, tzinfo=UTC)
CLUSTER_DAYS = 92
IN_CLUSTER = 0.4
INTERVALS = 0.3
LONG = 0.01
CATEGORIES = ("background", "order", "hearing", "statement", "letter", "report", "search", "memory")
_SUBJECTS = (
    "Committee",
    "Court",
    "Delegation",
    "Family",
    "Commission",
    "Newspaper",
    "Ministry",
    "Group",
    "Witness",
)
_ACTS = ("meets", "publishes", "writes to", "visits", "replies to", "questions", "informs", "hears", "asks")
_OBJECTS = ("the assembly", "relatives", "the archive", "the rapporteur", "an envoy", "the press", "a lawyer")
_PLACES = (
    "in the capital",
    "in the north",
    "abroad",
    "at the border",
    "in two provinces",
    "by letter",
    "in public",
)


def events(count: int, seed: int = SEED) -> Iterator[dict[str, str | None]]:
    """Give events in the fields of an import; the same for the same count and seed."""
    chance = random.Random(seed)  # noqa: S311 - data for measuring, not secrets
    for number in range(count):
        start = _start(chance)
        yield {
            "id": f"e{number:07d}",
            "title": f"{_phrase(chance)} {number}",
            "start": _written(start),
            "end": _end(chance, start),
            "category": chance.choice(CATEGORIES),
            "text": f"{_phrase(chance)}. {_phrase(chance)}.",
        }


def _start(chance: random.Random) -> datetime:
    if chance.random() < IN_CLUSTER:
        return CLUSTER + timedelta(seconds=chance.randrange(CLUSTER_DAYS * 86_400))
    return FIRST + timedelta(seconds=chance.randrange(int((LAST - FIRST).total_seconds())))


def _end(chance: random.Random, start: datetime) -> str | None:
    kind = chance.random()
    if kind < LONG:
        return _written(start + timedelta(days=chance.randrange(200, 1500)))
    if kind < INTERVALS:
        return _written(start + timedelta(minutes=chance.randrange(30, 30 * 1440)))
    return None


def _written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S")


def _phrase(chance: random.Random) -> str:
    return " ".join(chance.choice(words) for words in (_SUBJECTS, _ACTS, _OBJECTS, _PLACES))


def write(path: Path, count: int, seed: int = SEED) -> None:
    """Write one event a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(event, ensure_ascii=False) + "\n" for event in events(count, seed))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))

"""Measure search as one types: python -m tests.benchmarks.searching FOLDER."""

import sys
from pathlib import Path

from tests.benchmarks.figures import peak_mb, tell, timed_ms
from viewer.loading.opening import open_collection

TYPED = (
    "c",
    "co",
    "com",
    "commission",
    "commission v",
    "commission visits",
    "1",
    "12",
    "the",
    "the c",
    "zzz",
    "in",
)
REPEATS = 5


def main(folder: Path) -> None:
    """Search for each beginning of a query, some of which most events match."""
    edition = open_collection(folder).edition
    every = len(edition.columns)
    times = {query: min(timed_ms(edition.search, query, every) for _ in range(REPEATS)) for query in TYPED}
    found = {query: len(edition.search(query, every)) for query in TYPED}
    titles = [timed_ms(lambda: [edition.title(at, "en") for at in range(250)]) for _ in range(REPEATS)]
    tell({"ms": times, "found": found, "titles_250_ms": min(titles), "rss_mb": peak_mb()})


if __name__ == "__main__":
    main(Path(sys.argv[1]))

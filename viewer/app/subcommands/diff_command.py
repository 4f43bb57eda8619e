"""Tell what changed between two editions of a collection."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from viewer.app.terminal import progress_line
from viewer.app.words import words
from viewer.base.messages import Catalogue
from viewer.loading.opening import UnreadableError, open_collection
from viewer.loading.problem_text import problem_line
from viewer.model.collection import Collection
from viewer.model.difference_plain import plain_changes
from viewer.model.differences import diff_collections
from viewer.state.difference_text import difference_lines


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options."""
    parser.add_argument("old", type=Path, help=say("edition.option.old"))
    parser.add_argument("new", type=Path, help=say("edition.option.new"))
    parser.add_argument("--json", action="store_true", help=say("cli.option.json"))
    parser.add_argument("--language", choices=["en", "fa"], help=say("cli.option.language"))


def run(arguments: argparse.Namespace) -> int:
    """Print what changed: 0 nothing, 1 something, 2 one of them cannot be opened."""
    catalogue = words([f"--language={arguments.language}"])
    try:
        old, new = (collection_at(path, catalogue) for path in (arguments.old, arguments.new))
    except UnreadableError as error:
        lines = [problem_line(problem, catalogue) for problem in error.problems]
        sys.stderr.write("".join(f"{line}\n" for line in lines))
        return 2
    changes = diff_collections(old, new)
    if arguments.json:
        sys.stdout.write(json.dumps(plain_changes(changes), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in difference_lines(changes, catalogue)))
    return 1 if changes else 0


def collection_at(path: Path, catalogue: Catalogue) -> Collection:
    """Return everything that an edition or a collection holds. Raises UnreadableError."""
    edition = open_collection(path, progress=progress_line(catalogue)).edition
    events = (edition.event(index) for index in range(len(edition.columns)))
    return Collection(edition.library, {event.id: event for event in events})

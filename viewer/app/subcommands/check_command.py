"""Check a collection: all problems with their places, then the counts of everything."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from viewer.app.words import words
from viewer.base.messages import Catalogue
from viewer.base.resources import bundled_collection
from viewer.loading.collection_files import read_collection
from viewer.loading.opening import UnreadableError, open_collection
from viewer.loading.problem_text import problem_line, problem_message
from viewer.loading.venue.recognising import is_venue_file
from viewer.model.problem import Problem, Severity
from viewer.state.worklist import worklist_plain, worklist_text


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options."""
    parser.add_argument("collection", nargs="?", type=Path, help=say("cli.option.collection"))
    parser.add_argument("--evidence", action="store_true", help=say("worklist.option"))
    parser.add_argument("--json", action="store_true", help=say("cli.option.json"))
    parser.add_argument("--language", choices=["en", "fa"], help=say("cli.option.language"))


def run(arguments: argparse.Namespace) -> int:
    """Print the problems; 0 only without errors."""
    catalogue = words([f"--language={arguments.language}"])
    folder = arguments.collection or bundled_collection()
    if is_venue_file(folder):
        return _check_venue(folder, catalogue, as_json=arguments.json)
    if arguments.evidence:
        return _tell_evidence(folder, catalogue, as_json=arguments.json)
    read = read_collection(folder)
    counts = dict(read.counts)
    write = _as_json if arguments.json else _as_text
    sys.stdout.write(write(read.problems, counts, catalogue))
    return 1 if any(row.severity is Severity.ERROR for row in read.problems) else 0


def _tell_evidence(path: Path, catalogue: Catalogue, *, as_json: bool) -> int:
    """Print the worklist of any form of collection; 2 where nothing can be opened."""
    try:
        edition = open_collection(path).edition
    except (UnreadableError, OSError):
        sys.stderr.write(catalogue.say("cli.not_opened", path=str(path)) + "\n")
        return 2
    if as_json:
        sys.stdout.write(json.dumps(worklist_plain(edition), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(worklist_text(edition, catalogue))
    return 0


def _check_venue(path: Path, catalogue: Catalogue, *, as_json: bool) -> int:
    """Print what is wrong with a venue file, alone and beside the collection it names."""
    from viewer.app.kiosk.house import venue_problems

    problems = venue_problems(path)
    if as_json:
        sys.stdout.write(_as_json(problems, {}, catalogue))
    else:
        lines = [problem_line(problem, catalogue) for problem in problems]
        lines = lines or [catalogue.say("kiosk.check.sound", file=path.name)]
        sys.stdout.write("\n".join(lines) + "\n")
    return 1 if problems else 0


def _as_json(problems: tuple[Problem, ...], counts: Mapping[str, int], catalogue: Catalogue) -> str:
    rows = [
        {
            "file": row.file,
            "line": row.line,
            "column": row.column,
            "severity": row.severity.value,
            "code": row.code,
            "message": problem_message(row, catalogue),
        }
        for row in problems
    ]
    return json.dumps({"counts": counts, "problems": rows}, ensure_ascii=False, indent=2) + "\n"


def _as_text(problems: tuple[Problem, ...], counts: Mapping[str, int], catalogue: Catalogue) -> str:
    lines = [problem_line(row, catalogue) for row in problems]
    errors = sum(row.severity is Severity.ERROR for row in problems)
    lines.append(catalogue.say("cli.check.sum", errors=errors, warnings=len(problems) - errors))
    lines.extend(
        catalogue.say("cli.check.count", name=catalogue.say(f"cli.counted.{name}"), n=number)
        for name, number in counts.items()
    )
    return "\n".join(lines) + "\n"

"""Import a large set of events from JSON Lines into a folder that opens like any collection."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from viewer.app.terminal import progress_line
from viewer.app.words import words

_FIELDS = ("id", "texts", "dates", "category", "importance", "names")


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options, and its help the fields of a line."""
    parser.epilog = " ".join(say(f"import.fields.{name}") for name in _FIELDS)
    parser.add_argument("file", type=Path, metavar="EVENTS.jsonl", help=say("cli.option.events"))
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FOLDER", help=say("cli.option.folder")
    )
    parser.add_argument("--language", choices=["en", "fa"], help=say("cli.option.language"))


def run(arguments: argparse.Namespace) -> int:
    """Import and report; 1 when lines had to be left out, 2 when nothing could be imported."""
    from viewer.layout.kept_plan import prepare
    from viewer.loading.importing.jsonl import ImportRefusedError, import_jsonl
    from viewer.loading.importing.wording import report_lines
    from viewer.loading.opening import open_collection

    catalogue = words([f"--language={arguments.language}"])
    try:
        report = import_jsonl(arguments.file, arguments.output, progress=progress_line(catalogue))
    except ImportRefusedError as error:
        sys.stderr.write(catalogue.say(f"import.refused.{error.code}", path=str(error.path)) + "\n")
        return 2
    prepare(open_collection(report.folder).edition)
    sys.stdout.write("\n".join(report_lines(report, catalogue)) + "\n")
    return 1 if report.left_out else 0

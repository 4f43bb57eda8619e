"""Verify an edition and name each file that differs."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from viewer.app.asking import key_problem, not_read
from viewer.app.terminal import progress_line
from viewer.app.words import words
from viewer.base.resources import bundled_collection
from viewer.loading.signing.keys import KeyFormatError
from viewer.loading.signing.trust import trusted_keys
from viewer.loading.verifying import verify
from viewer.model.verification import Standing, Verification
from viewer.state.verification_text import verification_lines

_CODES = {Standing.VERIFIED: 0, Standing.SIGNED: 0, Standing.CHANGED: 1, Standing.UNKNOWN: 3}


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options."""
    parser.add_argument("edition", nargs="?", type=Path, help=say("edition.option.checked"))
    parser.add_argument(
        "--trust", action="append", default=[], metavar="PUBLICKEY", help=say("edition.option.trust")
    )
    parser.add_argument("--json", action="store_true", help=say("cli.option.json"))
    parser.add_argument("--language", choices=["en", "fa"], help=say("cli.option.language"))


def run(arguments: argparse.Namespace) -> int:
    """Verify and report: 0 whole, 1 changed, 2 cannot be read, 3 nothing to compare with."""
    catalogue = words([f"--language={arguments.language}"])
    path = arguments.edition or bundled_collection()
    try:
        found = verify(path, trusted=trusted_keys(arguments.trust), progress=progress_line(catalogue))
    except KeyFormatError as error:
        sys.stderr.write(key_problem(", ".join(arguments.trust), error, catalogue) + "\n")
        return 2
    except OSError as error:
        sys.stderr.write(not_read(path, error, catalogue) + "\n")
        return 2
    text = _as_json(found) if arguments.json else "\n".join(verification_lines(found, path.name, catalogue))
    sys.stdout.write(text + "\n")
    return _CODES[found.standing]


def _as_json(found: Verification) -> str:
    return json.dumps(asdict(found), ensure_ascii=False, indent=2)

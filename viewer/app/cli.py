"""The command line: one table of subcommands, each a module; without one, a collection is opened."""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NoReturn

from viewer import __version__
from viewer.app.words import words

SUBCOMMANDS = ("open", "check", "render", "export", "import", "pack", "verify", "diff", "key", "pin")
"""Each is `viewer.app.subcommands.<name>_command` with `add_arguments(parser)` and `run(arguments)`."""
UNLISTED = ("exhibit",)
"""Called by the program itself."""


def parse(given: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for; exits with code 2 and a message where it cannot be understood."""
    if "--version" in given:
        sys.stdout.write(f"sanad {__version__}\n")
        raise SystemExit(0)
    name, rest = _split(given)
    if name == "open" and "--self-check" in rest:
        name = "self_check"
    module = import_module(f"viewer.app.subcommands.{name}_command")
    catalogue = words(rest)
    shown = "sanad" if name in ("open", "self_check") else f"sanad {name}"
    parser = _Parser(
        catalogue.say,
        prog=shown,
        description=catalogue.say(f"cli.{name}.description"),
        epilog=_overview(name, catalogue.say),
    )
    module.add_arguments(parser, catalogue.say)
    parser.set_defaults(run=module.run)
    return parser.parse_args(rest)


class _Parser(argparse.ArgumentParser):
    """Says in one line what cannot be understood."""

    def __init__(self, say: Callable[..., str], **given: Any) -> None:
        super().__init__(**given)
        self._say = say

    def error(self, message: str) -> NoReturn:
        hint = self._say("cli.see_help", program=self.prog)
        self.exit(2, f"{self.prog}: {message} ({hint})\n")


def _split(given: Sequence[str]) -> tuple[str, list[str]]:
    """Return the subcommand and the rest; anything else is something to open."""
    if given and given[0] in (*SUBCOMMANDS, *UNLISTED):
        return given[0], list(given[1:])
    return "open", list(given)


def _overview(name: str, say: Callable[..., str]) -> str | None:
    """List the subcommands below the help of the program itself."""
    if name != "open":
        return None
    return say("cli.subcommands", names=", ".join(SUBCOMMANDS))

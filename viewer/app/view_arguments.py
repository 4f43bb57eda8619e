"""Options of the command line that say what the window shows at first; what reads them is `view_options`."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path

from viewer.state.view_state import Language, Theme, TimeDirection

TEXT_SIZES = range(100, 201)
"""Text sizes in percent."""


def add_view_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give a parser the options of the first view."""
    parser.add_argument("collection", nargs="?", type=Path, help=say("cli.option.collection"))
    parser.add_argument("--language", choices=[x.value for x in Language], help=say("cli.option.language"))
    parser.add_argument("--theme", choices=[x.value for x in Theme], help=say("cli.option.theme"))
    parser.add_argument(
        "--text-size", type=partial(_percent, say), help=say("cli.option.text_size"), metavar="100-200"
    )
    parser.add_argument("--select", default="", metavar="ID", help=say("cli.option.select"))
    parser.add_argument("--range", default="", metavar="EDTF", help=say("cli.option.range"))
    parser.add_argument("--search", default="", metavar="WORDS", help=say("cli.option.search"))
    parser.add_argument("--list", action="store_true", help=say("cli.option.list"))
    parser.add_argument(
        "--time",
        choices=[x.value for x in TimeDirection],
        help=say("cli.option.time"),
    )


def _percent(say: Callable[..., str], text: str) -> int:
    digits = text.rstrip("%")
    if not digits.isdecimal() or int(digits) not in TEXT_SIZES:
        raise argparse.ArgumentTypeError(say("cli.bad_percent", value=text))
    return int(digits)

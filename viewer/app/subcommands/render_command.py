"""Draw the window, or the timeline alone, into a picture without any display."""

import argparse
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from viewer.app.view_arguments import add_view_arguments
from viewer.app.view_options import view_options
from viewer.app.words import words

KINDS = (".png", ".svg", ".pdf")


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options."""
    add_view_arguments(parser, say)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help=say("cli.option.output")
    )
    parser.add_argument(
        "--size", type=partial(size, say), default=(1920, 1080), metavar="WxH", help=say("cli.option.size")
    )
    parser.add_argument("--only", choices=["timeline"], help=say("cli.option.only"))


def run(arguments: argparse.Namespace) -> int:
    """Write the picture and say where."""
    catalogue = words([f"--language={arguments.language}"])
    if arguments.output.suffix.lower() not in KINDS:
        sys.stderr.write(catalogue.say("cli.bad_kind", path=str(arguments.output)) + "\n")
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from viewer.app.picture import draw_picture

    options = view_options(arguments, catalogue.language)
    return draw_picture(options, arguments.output, arguments.size, arguments.only, catalogue)


def size(say: Callable[..., str], text: str) -> tuple[int, int]:
    """Return width and height of `WxH` in logical pixels."""
    width, _, height = text.lower().partition("x")
    sides = [int(side) for side in (width, height) if side.isdecimal() and int(side) in SIDES]
    if len(sides) < len("wh"):
        raise argparse.ArgumentTypeError(say("cli.bad_size", value=text))
    return sides[0], sides[1]


SIDES = range(320, 8193)
"""Sides of a picture that can be drawn."""

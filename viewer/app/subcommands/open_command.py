"""Open a collection in the window."""

import argparse
import os
import sys
from collections.abc import Callable

from viewer.app.view_options import add_view_arguments, view_options
from viewer.app.words import words


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options."""
    add_view_arguments(parser, say)
    parser.add_argument("--version", action="store_true", help=say("cli.option.version"))


def run(arguments: argparse.Namespace) -> int:
    """Show the window until it is closed."""
    catalogue = words([f"--language={arguments.language}"])
    if no_display():
        sys.stderr.write(catalogue.say("cli.no_display") + "\n")
        return 2
    from viewer.app.desktop import run_desktop

    return run_desktop(view_options(arguments, catalogue.language), catalogue)


def no_display() -> bool:
    """Tell whether no window can be shown: a Linux without X11 and Wayland, unless a platform is named."""
    named = (
        os.environ.get("QT_QPA_PLATFORM") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return sys.platform.startswith("linux") and not named

"""Open a collection in the window."""

import argparse
import os
import sys
from collections.abc import Callable

from viewer.app.remembering import last_look
from viewer.app.traces import begin_traces
from viewer.app.view_options import add_view_arguments, view_options
from viewer.app.words import words
from viewer.base.places import settings_folder
from viewer.loading.settings import load_settings


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options."""
    add_view_arguments(parser, say)
    parser.add_argument("--no-trace", action="store_true", help=say("trace.option"))
    parser.add_argument("--first-frame", action="store_true", help=say("trace.first_frame"))
    parser.add_argument("--self-check", action="store_true", help=say("self_check.option"))
    parser.add_argument("--version", action="store_true", help=say("cli.option.version"))


def run(arguments: argparse.Namespace) -> int:
    """Show the window until it is closed."""
    traces = begin_traces(asked=arguments.no_trace)
    chosen = last_look(load_settings(settings_folder()))
    named = arguments.language or (chosen and chosen.language.value)
    catalogue = words([f"--language={named}"])
    if no_display():
        sys.stderr.write(catalogue.say("cli.no_display") + "\n")
        return 2
    from viewer.app.desktop import run_desktop

    options = view_options(arguments, catalogue.language, chosen)
    return run_desktop(options, catalogue, traces, one_frame=arguments.first_frame)


def no_display() -> bool:
    """Tell whether no window can be shown: a Linux without X11 and Wayland, unless a platform is named."""
    named = (
        os.environ.get("QT_QPA_PLATFORM") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return sys.platform.startswith("linux") and not named

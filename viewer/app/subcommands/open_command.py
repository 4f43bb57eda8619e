"""Open a collection in the window."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from viewer.app.beginning import begin
from viewer.app.last_look import last_look
from viewer.app.traces import begin_traces
from viewer.app.view_arguments import add_view_arguments
from viewer.app.words import words
from viewer.base.places import settings_folder
from viewer.loading.settings import load_settings
from viewer.loading.venue.recognising import is_venue_file


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options."""
    add_view_arguments(parser, say)
    parser.add_argument("--profile", choices=["desktop", "kiosk"], help=say("cli.option.profile"))
    parser.add_argument("--venue", type=Path, metavar="VENUE.yaml", help=say("cli.option.venue"))
    parser.add_argument("--no-trace", action="store_true", help=say("trace.option"))
    parser.add_argument("--first-frame", action="store_true", help=say("trace.first_frame"))
    parser.add_argument("--self-check", action="store_true", help=say("self_check.option"))
    parser.add_argument("--version", action="store_true", help=say("cli.option.version"))


def run(arguments: argparse.Namespace) -> int:
    """Show the window until it is closed; a venue file opens as an exhibition."""
    if (code := _exhibition(arguments)) is not None:
        return code
    traces = begin_traces(asked=arguments.no_trace)
    chosen = last_look(load_settings(settings_folder()))
    named = arguments.language or (chosen and chosen.language.value)
    catalogue = words([f"--language={named}"])
    if no_display():
        sys.stderr.write(catalogue.say("cli.no_display") + "\n")
        return 2
    begin()
    # Imported after it, because it makes importing quicker.
    from viewer.app.desktop import run_desktop
    from viewer.app.view_options import view_options

    options = view_options(arguments, catalogue.language, chosen)
    return run_desktop(options, catalogue, traces, one_frame=arguments.first_frame)


def _exhibition(arguments: argparse.Namespace) -> int | None:
    """Run the exhibition that was asked for; None when none was."""
    venue, collection = arguments.venue, arguments.collection
    if venue is None and collection is not None and is_venue_file(collection):
        venue, collection = collection, None
    if arguments.profile == "desktop" or (venue is None and arguments.profile is None):
        return None
    catalogue = words([f"--language={arguments.language}"])
    if no_display():
        sys.stderr.write(catalogue.say("cli.no_display") + "\n")
        return 2
    from viewer.app.kiosk.run import run_kiosk

    return run_kiosk(venue, collection, catalogue, no_trace=arguments.no_trace)


def no_display() -> bool:
    """Tell whether no window can be shown: a Linux without X11 and Wayland, unless a platform is named."""
    named = (
        os.environ.get("QT_QPA_PLATFORM") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return sys.platform.startswith("linux") and not named

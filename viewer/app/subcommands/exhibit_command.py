"""Be the viewer below the supervisor of an exhibition; nobody calls this by hand."""

import argparse
from collections.abc import Callable
from pathlib import Path

from viewer.app.beginning import begin
from viewer.app.traces import begin_traces


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options."""
    parser.add_argument("--venue", type=Path, help=say("cli.option.venue"))
    parser.add_argument("--collection", type=Path, help=say("cli.option.collection"))
    parser.add_argument("--no-trace", action="store_true", help=say("trace.option"))
    parser.add_argument("--language", default="en", choices=["en", "fa"], help=say("cli.option.language"))


def run(arguments: argparse.Namespace) -> int:
    """Take the pipes before anything can print, then get warm and wait for the order."""
    from viewer.app.kiosk.pulse import Pulse

    pulse = Pulse()
    begin_traces(asked=arguments.no_trace)
    begin()
    from viewer.app.kiosk.exhibit import run_exhibit

    return run_exhibit(arguments.venue, arguments.collection, arguments.language, pulse)

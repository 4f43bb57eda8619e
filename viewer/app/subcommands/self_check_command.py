"""Check that this copy of the program works, part by part, and report in words."""

import argparse
import os
import sys
from collections.abc import Callable

from viewer import __version__
from viewer.app.traces import begin_traces
from viewer.app.words import words
from viewer.base.atomic import leave_no_trace


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options."""
    parser.add_argument("--self-check", action="store_true", help=say("self_check.option"))
    parser.add_argument("--no-trace", action="store_true", help=say("trace.option"))
    parser.add_argument("--language", choices=["en", "fa"], help=say("cli.option.language"))


def run(arguments: argparse.Namespace) -> int:
    """Print one line for each part; 0 when all of them work."""
    traces = begin_traces(asked=arguments.no_trace)
    leave_no_trace()
    catalogue = words([f"--language={arguments.language}"])
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from viewer.app.self_check.checks import CHECKS
    from viewer.app.self_check.copy_at_work import CopyAtWork
    from viewer.app.self_check.result import Level, failure

    sys.stdout.write(catalogue.say("self_check.title", version=catalogue.digits(__version__)) + "\n")
    copy = CopyAtWork(catalogue, traces)
    worst = Level.NOTE
    for name, check in CHECKS:
        try:
            results = tuple(check(copy))
        except Exception as error:  # noqa: BLE001  (whatever fails is the finding)
            results = (failure(name, error, catalogue),)
        for result in results:
            sys.stdout.write(catalogue.say(f"self_check.{result.level}", what=result.words) + "\n")
            worst = Level.BAD if result.level is Level.BAD else worst
    sound = worst is not Level.BAD
    sys.stdout.write(catalogue.say("self_check.whole" if sound else "self_check.broken") + "\n")
    return 0 if sound else 1

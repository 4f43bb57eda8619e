"""Make the line of a venue file that holds the PIN of the staff, hashed."""

import argparse
import getpass
import sys
from collections.abc import Callable

from viewer.app.kiosk.pin import hashed_pin, is_pin, pin_text
from viewer.app.words import words
from viewer.base.messages import Catalogue


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options."""
    parser.add_argument("--language", choices=["en", "fa"], help=say("cli.option.language"))


def run(arguments: argparse.Namespace) -> int:
    """Ask for the PIN, twice where somebody types it, and print the line; 2 when it cannot be one."""
    catalogue = words([f"--language={arguments.language}"])
    pin = _asked(catalogue)
    if pin is None or not is_pin(pin):
        key = "kiosk.pin.differs" if pin is None else "kiosk.pin.bad"
        sys.stderr.write(catalogue.say(key) + "\n")
        return 2
    sys.stdout.write(f"exit-pin: {pin_text(hashed_pin(pin))}\n")
    return 0


def _asked(catalogue: Catalogue) -> str | None:
    """Return the PIN from the keyboard, unseen, or from a pipe; None when the two times differ."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    pin = getpass.getpass(catalogue.say("kiosk.pin.ask") + " ").strip()
    again = getpass.getpass(catalogue.say("kiosk.pin.again") + " ").strip()
    return pin if pin == again else None

"""Make a key for signing editions, or show what others need to check a signature."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from viewer.app.asking import NoAnswerError, ask, key_problem, not_read, secret_key
from viewer.app.words import words
from viewer.base.messages import Catalogue
from viewer.loading.signing.key_files import public_beside, public_path, read_key_file, write_pair
from viewer.loading.signing.keys import KeyFormatError, PublicKey, new_key, read_public


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options."""
    parser.add_argument("action", choices=["new", "show"], help=say("edition.option.action"))
    parser.add_argument("key", type=Path, help=say("edition.option.key"))
    parser.add_argument("--name", default="", help=say("edition.option.name"))
    parser.add_argument("--no-password", action="store_true", help=say("edition.option.no_password"))
    parser.add_argument("--language", choices=["en", "fa"], help=say("cli.option.language"))


def run(arguments: argparse.Namespace) -> int:
    """Make or show a key: 0 done, 2 it cannot be done."""
    catalogue = words([f"--language={arguments.language}"])
    act = _new if arguments.action == "new" else _show
    try:
        lines = list(act(arguments, catalogue))
    except NoAnswerError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _new(arguments: argparse.Namespace, catalogue: Catalogue) -> Iterator[str]:
    path = arguments.key
    for there in (path, public_path(path)):
        if there.exists():
            raise NoAnswerError(catalogue.say("edition.failed.exists", path=str(there)))
    password = "" if arguments.no_password else _new_password(catalogue)
    key = new_key()
    try:
        beside = write_pair(path, key, " ".join(arguments.name.split()), password)
    except OSError as error:
        reason = error.strerror or str(error)
        raise NoAnswerError(
            catalogue.say("edition.failed.not_written", path=str(path), reason=reason)
        ) from error
    yield catalogue.say("edition.key.made", path=str(path))
    yield catalogue.say("edition.key.public", path=str(beside))
    yield from _described(public_beside(path, key), catalogue)


def _new_password(catalogue: Catalogue) -> str:
    password = ask(catalogue.say("edition.key.new_password"), catalogue)
    if not password:
        raise NoAnswerError(catalogue.say("edition.key.empty"))
    if ask(catalogue.say("edition.key.again"), catalogue) != password:
        raise NoAnswerError(catalogue.say("edition.key.differ"))
    return password


def _show(arguments: argparse.Namespace, catalogue: Catalogue) -> Iterator[str]:
    yield from _described(_public(arguments.key, catalogue), catalogue)


def _public(path: Path, catalogue: Catalogue) -> PublicKey:
    """Return the public key of a file that holds a public or a secret one."""
    try:
        return read_public(read_key_file(path))
    except KeyFormatError as error:
        if error.code != "not-public":
            raise NoAnswerError(key_problem(path, error, catalogue)) from error
    except OSError as error:
        raise NoAnswerError(not_read(path, error, catalogue)) from error
    return public_beside(path, secret_key(path, catalogue))


def _described(key: PublicKey, catalogue: Catalogue) -> Iterator[str]:
    if key.name:
        yield catalogue.say("edition.key.named", name=key.name)
    yield catalogue.say("edition.key.id", id=key.id)
    yield catalogue.say("edition.key.line", line=key.line())

"""Ask for passwords on the terminal, and tell of keys that cannot be read."""

import sys
from getpass import getpass
from pathlib import Path

from viewer.base.messages import Catalogue
from viewer.loading.signing.key_files import read_key_file
from viewer.loading.signing.keys import KeyFormatError, SecretKey, is_encrypted, read_secret


class NoAnswerError(Exception):
    """What was needed could not be had; the text says why, in the language of the catalogue."""


def ask(question: str, catalogue: Catalogue) -> str:
    """Return a password that is not shown. Raises NoAnswerError without a terminal."""
    if not sys.stdin.isatty():
        raise NoAnswerError(catalogue.say("edition.key.no_terminal"))
    return getpass(question)


def secret_key(path: Path, catalogue: Catalogue) -> SecretKey:
    """Return the key of a file, after asking for its password if it has one. Raises NoAnswerError."""
    try:
        text = read_key_file(path)
        password = ask(catalogue.say("edition.key.password"), catalogue) if is_encrypted(text) else ""
        return read_secret(text, password)
    except KeyFormatError as error:
        raise NoAnswerError(key_problem(path, error, catalogue)) from error
    except OSError as error:
        raise NoAnswerError(not_read(path, error, catalogue)) from error


def key_problem(path: Path | str, error: KeyFormatError, catalogue: Catalogue) -> str:
    """Return why a key cannot be read."""
    return catalogue.say(f"edition.key_problem.{error.code}", path=str(path))


def not_read(path: Path, error: OSError, catalogue: Catalogue) -> str:
    """Return why a file cannot be read."""
    return catalogue.say("edition.failed.not_read", path=str(path), reason=error.strerror or str(error))

"""Pack a collection into one verified edition."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from viewer.app.asking import NoAnswerError, secret_key
from viewer.app.terminal import progress_line
from viewer.app.words import words
from viewer.base.messages import Catalogue
from viewer.loading.edition_zip.write import MovingError
from viewer.loading.packing import Packed, PackRefusedError, pack
from viewer.loading.problem_text import problem_line
from viewer.loading.signing.keys import SecretKey


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options."""
    parser.add_argument("collection", type=Path, help=say("edition.option.archive"))
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="NAME.sanad", help=say("edition.option.output")
    )
    parser.add_argument(
        "--include-restricted", action="store_true", help=say("edition.option.include_restricted")
    )
    parser.add_argument("--sign", type=Path, metavar="KEY", help=say("edition.option.sign"))
    parser.add_argument("--language", choices=["en", "fa"], help=say("cli.option.language"))


def run(arguments: argparse.Namespace) -> int:
    """Pack and report: 0 packed, 1 refused because of errors, 2 what was asked for cannot be done."""
    catalogue = words([f"--language={arguments.language}"])
    try:
        key = secret_key(arguments.sign, catalogue) if arguments.sign else None
        packed = pack(
            arguments.collection,
            arguments.output,
            include_restricted=arguments.include_restricted,
            key=key,
            progress=progress_line(catalogue),
        )
    except PackRefusedError as error:
        lines = [problem_line(problem, catalogue) for problem in error.problems]
        lines.append(catalogue.count("edition.pack.refused", len(lines)))
        return _failed(lines, 1)
    except MovingError as error:
        return _failed([catalogue.say("edition.failed.moving", file=str(error))], 2)
    except NoAnswerError as error:
        return _failed([str(error)], 2)
    except OSError as error:
        path, reason = str(arguments.output), error.strerror or str(error)
        return _failed([catalogue.say("edition.failed.not_written", path=path, reason=reason)], 2)
    sys.stdout.write("".join(f"{line}\n" for line in _told(packed, arguments, key, catalogue)))
    return 0


def _failed(lines: list[str], code: int) -> int:
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return code


def _told(
    packed: Packed, arguments: argparse.Namespace, key: SecretKey | None, catalogue: Catalogue
) -> Iterator[str]:
    """Give what was packed and what was left out."""
    yield catalogue.count("edition.pack.done", packed.files, path=str(packed.path), octets=packed.octets)
    if arguments.include_restricted:
        yield catalogue.say("edition.pack.included")
    for name, number in (("fields", packed.fields), ("entries", packed.entries)):
        if number:
            yield catalogue.count(f"edition.pack.{name}", number)
    if packed.signature and key:
        yield catalogue.say("edition.pack.signed", path=str(packed.signature), key=key.public.id)

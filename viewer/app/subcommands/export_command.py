"""Write the sources of a collection for a reference manager, to a file or to the terminal."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from viewer.app.words import words
from viewer.base.atomic import write_atomic
from viewer.base.messages import Catalogue
from viewer.base.resources import bundled_collection
from viewer.loading.opening import UnreadableError, open_collection
from viewer.model.edition import Edition
from viewer.model.ids import SourceId
from viewer.state.citing.export import Form, exported
from viewer.state.pages.reader import Reader
from viewer.state.session import whole_range
from viewer.state.view_state import ViewState


def add_arguments(parser: argparse.ArgumentParser, say: Callable[..., str]) -> None:
    """Give the parser its options."""
    parser.add_argument("collection", nargs="?", type=Path, help=say("cli.option.collection"))
    parser.add_argument(
        "--format", choices=[form.value for form in Form], required=True, help=say("citing.option.format")
    )
    parser.add_argument(
        "--source", action="append", default=[], metavar="ID", help=say("citing.option.source")
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=say("citing.option.output"))
    parser.add_argument("--language", choices=["en", "fa"], help=say("cli.option.language"))


def run(arguments: argparse.Namespace) -> int:
    """Export; 2 where nothing can be opened, a source does not exist, or the file cannot be written."""
    catalogue = words([f"--language={arguments.language}"])
    path = arguments.collection or bundled_collection()
    try:
        edition = open_collection(path).edition
    except (UnreadableError, OSError):
        return _fail(catalogue.say("cli.not_opened", path=str(path)))
    unknown = [name for name in arguments.source if SourceId(name) not in edition.library.sources]
    if unknown:
        return _fail(catalogue.say("cli.no_such_entry", value=unknown[0]))
    return _write(
        _text(edition, catalogue, arguments.source, Form(arguments.format)), arguments.output, catalogue
    )


def _text(edition: Edition, catalogue: Catalogue, chosen: Sequence[str], form: Form) -> str:
    sources = (s for name, s in edition.library.sources.items() if not chosen or name in chosen)
    reader = Reader(edition, catalogue, ViewState(whole_range(edition)))
    return exported(reader, sources, form)


def _write(text: str, output: Path | None, catalogue: Catalogue) -> int:
    if output is None:
        sys.stdout.write(text.replace("\r\n", "\n"))
        return 0
    try:
        write_atomic(output, text.encode())
    except OSError as error:
        reason = error.strerror or str(error)
        return _fail(catalogue.say("citing.export.failed", path=str(output), reason=reason))
    sys.stderr.write(catalogue.say("citing.export.done", path=str(output)) + "\n")
    return 0


def _fail(message: str) -> int:
    sys.stderr.write(message + "\n")
    return 2

"""Import a large set of events from JSON Lines into a collection folder of its own.

The folder holds `collection.yaml` with a track for each category, `people.yaml` and the like where lines name
any, a copy of the lines as `events.jsonl`, and in `compiled` the edition that is opened. Titles, labels and
tracks may be edited afterwards; the edition is then built anew from the copy.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from shutil import copyfile
from threading import Event

from viewer.base.atomic import new_folder, sweep
from viewer.base.progress import Progress, Work, work
from viewer.loading.compiled.facts import Facts
from viewer.loading.compiled.parts import FolderParts
from viewer.loading.compiled.shelf import put_edition
from viewer.loading.files import HEADER_FILE
from viewer.loading.importing.folder import LINES_FILE, recipe
from viewer.loading.importing.lines import Tally, read_lines
from viewer.loading.importing.names import Names, entries_of, head_of
from viewer.loading.opened import BESIDE
from viewer.model.problem import Problem


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import kept and what it left out."""

    folder: Path
    read: int
    """Lines that are not blank."""
    kept: int
    left_out: int
    problems: tuple[Problem, ...]
    """Why lines were left out, for the first thousand of them, and fields that mean nothing here."""


class ImportRefusedError(Exception):
    """Nothing can be imported; `code` names the message below `import.refused.`, `path` its gap."""

    def __init__(self, code: str, path: Path) -> None:
        super().__init__(code, path)
        self.code = code
        self.path = path


def import_jsonl(
    path: Path, out_folder: Path, progress: Progress | None = None, cancel: Event | None = None
) -> ImportReport:
    """Import a file into a folder that is not there yet or is empty.

    The folder appears when it is whole; nothing is left behind before. Raises ImportRefusedError, OSError
    where it cannot be read or written, and CancelledError after `cancel`.
    """
    job = work(progress, cancel)
    if not path.is_file():
        raise ImportRefusedError("no-file", path)
    if out_folder.exists() and (not out_folder.is_dir() or any(out_folder.iterdir())):
        raise ImportRefusedError("not-empty", out_folder)
    names = _survey(path, job)
    if not names.categories:
        raise ImportRefusedError("no-lines", path)
    sweep(out_folder.parent, escape(out_folder.name))
    with new_folder(out_folder) as folder:
        facts = _fill(folder, path, names, job)
    return ImportReport(
        folder=out_folder,
        read=facts.counts["lines"],
        kept=facts.counts["events"],
        left_out=facts.counts["left_out"],
        problems=facts.problems,
    )


def _survey(path: Path, job: Work) -> Names:
    """Read all lines once for the names they use."""
    names = Names()
    for line in read_lines(path, Tally(path.name), job, "import.step.survey"):
        names.count(line.fields)
    return names


def _fill(folder: Path, path: Path, names: Names, job: Work) -> Facts:
    """Write the files of a collection into a folder, and its edition beside them."""
    _write_yaml(folder / HEADER_FILE, head_of(names, path.stem))
    for section, entries in entries_of(names).items():
        _write_yaml(folder / f"{section}.yaml", {section: entries})
    copyfile(path, folder / LINES_FILE)
    (folder / BESIDE).mkdir()
    key, fill = recipe(folder, job)
    put_edition(folder / BESIDE, key, fill)
    return Facts.read(FolderParts(folder / BESIDE / key))


def _write_yaml(path: Path, content: Mapping[str, object]) -> None:
    """Write a map as YAML, whose flow style is JSON: one key a line, and one item of a list a line."""
    with path.open("w", encoding="utf-8") as file:
        for key, value in content.items():
            if isinstance(value, list):
                file.write(f"{key}:\n")
                file.writelines(f"  - {_flow(item)}\n" for item in value)
            else:
                file.write(f"{key}: {_flow(value)}\n")


def _flow(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

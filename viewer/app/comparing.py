"""Compare the open edition with another one and show what changed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from viewer.loading.opening import UnreadableError, open_collection
from viewer.loading.problem_text import problem_line
from viewer.model.collection import Collection
from viewer.model.differences import diff_collections
from viewer.model.edition import Edition
from viewer.state.difference_text import difference_lines
from viewer.ui.context import Context
from viewer.ui.dialogs.lines import Lines
from viewer.ui.window.main_window import MainWindow

MOST_EVENTS = 50_000
"""Editions with more events are compared on the command line."""


def choose_comparison(window: MainWindow, context: Context) -> None:
    """Ask for the other edition; it is opened, compared and closed again."""
    if len(context.session.edition.columns) > MOST_EVENTS:
        window.tell(context.say("window.compare_many"))
        return
    chooser = QFileDialog(window, context.say("command.window.compare.title"))
    chooser.setNameFilters([context.say("window.compare_filter")])
    chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
    chooser.fileSelected.connect(lambda path: show_comparison(Path(path), window, context))
    chooser.setModal(True)
    chooser.open()


def show_comparison(path: Path, window: MainWindow, context: Context) -> None:
    """Show what changed from the edition at `path` to the open one."""
    other = path.parent if path.name == "collection.yaml" else path
    Lines(context, window, context.say("command.window.compare.title"), _compared(other, context)).open()


def _compared(path: Path, context: Context) -> Sequence[str]:
    catalogue = context.session.catalogue
    try:
        old = open_collection(path).edition
    except UnreadableError as error:
        return [problem_line(problem, catalogue) for problem in error.problems]
    changes = diff_collections(_whole(old), _whole(context.session.edition))
    return list(difference_lines(changes, catalogue))


def _whole(edition: Edition) -> Collection:
    events = (edition.event(index) for index in range(len(edition.columns)))
    return Collection(edition.library, {event.id: event for event in events})

"""Open the sheets and choosers that commands ask for; imported with the first of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog, QFileDialog

from viewer.app.comparing import choose_comparison
from viewer.app.forgetting import ask_to_forget, kept_words
from viewer.app.picture_file import PictureError, save_picture
from viewer.app.traces import Traces
from viewer.commands.effects import Dialog
from viewer.ui.citing.cite_sheet import CiteSheet
from viewer.ui.context import Context
from viewer.ui.dialogs.about import About
from viewer.ui.dialogs.filters import Filters
from viewer.ui.dialogs.go_to import GoTo
from viewer.ui.dialogs.help_sheet import HelpSheet
from viewer.ui.dialogs.palette import Palette
from viewer.ui.dialogs.problems import Problems
from viewer.ui.dialogs.wholeness import Wholeness
from viewer.ui.notes.list_sheet import NotesSheet
from viewer.ui.window.main_window import MainWindow

SHEETS = {
    Dialog.PALETTE: Palette,
    Dialog.HELP: HelpSheet,
    Dialog.GO_TO: GoTo,
    Dialog.PROBLEMS: Problems,
    Dialog.FILTERS: Filters,
    Dialog.WHOLENESS: Wholeness,
    Dialog.CITE: CiteSheet,
    Dialog.NOTES: NotesSheet,
}


class Visit(Protocol):
    """What the sheets change of a visit."""

    traces: Traces
    open_other: list[Path]


def open_sheet(dialog: Dialog, window: MainWindow, context: Context, visit: Visit) -> None:
    """Open one."""
    if dialog in SHEETS:
        SHEETS[dialog](context, window).open()
        return
    openers: dict[Dialog, Callable[[], None]] = {
        Dialog.ABOUT: lambda: About(
            context, window, kept_words(context.session.catalogue, visit.traces)
        ).open(),
        Dialog.FORGET: lambda: ask_to_forget(window, context, visit.traces),
        Dialog.COMPARE: lambda: choose_comparison(window, context),
        Dialog.OPEN_COLLECTION: lambda: _choose_collection(window, context, visit),
        Dialog.SAVE_PICTURE: lambda: _choose_picture(window, context),
    }
    openers[dialog]()


def _choose_collection(window: MainWindow, context: Context, visit: Visit) -> None:
    def open_other(path: str) -> None:
        visit.open_other.append(Path(path))
        window.close()

    chooser = QFileDialog(window, context.say("dialog.open_title"))
    chooser.setFileMode(QFileDialog.FileMode.Directory)
    chooser.fileSelected.connect(open_other)
    _show(chooser)


def _choose_picture(window: MainWindow, context: Context) -> None:
    chooser = QFileDialog(window, context.say("dialog.save_title"))
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setNameFilters(["PNG (*.png)", "SVG (*.svg)", "PDF (*.pdf)"])
    chooser.setDefaultSuffix("png")
    chooser.fileSelected.connect(lambda path: _save(Path(path), window, context))
    _show(chooser)


def _save(path: Path, window: MainWindow, context: Context) -> None:
    try:
        save_picture(window, path)
    except PictureError as error:
        window.tell(context.say("dialog.not_saved", path=str(path), reason=str(error)))
        return
    window.tell(context.say("dialog.saved", path=str(path)))


def _show(dialog: QDialog) -> None:
    dialog.setModal(True)
    dialog.open()

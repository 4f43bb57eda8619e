"""Carry out what commands do outside the state."""

from collections.abc import Callable
from pathlib import Path
from typing import assert_never

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from viewer.app.citing import perform_citing
from viewer.app.comparing import choose_comparison
from viewer.app.forgetting import ask_to_forget, kept_words
from viewer.app.notes_keeping import perform_note
from viewer.app.own_copies import perform_copy
from viewer.app.picture_file import PictureError, save_picture
from viewer.app.traces import Keeping, Traces
from viewer.commands.effects import (
    AttachCopy,
    ChooseNotes,
    CopyText,
    DeleteNote,
    Dialog,
    EditNote,
    Effect,
    ExportNotes,
    ExportSources,
    FocusPane,
    FocusSearch,
    ForgetCopy,
    MoveSelection,
    OpenDialog,
    PasteView,
    Quit,
    RememberCopy,
    SaveNote,
    ShowRange,
    Tell,
    ToggleFullScreen,
)
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


class Performer:
    """Knows the window; made before it, because the gate needs it first."""

    def __init__(self) -> None:
        """Start without a window; effects before `attach` do nothing."""
        self._window: MainWindow | None = None
        self._context: Context | None = None
        self.traces = Traces(Keeping.KEPT)
        self.open_other: list[Path] = []
        """Collections a person asked to open instead, the last one counts."""

    def attach(self, window: MainWindow, context: Context) -> None:
        """Take the window."""
        self._window, self._context = window, context

    def __call__(self, effect: Effect) -> None:
        """Carry out one effect."""
        window, context = self._window, self._context
        if window is None or context is None:
            return
        match effect:
            case OpenDialog(dialog):
                self._open(dialog, window, context)
            case CopyText(text):
                QApplication.clipboard().setText(text)
                window.tell(context.say("window.copied"))
            case AttachCopy() | RememberCopy() | ForgetCopy():
                perform_copy(effect, window, context)
            case PasteView() | ExportSources():
                perform_citing(effect, window, context)
            case ChooseNotes() | EditNote() | SaveNote() | DeleteNote() | ExportNotes():
                perform_note(effect, window, context)
            case Tell(key, params):
                window.tell(context.say(key, **dict(params)))
            case _:
                _move(effect, window)

    def _open(self, dialog: Dialog, window: MainWindow, context: Context) -> None:
        if dialog in SHEETS:
            SHEETS[dialog](context, window).open()
            return
        openers: dict[Dialog, Callable[[], None]] = {
            Dialog.ABOUT: lambda: About(
                context, window, kept_words(context.session.catalogue, self.traces)
            ).open(),
            Dialog.FORGET: lambda: ask_to_forget(window, context, self.traces),
            Dialog.COMPARE: lambda: choose_comparison(window, context),
            Dialog.OPEN_COLLECTION: lambda: self._choose_collection(window, context),
            Dialog.SAVE_PICTURE: lambda: self._choose_picture(window, context),
        }
        openers[dialog]()

    def _choose_collection(self, window: MainWindow, context: Context) -> None:
        chooser = QFileDialog(window, context.say("dialog.open_title"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.fileSelected.connect(lambda path: self._open_other(Path(path)))
        self._show(chooser)

    def _open_other(self, path: Path) -> None:
        self.open_other.append(path)
        if self._window:
            self._window.close()

    def _choose_picture(self, window: MainWindow, context: Context) -> None:
        chooser = QFileDialog(window, context.say("dialog.save_title"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilters(["PNG (*.png)", "SVG (*.svg)", "PDF (*.pdf)"])
        chooser.setDefaultSuffix("png")
        chooser.fileSelected.connect(lambda path: self._save(Path(path), window, context))
        self._show(chooser)

    @staticmethod
    def _save(path: Path, window: MainWindow, context: Context) -> None:
        try:
            save_picture(window, path)
        except PictureError as error:
            window.tell(context.say("dialog.not_saved", path=str(path), reason=str(error)))
            return
        window.tell(context.say("dialog.saved", path=str(path)))

    @staticmethod
    def _show(dialog: QDialog) -> None:
        dialog.setModal(True)
        dialog.open()


def _move(
    effect: MoveSelection | ShowRange | FocusSearch | FocusPane | ToggleFullScreen | Quit, window: MainWindow
) -> None:
    """Carry out what concerns the window alone."""
    match effect:
        case MoveSelection(move):
            window.move_selection(move)
        case ShowRange(start, end):
            window.timeline.glide_to(start, end)
        case FocusSearch():
            window.header.search.take_focus()
        case FocusPane(by):
            window.focus_pane(by)
        case ToggleFullScreen():
            window.showNormal() if window.isFullScreen() else window.showFullScreen()
        case Quit():
            window.close()
        case _:
            assert_never(effect)

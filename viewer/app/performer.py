"""Carry out what commands do outside the state."""

from pathlib import Path
from typing import assert_never

from PySide6.QtWidgets import QApplication

from viewer.app.traces import Keeping, Traces
from viewer.commands.effects import (
    AttachCopy,
    ChooseNotes,
    CopyText,
    DeleteNote,
    EditNote,
    Effect,
    ExportNotes,
    ExportSources,
    FocusPane,
    FocusSearch,
    ForgetCopy,
    MoveSelection,
    NotesEffect,
    OpenDialog,
    PasteView,
    Quit,
    RememberCopy,
    SaveNote,
    ShowRange,
    Tell,
    ToggleFullScreen,
)
from viewer.ui.context import Context
from viewer.ui.window.main_window import MainWindow

OutwardEffect = OpenDialog | AttachCopy | RememberCopy | ForgetCopy | PasteView | ExportSources | NotesEffect


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
            case CopyText(text):
                QApplication.clipboard().setText(text)
                window.tell(context.say("window.copied"))
            case Tell(key, params):
                window.tell(context.say(key, **dict(params)))
            case MoveSelection() | ShowRange() | FocusSearch() | FocusPane() | ToggleFullScreen() | Quit():
                _move(effect, window)
            case _:
                self._reach_out(effect, window, context)

    def _reach_out(self, effect: OutwardEffect, window: MainWindow, context: Context) -> None:
        """Carry out what needs files or a sheet; what does it is imported when it is asked for."""
        match effect:
            case OpenDialog(dialog):
                from viewer.app.sheets import open_sheet

                open_sheet(dialog, window, context, self)
            case AttachCopy() | RememberCopy() | ForgetCopy():
                from viewer.app.own_copies import perform_copy

                perform_copy(effect, window, context)
            case PasteView() | ExportSources():
                from viewer.app.citing import perform_citing

                perform_citing(effect, window, context)
            case ChooseNotes() | EditNote() | SaveNote() | DeleteNote() | ExportNotes():
                from viewer.app.notes_keeping import perform_note

                perform_note(effect, window, context)
            case _:
                assert_never(effect)


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

"""Carry out citing where it leaves the program: the clipboard, and files of sources."""

from pathlib import Path
from typing import assert_never

from PySide6.QtWidgets import QApplication, QFileDialog

from viewer.base.atomic import write_atomic
from viewer.commands.effects import ExportSources, PasteView
from viewer.state.citing.export import FORMS, exported, sources_in
from viewer.state.pages.reader import Reader
from viewer.ui.context import Context
from viewer.ui.window.main_window import MainWindow

CitingEffect = PasteView | ExportSources


def perform_citing(effect: CitingEffect, window: MainWindow, context: Context) -> None:
    """Carry out one effect."""
    match effect:
        case PasteView():
            context.run("cite.open-view", text=QApplication.clipboard().text())
        case ExportSources():
            _choose(effect, window, context)
        case _:
            assert_never(effect)


def export_sources(effect: ExportSources, path: Path, window: MainWindow, context: Context) -> None:
    """Write the sources into a file and say so, or why not."""
    session = context.session
    reader = Reader(session.edition, session.catalogue, session.state)
    text = exported(reader, sources_in(session, effect.scope), effect.form)
    try:
        write_atomic(path, text.encode(), asked=True)
    except OSError as error:
        window.tell(context.say("citing.export.failed", path=str(path), reason=error.strerror or str(error)))
        return
    window.tell(context.say("citing.export.done", path=str(path)))


def _choose(effect: ExportSources, window: MainWindow, context: Context) -> None:
    suffix = FORMS[effect.form].suffix
    chooser = QFileDialog(window, context.say("citing.export.save"))
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setNameFilters([f"{context.say(f'citing.form.{effect.form}')} (*.{suffix})"])
    chooser.setDefaultSuffix(suffix)
    chooser.fileSelected.connect(lambda path: export_sources(effect, Path(path), window, context))
    chooser.setModal(True)
    chooser.open()

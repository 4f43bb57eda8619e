"""Carry out what a reader does with own copies of documents: choose, remember, forget."""

from dataclasses import replace
from typing import assert_never

from PySide6.QtWidgets import QFileDialog

from viewer.base.places import settings_folder
from viewer.commands.effects import AttachCopy, ForgetCopy, RememberCopy
from viewer.loading.attachments import forget_copy, remember_copy
from viewer.model.ids import SourceId
from viewer.model.own_copy import OwnCopy
from viewer.ui.context import Context
from viewer.ui.window.main_window import MainWindow

CopyEffect = AttachCopy | RememberCopy | ForgetCopy


def perform_copy(effect: CopyEffect, window: MainWindow, context: Context) -> None:
    """Carry out one effect."""
    match effect:
        case AttachCopy(source, document):
            _choose(source, document, window, context)
        case RememberCopy(source, document):
            _remember(source, document, window, context)
        case ForgetCopy(source, document):
            _forget(source, document, window, context)
        case _:
            assert_never(effect)


def attach_copy(context: Context, source: SourceId, document: int, path: str) -> None:
    """Attach a file for this visit and show it."""
    context.session.copies.attach(OwnCopy(source, document, path))
    context.run("document.open", document=document, source=source)


def _choose(source: SourceId, document: int, window: MainWindow, context: Context) -> None:
    found = context.session.edition.library.sources.get(source)
    title = found.title.pick(context.session.language).text if found else ""
    chooser = QFileDialog(window, context.say("document.attach_title", title=title))
    chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
    chooser.fileSelected.connect(lambda path: attach_copy(context, source, document, path))
    chooser.setModal(True)
    chooser.open()


def _remember(source: SourceId, document: int, window: MainWindow, context: Context) -> None:
    session = context.session
    copy = session.copies.of(source, document)
    if copy is None:
        return
    try:
        remember_copy(settings_folder(), session.edition.library.about.id, copy)
    except OSError:
        window.tell(context.say("document.not_remembered", folder=str(settings_folder())))
        return
    session.copies.attach(replace(copy, remembered=True))
    window.tell(context.say("document.remembered"))


def _forget(source: SourceId, document: int, window: MainWindow, context: Context) -> None:
    session = context.session
    copy = session.copies.of(source, document)
    if copy is None:
        return
    try:
        forget_copy(settings_folder(), session.edition.library.about.id, copy)
    except OSError:
        window.tell(context.say("document.not_remembered", folder=str(settings_folder())))
        return
    session.copies.detach(source, document)
    window.tell(context.say("document.forgotten"))

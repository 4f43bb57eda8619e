"""Ask before everything that was kept is removed, and say what was."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from viewer.app.qt_traces import forget_dialogs
from viewer.app.traces import Keeping, Traces, forget_everything, kept_things
from viewer.base.messages import Catalogue
from viewer.base.places import kept_folder
from viewer.ui.context import Context
from viewer.ui.window.main_window import MainWindow


def ask_to_forget(window: MainWindow, context: Context, traces: Traces) -> None:
    """Show what would be removed, and remove it when the person agrees."""
    things = kept_things()
    say = context.say
    if not things:
        window.tell(say("trace.forget.nothing"))
        return
    text = say("trace.forget.will", folder=str(kept_folder()), things=_named(things, context))
    box = QMessageBox(QMessageBox.Icon.Question, say("trace.forget.ask"), text, parent=window)
    agree = box.addButton(say("trace.forget.do"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    agree.clicked.connect(lambda: _forget(window, context, traces))
    box.open()


def _forget(window: MainWindow, context: Context, traces: Traces) -> None:
    traces.stop(Keeping.FORGOTTEN)
    forget_dialogs()
    gone, left = forget_everything()
    key, things = ("failed", left) if left else ("done", gone)
    window.tell(context.say(f"trace.forget.{key}", things=_named(things, context)))


def _named(things: tuple[Path, ...], context: Context) -> str:
    names = dict.fromkeys(thing.name.split(".")[0].split("-")[0] for thing in things)
    return context.session.catalogue.listing([context.say(f"trace.thing.{name}") for name in names])


def kept_words(catalogue: Catalogue, traces: Traces) -> str:
    """Say what is kept, and where, or why nothing is."""
    if traces.are_left:
        return catalogue.say("trace.about.kept", folder=str(kept_folder()))
    return catalogue.say(f"trace.about.{traces.keeping}")

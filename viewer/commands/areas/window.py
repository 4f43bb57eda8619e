"""Commands of the window as a whole."""

from viewer.commands.command import DESKTOP, Command, Menu, fixed
from viewer.commands.effects import Dialog, OpenDialog, Quit, ToggleFullScreen

COMMANDS = (
    Command("window.open", fixed(OpenDialog(Dialog.OPEN_COLLECTION)), ("Ctrl+O",), Menu.COLLECTION, DESKTOP),
    Command("window.picture", fixed(OpenDialog(Dialog.SAVE_PICTURE)), ("Ctrl+S",), Menu.COLLECTION, DESKTOP),
    Command(
        "window.problems",
        fixed(OpenDialog(Dialog.PROBLEMS)),
        ("Ctrl+Shift+E",),
        Menu.COLLECTION,
        DESKTOP,
        enabled=lambda session: bool(session.problems),
    ),
    Command("window.forget", fixed(OpenDialog(Dialog.FORGET)), (), Menu.COLLECTION, DESKTOP),
    Command("window.compare", fixed(OpenDialog(Dialog.COMPARE)), (), Menu.EVIDENCE, DESKTOP),
    Command("window.wholeness", fixed(OpenDialog(Dialog.WHOLENESS)), (), Menu.EVIDENCE, DESKTOP),
    Command("window.quit", fixed(Quit()), ("Ctrl+Q",), Menu.COLLECTION, DESKTOP),
    Command("window.full-screen", fixed(ToggleFullScreen()), ("F11",), Menu.VIEW, DESKTOP),
    Command("window.palette", fixed(OpenDialog(Dialog.PALETTE)), ("Ctrl+Shift+P",), Menu.HELP, DESKTOP),
    Command("window.help", fixed(OpenDialog(Dialog.HELP)), ("F1", "?"), Menu.HELP),
    Command("window.about", fixed(OpenDialog(Dialog.ABOUT)), (), Menu.HELP, DESKTOP),
)

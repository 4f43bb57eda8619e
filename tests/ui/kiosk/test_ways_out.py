"""Two hundred ways out of an exhibition, none of which leads anywhere."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any, TypeAlias

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QFileOpenEvent,
    QHelpEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.helpers.exhibition import PIN, Rehearsal, settle
from viewer.app.kiosk.exhibition import Part
from viewer.app.kiosk.kiosk_performer import SHEETS
from viewer.app.kiosk.pulse import LEFT
from viewer.commands.command import Profile
from viewer.commands.commander import CommandError
from viewer.commands.effects import Dialog, Effect, OpenDialog, Quit, ToggleFullScreen
from viewer.commands.table import COMMANDS
from viewer.ui.dialogs.filters import Filters
from viewer.ui.dialogs.go_to import GoTo
from viewer.ui.dialogs.help_sheet import HelpSheet
from viewer.ui.kiosk.shell import Shell

Make = Callable[..., Rehearsal]
Key: TypeAlias = Qt.Key
Modifier: TypeAlias = Qt.KeyboardModifier
SCHEMES = ("http", "https", "file", "mailto")
INSIDE = (Shell, HelpSheet, GoTo, Filters)
MODIFIERS = (
    Modifier.NoModifier,
    Modifier.AltModifier,
    Modifier.ControlModifier,
    Modifier.ControlModifier | Modifier.AltModifier,
    Modifier.ControlModifier | Modifier.ShiftModifier,
    Modifier.MetaModifier,
)
LETTERS = [Key(ord(letter)) for letter in "QWOPSNTFHLDE"]
OTHERS = [
    Key.Key_Escape,
    Key.Key_Tab,
    Key.Key_Space,
    Key.Key_Menu,
    Key.Key_Print,
    Key.Key_Delete,
    Key.Key_Backspace,
    Key.Key_Home,
    Key.Key_Super_L,
    Key.Key_PowerOff,
    Key.Key_LogOff,
    Key.Key_Close,
    Key.Key_Exit,
    Key.Key_HomePage,
    Key.Key_LaunchMail,
    Key.Key_WWW,
    Key.Key_Explorer,
    Key.Key_Reload,
    Key.Key_Search,
    Key.Key_Standby,
    Key.Key_MenuKB,
    Key.Key_Open,
    Key.Key_New,
    Key.Key_Save,
]
FUNCTIONS = [Key(Key.Key_F1 + n) for n in range(24)]


def key_ways() -> list[tuple[Key, Modifier]]:
    ways = list(product([*LETTERS, *FUNCTIONS], MODIFIERS))
    ways += list(product(OTHERS, (Modifier.NoModifier, Modifier.AltModifier, Modifier.ControlModifier)))
    chord = (Key.Key_E, Modifier.ControlModifier | Modifier.AltModifier)
    return [way for way in ways if way != chord]


def standard_ways() -> list[tuple[Key, Modifier]]:
    """All keys of all platforms' standard actions, as far as Qt knows them here."""
    every = [one for name in QKeySequence.StandardKey for one in QKeySequence.keyBindings(name)]
    combined = [_first(one) for one in every]
    return [(one.key(), one.keyboardModifiers()) for one in combined]


def _first(sequence: QKeySequence) -> QKeyCombination:
    """The first key press of a sequence; the types of Qt do not know that it can be asked for."""
    items: Any = sequence
    first: QKeyCombination = items[0]
    return first


def strangers() -> list[str]:
    """Windows that do not belong to an exhibition."""
    seen = [w for w in QApplication.topLevelWidgets() if w.isVisible() and not isinstance(w, INSIDE)]
    return [type(window).__name__ for window in seen if type(window).__name__ != "QTipLabel"]


def faults(held: Rehearsal) -> list[object]:
    """Whatever tells that somebody got out."""
    shell = held.show.shell
    told: list[object] = [*strangers(), *held.ends]
    if not (shell.isVisible() and shell.isFullScreen()):
        told.append("not on the whole screen")
    if held.show.leaving.pad.isVisible():
        told.append("asks for a PIN")
    return told


class Outside(QObject):
    """Stands for the programs of the desktop that open addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address)


@pytest.fixture
def inside(exhibition: Make) -> Iterator[Rehearsal]:
    held = exhibition()
    held.show.shell.showFullScreen()
    held.touch()
    held.run("open.event", event="E020")
    outside = Outside()
    handle: Any = QDesktopServices.setUrlHandler  # its types ask for bytes, and it takes text
    for scheme in SCHEMES:
        handle(scheme, outside, "open")
    yield held
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)
    assert outside.opened == []


@pytest.mark.usefixtures("qapp")
def test_there_are_at_least_two_hundred() -> None:
    assert len(key_ways()) + len(standard_ways()) >= 200


@pytest.mark.qt_log_ignore("keyToAscii")
def test_no_key_leads_out(inside: Rehearsal) -> None:
    led_out = {}
    for key, modifiers in [*key_ways(), *standard_ways()]:
        target = QApplication.focusWidget() or inside.show.shell
        QTest.keyClick(target, key, modifiers)
        settle_key(inside)
        if told := faults(inside):
            led_out[QKeySequence(key).toString(), str(modifiers)] = told
    assert led_out == {}


def settle_key(held: Rehearsal) -> None:
    QApplication.processEvents()
    if held.show.part is not Part.VISIT:
        held.touch()


@pytest.mark.qt_log_ignore("keyToAscii")
def test_no_key_leads_out_of_a_search_field(inside: Rehearsal) -> None:
    field = inside.show.visit.frame.window_inside.header.search.field
    led_out = {}
    for key, modifiers in standard_ways():
        field.setFocus()
        QTest.keyClick(field, key, modifiers)
        if told := faults(inside):
            led_out[QKeySequence(key).toString(), str(modifiers)] = told
    assert led_out == {}


def test_commands_of_the_desktop_do_not_exist(inside: Rehearsal) -> None:
    foreign = [row for row in COMMANDS if Profile.KIOSK not in row.profiles]
    assert len(foreign) > 8
    for row in foreign:
        with pytest.raises(CommandError) as refused:
            inside.show.visit.context.commander.run(row.id, **dict.fromkeys(row.needs, "x"))
        assert refused.value.key == "command-error.unknown"
        assert faults(inside) == [], row.id


def test_effects_that_lead_out_are_refused_behind_the_gate(inside: Rehearsal) -> None:
    effects: list[Effect] = [Quit(), ToggleFullScreen()]
    effects += [OpenDialog(dialog) for dialog in Dialog if dialog not in SHEETS]
    for effect in effects:
        inside.show.visit.context.commander.perform(effect)
        settle()
        assert faults(inside) == [], effect


def widgets(held: Rehearsal) -> list[QWidget]:
    return [w for w in held.show.shell.findChildren(QWidget) if w.isVisible()]


def test_nothing_has_a_menu_of_its_own(inside: Rehearsal) -> None:
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        for widget in [*widgets(inside), *(inside.show.shell.findChildren(QLineEdit))]:
            spot = widget.rect().center()
            QApplication.sendEvent(widget, QContextMenuEvent(reason, spot, widget.mapToGlobal(spot)))
            assert QApplication.activePopupWidget() is None, widget
    assert faults(inside) == []


def test_nothing_can_be_dropped(inside: Rehearsal) -> None:
    before = inside.show.visit.context.session.state
    data = QMimeData()
    data.setUrls([QUrl("file:///etc/passwd"), QUrl("https://example.org")])
    data.setText("dropped")
    for widget in widgets(inside):
        spot = widget.rect().center()
        held = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Modifier.NoModifier
        for event in (QDragEnterEvent(spot, *held), QDropEvent(QPointF(spot), *held)):
            QApplication.sendEvent(widget, event)
            assert not event.isAccepted()
    settle()
    assert inside.show.visit.context.session.state == before
    assert all(field.text() == "" for field in inside.show.shell.findChildren(QLineEdit))


def test_no_wish_of_the_system_closes_it(inside: Rehearsal) -> None:
    shell = inside.show.shell
    for event in (QEvent(QEvent.Type.Quit), QFileOpenEvent(QUrl("file:///etc/passwd"))):
        QApplication.sendEvent(QApplication.instance() or inside.show, event)
    for _ in range(3):
        assert not shell.close()
    QApplication.closeAllWindows()
    shell.showMinimized()
    settle()
    assert not shell.isMinimized()
    QApplication.sendEvent(shell, QHelpEvent(QEvent.Type.WhatsThis, QPoint(), QPoint()))
    assert faults(inside) == []


def test_links_stay_inside(inside: Rehearsal) -> None:
    for source in list(inside.show.house.edition.library.sources)[:20]:
        inside.run("open.source", source=source)
        for widget in widgets(inside):
            if hasattr(widget, "anchorClicked"):
                widget.anchorClicked.emit(QUrl("https://example.org"))
    assert faults(inside) == []


def hold_corner(held: Rehearsal, seconds: float) -> None:
    shell = held.show.shell
    spot = QPoint(8, 8)
    QTest.mousePress(shell, Qt.MouseButton.LeftButton, Modifier.NoModifier, spot)
    held.pass_time(seconds, 0.5)
    QTest.mouseRelease(shell, Qt.MouseButton.LeftButton, Modifier.NoModifier, spot)
    settle()


@pytest.mark.parametrize("how", ["corner", "chord", "corner while nobody is there"])
def test_the_staff_leave_with_their_pin_alone(inside: Rehearsal, how: str) -> None:
    pad = inside.show.leaving.pad
    if "nobody" in how:
        inside.pass_time(85)
        assert inside.show.part is Part.ATTRACT
    if how == "chord":
        mods = Modifier.ControlModifier | Modifier.AltModifier | Modifier.ShiftModifier
        QTest.keyClick(inside.show.shell, Key.Key_E, mods)
    else:
        hold_corner(inside, 4)
        assert not pad.isVisible()
        hold_corner(inside, 6)
    assert pad.isVisible()
    for digit in "1357":
        QTest.mouseClick(pad.keys[digit], Qt.MouseButton.LeftButton)
    QTest.mouseClick(pad.keys["enter"], Qt.MouseButton.LeftButton)
    assert inside.ends == []
    assert pad.told.text() == "That is not the PIN."
    for digit in PIN:
        QTest.mouseClick(pad.keys[digit], Qt.MouseButton.LeftButton)
    QTest.mouseClick(pad.keys["enter"], Qt.MouseButton.LeftButton)
    assert inside.ends == [LEFT]


def test_guessing_is_slow_and_the_pad_goes_away(inside: Rehearsal) -> None:
    pad = inside.show.leaving.pad
    inside.show.ask_pin()
    for _ in range(3):
        QTest.keyClicks(pad, "0000")
        QTest.keyClick(pad, Key.Key_Return)
    assert pad.told.text() == "Too many tries. Next try in 5 seconds."
    assert not pad.keys["1"].isEnabled()
    QTest.keyClicks(pad, PIN)
    QTest.keyClick(pad, Key.Key_Return)
    assert inside.ends == []
    inside.pass_time(90)
    assert not pad.isVisible()
    assert inside.show.part is Part.ATTRACT


def test_without_a_pin_there_is_no_pad(inside: Rehearsal) -> None:
    inside.show.leaving._lock = None
    inside.show.ask_pin()
    assert not inside.show.leaving.pad.isVisible()

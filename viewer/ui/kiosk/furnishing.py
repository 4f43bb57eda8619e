"""Furnish a visit: a keyboard below the window, tips for resting fingers, five keys that work everything."""

from viewer.ui.five_keys.five_keys import FiveKeys
from viewer.ui.five_keys.ring import Ring
from viewer.ui.keyboard.keyboard import Keyboard
from viewer.ui.kiosk.slots import Furnisher, Slots
from viewer.ui.touch.long_press import LongPress


def add_keyboard(slots: Slots) -> None:
    """Put the keyboard below the window, and let five keys work both; when done, the first hit opens."""
    box = slots.window.header.search
    keyboard = Keyboard(slots.context, box.field)
    slots.below.addWidget(keyboard)

    def finish() -> None:
        slots.context.run("find.search", query=box.field.text())
        if slots.context.session.state.hit < 0:
            slots.context.run("find.next")
        slots.window.time_pane().setFocus()

    keyboard.done.connect(finish)
    FiveKeys(slots.frame, slots.context, Ring(slots.window, slots.context, keyboard), slots.venue.keypad)


def add_long_press(slots: Slots) -> None:
    """Let resting fingers learn what hovering would tell."""
    LongPress(slots.frame)


FURNISHERS: tuple[Furnisher, ...] = (add_keyboard, add_long_press)
"""Called in this order for each new visit; each puts its widgets into the slots and follows the state."""

"""Walk through the program as a person does: xdotool presses, AT-SPI hears; run by the system's Python.

    walker.py STEPS.json PROGRAM…

STEPS.json is a list of steps: {"key": …}, {"type": …}, {"click": NAME}, {"tab": NAME}, {"see": NAME} and
{"gone": NAME}. A NAME is a regular expression that the whole accessible name must match. "tab" presses Tab
until the focus is there. It needs DISPLAY and a bus of its own.
"""

import importlib
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BUS = "/usr/libexec/at-spi-bus-launcher"
PATIENCE = 40.0
DEPTH = 24
TABS = 60

pyatspi: Any = importlib.import_module("pyatspi")
GONE: Any = (AttributeError, LookupError, importlib.import_module("gi.repository.GLib").GError)


def showing(node: Any, depth: int = 0) -> Iterator[Any]:
    """Give everything of the window that can be seen now."""
    try:
        if depth > 2 and not node.getState().contains(pyatspi.STATE_SHOWING):
            return
        yield node
        for place in range(min(node.childCount, 300) if depth < DEPTH else 0):
            yield from showing(node.getChildAtIndex(place), depth + 1)
    except GONE:
        return


def find(name: str) -> Any:
    """Return the first thing whose whole name matches."""
    pattern = re.compile(name)
    for node in showing(pyatspi.Registry.getDesktop(0)):
        try:
            if pattern.fullmatch(node.name or ""):
                return node
        except GONE:
            continue
    return None


def wait(name: str, *, there: bool = True) -> Any:
    """Return what has the name once it shows, or once it does not."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = find(name)
        if (found is not None) == there:
            return found
        time.sleep(0.15)
    names = sorted({node.name for node in showing(pyatspi.Registry.getDesktop(0)) if node.name})
    sys.exit(f"{'not found' if there else 'still there'}: {name}\namong: " + "\n  ".join(names))


def press(*what: str) -> None:
    """Let xdotool act on the window."""
    subprocess.run(["xdotool", *what], check=True)


def rectangle(node: Any) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom on the screen."""
    where = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return where.x, where.y, where.x + where.width, where.y + where.height


def hidden_by(node: Any) -> Any:
    """Return the part of the window beyond whose edge a thing has scrolled, or None when it can be seen."""
    left, top, right, bottom = rectangle(node)
    x, y = (left + right) // 2, (top + bottom) // 2
    part = node.parent
    while part is not None and part.getRole() != pyatspi.ROLE_APPLICATION:
        left, top, right, bottom = rectangle(part)
        if right > left and not (left <= x < right and top <= y < bottom):
            return part
        part = part.parent
    return None


def click(name: str) -> None:
    """Press the mouse on the middle of a thing, turning the wheel until it can be seen."""
    for _ in range(TABS):
        node = wait(name)
        part = hidden_by(node)
        if part is None:
            break
        left, top, right, bottom = rectangle(part)
        down = rectangle(node)[1] > top
        press("mousemove", str((left + right) // 2), str((top + bottom) // 2), "click", "5" if down else "4")
        time.sleep(0.1)
    left, top, right, bottom = rectangle(wait(name))
    press("mousemove", str((left + right) // 2), str((top + bottom) // 2), "click", "1")


def tab(name: str) -> None:
    """Press Tab until the focus is on a thing with that name."""
    pattern = re.compile(name)
    been = []
    for _ in range(TABS):
        press("key", "Tab")
        time.sleep(0.08)
        held = [n for n in showing(pyatspi.Registry.getDesktop(0)) if focused(n)]
        been += [node.name for node in held]
        if any(pattern.fullmatch(node.name or "") for node in held):
            return
    sys.exit(f"Tab does not reach: {name}\nbeen at: {been}")


def focused(node: Any) -> bool:
    """Tell whether a thing holds the keyboard."""
    try:
        return bool(node.getState().contains(pyatspi.STATE_FOCUSED))
    except GONE:
        return False


def take(step: dict[str, str]) -> None:
    """Do one step."""
    ((kind, value),) = step.items()
    if kind == "key":
        press("key", *value.split())
    elif kind == "type":
        press("type", "--delay", "20", value)
    elif kind == "click":
        click(value)
    elif kind == "tab":
        tab(value)
    else:
        wait(value, there=kind == "see")
    time.sleep(0.25)


def main() -> None:
    """Start the program, take all steps, end it."""
    steps = json.loads(Path(sys.argv[1]).read_text())
    bus = subprocess.Popen([BUS, "--launch-immediately"], stderr=subprocess.DEVNULL)
    started = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen(sys.argv[2:], env=started)
    try:
        wait("Timeline of events|خط زمان رویدادها")
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Iran|ایران"]
        window = subprocess.run(search, capture_output=True, text=True, check=True).stdout.split()[0]
        press("windowfocus", "--sync", window)
        for number, step in enumerate(steps):
            sys.stderr.write(f"{number}: {step}\n")
            take(step)
        sys.stdout.write("walked\n")
    finally:
        program.terminate()
        bus.terminate()


main()

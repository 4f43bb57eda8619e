"""Listen to the program as a screen reader does, over AT-SPI; run by the system's Python, which has pyatspi.

    listener.py PROGRAM…   starts the program, tells what it finds as one JSON object, and ends the program.

It needs DISPLAY and a session bus of its own.
"""

import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

BUS = "/usr/libexec/at-spi-bus-launcher"
PATIENCE = 60.0

NAMES = ("Timeline of events", "خط زمان رویدادها")

pyatspi: Any = importlib.import_module("pyatspi")
GONE: Any = (AttributeError, LookupError, importlib.import_module("gi.repository.GLib").GError)
"""What asking something that has just gone away raises."""


def wait_for(find: Callable[[], Any]) -> Any:
    """Return what `find` finds, as soon as it finds anything."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(0.2)
    sys.exit("nothing found")


def timeline(node: Any = None, depth: int = 0) -> Any:
    """Find the list of the timeline's marks."""
    try:
        node = node or pyatspi.Registry.getDesktop(0)
        if node.getRole() == pyatspi.ROLE_LIST and node.name in NAMES and node.childCount:
            return node
        for child in range(min(node.childCount, 200) if depth < 14 else 0):
            found = timeline(node.getChildAtIndex(child), depth + 1)
            if found:
                return found
    except GONE:
        return None
    return None


def item(node: Any) -> dict[str, Any]:
    """Tell one mark."""
    where = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    states = node.getState()
    known = {"selected": pyatspi.STATE_SELECTED, "focused": pyatspi.STATE_FOCUSED}
    return {
        "name": node.name,
        "description": node.description,
        "role": node.getRoleName(),
        "rect": [where.x, where.y, where.width, where.height],
        "states": [name for name, state in known.items() if states.contains(state)],
    }


def items(found: Any) -> list[dict[str, Any]]:
    """Tell all marks."""
    return [item(found.getChildAtIndex(place)) for place in range(found.childCount)]


def press(key: str, process: int) -> None:
    """Press a key in the window of a process."""

    def windows() -> list[str]:
        search = ["xdotool", "search", "--onlyvisible", "--pid", str(process)]
        return subprocess.run(search, capture_output=True, text=True, check=False).stdout.split()

    window = wait_for(windows)[-1]
    subprocess.run(["xdotool", "windowfocus", window, "key", "--window", window, key], check=True)


def main() -> None:
    """Start, listen, press a key, listen again."""
    bus = subprocess.Popen([BUS, "--launch-immediately"], stderr=subprocess.DEVNULL)
    started = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen(sys.argv[1:], env=started)
    try:
        found = wait_for(timeline)
        before = items(found)
        press("Home", program.pid)

        def focused() -> list[dict[str, Any]]:
            return [one for one in items(found) if "focused" in one["states"]]

        after = wait_for(focused)
        told = {"list": found.name, "before": before, "focused": after}
        sys.stdout.write(json.dumps(told) + "\n")
    finally:
        program.terminate()
        bus.terminate()


main()

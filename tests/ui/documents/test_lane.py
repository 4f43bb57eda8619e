"""Work beside the window: results come back in turn, late ones are dropped, a closed window takes none."""

import logging
import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from viewer.loading.documents.fault import DocumentError
from viewer.ui.documents.lane import Lane


def refuse(fault: DocumentError) -> None:
    raise AssertionError(fault)


def test_results_come_back_into_the_thread_of_the_window(qtbot: QtBot) -> None:
    came: list[tuple[threading.Thread, threading.Thread]] = []
    parent = QObject()
    lane = Lane(parent)
    lane.run(
        threading.current_thread, lambda thread: came.append((thread, threading.current_thread())), refuse
    )
    qtbot.waitUntil(lambda: bool(came))
    worked, told = came[0]
    assert worked is not threading.main_thread()
    assert told is threading.main_thread()


def test_a_fault_comes_back_as_a_fault(qtbot: QtBot) -> None:
    faults: list[DocumentError] = []
    parent = QObject()

    def fail() -> None:
        raise DocumentError("absent")

    Lane(parent).run(fail, lambda _: None, faults.append)
    qtbot.waitUntil(lambda: bool(faults))
    assert faults[0].code == "absent"


def test_what_belongs_to_an_earlier_document_is_dropped(qtbot: QtBot) -> None:
    came: list[str] = []
    parent, go = QObject(), threading.Event()
    lane = Lane(parent)
    lane.run(lambda: go.wait(10) and "late", came.append, refuse)
    lane.turn()
    lane.run(lambda: "now", came.append, refuse)
    go.set()
    qtbot.waitUntil(lambda: bool(came))
    qtbot.wait(50)
    assert came == ["now"]


def test_a_window_closed_meanwhile_takes_nothing(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    came: list[object] = []
    go, done = threading.Event(), threading.Event()
    owner = QObject()
    lane = Lane(owner)

    def work() -> str:
        go.wait(10)
        done.set()
        return "too late"

    with caplog.at_level(logging.ERROR):
        lane.run(work, came.append, refuse)
        shiboken6.delete(owner)
        go.set()
        done.wait(10)
        qtbot.wait(50)
    assert came == []
    assert caplog.records == []

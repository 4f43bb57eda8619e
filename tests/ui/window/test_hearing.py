"""One filter hears for all who listen: the last first, only what they asked for, and only while they live."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from viewer.ui.hearing import listen

KIND = QEvent.Type.ToolBarChange


def send(widget: QWidget, kind: QEvent.Type = KIND) -> None:
    QApplication.sendEvent(widget, QEvent(kind))


def test_who_came_last_hears_first_and_may_keep_an_event(qtbot: QtBot) -> None:
    widget, owner, heard = QWidget(), QObject(), list[str]()
    qtbot.addWidget(widget)

    def hear(name: str, *, keep: bool) -> bool:
        heard.append(name)
        return keep

    listen(owner, (KIND,), lambda _who, _event: hear("first", keep=False))
    listen(owner, (KIND,), lambda _who, event: hear("last", keep=event.spontaneous()))
    send(widget)
    send(widget, QEvent.Type.ModifiedChange)
    assert heard == ["last", "first"]
    listen(owner, (KIND,), lambda _who, _event: hear("keeper", keep=True))
    send(widget)
    assert heard == ["last", "first", "keeper"]


def test_who_is_gone_hears_nothing(qtbot: QtBot) -> None:
    widget, owner, heard = QWidget(), QObject(), list[QObject]()
    qtbot.addWidget(widget)

    def hear(who: QObject, _event: QEvent) -> bool:
        heard.append(who)
        return False

    listen(owner, (KIND,), hear)
    send(widget)
    owner.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    send(widget)
    assert heard == [widget]

"""Help for visitors tells of fingers, not of a mouse that is not there."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QTextBrowser

from tests.helpers.exhibition import Rehearsal, settle
from viewer.ui.dialogs.help_sheet import HelpSheet


def test_visitors_are_told_what_fingers_do(exhibition: Callable[..., Rehearsal]) -> None:
    held = exhibition()
    held.touch()
    held.run("window.help")
    settle()
    (sheet,) = (
        one for one in QApplication.topLevelWidgets() if isinstance(one, HelpSheet) and one.isVisible()
    )
    (page,) = sheet.findChildren(QTextBrowser)
    text = page.toPlainText()
    assert "Two fingers" in text
    assert "Hold, then drag on the ruler" in text
    assert "heel" not in text
    assert "Double-click" not in text

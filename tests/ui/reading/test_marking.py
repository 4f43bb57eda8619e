from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from viewer.state.pages.runs import CiteChip, Words
from viewer.state.pages.targets import CommandTarget
from viewer.state.view_state import Theme
from viewer.ui.reading.compose import Type
from viewer.ui.reading.kit import Kit, Look
from viewer.ui.reading.prose import Prose
from viewer.ui.theme.colours import colours
from viewer.ui.theme.fonts import load_fonts
from viewer.ui.theme.typography import reading_font, sizes

LEFT = Qt.MouseButton.LeftButton


def paragraph(qtbot: QtBot, text: str, language: str) -> tuple[QWidget, Prose]:
    load_fonts()
    window = QWidget()
    qtbot.addWidget(window)
    kit = Kit(Look(colours(Theme.LIGHT), sizes(1.0), language), lambda _: None)
    chip = CiteChip(1, "1", "Citation 1", CommandTarget("none"))
    runs = (Words(text, language), chip, Words(" End.", language))
    prose = Prose(kit, runs, window, language=language, kind=Type.READING)
    window.resize(600, 60)
    prose.setGeometry(0, 0, 600, prose.arrange(600))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, prose


def drag(prose: Prose, start: int, end: int) -> None:
    y = prose.height() // 2
    QTest.mousePress(prose, LEFT, pos=QPoint(start, y))
    QTest.mouseMove(prose, QPoint(end, y))
    QTest.mouseRelease(prose, LEFT, pos=QPoint(end, y))


def test_words_are_marked_with_the_mouse_and_copied_as_one_would_type_them(qtbot: QtBot) -> None:
    window, prose = paragraph(qtbot, "A plain statement.", "en")
    drag(prose, 0, 599)
    QTest.keyClick(prose, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().split() == ["A", "plain", "statement.", "1", "End."]
    assert prose.grab().toImage().pixelColor(4, 2).name() == colours(Theme.LIGHT).accent
    assert window.isVisible()


def test_a_double_click_marks_a_word_with_its_joiners(qtbot: QtBot) -> None:
    window, prose = paragraph(qtbot, "می‌خواند و رفت", "fa")
    right = prose.line_edges()[0][1]
    QTest.mouseDClick(prose, LEFT, pos=QPoint(round(right) - 12, prose.height() // 2))
    QTest.keyClick(prose, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "می‌خواند"
    assert window.isVisible()


def test_the_persian_six_has_its_persian_shape(qtbot: QtBot) -> None:
    load_fonts()
    pictures = []
    for six in ("\u06f6", "\u0666"):
        label = QLabel(six)
        qtbot.addWidget(label)
        label.setFont(reading_font(40, "fa"))
        label.setFixedSize(60, 60)
        pictures.append(label.grab().toImage())
    assert pictures[0] != pictures[1]

"""Start Qt with the bundled fonts and nothing that depends on the machine."""

import gc
import sys
from collections.abc import Callable

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from viewer import __version__
from viewer.app.qt_traces import keep_qt_from_writing
from viewer.state.view_state import Language
from viewer.ui.theme.fonts import load_fonts
from viewer.ui.theme.typography import interface_font, sizes

GARBAGE = (20_000, 20, 20)
"""So many objects are made, and so many searches done, before garbage is searched for among them.

A frame makes and drops thousands of small things, none of them in a cycle: as often as usual, the search
took a tenth of a frame, and all at once.
"""


def start_qt(language: Language) -> QApplication:
    """Return the application, made on the first call."""
    held = QApplication.instance()
    if isinstance(held, QApplication):
        return held
    gc.set_threshold(*GARBAGE)
    keep_qt_from_writing()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Sanad")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(interface_font(sizes(1.0).label))
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QLocale.setDefault(QLocale(language.value))
    translate_qt(app, language)
    return app


def translate_qt(app: QApplication, language: Language) -> Callable[[], None]:
    """Let Qt's own buttons speak the language; return a way to stop that."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language.value}", folder):
        app.installTranslator(translator)
    direction = Qt.LayoutDirection.RightToLeft if language.right_to_left else Qt.LayoutDirection.LeftToRight
    app.setLayoutDirection(direction)

    def stop() -> None:
        app.removeTranslator(translator)

    return stop

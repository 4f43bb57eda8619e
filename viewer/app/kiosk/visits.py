"""Build the window for a visitor from nothing, and take it down without leaving anything."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QToolTip

from viewer.app.kiosk.fingerprint import state_hash
from viewer.app.kiosk.house import House, first_view
from viewer.app.kiosk.kiosk_performer import KioskPerformer
from viewer.app.kiosk.tidying import tidy
from viewer.base.messages import Catalogue
from viewer.commands.command import Profile
from viewer.commands.commander import Commander
from viewer.loading.catalogue import Catalogues
from viewer.model.raised_edition import QuietEdition
from viewer.state.session import Session
from viewer.state.store import Store
from viewer.state.view_state import TimeDirection
from viewer.ui.context import Context
from viewer.ui.kiosk.attract import Attract
from viewer.ui.kiosk.headlines import headlines
from viewer.ui.kiosk.visit_frame import VisitFrame
from viewer.ui.window.main_window import MainWindow


@dataclass(slots=True)
class Visit:
    """One visitor's window."""

    context: Context
    frame: VisitFrame

    @property
    def story_plays(self) -> bool:
        """True while a story is told by itself."""
        story = self.context.session.state.story
        return story is not None and story.playing


def offered(house: House) -> Mapping[str, Catalogue]:
    """Return the words of each language offered, the first one first."""
    venue = house.venue
    names = dict.fromkeys((venue.first_language, *venue.languages))
    return Catalogues(tuple(names))


def new_visit(house: House, busy: Callable[[], None]) -> Visit:
    """Return a window in the first-run state; `busy` is called before anything that takes long."""
    busy()
    performer = KioskPerformer()
    session = Session(house.edition, offered(house), Store(first_view(house)), place=house.place)
    context = Context(session, Commander(session, Profile.KIOSK, performer))
    session.store.watch(lambda state: state.appearance, lambda _: busy())
    window = MainWindow(context)
    performer.attach(window, context)
    return Visit(context, VisitFrame(window, context, house.venue))


def first_hash(house: House) -> str:
    """Return the hash of the state that every visitor must find."""
    return state_hash(Session(house.edition, {}, Store(first_view(house))))


def new_attract(house: House) -> Attract:
    """Return the attract loop, on a session that no visitor touches and in which no warned headline is."""
    quiet = QuietEdition(house.edition, ())
    session = Session(quiet, offered(house), Store(first_view(house)))
    commander = Commander(session, Profile.KIOSK, lambda _effect: None)
    look = session.state.appearance
    mirrored = look.time_mirrored
    from viewer.state.transitions.look import appear

    session.store.apply(
        appear(direction=TimeDirection.RIGHT_TO_LEFT if mirrored else TimeDirection.LEFT_TO_RIGHT)
    )
    asked = house.venue.attract
    return Attract(Context(session, commander), headlines(quiet, asked), asked.headline)


def take_down(visit: Visit) -> None:
    """Forget a visit: its window, what lay above it, and what it put on the clipboard."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        while popup := app.activePopupWidget():
            popup.close()
        app.inputMethod().reset()
        clipboard = app.clipboard()
        clipboard.clear()
        clipboard.clear(clipboard.Mode.Selection)
    QToolTip.hideText()
    visit.context.session.store.history.clear()
    visit.context.session.memo.clear()
    visit.frame.hide()
    visit.frame.deleteLater()
    del visit
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tidy()

"""Carry what a person chose from one visit to the next."""

from contextlib import suppress

from viewer.app.traces import Traces
from viewer.app.window_building import Built
from viewer.base.places import settings_folder
from viewer.loading.attachments import remembered_copies
from viewer.loading.settings import Settings, load_settings, save_settings
from viewer.state.session import Session
from viewer.state.view_state import Appearance
from viewer.ui.window.panes import Panes


def remember_look(built: Built, traces: Traces) -> None:
    """Keep how the window looks now, unless nothing may be kept; not being able to is no harm."""
    if traces.are_left:
        look = built.context.session.state.appearance
        with suppress(OSError):
            save_settings(settings_folder(), _settings(look, built.window.panes))


def restore_shares(panes: Panes) -> None:
    """Share the room between the panes as it was chosen before."""
    panes.shares.chosen.update(load_settings(settings_folder()).shares)
    panes.shares.apply()


def recall_copies(session: Session) -> None:
    """Attach again what own copies the reader had remembered for this collection."""
    session.copies.attach(*remembered_copies(settings_folder(), session.edition.library.about.id))


def _settings(look: Appearance, panes: Panes) -> Settings:
    return Settings(
        language=look.language.value,
        theme=look.theme.value,
        time=look.direction.value,
        text_scale=look.text_scale,
        calendars=tuple(calendar.value for calendar in look.calendars),
        reduced_motion=look.reduced_motion,
        low_reach=look.low_reach,
        shares=dict(panes.shares.chosen),
    )

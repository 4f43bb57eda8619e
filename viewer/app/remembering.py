"""Carry what a person chose from one visit to the next."""

from contextlib import suppress
from dataclasses import replace

from viewer.app.traces import Traces
from viewer.app.window_building import Built
from viewer.base.places import settings_folder
from viewer.loading.settings import Settings, load_settings, save_settings
from viewer.model.dates.calendars import Calendar
from viewer.state.view_state import Appearance, Language, Theme, TimeDirection
from viewer.ui.window.panes import Panes


def last_look(settings: Settings) -> Appearance | None:
    """Return how things looked last; None where no language was chosen yet."""
    if settings.language not in set(Language):
        return None
    look = Appearance(Language(settings.language))
    return replace(
        look,
        theme=Theme(settings.theme) if settings.theme in set(Theme) else look.theme,
        text_scale=settings.text_scale or look.text_scale,
        direction=_direction(settings.time, look),
        calendars=_calendars(settings.calendars, look),
        reduced_motion=settings.reduced_motion,
        low_reach=settings.low_reach,
    )


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


def _direction(name: str, look: Appearance) -> TimeDirection:
    return TimeDirection(name) if name in set(TimeDirection) else look.direction


def _calendars(names: tuple[str, ...] | None, look: Appearance) -> tuple[Calendar, ...]:
    known = {calendar.value: calendar for calendar in Calendar}
    found = tuple(known[name] for name in dict.fromkeys(names or ()) if name in known)
    return found or look.calendars

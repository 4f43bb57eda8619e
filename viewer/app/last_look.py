"""Tell how things looked in the last visit."""

from dataclasses import replace

from viewer.loading.settings import Settings
from viewer.model.dates.calendars import Calendar
from viewer.state.view_state import Appearance, Language, Theme, TimeDirection


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


def _direction(name: str, look: Appearance) -> TimeDirection:
    return TimeDirection(name) if name in set(TimeDirection) else look.direction


def _calendars(names: tuple[str, ...] | None, look: Appearance) -> tuple[Calendar, ...]:
    known = {calendar.value: calendar for calendar in Calendar}
    found = tuple(known[name] for name in dict.fromkeys(names or ()) if name in known)
    return found or look.calendars

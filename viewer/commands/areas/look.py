"""Commands that change how things look."""

from viewer.commands.command import Command, Menu, Outcome, fixed
from viewer.model.dates.calendars import Calendar
from viewer.model.ids import TrackId
from viewer.state.session import Session
from viewer.state.transitions import look
from viewer.state.view_state import Grouping, Language, Layout, Theme, TimeDirection


def set_language(session: Session, language: str) -> Outcome:
    """Show the interface and the texts in a language, if it is offered."""
    return look.appear(language=Language(language)) if language in session.catalogues else None


def toggle_motion(session: Session) -> Outcome:
    """Switch gliding movements off or on."""
    return look.appear(reduced_motion=not session.state.appearance.reduced_motion)


def toggle_reach(session: Session) -> Outcome:
    """Move the controls to the foot of the window, or back to its head."""
    return look.appear(low_reach=not session.state.appearance.low_reach)


def collapse(session: Session, track: str) -> Outcome:
    """Fold a track to one line, or unfold it."""
    del session
    return look.toggle_collapsed(TrackId(track))


def pin(session: Session, track: str) -> Outcome:
    """Keep a track on top, or let it go."""
    del session
    return look.toggle_pinned(TrackId(track))


def move(session: Session, tracks: tuple[str, ...], track: str, by: int) -> Outcome:
    """Move a track up or down."""
    del session
    return look.move_track(tuple(TrackId(name) for name in tracks), TrackId(track), by)


def _grouping(grouping: Grouping) -> Command:
    return Command(
        f"look.group-{grouping.value}",
        fixed(look.group_by(grouping)),
        menu=Menu.VIEW,
        checked=lambda session: session.state.tracks.grouping is grouping,
    )


def _direction(direction: TimeDirection) -> Command:
    return Command(
        f"look.time-{direction.value}",
        fixed(look.appear(direction=direction)),
        menu=Menu.VIEW,
        checked=lambda session: session.state.appearance.direction is direction,
    )


def _theme(theme: Theme) -> Command:
    return Command(
        f"look.theme-{theme.value}",
        fixed(look.appear(theme=theme)),
        menu=Menu.VIEW,
        checked=lambda session: session.state.appearance.theme is theme,
    )


def _calendar(calendar: Calendar) -> Command:
    return Command(
        f"look.calendar-{calendar.value}",
        fixed(look.toggle_calendar(calendar)),
        menu=Menu.VIEW,
        checked=lambda session: calendar in session.state.appearance.calendars,
    )


COMMANDS = (
    Command(
        "look.other-language",
        fixed(look.other_language),
        ("Ctrl+L",),
        Menu.VIEW,
        enabled=lambda session: len(session.catalogues) > 1,
    ),
    Command("look.language", set_language, needs=("language",)),
    Command("look.larger", fixed(look.next_scale), ("Ctrl+T",), Menu.VIEW),
    Command("look.next-theme", fixed(look.next_theme), ("Ctrl+D",), Menu.VIEW),
    *(_theme(theme) for theme in Theme),
    Command(
        "look.list",
        fixed(look.other_layout),
        ("L",),
        Menu.VIEW,
        checked=lambda session: session.state.layout is Layout.LIST,
    ),
    *(_grouping(grouping) for grouping in Grouping),
    *(_calendar(calendar) for calendar in (Calendar.SOLAR_HIJRI, Calendar.ISLAMIC)),
    *(_direction(direction) for direction in TimeDirection),
    Command(
        "look.reduced-motion",
        toggle_motion,
        menu=Menu.VIEW,
        checked=lambda session: session.state.appearance.reduced_motion,
    ),
    Command(
        "look.low-reach",
        toggle_reach,
        menu=Menu.VIEW,
        checked=lambda session: session.state.appearance.low_reach,
    ),
    Command("look.collapse", collapse, needs=("track",)),
    Command("look.pin", pin, needs=("track",)),
    Command("look.move-track", move, needs=("tracks", "track", "by")),
)

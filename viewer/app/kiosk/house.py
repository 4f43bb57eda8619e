"""Open what a house shows: its venue file, or the last sound one, and the collection named there."""

from dataclasses import dataclass, replace
from pathlib import Path

from viewer.app.view_options import BadOptionError, ViewOptions, first_state
from viewer.base.places import cache_folder, settings_folder
from viewer.base.resources import bundled_collection
from viewer.loading.opening import Opened, UnreadableError, open_collection
from viewer.loading.report import FileReport, Report
from viewer.loading.venue.checking import check_venue, report_unopened
from viewer.loading.venue.keeping import keep_good, last_good
from viewer.loading.venue.reading import ReadVenue, read_venue
from viewer.model.edition import Edition
from viewer.model.problem import Problem
from viewer.model.raised_edition import RaisedEdition
from viewer.model.venue import Venue
from viewer.state.view_state import Language, Layout, Theme, TimeDirection, ViewState


class HouseError(Exception):
    """Nothing can be shown; `problems` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Take the problems."""
        super().__init__("\n".join(f"{row.file}:{row.line}:{row.column}: {row.code}" for row in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class House:
    """A venue with its collection, and what is wrong with the venue file as it stands now."""

    venue: Venue
    edition: Edition
    place: Path
    """Where the collection lies."""
    problems: tuple[Problem, ...] = ()
    """Not empty when an older venue file stands in."""


def open_house(path: Path | None, collection: Path | None = None) -> House:
    """Open a venue file, or a collection without one; raises HouseError."""
    if path is None:
        return _house(ReadVenue(Venue(collection=collection), FileReport("", Report())))
    read = read_venue(path)
    try:
        house = _house(read)
    except HouseError as error:
        return _stand_in(path, error)
    _keep(path, read)
    return house


def venue_problems(path: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a venue file; nothing when it could be used."""
    try:
        _house(read_venue(path))
    except HouseError as error:
        return error.problems
    return ()


def first_view(house: House) -> ViewState:
    """Return what every visitor finds. Raises BadOptionError for a time that cannot be shown."""
    venue = house.venue
    options = ViewOptions(
        collection=house.place,
        language=Language(venue.first_language),
        theme=Theme(venue.theme),
        text_scale=venue.text_size / 100,
        select=venue.start.event or "",
        range=venue.start.view,
        layout=Layout.TIMELINE,
        direction=TimeDirection(venue.time),
    )
    state = first_state(options, house.edition)
    return replace(state, appearance=replace(state.appearance, reduced_motion=venue.reduced_motion))


def _house(read: ReadVenue) -> House:
    if read.venue is None:
        raise HouseError(read.problems)
    place = read.venue.collection or bundled_collection()
    opened = _opened(read, place)
    check_venue(read, opened.edition)
    policy = read.venue.warnings
    raised = RaisedEdition(opened.edition, policy.extra, always_ask=policy.always_ask)
    house = House(read.venue, raised, place)
    if read.problems:
        raise HouseError(read.problems)
    try:
        first_view(house)
    except BadOptionError as error:
        report_unopened(read, error.value)
        raise HouseError(read.problems) from error
    return house


def _opened(read: ReadVenue, place: Path) -> Opened:
    try:
        return open_collection(place, cache=cache_folder() / "editions")
    except (UnreadableError, OSError) as error:
        report_unopened(read, str(read.venue.collection if read.venue else place))
        raise HouseError(read.problems) from error


def _stand_in(path: Path, error: HouseError) -> House:
    """Return the house as the last sound venue file had it."""
    kept = last_good(settings_folder(), path)
    if kept is None:
        raise error
    return replace(_house(kept), problems=error.problems)


def _keep(path: Path, read: ReadVenue) -> None:
    """Keep a sound venue file; a disk that cannot be written to is no reason to show nothing."""
    try:
        keep_good(settings_folder(), path, read)
    except OSError:
        return

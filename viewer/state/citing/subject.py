"""Say what a person cites who says "this": what is selected, or the open source."""

from viewer.state.pages.targets import (
    ClaimTarget,
    EventTarget,
    GroupTarget,
    PersonTarget,
    PlaceTarget,
    SourceTarget,
    Target,
)
from viewer.state.selection import (
    ClaimSelected,
    EventSelected,
    GroupSelected,
    PersonSelected,
    PlaceSelected,
)
from viewer.state.view_state import ViewState


def selected_target(state: ViewState) -> Target | None:
    """Return what is selected; None where that is no single entry that can be cited."""
    target: Target | None = None
    match state.selection:
        case EventSelected(event):
            target = EventTarget(event)
        case ClaimSelected(claim, answer):
            target = ClaimTarget(claim, answer)
        case PersonSelected(person):
            target = PersonTarget(person)
        case GroupSelected(group):
            target = GroupTarget(group)
        case PlaceSelected(place):
            target = PlaceTarget(place)
    return target


def open_source_target(state: ViewState) -> SourceTarget | None:
    """Return the open source, with its passage and the citation that led there."""
    opened = state.source
    return SourceTarget(opened.source, opened.passage, opened.citation) if opened else None


def subject_of(state: ViewState) -> Target | None:
    """Return what is selected, or else the open source; None when only the view can be cited."""
    return selected_target(state) or open_source_target(state)

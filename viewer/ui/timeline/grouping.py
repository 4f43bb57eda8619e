"""Part the events into tracks as the reader asked for."""

from collections.abc import Mapping

from viewer.layout.tracks import TrackSpec, TrackStyle, arranged, tracks_by_category, tracks_by_link
from viewer.model.text import Text
from viewer.state.session import Session
from viewer.state.view_state import Grouping

LINKS = {
    Grouping.SOURCE: "sources",
    Grouping.PERSON: "people",
    Grouping.PLACE: "places",
    Grouping.CLAIM: "claims",
}


def track_specs(session: Session) -> list[TrackSpec]:
    """Return the tracks of now, in the order of the window, hidden ones left out."""
    state = session.state
    key = ("specs", state.tracks.grouping, session.language)
    specs = session.memo.get(key, lambda: _grouped(session))
    by_category = state.tracks.grouping is Grouping.CATEGORY
    return arranged(
        specs,
        tuple(state.tracks.order),
        hidden=frozenset(state.filters.hidden_tracks) if by_category else frozenset(),
        collapsed=frozenset(state.tracks.collapsed),
        pinned=frozenset(state.tracks.pinned),
    )


def _grouped(session: Session) -> list[TrackSpec]:
    edition, grouping = session.edition, session.state.tracks.grouping
    if grouping is Grouping.CATEGORY:
        return tracks_by_category(edition.library, edition.columns, session.language)
    kind = LINKS[grouping]
    labels = _labels(session, grouping)
    styles = {name: TrackStyle(label.pick(session.language).text) for name, label in labels.items()}
    rest = TrackStyle(session.catalogue.say(f"timeline.rest.{kind}"))
    return tracks_by_link(edition.links[kind], edition.columns, styles, rest)


def _labels(session: Session, grouping: Grouping) -> Mapping[str, Text]:
    library = session.edition.library
    if grouping is Grouping.SOURCE:
        return {name: source.title for name, source in library.sources.items()}
    if grouping is Grouping.PERSON:
        return {name: person.name for name, person in library.people.items()}
    if grouping is Grouping.PLACE:
        return {name: place.name for name, place in library.places.items()}
    return {name: claim.question for name, claim in library.claims.items()}

"""Hold a venue file against the collection it names."""

from collections.abc import Collection as Container

from viewer.loading.decode.context import Reference
from viewer.loading.near import nearest
from viewer.loading.venue.reading import ReadVenue
from viewer.loading.venue.shape import COLLECTION_KINDS, HEADLINE_KINDS
from viewer.loading.yaml.nodes import Place
from viewer.model.columns import Flag
from viewer.model.edition import Edition
from viewer.model.ids import EventId
from viewer.model.raised_edition import RaisedEdition
from viewer.model.venue import Venue

_MOST_NAMES = 20_000


def check_venue(read: ReadVenue, edition: Edition) -> None:
    """Report mentions of what the collection does not have, and headlines that a warning covers."""
    if read.venue is None:
        return
    gated = _gated(read.venue, edition)
    named = [rule.kind for rule in read.venue.warnings.extra if rule.label is not None]
    for reference in read.references:
        if reference.kinds[0] == "events":
            _check_event(reference, edition, gated)
        elif reference.kinds == COLLECTION_KINDS:
            continue
        elif reference.kinds == ("warnings",):
            _check_name(reference, [*edition.library.about.warning_labels, *named])
        else:
            _check_name(reference, _names(reference.kinds[0], edition))


def _check_event(reference: Reference, edition: Edition, gated: Container[str]) -> None:
    if edition.index_of(EventId(reference.id)) is None:
        count = len(edition.columns)
        names = [str(edition.event_id(n)) for n in range(count)] if count <= _MOST_NAMES else []
        _check_name(reference, names)
    elif reference.kinds == HEADLINE_KINDS and reference.id in gated:
        reference.report.error(reference.place, "gated-headline", value=reference.id)


def _check_name(reference: Reference, names: Container[str]) -> None:
    if reference.id in names:
        return
    near = nearest(reference.id, names)
    gaps = {"near": near} if near else {}
    reference.report.error(reference.place, f"no-such-{reference.kinds[0]}", value=reference.id, **gaps)


def _names(section: str, edition: Edition) -> Container[str]:
    return [str(name) for name in getattr(edition.library, section)]


def _gated(venue: Venue, edition: Edition) -> frozenset[str]:
    """Return the events meant as headlines that a warning covers, with what the house raised."""
    raised = RaisedEdition(edition, venue.warnings.extra)
    found = ((event, raised.index_of(event)) for event in venue.attract.events)
    flags = raised.columns.flags
    return frozenset(str(event) for event, n in found if n is not None and int(flags[n]) & Flag.SENSITIVE)


def report_unopened(read: ReadVenue, path: str) -> None:
    """Report that the collection of a venue cannot be opened, where the file names it."""
    places = [row.place for row in read.references if row.kinds == COLLECTION_KINDS]
    read.report.error(places[0] if places else Place(0, 0), "collection-not-opened", value=path)

"""Read a venue file: what the house decided, and every problem with its line and column."""

from dataclasses import dataclass, replace
from pathlib import Path

from viewer.loading.decode.context import Context, Reference
from viewer.loading.files import printable, read_bounded
from viewer.loading.report import FileReport, Report, place_of
from viewer.loading.venue.recognising import MAX_BYTES
from viewer.loading.venue.shape import VENUE, first_language, is_venue_map
from viewer.loading.yaml.composer import compose
from viewer.loading.yaml.nodes import BrokenNode, MapNode, Node, Place
from viewer.loading.yaml.sound_text import sound_text
from viewer.model.problem import Problem
from viewer.model.venue import Venue


@dataclass(frozen=True, slots=True)
class ReadVenue:
    """What reading a venue file gave."""

    venue: Venue | None
    """None where anything is wrong."""
    report: FileReport
    references: tuple[Reference, ...] = ()
    """Mentions of entries of the collection, not yet looked up."""
    data: bytes = b""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems so far, by place."""
        return self.report.report.sorted()


def read_venue(path: Path) -> ReadVenue:
    """Read a venue file; never raises for what it holds. Paths in it count from its folder."""
    report = FileReport(printable(path.name), Report())
    try:
        data = read_bounded(path, MAX_BYTES)
    except OSError:
        report.error(Place(0, 0), "unreadable-file")
        return ReadVenue(None, report)
    return read_venue_bytes(data, path, report)


def read_venue_bytes(data: bytes, path: Path, report: FileReport | None = None) -> ReadVenue:
    """Read the content of a venue file that lies, or lay, at `path`."""
    report = report or FileReport(printable(path.name), Report())
    text = sound_text(data, report)
    node = compose(text, report) if text is not None else None
    if not isinstance(node, MapNode):
        _report_shape(node, report)
        return ReadVenue(None, report, data=data)
    at = Context(report, first_language(node))
    found = VENUE.decode(node, at)
    sound = isinstance(found, Venue) and is_venue_map(node) and not report.report.has_errors
    venue = _placed(found, path.parent) if sound and isinstance(found, Venue) else None
    return ReadVenue(venue, report, tuple(at.references), data)


def _report_shape(node: Node | None, report: FileReport) -> None:
    if node is not None and not isinstance(node, BrokenNode):
        report.error(place_of(node), "not-a-map")


def _placed(venue: Venue, folder: Path) -> Venue:
    """Return the venue with paths that no longer depend on the working directory."""
    base = folder.absolute()
    return replace(
        venue,
        collection=base / venue.collection if venue.collection else None,
        counts=base / venue.counts if venue.counts else None,
    )

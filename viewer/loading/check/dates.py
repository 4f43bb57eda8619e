"""Warn about dates that contradict each other beyond what their uncertainty allows."""

from collections.abc import Mapping

from viewer.base.instant import DAY
from viewer.loading.check.paths import place_at
from viewer.loading.decode.context import Entry
from viewer.loading.gathering import Gathered
from viewer.loading.report import FileReport
from viewer.model.claim import Claim
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import EdtfError, FuzzyDate, parse_edtf
from viewer.model.dates.islamic import TOLERANCE_DAYS
from viewer.model.event import Event, Relation, RelationKind, StatedDate
from viewer.model.source import Source

_TOLERANCE = {Calendar.GREGORIAN: 0, Calendar.SOLAR_HIJRI: DAY, Calendar.ISLAMIC: TOLERANCE_DAYS * DAY}
_LATER = (RelationKind.FOLLOWS, RelationKind.RESPONDS, RelationKind.REPORTS)


def check_dates(gathered: Gathered) -> None:
    """Warn about stated dates, relations and sayings whose dates cannot all be right."""
    events = {entry.id: entry.value for entry in gathered.of("events") if isinstance(entry.value, Event)}
    sources = {entry.id: entry.value for entry in gathered.of("sources") if isinstance(entry.value, Source)}
    for entry in gathered.entries:
        report = FileReport(entry.file, gathered.report)
        if isinstance(entry.value, Event):
            _check_stated(entry, entry.value, report)
            _check_relations(entry, entry.value, events, report)
            _check_issued(entry, entry.value, sources, report)
        elif isinstance(entry.value, Claim):
            _check_said(entry, entry.value, events, report)


def _check_stated(entry: Entry, event: Event, report: FileReport) -> None:
    if event.when is None or event.when.stated is None:
        return
    stated = _read(event.when.stated)
    if stated is None:
        return
    slack = _slack(event.when.stated.calendar, stated)
    if not _overlap(stated, event.when.date, slack):
        place = place_at(entry, "date", "stated", "text")
        report.warning(place, "stated-date-differs", value=stated.text, date=event.when.date.text)


def _read(stated: StatedDate) -> FuzzyDate | None:
    """Return the date in figures; words are not read."""
    try:
        return parse_edtf(stated.text, stated.calendar)
    except EdtfError:
        return None


def _slack(calendar: Calendar, date: FuzzyDate) -> int:
    """Return by how much a conversion may be off: nothing in the years that tables give exactly."""
    years = [parts.year for parts in (date.start, date.end) if parts and parts.year is not None]
    loose = not years or any(calendar.is_approximate(year) for year in years)
    return _TOLERANCE[calendar] if loose else 0


def _overlap(one: FuzzyDate, other: FuzzyDate, slack: int = 0) -> bool:
    return one.start_min < other.end_max + slack and other.start_min < one.end_max + slack


def _check_issued(entry: Entry, event: Event, sources: Mapping[str, Source], report: FileReport) -> None:
    """Warn where no cited source can know of the event, because all were issued before it.

    One earlier source among others is no slip: an acceptance cites what it accepts.
    """
    if event.when is None or not event.citations:
        return
    cited = [sources.get(citation.source) for citation in event.citations]
    issued = [source.issued for source in cited if source and source.issued]
    begins = event.when.date.start_min
    if len(issued) == len(cited) and all(date.end_max <= begins for date in issued):
        place = place_at(entry, "citations")
        report.warning(place, "sources-before-event", value=entry.id, date=event.when.date.text)


def _check_relations(entry: Entry, event: Event, events: Mapping[str, Event], report: FileReport) -> None:
    for index, relation in enumerate(event.related):
        other = events.get(relation.event)
        if other is None or other.when is None or event.when is None:
            continue
        if code := _contradiction(relation, event.when.date, other.when.date):
            place = place_at(entry, "related", index)
            dates = {"date": event.when.date.text, "other": other.when.date.text}
            report.warning(place, code, value=entry.id, related=other.id, **dates)


def _contradiction(relation: Relation, date: FuzzyDate, other: FuzzyDate) -> str:
    """Return the code of a contradiction, or an empty text."""
    if relation.kind in _LATER and date.end_max <= other.start_min:
        return "follows-later-event"
    if relation.kind is RelationKind.PART_OF and not _overlap(date, other):
        return "part-outside-whole"
    return ""


def _check_said(entry: Entry, claim: Claim, events: Mapping[str, Event], report: FileReport) -> None:
    for index, answer in enumerate(claim.answers):
        event = events.get(answer.said_in or "")
        if event is None or event.when is None or answer.said is None:
            continue
        if not _overlap(answer.said, event.when.date):
            place = place_at(entry, "answers", index, "said")
            dates = {"date": answer.said.text, "other": event.when.date.text}
            report.warning(place, "said-outside-event", value=answer.id, related=event.id, **dates)

"""Warn about what rests on nothing."""

from viewer.loading.check.paths import place_at
from viewer.loading.decode.context import Entry
from viewer.loading.gathering import Gathered
from viewer.loading.report import FileReport
from viewer.model.claim import Claim
from viewer.model.event import Event


def check_evidence(gathered: Gathered) -> None:
    """Warn about events, statements and answers without citations."""
    for entry in gathered.entries:
        report = FileReport(entry.file, gathered.report)
        if isinstance(entry.value, Event):
            _check_event(entry, entry.value, report)
        elif isinstance(entry.value, Claim):
            _check_answers(entry, entry.value, report)


def _check_event(entry: Entry, event: Event, report: FileReport) -> None:
    if not event.citations:
        report.warning(entry.place, "event-without-citation", value=entry.id)
        return
    for index, statement in enumerate(event.statements):
        if not statement.cites:
            report.warning(place_at(entry, "text", index), "statement-without-citation", value=entry.id)


def _check_answers(entry: Entry, claim: Claim, report: FileReport) -> None:
    for index, answer in enumerate(claim.answers):
        if not answer.citations:
            place = place_at(entry, "answers", index, "id")
            report.warning(place, "answer-without-citation", value=answer.id)

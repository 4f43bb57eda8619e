"""Say when an event was, as far as its source says so, in each calendar shown."""

from collections.abc import Iterator

from viewer.base.bidi import PDI
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.fuzzy import FuzzyDate
from viewer.model.dates.problems import EdtfError
from viewer.model.dates.stated import parse_as_stated
from viewer.model.dates.wording import describe_both, describe_converted
from viewer.model.event import When
from viewer.model.evidence import Citation
from viewer.state.pages.blocks import DateLine
from viewer.state.pages.citations import chips
from viewer.state.pages.dates import primary_calendar
from viewer.state.pages.reader import Reader
from viewer.state.pages.runs import Run, Tone, Words


def date_line(
    reader: Reader, when: When | None, citations: tuple[Citation, ...], *, told: bool = True
) -> DateLine:
    """Return when, in each calendar shown; with what the source states and the editor's note where `told`."""
    if when is None:
        return DateLine((reader.spoken("detail.undated", Tone.SOFT),))
    stated = _stated(when)
    note: list[Run] = []
    if told and when.stated and stated is None:
        note.append(reader.spoken("detail.stated", Tone.SOFT, date=when.stated.text))
    if told and when.note:
        note.append(reader.words(when.note, Tone.SOFT))
    runs = reader.dotted((tuple(_calendars(reader, when.date, stated)), *note))
    return DateLine((*runs, *chips(reader, citations, when.cites)))


def _stated(when: When) -> FuzzyDate | None:
    """Read the date as the source states it; None when it states none, or in words of its own."""
    if when.stated is None:
        return None
    try:
        return parse_as_stated(when.stated.text, when.stated.calendar)
    except EdtfError:
        return None


def _calendars(reader: Reader, date: FuzzyDate, stated: FuzzyDate | None) -> Iterator[Words]:
    """Give the date in the leading calendar, and behind it in the others shown."""
    say, language = reader.catalogue.say, reader.language
    leading = primary_calendar(reader)
    first = describe_converted(date, language, leading, say, stated)
    yield reader.own(first, Tone.STRONG)
    others = _others(reader, leading)
    if not date.is_placeable or not others:
        return
    both = describe_both(date, language, say, (leading, others[0]), stated)
    yield reader.own(both.partition(first)[2].removeprefix(PDI))
    for calendar in others[1:]:
        text = describe_converted(date, language, calendar, say, stated)
        yield reader.spoken("detail.dot", Tone.SOFT)
        yield reader.own(text)


def _others(reader: Reader, leading: Calendar) -> tuple[Calendar, ...]:
    shown = reader.state.appearance.calendars
    return tuple(calendar for calendar in Calendar if calendar in shown and calendar is not leading)

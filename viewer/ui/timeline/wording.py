"""Say what is painted in words: for tips, and for assistive technology. Gated text never appears here."""

from viewer.layout.frame import MarkKind, TrackRow
from viewer.layout.plan import Plan
from viewer.model.columns import Flag
from viewer.state.consent import is_passed
from viewer.state.pages.dates import event_date
from viewer.state.pages.reader import Reader
from viewer.state.session import Session
from viewer.ui.timeline.scene import Scene

MOST_NAMED = 3
"""A cluster of so many events or fewer is told by its headlines."""


def reader_of(session: Session) -> Reader:
    """Return who reads now."""
    return Reader(session.edition, session.catalogue, session.state)


def title_of(session: Session, index: int) -> str:
    """Return the headline of an event."""
    return session.edition.title(index, session.language).text


def date_of(session: Session, index: int) -> str:
    """Return the date of an event in words, with its uncertainty."""
    return event_date(reader_of(session), session.edition.event(index))


def event_lines(session: Session, index: int) -> list[str]:
    """Tell an event: headline, date, kinds of warning, and how its evidence stands."""
    event = session.edition.event(index)
    lines = [title_of(session, index), date_of(session, index)]
    passed = is_passed(session.state, session.edition, event.id, event.warnings)
    if event.when and event.when.stated and passed:
        lines.append(session.catalogue.say("detail.stated", date=event.when.stated.text))
    labels = session.edition.library.about.warning_labels
    kinds = [labels[kind].pick(session.language).text for kind in event.warnings if kind in labels]
    if kinds:
        lines.append(session.catalogue.say("timeline.warnings", kinds=session.catalogue.listing(kinds)))
    flags = int(session.edition.columns.flags[index])
    lines += [session.catalogue.say(f"timeline.{key}") for flag, key in _TOLD if flags & flag]
    return lines


_TOLD = ((Flag.CONTESTED, "contested"), (Flag.UNCHECKED, "unchecked"))


def cluster_lines(session: Session, scene: Scene, mark: int) -> list[str]:
    """Tell a cluster: how many events, from when to when, and what it hides."""
    marks, words = scene.frame.marks, session.catalogue
    members = scene.plan.members(int(marks.first[mark]), int(marks.last[mark]))
    lines = [words.count("timeline.cluster", len(members))]
    if len(members) <= MOST_NAMED:
        lines += [title_of(session, int(index)) for index in members]
    first, last = date_of(session, int(members[0])), date_of(session, int(members[-1]))
    lines.append(words.say("timeline.span", first=first, last=last) if first != last else first)
    for key, number in (
        ("contested-members", marks.contested[mark]),
        ("sensitive-members", marks.sensitive[mark]),
        ("unchecked-members", marks.unchecked[mark]),
    ):
        if number:
            lines.append(words.count(f"timeline.{key}", int(number)))
    return lines


def mark_lines(session: Session, scene: Scene, mark: int) -> list[str]:
    """Tell whatever a mark stands for, line by line."""
    marks = scene.frame.marks
    if marks.kind[mark] == MarkKind.CLUSTER:
        return cluster_lines(session, scene, mark)
    return event_lines(session, int(marks.event[mark]))


def mark_name(session: Session, scene: Scene, mark: int) -> str:
    """Name a mark in one line, with its track."""
    track = scene.frame.rows[int(scene.frame.marks.row[mark])].full_label
    return session.catalogue.listing([*mark_lines(session, scene, mark), track])


def row_lines(session: Session, row: TrackRow) -> list[str]:
    """Tell a track: its full name and how many events it holds."""
    words = session.catalogue
    lines = [row.full_label, words.count("timeline.events", row.total)]
    if row.earlier:
        lines.append(words.count("timeline.earlier", row.earlier))
    return lines


def tray_lines(session: Session, plan: Plan) -> list[str]:
    """Tell the tray: how many events it holds."""
    return [session.catalogue.count("timeline.tray", len(plan.tray))]

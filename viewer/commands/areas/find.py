"""Commands that search and filter."""

from dataclasses import replace

import numpy as np

from viewer.commands.areas.open_things import in_view, opened_by
from viewer.commands.command import Command, Menu, Outcome, fixed
from viewer.commands.effects import Dialog, FocusSearch, OpenDialog
from viewer.state.filters import EvidenceKind
from viewer.state.selection import EventSelected
from viewer.state.session import Session
from viewer.state.transitions import narrow
from viewer.state.view_state import ViewState


def search(session: Session, query: str) -> Outcome:
    """Look for words in all texts, names and sources."""
    del session
    return narrow.search(query)


def step(session: Session, by: int) -> Outcome:
    """Go to the next or previous hit: select its event and bring it into view."""
    hits = session.hits()
    if not len(hits):
        return None
    position = narrow.step_hit(len(hits), by)(session.state).hit
    index = int(hits[position])
    event = session.edition.event(index)
    visible, source = in_view(session, index), opened_by(event)

    def stepped(state: ViewState) -> ViewState:
        chosen = EventSelected(event.id)
        return replace(state, hit=position, selection=chosen, source=source, visible=visible, focus=None)

    return stepped


def next_hit(session: Session) -> Outcome:
    """Go to the next hit."""
    return step(session, 1)


def previous_hit(session: Session) -> Outcome:
    """Go to the previous hit."""
    return step(session, -1)


def toggle_filter(session: Session, field: str, value: str) -> Outcome:
    """Narrow to, or stop narrowing to, one value."""
    del session
    return narrow.toggle_filter(field, value)


def only_track(session: Session, track: str) -> Outcome:
    """Show one track alone, or all when it is alone already."""
    others = frozenset(session.edition.library.tracks) - {track}
    hidden = frozenset() if session.state.filters.hidden_tracks == others else others
    return lambda state: replace(state, filters=replace(state.filters, hidden_tracks=hidden))


def has_hits(session: Session) -> bool:
    """Allow a command only while the search has hits."""
    return bool(np.size(session.hits()))


def _evidence(kind: EvidenceKind) -> Command:
    return Command(
        f"find.{kind.value}",
        fixed(narrow.toggle_filter("evidence", kind)),
        menu=Menu.EVIDENCE,
        checked=lambda session: kind in session.state.filters.evidence,
    )


COMMANDS = (
    Command("find.focus", fixed(FocusSearch()), ("/", "Ctrl+F"), Menu.FIND),
    Command("find.search", search, needs=("query",)),
    Command("find.next", next_hit, ("F3", "N"), Menu.FIND, enabled=has_hits),
    Command("find.previous", previous_hit, ("Shift+F3", "Shift+N"), Menu.FIND, enabled=has_hits),
    Command("find.filters", fixed(OpenDialog(Dialog.FILTERS)), ("Ctrl+Shift+F",), Menu.FIND),
    Command("find.toggle", toggle_filter, needs=("field", "value")),
    Command("find.only-track", only_track, needs=("track",)),
    Command(
        "find.clear",
        fixed(narrow.clear_filters),
        ("Ctrl+Shift+X",),
        Menu.FIND,
        enabled=lambda session: session.state.filters.active,
    ),
    Command(
        "find.tray",
        fixed(narrow.toggle_tray),
        ("T",),
        Menu.FIND,
        checked=lambda session: session.state.tray_open,
    ),
    *(_evidence(kind) for kind in EvidenceKind),
)

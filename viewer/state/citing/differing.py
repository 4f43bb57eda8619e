"""Say how the edition of a cited view differs from the one at hand, and keep of the view what is here."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from viewer.model.edition import Edition
from viewer.model.ids import EventId
from viewer.state.citing.view_code import CitedView
from viewer.state.filters import Filters
from viewer.state.selection import (
    ClaimSelected,
    EventSelected,
    GroupSelected,
    MembersSelected,
    Nothing,
    OpenSource,
    PersonSelected,
    PlaceSelected,
    Selection,
    TermSelected,
)
from viewer.state.view_state import Appearance, ViewState


@dataclass(frozen=True, slots=True)
class Opening:
    """What becomes of a cited view here."""

    state: ViewState
    same_collection: bool
    same_version: bool
    same_content: bool
    missing: tuple[str, ...] = ()
    """Ids that the view shows and this edition does not have, each once."""


def opening(cited: CitedView, edition: Edition, now: ViewState) -> Opening:
    """Return the view as it can be opened, whole where the content is the same.

    What suits the eyes and hands of the reader (colours, size of text, motion, reach) and which content
    warnings were passed is never taken from another person.
    """
    about = edition.library.about
    same = (cited.collection == about.id, cited.version == about.version, cited.key == edition.key)
    state = replace(cited.state, appearance=_look(cited.state.appearance, now), revealed=now.revealed)
    if not same[0]:
        bare = ViewState(state.visible, appearance=state.appearance, revealed=now.revealed)
        return Opening(bare, *same)
    if same[2]:
        return Opening(state, *same)
    known = _Known(edition)
    kept = known.state(state)
    return Opening(kept, *same, tuple(dict.fromkeys(known.missing)))


def _look(cited: Appearance, now: ViewState) -> Appearance:
    own = now.appearance
    return replace(
        cited,
        theme=own.theme,
        text_scale=own.text_scale,
        reduced_motion=own.reduced_motion,
        low_reach=own.low_reach,
    )


class _Known:
    """Keeps of a state what an edition has, and notes the ids of the rest."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self.missing: list[str] = []

    def state(self, state: ViewState) -> ViewState:
        library = self._edition.library
        tracks = state.tracks
        story = state.story
        if story and not self._has(story.story, library.stories):
            story = None
        return replace(
            state,
            selection=self._selection(state.selection),
            source=self._source(state.source),
            filters=self._filters(state.filters),
            story=story,
            focus=state.focus if state.focus and self._has_event(state.focus) else None,
            hit=-1,
            tracks=replace(
                tracks,
                order=tuple(name for name in tracks.order if name in library.tracks),
                collapsed=tracks.collapsed & library.tracks.keys(),
                pinned=tracks.pinned & library.tracks.keys(),
            ),
        )

    def _has(self, name: str, entries: Mapping[Any, object] | Collection[Any]) -> bool:
        if name in entries:
            return True
        self.missing.append(name)
        return False

    def _has_event(self, event: EventId) -> bool:
        return self._has(event, () if self._edition.index_of(event) is None else (event,))

    def _selection(self, selection: Selection) -> Selection:
        library = self._edition.library
        there = True
        match selection:
            case EventSelected(event):
                there = self._has_event(event)
            case PersonSelected(person):
                there = self._has(person, library.people)
            case GroupSelected(group):
                there = self._has(group, library.groups)
            case PlaceSelected(place):
                there = self._has(place, library.places)
            case TermSelected(term):
                there = term is None or self._has(term, library.glossary)
            case ClaimSelected(claim):
                return self._claim(selection) if self._has(claim, library.claims) else Nothing()
            case MembersSelected():
                # Indexes count the events of the other edition.
                return replace(selection, indexes=())
            case _:
                there = True
        return selection if there else Nothing()

    def _claim(self, selection: ClaimSelected) -> ClaimSelected:
        answers = {row.id for row in self._edition.library.claims[selection.claim].answers}
        if selection.answer is None or self._has(selection.answer, answers):
            return selection
        return ClaimSelected(selection.claim)

    def _source(self, opened: OpenSource | None) -> OpenSource | None:
        if opened is None or not self._has(opened.source, self._edition.library.sources):
            return None
        source = self._edition.library.sources[opened.source]
        passage = opened.passage
        if passage and not self._has(passage, {p.id for p in source.digest}):
            passage = None
        return replace(opened, passage=passage)

    def _filters(self, filters: Filters) -> Filters:
        library = self._edition.library
        kept = {
            name: frozenset(v for v in sorted(getattr(filters, name)) if self._has(v, getattr(library, name)))
            for name in ("people", "groups", "places", "sources", "claims")
        }
        kinds = frozenset(v for v in sorted(filters.warnings) if self._has(v, library.about.warning_labels))
        hidden = filters.hidden_tracks & library.tracks.keys()
        return replace(filters, **kept, warnings=kinds, hidden_tracks=hidden)

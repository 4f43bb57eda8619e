"""Options that say what the window shows at first; shared by opening and by drawing."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from viewer.base.instant import DAY
from viewer.model.dates.edtf import parse_edtf
from viewer.model.dates.problems import EdtfError
from viewer.model.edition import Edition
from viewer.model.ids import ClaimId, EventId, GroupId, PersonId, PlaceId, SourceId
from viewer.state import selection as sel
from viewer.state.session import whole_range
from viewer.state.transitions.time import clamped
from viewer.state.view_state import Appearance, Language, Layout, Range, Theme, TimeDirection, ViewState


class BadOptionError(ValueError):
    """An option of the command line cannot be used; `key` names the message."""

    def __init__(self, key: str, value: str) -> None:
        """Name the message and the value at fault."""
        super().__init__(f"{key}: {value}")
        self.key = key
        self.value = value


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """What was asked for, not yet compared with an edition."""

    collection: Path | None
    language: Language
    theme: Theme
    text_scale: float
    select: str
    range: str
    layout: Layout
    direction: TimeDirection
    query: str = ""
    chosen: Appearance = Appearance()
    """What else was chosen before."""


def view_options(
    arguments: argparse.Namespace, language: str, chosen: Appearance | None = None
) -> ViewOptions:
    """Return the options as values; what was not asked for is as `chosen` in the last visit."""
    look = replace(chosen or Appearance(Language(language)), **dict(_asked_look(arguments)))
    return ViewOptions(
        collection=arguments.collection,
        language=look.language,
        theme=look.theme,
        text_scale=look.text_scale,
        select=arguments.select,
        range=arguments.range,
        layout=Layout.LIST if arguments.list else Layout.TIMELINE,
        direction=look.direction,
        query=arguments.search,
        chosen=look,
    )


def _asked_look(arguments: argparse.Namespace) -> Iterator[tuple[str, Any]]:
    """Give the fields of the appearance that were asked for."""
    if arguments.language:
        yield "language", Language(arguments.language)
    if arguments.theme:
        yield "theme", Theme(arguments.theme)
    if arguments.text_size:
        yield "text_scale", arguments.text_size / 100
    if arguments.time:
        yield "direction", TimeDirection(arguments.time)


def first_state(options: ViewOptions, edition: Edition) -> ViewState:
    """Return the state of the window at its start.

    Raises BadOptionError where the edition has no such entry or the range is no date.
    """
    look = replace(
        options.chosen,
        language=options.language,
        theme=options.theme,
        text_scale=options.text_scale,
        direction=options.direction,
    )
    state = ViewState(
        first_range(options, edition), appearance=look, layout=options.layout, query=options.query
    )
    return selected(state, edition, options.select) if options.select else state


def first_range(options: ViewOptions, edition: Edition) -> Range:
    """Return the asked range, or the one with which the collection starts, or its whole span."""
    asked = options.range or edition.library.about.start_view
    if not asked:
        return whole_range(edition)
    try:
        date = parse_edtf(asked)
    except EdtfError as error:
        raise BadOptionError("cli.bad_range", asked) from error
    start, end = date.possible_span
    air = 0 if options.range else 2 * DAY
    return clamped(start - air, end + air)


def selected(state: ViewState, edition: Edition, name: str) -> ViewState:
    """Return the state with any entry selected by its id, and its source open."""
    index = edition.index_of(EventId(name))
    library = edition.library
    if index is not None:
        event = edition.event(index)
        first = next(iter(event.citations), None)
        source = sel.OpenSource(first.source, first.passage, first.key) if first else None
        return replace(state, selection=sel.EventSelected(event.id), source=source)
    if SourceId(name) in library.sources:
        return replace(state, source=sel.OpenSource(SourceId(name)))
    pages: tuple[tuple[object, sel.Selection], ...] = (
        (library.people.get(PersonId(name)), sel.PersonSelected(PersonId(name))),
        (library.groups.get(GroupId(name)), sel.GroupSelected(GroupId(name))),
        (library.places.get(PlaceId(name)), sel.PlaceSelected(PlaceId(name))),
        (library.claims.get(ClaimId(name)), sel.ClaimSelected(ClaimId(name))),
    )
    for entry, selection in pages:
        if entry is not None:
            return replace(state, selection=selection)
    raise BadOptionError("cli.no_such_entry", name)

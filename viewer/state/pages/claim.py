"""Build the accounts of a question: every answer side by side, none averaged, none left out."""

from collections.abc import Iterator

from viewer.layout.number_line import Axis, Tick, axis_for, number_ticks
from viewer.model.claim import Claim
from viewer.model.ids import ClaimId, EventId
from viewer.state.accounts_view import Order, Scale
from viewer.state.pages.accounts import Accounts, Choice
from viewer.state.pages.answers import answer_groups, extents_of, is_dated
from viewer.state.pages.blocks import (
    Block,
    EventList,
    Eyebrow,
    Heading,
    Page,
    Paragraph,
    Role,
    WarningGate,
)
from viewer.state.pages.date_ticks import date_ticks
from viewer.state.pages.gates import Gate, conceal_actions, warning_badges, warning_gate
from viewer.state.pages.notices import notices
from viewer.state.pages.reader import Reader
from viewer.state.pages.rows import rows_of
from viewer.state.pages.runs import Tone
from viewer.state.pages.targets import CommandTarget


def claim_page(reader: Reader, claim_id: ClaimId) -> Page | None:
    """Return the accounts of a question; None when the edition has none with that id."""
    claim = reader.edition.library.claims.get(claim_id)
    if claim is None:
        return None
    told = reader.is_revealed(claim.id, claim.warnings)
    body = (_accounts(reader, claim),) if told else (_gate(reader, claim),)
    blocks = (*_head(reader, claim, told=told), *body, *_foot(reader, claim))
    return Page(reader.plain(claim.question), reader.language, blocks)


def _gate(reader: Reader, claim: Claim) -> WarningGate:
    return warning_gate(reader, Gate(claim.id, claim.warnings, "claim"))


def _head(reader: Reader, claim: Claim, *, told: bool) -> Iterator[Block]:
    claims = reader.edition.library.claims
    number = list(claims).index(claim.id) + 1
    kinds = warning_badges(reader, claim.warnings)
    yield Eyebrow(reader.say("accounts.kind", number=number, total=len(claims)), kinds)
    yield Heading(reader.words(claim.question))
    runs = [reader.spoken("accounts.principle", Tone.SOFT)]
    if claim.note and told:
        note = reader.words(claim.note, Tone.SOFT)
        runs += [reader.own(" "), reader.spoken("accounts.note", Tone.STRONG), reader.own(" "), note]
    yield Paragraph(tuple(runs), reader.language, Role.SMALL)


def _accounts(reader: Reader, claim: Claim) -> Accounts:
    view = reader.state.accounts
    axis = _axis(reader, claim)
    return Accounts(
        groups=answer_groups(reader, claim, view.order),
        axis=axis,
        ticks=_ticks(reader, claim, axis),
        unit=reader.plain(claim.unit),
        columns=(reader.say("accounts.column.claimant"), reader.say("accounts.column.source")),
        said_in=reader.say("accounts.said-in"),
        choices=_choices(reader, claim, axis),
    )


def _foot(reader: Reader, claim: Claim) -> Iterator[Block]:
    yield from conceal_actions(reader, claim.id, claim.warnings)
    rows = rows_of(reader, _touching(reader, claim))
    if rows:
        yield EventList(reader.count("accounts.events", len(rows)), rows)
    texts = [claim.question, *(a.text for a in claim.answers), *(a.claimant for a in claim.answers)]
    yield from notices(reader, texts, claim.unreviewed, claim.withheld)


def _touching(reader: Reader, claim: Claim) -> tuple[EventId, ...]:
    indexes = reader.edition.links["claims"].of(claim.id).tolist()
    return (*claim.events, *(reader.edition.event_id(index) for index in indexes))


def _axis(reader: Reader, claim: Claim) -> Axis | None:
    scale = reader.state.accounts.scale
    wished = claim.logarithmic if scale is Scale.AUTO else scale is Scale.LOGARITHMIC
    extents = (extent for answer in claim.answers for extent in extents_of(claim, answer))
    return axis_for(extents, logarithmic=wished and not is_dated(claim))


def _ticks(reader: Reader, claim: Claim, axis: Axis | None) -> tuple[Tick, ...]:
    if axis is None:
        return ()
    if is_dated(claim):
        return date_ticks(reader, axis)
    return number_ticks(axis, reader.catalogue.number)


def _choices(reader: Reader, claim: Claim, axis: Axis | None) -> tuple[tuple[Choice, ...], ...]:
    view = reader.state.accounts
    orders = tuple(
        Choice(
            reader.say(f"accounts.order.{order}"),
            CommandTarget("open.accounts-order", (("order", order),)),
            order is view.order,
        )
        for order in Order
    )
    if axis is None or is_dated(claim):
        return (orders,)
    scales = tuple(
        Choice(
            reader.say(f"accounts.scale.{scale}"),
            CommandTarget("open.accounts-scale", (("scale", scale),)),
            (scale is Scale.LOGARITHMIC) == axis.logarithmic,
        )
        for scale in (Scale.LOGARITHMIC, Scale.LINEAR)
    )
    return (orders, scales)

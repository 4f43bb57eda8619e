import re

from tests.helpers.reading import bundled_edition, plain, reader
from viewer.layout.number_line import Extent
from viewer.model.ids import AnswerId, ClaimId
from viewer.state.accounts_view import AccountsView, Order, Scale
from viewer.state.pages.accounts import Accounts
from viewer.state.pages.claim import claim_page
from viewer.state.pages.reader import Reader
from viewer.state.selection import ClaimSelected


def accounts(claim: str = "C1", given: Reader | None = None) -> Accounts:
    page = claim_page(given or reader(), ClaimId(claim))
    assert page
    (found,) = [block for block in page.blocks if isinstance(block, Accounts)]
    return found


def text_of(claim: str, given: Reader | None = None) -> str:
    page = claim_page(given or reader(), ClaimId(claim))
    assert page
    return plain(page)


def order_of(order: Order) -> list[str]:
    return [row.answer for row in accounts("C1", reader(accounts=AccountsView(order))).rows]


def test_every_answer_stands_as_its_source_gives_it() -> None:
    text = text_of("C1")
    said = "The office — fewer than 1000 — said February 1989"
    assert f"{said} — A Committee 1990, p. \u20667\u2069 · checked" in text
    assert "Ann Writer — 2800 or 3800 — said 2000 · first weeks only — Writer et al. 2000" in text
    assert "A paper — unknown — no source stated" in text


def test_the_editors_note_and_the_principle_stand_above() -> None:
    text = text_of("C1")
    assert "never averaged or ranked" in text
    assert "Editor’s note: All count papers." in text


def test_answers_are_grouped_by_kind_of_claimant() -> None:
    groups = [(group.label, len(group.rows)) for group in accounts().groups]
    assert groups == [
        ("State officials", 1),
        ("Inside the leadership", 1),
        ("Human rights organisations", 1),
        ("Press", 1),
    ]


def test_answers_sort_by_date_said_and_by_value_without_losing_any() -> None:
    assert order_of(Order.SAID) == ["C1-1", "C1-3", "C1-2", "C1-4"]
    assert order_of(Order.VALUE) == ["C1-1", "C1-3", "C1-2", "C1-4"]


def test_values_are_never_merged() -> None:
    extents = {row.answer: row.extents for row in accounts().rows}
    assert extents == {
        "C1-1": (Extent(None, 1000),),
        "C1-2": (Extent(2800, 2800), Extent(3800, 3800)),
        "C1-3": (Extent(1000, 9999),),
        "C1-4": (),
    }
    assert [row.answer for row in accounts().rows if row.worded] == ["C1-3", "C1-4"]


def test_the_reader_chooses_the_scale() -> None:
    axis = accounts().axis
    assert axis
    assert axis.logarithmic
    linear = accounts("C1", reader(accounts=AccountsView(scale=Scale.LINEAR))).axis
    assert linear
    assert not linear.logarithmic


def test_the_chosen_answer_is_marked() -> None:
    chosen = ClaimSelected(ClaimId("C1"), AnswerId("C1-2"))
    rows = accounts("C1", reader(selection=chosen)).rows
    assert [row.answer for row in rows if row.marked] == ["C1-2"]


def test_where_a_claimant_said_so_is_linked() -> None:
    said_in = {row.answer: row.said_in.text for row in accounts().rows if row.said_in}
    assert said_in == {"C1-3": "An order"}


def test_dates_stand_on_a_line_of_days_with_the_year_on_every_tick() -> None:
    found = accounts("C2")
    extents = {row.answer: row.extents for row in found.rows}
    assert extents == {"C2-1": (Extent(6783, 6783),), "C2-2": (Extent(6787, None),)}
    assert found.ticks
    assert all("1988" in tick.label for tick in found.ticks)


def test_dates_stand_in_the_solar_hijri_calendar_in_persian() -> None:
    assert all("۱۳۶۷" in tick.label for tick in accounts("C2", reader("fa")).ticks)


def test_all_questions_of_the_bundled_collection_show_every_answer_in_both_languages() -> None:
    edition = bundled_edition()
    for language in ("en", "fa"):
        for claim in edition.library.claims.values():
            for order in Order:
                given = reader(
                    language, edition, accounts=AccountsView(order), revealed=frozenset({claim.id})
                )
                rows = accounts(claim.id, given).rows
                assert sorted(row.answer for row in rows) == sorted(answer.id for answer in claim.answers)
                assert all(row.text.text and row.claimant.text and row.sources for row in rows)


def test_nothing_of_the_bundled_questions_shows_a_key_or_a_gap() -> None:
    edition = bundled_edition()
    for language in ("en", "fa"):
        for claim in edition.library.claims:
            assert not re.search(
                r"\{\w+\}|\b(accounts|source|detail)\.[a-z]", text_of(claim, reader(language, edition))
            )

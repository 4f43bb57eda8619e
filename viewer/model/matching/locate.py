"""Find a passage by whatever selectors it has; the surest answer counts."""

from collections.abc import Iterable

from viewer.model.evidence import PageFragment, Region, Selector, TextPosition, TextQuote
from viewer.model.matching.match import Match, Searched
from viewer.model.matching.positions import locate_position
from viewer.model.matching.quotes import locate_quote


def locate(searched: Searched, selectors: Iterable[Selector]) -> Match | None:
    """Return where the passage stands in a text; None when no selector speaks of words."""
    found = [_located(searched, one) for one in selectors if isinstance(one, TextQuote | TextPosition)]
    return min(found, key=lambda match: match.certainty.rank, default=None)


def page_of(selectors: Iterable[Selector]) -> int | None:
    """Return the page, counted from 1, that a selector names."""
    pages = (one.page for one in selectors if isinstance(one, Region | PageFragment))
    return next(pages, None)


def region_of(selectors: Iterable[Selector]) -> Region | None:
    """Return the rectangle that a selector names."""
    return next((one for one in selectors if isinstance(one, Region)), None)


def _located(searched: Searched, selector: TextQuote | TextPosition) -> Match:
    match selector:
        case TextQuote():
            return locate_quote(searched, selector)
        case TextPosition():
            return locate_position(searched, selector)

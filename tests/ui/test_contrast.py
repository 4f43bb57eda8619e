"""Contrast after WCAG 2.2, for every token of every theme on every ground it stands on."""

import pytest
from PySide6.QtGui import QColor

from viewer.state.view_state import Theme
from viewer.ui.theme.colours import Colours, colours

GROUNDS = ("ground", "panel", "band")
TEXT, FIRST_TEXT, ENHANCED = 4.5, 12.0, 7.0
MARK = 3.0


def luminance(colour: str) -> float:
    """Relative luminance."""
    seen = QColor(colour)
    red, green, blue = (_linear(part) for part in (seen.redF(), seen.greenF(), seen.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("theme", list(Theme))
def test_text_is_legible(theme: Theme, ground: str) -> None:
    tokens = colours(theme)
    under = getattr(tokens, ground)
    least = ENHANCED if theme is Theme.CONTRAST else TEXT
    assert contrast(tokens.ink, under) >= FIRST_TEXT
    for name in ("soft", "accent", "warning", "good"):
        assert contrast(getattr(tokens, name), under) >= least, name


@pytest.mark.parametrize("theme", list(Theme))
def test_second_text_is_better_than_the_standard_asks_on_the_window(theme: Theme) -> None:
    tokens = colours(theme)
    assert contrast(tokens.soft, tokens.ground) >= 5
    assert contrast(tokens.soft, tokens.panel) >= 5


@pytest.mark.parametrize("theme", list(Theme))
def test_text_stays_legible_where_it_is_marked_chosen_or_turned_around(theme: Theme) -> None:
    tokens = colours(theme)
    for text, under in _pairs(tokens):
        assert contrast(text, under) >= TEXT, (text, under)


def _pairs(tokens: Colours) -> tuple[tuple[str, str], ...]:
    return (
        (tokens.ink, tokens.passage),
        (tokens.soft, tokens.passage),
        (tokens.accent, tokens.passage),
        (tokens.warning, tokens.passage),
        (tokens.panel, tokens.accent),
        (tokens.ground, tokens.ink),
    )


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("theme", list(Theme))
def test_every_mark_stands_out(theme: Theme, ground: str) -> None:
    tokens = colours(theme)
    least = ENHANCED if theme is Theme.CONTRAST else MARK
    for track, colour in tokens.tracks.items():
        assert contrast(colour, getattr(tokens, ground)) >= least, track


@pytest.mark.parametrize("theme", list(Theme))
def test_the_names_of_tracks_are_legible_in_their_colours(theme: Theme) -> None:
    """They are bold, but not large enough to count as large text."""
    tokens = colours(theme)
    low = {
        (track, ground): round(contrast(colour, getattr(tokens, ground)), 2)
        for track, colour in tokens.tracks.items()
        for ground in ("ground", "band")
        if contrast(colour, getattr(tokens, ground)) < TEXT
    }
    assert low == {}

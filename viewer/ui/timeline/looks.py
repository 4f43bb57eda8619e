"""Tell the layout what it must know of fonts, sizes and language."""

from dataclasses import replace

from viewer.base.messages import Catalogue
from viewer.layout.compose import Looks
from viewer.layout.metrics import Metrics
from viewer.layout.text import Fitter
from viewer.layout.ticks.texts import TickText
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.names import month_names
from viewer.state.view_state import Appearance
from viewer.ui.timeline.paint.inks import Inks, Style
from viewer.ui.timeline.paint.texts import Texts

TOUCH = 44.0
"""Least height of a lane where fingers press."""


def make_looks(look: Appearance, words: Catalogue, inks: Inks, texts: Texts, *, touch: bool) -> Looks:
    """Return how things look, for the layout; a `touch` screen gets taller lanes."""
    return Looks(
        fitter=_fitter(inks),
        tick_text=tick_text(words),
        metrics=sizes_of(look.text_scale, inks, texts, touch=touch),
        calendars=look.calendars,
        right_to_left=look.language.right_to_left,
        mirrored=look.time_mirrored,
    )


def sizes_of(scale: float, inks: Inks, texts: Texts, *, touch: bool) -> Metrics:
    """Return the sizes at a text scale, with the true width of a digit."""
    digits = ("0123456789", "۰۱۲۳۴۵۶۷۸۹")
    widest = max(texts.width(digit, inks.faces[Style.SMALL_BOLD]) for row in digits for digit in row)
    scaled = Metrics().scaled(scale)
    if touch:
        scaled = replace(scaled, lane=max(scaled.lane, TOUCH), lane_least=max(scaled.lane, TOUCH))
        scaled = replace(scaled, tray=max(scaled.tray, TOUCH))
    return replace(scaled, digit=widest)


def tick_text(words: Catalogue) -> TickText:
    """Return what tick labels are made from."""
    return TickText(
        months={calendar: month_names(calendar, words.language) for calendar in Calendar},
        digits=words.digits,
        month_year=words.say("timeline.tick.month"),
        day_month=words.say("timeline.tick.day"),
        full=words.say("timeline.tick.full"),
        before_era=words.say("timeline.tick.before-era"),
    )


def _fitter(inks: Inks) -> Fitter:
    plain, strong = inks.faces[Style.LABEL], inks.faces[Style.BOLD]
    return Fitter(lambda text, bold: (strong if bold else plain).metrics.horizontalAdvance(text))

"""Dates in English and Persian words, in either calendar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.model.dates.strategies import DATES
from viewer.base.bidi import FSI, PDI, strip_controls
from viewer.loading.catalogue import load_catalogue
from viewer.model.dates.calendars import Calendar
from viewer.model.dates.edtf import EdtfError, parse_edtf
from viewer.model.dates.stated import parse_as_stated
from viewer.model.dates.wording import describe, describe_both, describe_converted, year_text

GREGORIAN, SOLAR_HIJRI, ISLAMIC = Calendar
SAY = {language: load_catalogue(language).say for language in ("en", "fa")}


def english(text: str, calendar: Calendar = GREGORIAN) -> str:
    return describe(parse_edtf(text), "en", calendar, SAY["en"])


def persian(text: str, calendar: Calendar = SOLAR_HIJRI) -> str:
    return strip_controls(describe(parse_edtf(text), "fa", calendar, SAY["fa"]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1988-07-28", "28 July 1988"),
        ("1988-07-28~", "about 28 July 1988"),
        ("1988-07?", "July 1988 (uncertain)"),
        ("1988%", "about 1988 (uncertain)"),
        ("1988?-07-28", "28 July 1988 (year uncertain)"),
        ("1988-07-~28", "28 July 1988 (day approximate)"),
        ("1988-?07-%28", "28 July 1988 (month uncertain, day approximate and uncertain)"),
        ("1988", "1988"),
        ("198X", "1980s"),
        ("19XX", "sometime between 1900 and 1999"),
        ("1X88", "sometime between 1088 and 1988"),
        ("1950S2", "sometime between 1900 and 1999"),
        ("XXXX", "year unknown"),
        ("XXXX-12-25", "25 December, year unknown"),
        ("19XX-12-XX", "December of a year between 1900 and 1999"),
        ("156X-12-25", "25 December of a year between 1560 and 1569"),
        ("1988-XX-XX", "sometime in 1988"),
        ("1988-08-XX", "sometime in August 1988"),
        ("1988-08-1X", "sometime from 10 August to 19 August 1988"),
        ("1988-1X", "sometime from October to December 1988"),
        ("1988-XX-15", "sometime from 15 January to 15 December 1988"),
        ("1988-21", "spring 1988"),
        ("1988-24~", "about winter 1988"),
        ("1988-34", "second quarter of 1988"),
        ("1988-07-28T10:00:00Z", "28 July 1988, 10:00:00 (UTC)"),
        ("1988-07-28T01:00+03:30", "28 July 1988, 01:00 (UTC+03:30)"),
        ("1988-07-28T10:00", "28 July 1988, 10:00 local time"),
        ("1988-07-30/1988-08-16", "30 July – 16 August 1988"),
        ("1988-08-03/1988-08-16", "3–16 August 1988"),
        ("1988-07-28/1988-07-28", "28 July 1988"),
        ("1988-07/1988-09", "July – September 1988"),
        ("1988-12/1989-02", "December 1988 – February 1989"),
        ("1988-12-30/1989-01-02", "30 December 1988 – 2 January 1989"),
        ("1988/1989", "1988 – 1989"),
        ("1988-07-28~/1988-08?", "about 28 July 1988 – August 1988 (uncertain)"),
        ("1989~/..", "from about 1989, no end stated"),
        ("1989/", "from 1989, end unknown"),
        ("../1989-05", "until May 1989, no start stated"),
        ("/1989-05", "until May 1989, start unknown"),
        ("../..", "date unknown"),
        ("[1988-07-28,1988-08-02]", "one of: 28 July 1988; 2 August 1988"),
        ("[1988-07-28..1988-08-02]", "sometime from 28 July to 2 August 1988"),
        ("[1988-07..1988-09]", "sometime from July to September 1988"),
        ("{1988-07-28..1988-08-02}", "28 July – 2 August 1988"),
        ("{1988-07-28,1988-08-02..1988-08-05}", "all of: 28 July 1988; 2–5 August 1988"),
        ("[..1988-07-28]", "28 July 1988 or earlier"),
        ("[1988-07,1988-09..]", "one of: July 1988; September 1988 or later"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("0000", "1 BCE"),
        ("Y17000", "17,000"),
    ],
)
def test_english(text: str, words: str) -> None:
    assert english(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1988-07-28", "6 Mordad 1367"),
        ("1988-07-28~", "about 6 Mordad 1367"),
        ("1988-07", "Tir – Mordad 1367"),
        ("1988-07-XX", "sometime from Tir to Mordad 1367"),
        ("1988-03", "Esfand 1366 – Farvardin 1367"),
        ("1988", "1366 – 1367"),
        ("198X", "sometime from 1358 to 1368"),
        ("1988-34", "Farvardin – Tir 1367"),
        ("1988-07-30/1988-08-16", "8–25 Mordad 1367"),
        ("1988-07-18/1988-08-20", "27 Tir – 29 Mordad 1367"),
        ("1988-07-28/1988-08", "Mordad – Shahrivar 1367"),
        ("1988/1989-05", "1366 – 1368"),
        ("1989/..", "from some time between 1367 and 1368, no end stated"),
        ("../1988-07-28", "until 6 Mordad 1367, no start stated"),
        ("1988-07-28T23:00-05", "6 Mordad 1367, 23:00 (UTC-05:00)"),
        ("[1988-07-28,1988-08-02]", "one of: 6 Mordad 1367; 11 Mordad 1367"),
        ("XXXX-12-25", "25 December, year unknown"),
    ],
)
def test_a_conversion_is_never_finer_than_the_date(text: str, words: str) -> None:
    assert english(text, SOLAR_HIJRI) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1367-05", "23 July – 22 August 1988"),
        ("1367-05-06", "28 July 1988"),
        ("1367", "21 March 1988 – 20 March 1989"),
        ("1367-05-XX", "sometime from 23 July to 22 August 1988"),
        ("1367-05/1367-06", "23 July – 22 September 1988"),
        ("1367-05/", "from some time between 23 July and 22 August 1988, end unknown"),
    ],
)
def test_a_month_of_the_source_becomes_its_days_and_never_another_month(text: str, words: str) -> None:
    assert describe(parse_as_stated(text, SOLAR_HIJRI), "en", GREGORIAN, SAY["en"]) == words


@pytest.mark.parametrize(
    ("text", "solar", "gregorian"),
    [
        ("1988-07-28", "۶ مرداد ۱۳۶۷", "۲۸ ژوئیه ۱۹۸۸"),
        ("1988-07-28~", "حدود ۶ مرداد ۱۳۶۷", "حدود ۲۸ ژوئیه ۱۹۸۸"),
        ("1988-08?", "مرداد تا شهریور ۱۳۶۷ (با تردید)", "اوت ۱۹۸۸ (با تردید)"),
        ("1988", "۱۳۶۶ تا ۱۳۶۷", "۱۹۸۸"),
        ("198X", "زمانی از ۱۳۵۸ تا ۱۳۶۸", "دههٔ ۱۹۸۰"),
        ("1988-08-XX", "زمانی از مرداد تا شهریور ۱۳۶۷", "زمانی در اوت ۱۹۸۸"),
        ("1988-07-30/1988-08-16", "۸ تا ۲۵ مرداد ۱۳۶۷", "۳۰ ژوئیه تا ۱۶ اوت ۱۹۸۸"),
        ("1989/..", "از زمانی میان ۱۳۶۷ و ۱۳۶۸، بی ذکر پایان", "از ۱۹۸۹، بی ذکر پایان"),
        (
            "[1988-07-28,1988-08-02]",
            "یکی از این تاریخ‌ها: ۶ مرداد ۱۳۶۷؛ ۱۱ مرداد ۱۳۶۷",
            "یکی از این تاریخ‌ها: ۲۸ ژوئیه ۱۹۸۸؛ ۲ اوت ۱۹۸۸",
        ),
        (
            "1988-07-28T10:00",
            "۶ مرداد ۱۳۶۷، ساعت ۱۰:۰۰ به وقت محلی",
            "۲۸ ژوئیه ۱۹۸۸، ساعت ۱۰:۰۰ به وقت محلی",
        ),
        ("1979-02-11", "۲۲ بهمن ۱۳۵۷", "۱۱ فوریه ۱۹۷۹"),
    ],
)
def test_persian(text: str, solar: str, gregorian: str) -> None:
    assert persian(text) == solar
    assert persian(text, GREGORIAN) == gregorian


def test_numbers_in_persian_are_isolated() -> None:
    words = describe(parse_edtf("1988-07-28"), "fa", SOLAR_HIJRI, SAY["fa"])
    assert words == f"{FSI}۶{PDI} مرداد {FSI}۱۳۶۷{PDI}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1988-07-28~", "about 28 July 1988 · ≈ 6 Mordad 1367, converted"),
        ("1988-07", "July 1988 · ≈ Tir – Mordad 1367, converted"),
        ("1500-03-01", "1 March 1500 · ≈ 10 Esfand 878, converted (may be a day off)"),
        ("XXXX", "year unknown"),
        ("../..", "date unknown"),
    ],
)
def test_both_calendars(text: str, words: str) -> None:
    assert describe_both(parse_edtf(text), "en", SAY["en"]) == words


def test_what_the_source_states_is_said_as_stated_and_not_as_converted() -> None:
    stated = parse_as_stated("1367-05-06", SOLAR_HIJRI)
    words = describe_both(parse_edtf("1988-07-28"), "en", SAY["en"], stated=stated)
    assert words == "28 July 1988 · 6 Mordad 1367, as the source states it"
    month = parse_as_stated("1367-05", SOLAR_HIJRI)
    assert describe_both(month, "en", SAY["en"]) == "≈ 23 July – 22 August 1988, converted · Mordad 1367"


def test_both_calendars_in_persian_with_the_solar_one_first() -> None:
    rough = describe_both(parse_edtf("1988-07-28~"), "en", SAY["en"], (SOLAR_HIJRI, GREGORIAN))
    assert rough == "≈ about 6 Mordad 1367, converted · about 28 July 1988", (
        "the date as written says its doubt"
    )
    words = describe_both(parse_edtf("1988-07-28"), "fa", SAY["fa"], (SOLAR_HIJRI, GREGORIAN))
    assert strip_controls(words) == "≈ ۶ مرداد ۱۳۶۷، تبدیل‌شده · ۲۸ ژوئیه ۱۹۸۸"


def test_the_tabular_calendar_says_how_far_it_can_be_off() -> None:
    words = describe_converted(parse_edtf("1988-07-28"), "en", ISLAMIC, SAY["en"])
    assert words == "≈ 13 Dhu al-Hijja 1408, converted (±1–2 days)"
    observed = parse_as_stated("1408-12-13", ISLAMIC)
    assert describe_converted(observed, "en", GREGORIAN, SAY["en"]) == "≈ 28 July 1988, converted (±1–2 days)"


@pytest.mark.parametrize(
    ("year", "language", "calendar", "words"),
    [
        (1988, "en", GREGORIAN, "1988"),
        (1367, "fa", SOLAR_HIJRI, "۱۳۶۷"),
        (0, "en", GREGORIAN, "1 BCE"),
        (-43, "en", GREGORIAN, "44 BCE"),
        (-43, "fa", GREGORIAN, "۴۴ پیش از میلاد"),
        (0, "en", SOLAR_HIJRI, "1 before the Hijra"),
        (170_000, "fa", GREGORIAN, "۱۷۰٬۰۰۰"),
    ],
)
def test_years(year: int, language: str, calendar: Calendar, words: str) -> None:
    assert strip_controls(year_text(year, language, calendar, SAY[language])) == words


@given(DATES, st.sampled_from(["en", "fa"]), st.sampled_from(Calendar))
def test_every_date_can_be_said_everywhere(text: str, language: str, calendar: Calendar) -> None:
    try:
        date = parse_edtf(text)
    except EdtfError:
        return
    words = describe(date, language, calendar, SAY[language])
    assert words
    assert "{" not in words
    digits = set("0123456789") if language == "fa" else set("۰۱۲۳۴۵۶۷۸۹")
    assert not digits & set(words.replace("UTC+03:30", "").replace("UTC-05:00", ""))
    assert words.count(FSI) == words.count(PDI)


@pytest.mark.parametrize("season", range(21, 42))
@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_season_has_words(season: int, language: str) -> None:
    assert describe(parse_edtf(f"1988-{season}"), language, GREGORIAN, SAY[language])

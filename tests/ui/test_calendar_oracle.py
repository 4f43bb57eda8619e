"""The model's calendars against those of Qt."""

from PySide6.QtCore import QCalendar, QDate

from viewer.model.dates.calendars import Calendar

JULIAN_DAY_OF_EPOCH = 2_440_588


def test_solar_hijri_agrees_with_qt_on_every_day_of_1300_to_1420() -> None:
    qt = QCalendar(QCalendar.System.Jalali)
    for number in range(Calendar.SOLAR_HIJRI.to_days(1300), Calendar.SOLAR_HIJRI.to_days(1421)):
        parts = qt.partsFromDate(QDate.fromJulianDay(number + JULIAN_DAY_OF_EPOCH))
        assert Calendar.SOLAR_HIJRI.from_days(number) == (parts.year, parts.month, parts.day)


def test_the_exact_years_of_solar_hijri_begin_when_qt_says() -> None:
    qt = QCalendar(QCalendar.System.Jalali)
    for year in range(1304, 1437):
        first = QDate(year, 1, 1, qt).toJulianDay() - JULIAN_DAY_OF_EPOCH
        assert Calendar.SOLAR_HIJRI.to_days(year) == first


def test_tabular_islamic_agrees_with_qt() -> None:
    qt = QCalendar(QCalendar.System.IslamicCivil)
    for number in range(-200_000, 60_000, 7):
        parts = qt.partsFromDate(QDate.fromJulianDay(number + JULIAN_DAY_OF_EPOCH))
        assert Calendar.ISLAMIC.from_days(number) == (parts.year, parts.month, parts.day)

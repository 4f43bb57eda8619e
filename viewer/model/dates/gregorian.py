"""Proleptic Gregorian calendar for any year, by Howard Hinnant's "chrono-compatible date algorithms"."""

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ERA_DAYS = 146_097
_EPOCH_SHIFT = 719_468


def is_leap(year: int) -> bool:
    """Tell whether an astronomical year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Give the length of a month in days; month is 1 to 12."""
    return 29 if month == 2 and is_leap(year) else _DAYS[month - 1]


def days_from_civil(year: int, month: int, day: int) -> int:
    """Give the day number (days since 1970-01-01) of a date that exists; the date is not checked."""
    if month <= 2:
        year -= 1
        month += 12
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * (month - 3) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _ERA_DAYS + day_of_era - _EPOCH_SHIFT


def civil_from_days(number: int) -> tuple[int, int, int]:
    """Give (year, month, day) of a day number."""
    era, day_of_era = divmod(number + _EPOCH_SHIFT, _ERA_DAYS)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return year_of_era + era * 400 + (month <= 2), month, day

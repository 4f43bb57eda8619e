"""Month names of each calendar, in English and Persian, in full and short."""

from viewer.model.dates.calendars import Calendar

_LATIN_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_IRANIAN_MONTHS = (
    *("Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar"),
    *("Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"),
)
_GREGORIAN_FA = (
    *("ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن"),
    *("ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"),
)
_SOLAR_HIJRI_FA = (
    *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
    *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
)
_ISLAMIC_EN = (
    *("Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Awwal", "Jumada al-Thani"),
    *("Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja"),
)
_ISLAMIC_EN_SHORT = (
    *("Muh", "Saf", "Rabi I", "Rabi II", "Jum I", "Jum II"),
    *("Raj", "Shab", "Ram", "Shaw", "Qada", "Hijja"),
)
_ISLAMIC_FA = (
    *("محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی"),
    *("رجب", "شعبان", "رمضان", "شوال", "ذی‌قعده", "ذی‌حجه"),
)

_NAMES = {
    (Calendar.GREGORIAN, "en"): (_LATIN_MONTHS, tuple(name[:3] for name in _LATIN_MONTHS)),
    (Calendar.GREGORIAN, "fa"): (_GREGORIAN_FA, _GREGORIAN_FA),
    (Calendar.SOLAR_HIJRI, "en"): (_IRANIAN_MONTHS, tuple(name[:3] for name in _IRANIAN_MONTHS)),
    (Calendar.SOLAR_HIJRI, "fa"): (_SOLAR_HIJRI_FA, _SOLAR_HIJRI_FA),
    (Calendar.ISLAMIC, "en"): (_ISLAMIC_EN, _ISLAMIC_EN_SHORT),
    (Calendar.ISLAMIC, "fa"): (_ISLAMIC_FA, _ISLAMIC_FA),
}

LANGUAGES = ("en", "fa")


def month_names(calendar: Calendar, language: str, *, short: bool = False) -> tuple[str, ...]:
    """Give the twelve month names; a language without names of its own gets the English ones.

    Persian does not shorten month names, so its short names are the full ones.
    """
    full, brief = _NAMES.get((calendar, language)) or _NAMES[calendar, "en"]
    return brief if short else full

"""Write digits in the script of a language, and read them back."""

_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ASCII = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")


def in_digits_of(language: str, text: str) -> str:
    """Return text with its ASCII digits in those of a language; only Persian (`fa`) has its own."""
    return text.translate(_PERSIAN) if language == "fa" else text


def ascii_digits(text: str) -> str:
    """Return text with Persian and Arabic digits turned into 0-9."""
    return text.translate(_ASCII)


def format_number(language: str, number: float, decimals: int = 0) -> str:
    """Return a number with grouped thousands, digits and separators of a language."""
    text = f"{number:,.{decimals}f}"
    if language == "fa":
        return in_digits_of("fa", text.replace(",", "٬").replace(".", "٫").replace("-", "−"))
    return text.replace("-", "−")

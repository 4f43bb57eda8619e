import pytest

from viewer.base.digits import ascii_digits, format_number, in_digits_of


def test_digits_follow_the_language() -> None:
    assert in_digits_of("fa", "1367-05-06") == "۱۳۶۷-۰۵-۰۶"
    assert in_digits_of("en", "1367") == "1367"


@pytest.mark.parametrize("text", ["۱۳۶۷", "١٣٦٧", "1367"])
def test_all_digits_can_be_read(text: str) -> None:
    assert ascii_digits(text) == "1367"


def test_numbers_are_grouped() -> None:
    assert format_number("en", 33000) == "33,000"
    assert format_number("fa", 33000) == "۳۳٬۰۰۰"
    assert format_number("fa", 2.5, 1) == "۲٫۵"

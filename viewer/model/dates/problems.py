"""Why a date is refused: a code for the message catalogue, the column, and plain English for logs."""

_ENGLISH = {
    "empty": "there is no date here",
    "space": "a date contains no spaces",
    "character": "“{found}” cannot stand here",
    "digits": "dates are written with the digits 0-9, not “{found}”",
    "unspecified": "an unknown digit is written as capital X, not “{found}”",
    "capital": "“{found}” must be the capital {meant}",
    "word-open": "“{found}” is not EDTF; an open end is written “..”",
    "word-unknown": "“{found}” is not EDTF; leave an unknown side of the slash empty, or write XXXX",
    "year": "a year has four digits, and unknown ones are written as X (“{found}” has {count})",
    "year-long": "a year of more than four digits begins with Y (Y{found})",
    "year-short": "only a year of more than four digits begins with Y (write {meant})",
    "year-digits": "the year after Y needs digits",
    "year-zero": "the year before 1 CE is 0000, without a minus sign",
    "year-limit": "the year {found} is too far away to be placed (limit: {limit} years)",
    "year-significant": "the number of significant digits after S must be 1 to {most}",
    "year-only": "a year written with Y or S stands alone, without month or day",
    "compact": "write the date with hyphens (YYYY-MM-DD)",
    "month-digits": "a month has two digits",
    "month": "there is no month or season {found}",
    "day-digits": "a day has two digits",
    "day": "there is no day {found} in this month; it has {most}",
    "day-of-season": "a season, quarter or half-year has no days",
    "never": "no real date fits this pattern",
    "qualifier-twice": "only one of ? ~ % can stand here",
    "time-of-day": "a time can only follow a full date",
    "time": "a time is written hh:mm:ss or hh:mm",
    "hour": "there is no hour {found}",
    "minute": "there is no minute {found}",
    "second": "there is no second {found}",
    "zone": "a time zone is written Z, +hh:mm or -hh:mm",
    "zone-limit": "no time zone is {found} from UTC",
    "reversed": "the end comes before the start",
    "slashes": "an interval has one slash; dates themselves are written with hyphens",
    "no-ends": "an interval needs at least one end",
    "open-alone": "“..” needs a date on one side",
    "set-open": "this set has no closing {meant}",
    "set-close": "this bracket closes no set",
    "set-empty": "a set needs at least one date",
    "set-element": "a date is missing between the commas",
    "set-nested": "a set cannot hold another set",
    "set-interval": "in a set, a run of dates is written with .. and not with a slash",
    "set-outside": "“..” joins dates only inside [ ] or { }; an interval is written with a slash",
    "set-open-end": "only the first element of a set may begin with .. and only the last may end with it",
    "typed": "“{found}” is not understood; write 1988-07-28, 28 July 1988, 1367/5/6 or 6 Mordad 1367",
    "typed-month": "no month of the calendars known here is named so in “{found}”",
}


class EdtfError(ValueError):
    """A date that cannot be read.

    `code` names the message under `date.problem.` in the catalogue, `column` is 0-based within the text, and
    `params` fill the message.
    """

    def __init__(self, code: str, column: int, **params: object) -> None:
        """Keep code, column and parameters, and say the same in English."""
        self.code = code
        self.column = column
        self.params = params
        super().__init__(_english(code, params))


def _english(code: str, params: dict[str, object]) -> str:
    """Fill the English template by replacement, because templates hold literal braces."""
    text = _ENGLISH[code]
    for name, value in params.items():
        text = text.replace("{" + name + "}", str(value))
    return text


CODES = tuple(_ENGLISH)
"""Every code, so that a test can hold the message catalogues against them."""

"""The two forms in which texts are compared.

The comparable form (viewer/base/textform.py) counts characters: positions are stored in it, so it is fixed.
The quotation form finds words again in another copy, or in what was read out of a PDF, where spaces and
hyphens are the least reliable of all. It leaves out white space, zero-width non-joiners, hyphens and dashes,
`*`, vowel signs, tatweel, direction marks and other controls; makes all quotation marks and apostrophes one;
takes apart ligatures and presentation forms; and writes the letters yeh, kaf, heh, alef and waw, with or
without hamza, and all digits in one way. Case, accents of Latin letters and other punctuation count.
"""

import unicodedata

from viewer.base.textform import comparable
from viewer.model.matching.folding import Folded, fold

_QUOTES = (
    "\"'`\u00b4\u00ab\u00bb\u02bc\u02bf\u02be\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f"
    "\u2032\u2033\u2035\u2036\u2039\u203a\uff02\uff07"
)
_DASHES = (
    "-\u00ad\u058a\u05be\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043"
    "\u2212\u2e3a\u2e3b\u301c\u3030\ufe58\ufe63\uff0d\ufffe"
)
_VOWEL_SIGNS = "".join(map(chr, (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, 0x0640)))
_DIGITS = dict(zip("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789", strict=True))
_LETTERS = {
    **dict.fromkeys("يىئېے", "ی"),
    **dict.fromkeys("كڪ", "ک"),
    **dict.fromkeys("ةۀەھہۂ", "ه"),
    **dict.fromkeys("أإآٱ", "ا"),
    "ؤ": "و",
}
_TABLE = str.maketrans(
    {**_LETTERS, **_DIGITS, **dict.fromkeys(_QUOTES, '"'), **dict.fromkeys(_DASHES + _VOWEL_SIGNS + "*", "")}
)
_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zs", "Zl", "Zp"}


def in_comparable_form(text: str) -> Folded:
    """Return the comparable form of a text with the way back; its text equals `comparable(text)`."""
    return fold(text, comparable, " ")


def in_quotation_form(text: str) -> Folded:
    """Return the quotation form of a text with the way back."""
    return fold(text, _quoted, "")


def _quoted(letter: str) -> str:
    """Return one character, with its marks, in quotation form."""
    plain = letter.translate(_TABLE)
    apart = unicodedata.normalize("NFKC", plain)
    # An accent that stands alone would come apart into a space and a mark that joins the letter before.
    whole = plain if apart[:1].isspace() else apart.translate(_TABLE)
    return "".join(one for one in whole if unicodedata.category(one) not in _UNSEEN)

"""Names of CSL 1.0.2: item types, and the variables that are plain strings or numbers."""

from viewer.loading.decode.kinds import WORDS
from viewer.loading.decode.shapes import Field, Values

_TYPES = """
article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview
legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent
performance periodical personal_communication post post-weblog regulation report review review-book
software song speech standard thesis treaty webpage
"""
_STRINGS = """
abstract annote archive archive_collection archive_location archive-place authority call-number
chapter-number citation-number collection-number collection-title container-title container-title-short
dimensions division DOI edition event-place event-title ISBN ISSN issue journalAbbreviation jurisdiction
keyword language medium note number number-of-pages number-of-volumes original-publisher
original-publisher-place original-title page page-first part-number part-title PMCID PMID printing-number
publisher publisher-place references reviewed-genre reviewed-title scale section source status
supplement-number title-short URL version volume volume-title volume-title-short
"""
CSL_TYPES = tuple(_TYPES.split())
_PREFIX = "csl:"
CSL_FIELDS = tuple(
    Field(name, WORDS, f"CSL variable “{name}”", attribute=f"{_PREFIX}{name}")
    for name in sorted(_STRINGS.split())
)


def gather_csl(values: Values) -> None:
    """Move the plain CSL variables of a source into one mapping."""
    names = [name for name in values if name.startswith(_PREFIX)]
    values["csl"] = {name.removeprefix(_PREFIX): values.pop(name) for name in names}

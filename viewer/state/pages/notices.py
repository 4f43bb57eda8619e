"""Tell the reader what is unusual: another language, an unreviewed translation, something withheld."""

from collections.abc import Iterable

from viewer.model.evidence import Check, CheckState
from viewer.model.restricted import Withheld
from viewer.model.text import Text
from viewer.state.pages.blocks import Notice, NoticeKind
from viewer.state.pages.reader import Reader


def notices(
    reader: Reader,
    texts: Iterable[Text],
    unreviewed: frozenset[str],
    withheld: Iterable[Withheld] = (),
    check: Check | None = None,
) -> tuple[Notice, ...]:
    """Return all notices of an entry, the gravest first."""
    return (
        *(_withheld(reader, item) for item in withheld),
        *_check(reader, check),
        *_language(reader, texts, unreviewed),
    )


def _withheld(reader: Reader, item: Withheld) -> Notice:
    field = item.field.split(".")[0]
    keys = (f"detail.field.{field}", f"edition.field.{field.replace('-', '_')}")
    name = next((reader.say(key) for key in keys if reader.catalogue.has(key)), item.field)
    reason = reader.plain(item.reason)
    key = "detail.withheld" if reason else "detail.withheld-plain"
    return Notice(NoticeKind.WITHHELD, reader.spoken(key, field=name, reason=reason))


def _check(reader: Reader, check: Check | None) -> tuple[Notice, ...]:
    if check is None or check.state is CheckState.CHECKED:
        return ()
    note = reader.plain(check.note)
    key = f"detail.check.{check.state}" + ("-note" if note else "")
    return (Notice(NoticeKind.UNCHECKED, reader.spoken(key, note=note)),)


def _language(reader: Reader, texts: Iterable[Text], unreviewed: frozenset[str]) -> tuple[Notice, ...]:
    other = reader.falls_back(texts)
    if other:
        known = reader.catalogue.has(f"detail.language.{other}")
        name = reader.say(f"detail.language.{other}") if known else other
        return (Notice(NoticeKind.FALLBACK, reader.spoken("detail.fallback", language=name)),)
    if reader.language in unreviewed:
        return (Notice(NoticeKind.TRANSLATION, reader.spoken("detail.unreviewed")),)
    return ()

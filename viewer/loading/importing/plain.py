"""Write what a line says as an entry of a collection, so that one decoder reads both."""

from collections.abc import Mapping

from viewer.loading.importing.dates import edtf_of
from viewer.loading.importing.fields import Fields
from viewer.loading.importing.known import Known


def plain_event(fields: Fields, known: Known) -> dict[str, object]:
    """Return the entry of an event in plain Python types."""
    entry: dict[str, object] = {
        "id": fields.id,
        "title": _plain_text(fields.titles),
        "category": known.ids["categories"][fields.category],
    }
    if date := edtf_of(fields):
        entry["date"] = date
    if fields.texts:
        entry["text"] = [{"text": _plain_text(fields.texts)}]
    if fields.importance is not None:
        entry["importance"] = str(fields.importance)
    for kind in fields.named:
        entry["citations" if kind == "sources" else kind] = list(known.linked(fields, kind))
    return entry


def _plain_text(texts: Mapping[str, str]) -> object:
    return texts[""] if len(texts) == 1 and "" in texts else texts

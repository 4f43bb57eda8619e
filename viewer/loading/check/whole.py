"""Look at the collection as a whole."""

from viewer.loading.decode.twins import items_of
from viewer.loading.gathering import Gathered
from viewer.loading.report import place_of
from viewer.loading.yaml.nodes import TextNode


def check_whole(gathered: Gathered) -> None:
    """Warn about a collection without events, and about texts in languages it does not name."""
    if gathered.head is None or gathered.header is None:
        return
    report, node = gathered.head.report, gathered.head.node
    if not gathered.of("events") and gathered.complete:
        report.warning(node.key_place("sanad"), "no-events")
    named = {name.text for name in items_of(node, "languages") if isinstance(name, TextNode)} or {"en"}
    for language in sorted(set(gathered.languages) - named):
        languages = node.values.get("languages")
        place = place_of(languages) if languages else node.key_place("sanad")
        report.warning(place, "language-not-named", value=language)

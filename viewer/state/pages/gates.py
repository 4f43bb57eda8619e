"""Put warnings in front of sensitive texts, and offer to put them back afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass

from viewer.model.ids import WarningKind
from viewer.state.consent import ALL, grounds, open_kinds
from viewer.state.pages.blocks import Action, Actions, WarningGate
from viewer.state.pages.reader import Reader
from viewer.state.pages.runs import Badge
from viewer.state.pages.targets import CommandTarget


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands behind a warning, and where those go who would rather not read it."""

    key: str
    """Id of the event, source, question or story."""
    kinds: tuple[str, ...]
    name: str = "event"
    """Part of the message keys: `detail.gate.text.NAME`, `detail.gate.skip.NAME`."""


_SKIPS = {
    "event": CommandTarget("go.next"),
    "source": CommandTarget("open.no-source"),
    "claim": CommandTarget("open.introduction"),
}


def kind_name(reader: Reader, kind: str) -> str:
    """Return a kind of content warning in words; its id where the collection does not name it."""
    label = reader.edition.library.about.warning_labels.get(WarningKind(kind))
    return reader.plain(label) if label else kind


def warning_badges(reader: Reader, kinds: Iterable[str]) -> tuple[Badge, ...]:
    """Return the kinds of content warning, named."""
    return tuple(Badge(kind_name(reader, kind)) for kind in kinds)


def warning_gate(reader: Reader, gate: Gate) -> WarningGate:
    """Return what stands in front of a sensitive text until the reader agrees."""
    about = reader.edition.library.about
    kinds = open_kinds(reader.state, reader.edition, gate.kinds)
    return WarningGate(
        reader.say("detail.gate.title"),
        reader.say(f"detail.gate.text.{gate.name}"),
        warning_badges(reader, kinds),
        Action(reader.say("detail.gate.read"), CommandTarget("open.reveal", (("key", gate.key),))),
        Action(reader.say(f"detail.gate.skip.{gate.name}"), _SKIPS[gate.name]),
        () if about.always_ask else tuple(_always(reader, kind) for kind in kinds),
    )


def conceal_actions(reader: Reader, key: str, kinds: Iterable[str]) -> tuple[Actions, ...]:
    """Return the button that hides a sensitive text again; nothing where none is shown."""
    keys = grounds(reader.state, reader.edition, key, kinds)
    if not keys:
        return ()
    target = CommandTarget("open.conceal", (("key", " ".join(keys)),))
    return (Actions((Action(reader.say("detail.gate.conceal"), target),)),)


def _always(reader: Reader, kind: str) -> Action:
    target = CommandTarget("open.reveal", (("key", f"{ALL}{kind}"),))
    return Action(reader.say("detail.gate.always", kind=kind_name(reader, kind)), target)

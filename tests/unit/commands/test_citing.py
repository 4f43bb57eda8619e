"""What a person is told who opens a view that was cited elsewhere."""

from dataclasses import replace

import pytest

from tests.helpers.reading import bundled_edition, sample_edition
from viewer.base.bidi import strip_controls
from viewer.commands.command import Profile
from viewer.commands.commander import Commander, CommandError
from viewer.commands.effects import CopyText, Effect, ExportSources, Tell
from viewer.loading.catalogue import load_catalogue
from viewer.model.collection import Collection
from viewer.model.edition import Edition
from viewer.model.ids import EventId, SourceId
from viewer.model.memory_edition import MemoryEdition
from viewer.state.citing.export import Form, Scope
from viewer.state.citing.view_code import view_code
from viewer.state.selection import EventSelected, OpenSource
from viewer.state.session import Session
from viewer.state.store import Store
from viewer.state.view_state import Range, ViewState

HERE = ViewState(Range(0, 10**9))


def renewed(version: str, key: str) -> Edition:
    """The sample in another version, with other content."""
    library = sample_edition().library
    other = replace(library, about=replace(library.about, version=version))
    return MemoryEdition(Collection(other, {}), key)


def gate(profile: Profile = Profile.DESKTOP, state: ViewState = HERE) -> tuple[Commander, list[Effect]]:
    effects: list[Effect] = []
    catalogues = {language: load_catalogue(language) for language in ("en", "fa")}
    session = Session(sample_edition(), catalogues, Store(state))
    return Commander(session, profile, effects.append), effects


def pasted(state: ViewState, edition: Edition) -> tuple[str, ViewState]:
    """Paste a view of `edition` into the sample; return what is told, and what is shown."""
    commander, effects = gate()
    commander.run("cite.open-view", text=view_code(edition, state))
    (told,) = effects
    assert isinstance(told, Tell)
    words = commander.session.catalogue.say(told.key, **dict(told.params))
    return strip_controls(words), commander.session.state


def test_the_same_edition_opens_the_same_view() -> None:
    view = replace(HERE, selection=EventSelected(EventId("E1")), query="order")
    assert pasted(view, sample_edition()) == ("The cited view is open.", view)


def test_another_version_is_named_with_what_it_lacks() -> None:
    view = replace(HERE, selection=EventSelected(EventId("E77")), source=OpenSource(SourceId("S1")))
    told, state = pasted(view, renewed("0.3", "1" * 64))
    assert told == "The view was cited from edition 0.3; this is edition 0. Not here: E77."
    assert state == replace(HERE, source=OpenSource(SourceId("S1")))


def test_other_content_of_the_same_version_is_named_by_its_hash() -> None:
    told, _ = pasted(HERE, renewed("0", "abc" * 21 + "d"))
    expected = "The view was cited from edition 0 with other content (abcabcabcabc). All it shows is here."
    assert told == expected


def test_another_collection_is_named() -> None:
    told, state = pasted(replace(HERE, query="x"), bundled_edition())
    assert told.startswith("The view was cited from another collection (iran-1988, edition 1.0).")
    assert state == HERE


@pytest.mark.parametrize("text", ["", "sanad:view:", "sanad:view:AAAA.00000000"])
def test_a_malformed_citation_opens_nothing(text: str) -> None:
    commander, effects = gate()
    commander.run("cite.open-view", text=text)
    assert isinstance(effects[0], Tell)
    assert commander.session.state == HERE


def test_nothing_to_export_is_said() -> None:
    commander, effects = gate()
    commander.run("cite.export", scope="one", form="ris")
    assert effects == [Tell("citing.export.none")]
    commander.run("cite.export", scope="all", form="ris")
    assert effects[1] == ExportSources(Scope.ALL, Form.RIS)


def test_the_open_source_can_be_cited_beside_what_is_selected() -> None:
    view = replace(HERE, selection=EventSelected(EventId("E1")), source=OpenSource(SourceId("S2")))
    commander, effects = gate(state=view)
    commander.run("cite.source", style="bibliography")
    (copied,) = effects
    assert isinstance(copied, CopyText)
    assert copied.text.startswith("Writer, Ann, and Bo Helper. Memoirs. 2000.")


def test_a_kiosk_can_neither_cite_nor_note() -> None:
    commander, _ = gate(Profile.KIOSK)
    for name in ("cite.copy", "cite.open-view", "notes.add", "notes.file", "notes.list"):
        with pytest.raises(CommandError):
            commander.run(name)

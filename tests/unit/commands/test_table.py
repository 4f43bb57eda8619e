"""The table of commands is complete in both languages and free of contradictions."""

from collections import Counter

import pytest

from viewer.commands.command import Menu, Profile, Where
from viewer.commands.table import COMMANDS
from viewer.loading.catalogue import LANGUAGES, load_catalogue


def test_ids_are_unique() -> None:
    assert [name for name, n in Counter(row.id for row in COMMANDS).items() if n > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_a_title_and_a_help_text(language: str) -> None:
    catalogue = load_catalogue(language)
    keys = [f"command.{row.id}.{part}" for row in COMMANDS for part in ("title", "help")]
    assert [key for key in keys if not catalogue.has(key)] == []
    assert [menu for menu in Menu if not catalogue.has(f"menu.{menu.value}")] == []


def test_no_messages_without_a_command() -> None:
    named = {key.rsplit(".", 1)[0] for key in load_catalogue("en").entries if key.startswith("command.")}
    assert named - {f"command.{row.id}" for row in COMMANDS} == set()


@pytest.mark.parametrize("profile", Profile)
def test_no_key_does_two_things(profile: Profile) -> None:
    keys = Counter(key for row in COMMANDS if profile in row.profiles for key in row.keys)
    assert [key for key, n in keys.items() if n > 1] == []


def test_keys_of_the_look_are_there() -> None:
    heard = {key: row.id for row in COMMANDS for key in row.keys}
    wanted = {"+", "-", "0", "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Esc", "F"}
    wanted |= {"Ctrl+F", "/", "F3", "Shift+F3", "Ctrl+G", "Ctrl+Shift+P", "?", "F1", "F11"}
    assert wanted - set(heard) == set()


def test_arrows_are_left_to_texts_outside_the_timeline() -> None:
    arrows = [row for row in COMMANDS if {"Left", "Right", "Up", "Down"} & set(row.keys)]
    assert all(row.where is Where.TIMELINE for row in arrows)


def test_a_kiosk_cannot_leave_or_write() -> None:
    kiosk = {row.id for row in COMMANDS if Profile.KIOSK in row.profiles}
    forbidden = {"window.quit", "window.open", "window.picture", "window.full-screen", "window.palette"}
    assert kiosk & forbidden == set()

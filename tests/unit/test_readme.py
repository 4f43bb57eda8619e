"""The README tells the keys that the command table has, and links to what exists."""

import re
from pathlib import Path

from viewer.commands.command import Menu
from viewer.commands.table import COMMANDS
from viewer.loading.catalogue import load_catalogue

BEGIN, END = "<!-- keys -->\n", "<!-- end of keys -->"


def keys_table() -> str:
    """Write the keys as the README holds them."""
    say = load_catalogue("en").say
    lines = ["| key | what it does |", "|---|---|"]
    for menu in Menu:
        for row in COMMANDS:
            if row.menu is menu and row.keys:
                keys = " ".join(f"`{key}`" for key in row.keys)
                lines.append(f"| {keys} | {say(f'command.{row.id}.title')} |")
    return "\n".join(lines) + "\n"


def test_the_keys_are_those_of_the_table(project_root: Path) -> None:
    text = (project_root / "README.md").read_text(encoding="utf-8")
    written = text[text.index(BEGIN) + len(BEGIN) : text.index(END)]
    assert written == keys_table()


def test_links_and_pictures_exist(project_root: Path) -> None:
    text = (project_root / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"\]\(([^)]+)\)", text)
    assert named
    assert [name for name in named if not (project_root / name).exists()] == []


def test_it_begins_with_the_two_commands(project_root: Path) -> None:
    text = (project_root / "README.md").read_text(encoding="utf-8")
    first = text[text.index("```") :].splitlines()[1:3]
    assert [line.split("#")[0].strip() for line in first] == ["python3 dev.py run", "python3 dev.py test"]

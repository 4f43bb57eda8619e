"""Rules that the whole project keeps, read from its files."""

import re
import statistics
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOWER_LAYERS = ("base", "model", "layout", "loading", "state", "commands")
TEXT_SUFFIXES = {
    ".md",
    ".py",
    ".spec",
    ".toml",
    ".yaml",
    ".yml",
    ".json",
    ".lock",
    ".txt",
    ".csv",
    ".svg",
    "",
}
OWN_FOLDERS = ("viewer", "data", "resources", "tests", ".ci")


def python_files(folder: str) -> list[Path]:
    return sorted(path for path in (ROOT / folder).rglob("*.py"))


def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def text_files() -> Iterator[Path]:
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.suffix in TEXT_SUFFIXES)
    for folder in OWN_FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix in TEXT_SUFFIXES and "__pycache__" not in path.parts:
                yield path


def test_no_python_file_is_long() -> None:
    files = [*python_files("viewer"), *python_files("tests"), ROOT / "dev.py"]
    assert {str(path): line_count(path) for path in files if line_count(path) > 400} == {}


def test_most_files_of_the_program_are_short() -> None:
    counts = [line_count(path) for path in python_files("viewer") if line_count(path) > 1]
    assert statistics.median(counts) <= 120


def test_the_lock_names_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for address in ("://", "file:", "--index", "--extra-index", "--find-links", "/"):
        assert address not in lock
    entries = re.split(r"\n(?=\S)", lock.strip())
    packages = [entry for entry in entries if not entry.startswith("#")]
    assert len(packages) > 40
    assert [entry for entry in packages if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower()
    runtime, divider, development = lock.partition("# --- development ---")
    assert divider
    for section, wanted in (
        (runtime, project["project"]["dependencies"]),
        (development, project["dependency-groups"]["dev"]),
    ):
        for requirement in wanted:
            assert re.search(rf"^{re.escape(requirement.lower().split('==')[0])}==", section, re.MULTILINE)
    assert "pyside6-essentials==6.11.3" in runtime


def test_no_file_tells_of_the_machine_it_was_written_on() -> None:
    places = tuple(f"/{folder}/" for folder in ("work", "root", "farm", "opt/pypi", "home"))
    telling = [
        (str(path.relative_to(ROOT)), place)
        for path in text_files()
        for text in [path.read_text(encoding="utf-8")]
        for place in places
        if re.search(rf"(?<![\w.:/]){re.escape(place)}", text)
    ]
    assert telling == []


def test_lower_layers_do_without_qt() -> None:
    script = f"""
import importlib, pkgutil, sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
for layer in {LOWER_LAYERS!r}:
    package = importlib.import_module("viewer." + layer)
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
"""
    answer = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.stderr == ""
    assert answer.returncode == 0


def test_each_layer_says_what_belongs_into_it() -> None:
    for layer in (*LOWER_LAYERS, "ui", "app"):
        readme = ROOT / "viewer" / layer / "README.md"
        assert readme.is_file(), f"viewer/{layer} has no README.md"
        assert line_count(readme) <= 25


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    silenced = re.compile(r"\bpytest\.(mark\.)?(skip|xfail)|\bimportor" + "skip")
    assert [str(path) for path in python_files("tests") if silenced.search(path.read_text("utf-8"))] == []


def messages(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((ROOT / "resources" / "messages" / language).glob("*.toml")):
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
        found |= {f"{path.stem}: {key}": text for key, text in flattened(tree)}
    return found


def flattened(tree: dict[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from flattened(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_messages() -> None:
    english, persian = messages("en"), messages("fa")
    assert english
    assert english.keys() == persian.keys()
    assert [key for key, text in (english | persian).items() if not text.strip()] == []


def test_both_languages_fill_the_same_places() -> None:
    persian = messages("fa")
    differing = {
        key: (fields(text), fields(persian.get(key, "")))
        for key, text in messages("en").items()
        if fields(text) != fields(persian.get(key, ""))
    }
    assert differing == {}


def test_persian_messages_are_persian() -> None:
    wrong_letters = {"ي": "ی", "ك": "ک"}
    mistyped = [
        key for key, text in messages("fa").items() if any(letter in text for letter in wrong_letters)
    ]
    assert mistyped == []


def test_every_font_has_its_licence_beside_it() -> None:
    fonts = {path.name.split("-")[0] for path in (ROOT / "resources" / "fonts").glob("*.ttf")}
    assert fonts == {"Vazirmatn", "NotoSerif", "NotoNaskhArabic"}
    for licence in ("OFL-Vazirmatn.txt", "OFL-Noto.txt"):
        text = (ROOT / "resources" / "fonts" / licence).read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text

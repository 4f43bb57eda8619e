import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.loading.bag.manifests import ManifestError, manifest_text, read_manifest

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda name: name == name.strip(" \t\r") and not name.startswith(("*", "./"))
)
SUM = "0" * 64


@given(st.sets(NAMES))
def test_any_name_comes_back(names: set[str]) -> None:
    sums = {name: sha256(name.encode()).hexdigest() for name in names}
    assert read_manifest(manifest_text(sums).encode()) == sums


def test_lines_are_sorted_and_line_breaks_in_names_encoded() -> None:
    assert manifest_text({"b\n%": SUM, "a b": SUM}) == f"{SUM}  a b\n{SUM}  b%0A%25\n"


def test_the_sha256sum_of_the_system_reads_them(tmp_path: Path) -> None:
    (tmp_path / "سند.txt").write_bytes(b"one")
    manifest = manifest_text({"سند.txt": sha256(b"one").hexdigest()})
    checked = subprocess.run(
        ["sha256sum", "-c", "--strict"],
        cwd=tmp_path,
        input=manifest.encode(),
        check=True,
        capture_output=True,
    )
    assert checked.stdout.decode().endswith("OK\n")


def test_other_writers_are_understood() -> None:
    other = f"{SUM.upper()} *./a\r\n\r\n{SUM}\tb%0d\r\n"
    assert read_manifest(other.encode()) == {"a": SUM, "b\r": SUM}


@pytest.mark.parametrize(
    "content",
    [b"not a sum  a\n", SUM.encode() + b"  a\n" + SUM.encode() + b"  a\n", b"\xff", SUM.encode() + b"\n"],
)
def test_what_makes_no_sense_is_refused(content: bytes) -> None:
    with pytest.raises(ManifestError):
        read_manifest(content)

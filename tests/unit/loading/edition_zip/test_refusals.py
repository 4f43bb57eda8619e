"""Each way in which a zip could do harm, or cannot be read, is refused with its own message."""

import stat
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from struct import pack as octets

import pytest

from tests.helpers.collections import EVENTS, HEAD, SOURCES
from viewer.loading.catalogue import load_catalogue
from viewer.loading.opened import UnreadableError
from viewer.loading.opening import open_collection
from viewer.loading.problem_text import problem_line
from viewer.loading.verifying import verify
from viewer.model.verification import FaultKind, Standing

SOUND = {"collection.yaml": HEAD, "sources.yaml": SOURCES, "events.yaml": EVENTS}
Change = Callable[[bytes], bytes]


def zipped(*more: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """Return a sound edition made by another program, with more members."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        for name, content in SOUND.items():
            made.writestr(f"b/data/collection/{name}", content)
        for member, data in more:
            made.writestr(member, data)
    return file.getvalue()


def info(name: str, mode: int) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = mode << 16
    return made


def renamed(was: str, now: bytes) -> bytes:
    """Return an edition with a member whose name no writer would give."""
    return zipped((was, b"x")).replace(was.encode(), now)


def end(content: bytes, **changes: int) -> bytes:
    """Change fields of the end record."""
    at = content.rindex(b"PK\x05\x06")
    places = {"disk": 4, "here": 8, "count": 10, "size": 12, "start": 16}
    changed = bytearray(content)
    for field, value in changes.items():
        form = "<I" if field in ("size", "start") else "<H"
        changed[at + places[field] : at + places[field] + (4 if form == "<I" else 2)] = octets(form, value)
    return bytes(changed)


def marked(content: bytes, bit: int) -> bytes:
    """Set a flag of the last member in the directory."""
    at = content.rindex(b"PK\x01\x02") + 8
    flags = int.from_bytes(content[at : at + 2], "little") | bit
    return content[:at] + octets("<H", flags) + content[at + 2 :]


def claiming(content: bytes, size: int) -> bytes:
    """Let the last member claim another size, unpacked."""
    at = content.rindex(b"PK\x01\x02") + 24
    return content[:at] + octets("<I", size) + content[at + 4 :]


def overlapping() -> bytes:
    """Return an edition of which two members share the same octets."""
    content = bytearray(zipped(("b/one", b"x" * 50), ("b/two", b"x" * 50)))
    last = content.rindex(b"PK\x01\x02")
    before = content.rindex(b"PK\x01\x02", 0, last)
    content[last + 42 : last + 46] = content[before + 42 : before + 46]
    return bytes(content)


def two_names() -> bytes:
    content = zipped(("b/data/one", b"x"))
    at = content.index(b"b/data/one")
    return content[:at] + b"b/data/two" + content[at + 10 :]


def bomb() -> bytes:
    return zipped(("b/zeros", bytes(4 << 20)), method=zipfile.ZIP_DEFLATED)


def large() -> bytes:
    """Return an edition whose members claim to be larger, together, than any edition is."""
    extra = octets("<HHQQ", 1, 16, 17 << 30, 17 << 30)
    member = zipfile.ZipInfo("b/large")
    member.extra = extra
    content = bytearray(zipped((member, b"x")))
    at = content.rindex(b"PK\x01\x02")
    content[at + 20 : at + 28] = b"\xff" * 8
    return bytes(content)


def bare(**files: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return file.getvalue()


CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "empty file": ("not-a-zip", lambda: b""),
    "other file": ("not-a-zip", lambda: b"%PDF-1.7 " * 100),
    "program before the zip": ("not-a-zip", lambda: b"MZ" + bytes(200) + zipped()),
    "cut off": ("truncated", lambda: zipped()[:-100]),
    "cut off in the end record": ("truncated", lambda: zipped()[:-5]),
    "appended": ("trailing", lambda: zipped() + b"more"),
    "one disk of several": ("several-disks", lambda: end(zipped(), disk=1)),
    "counts that differ": ("several-disks", lambda: end(zipped(), here=1)),
    "fewer members than there are": ("broken", lambda: end(zipped(), here=2, count=2)),
    "directory elsewhere": ("broken", lambda: end(zipped(), start=4)),
    "zip64 end that is not there": ("broken", lambda: end(zipped(), here=0xFFFF, count=0xFFFF)),
    "name that leads out": ("outside", lambda: zipped(("b/../../evil", b"x"))),
    "absolute name": ("outside", lambda: zipped(("/etc/evil", b"x"))),
    "name with a drive": ("outside", lambda: zipped(("C:/evil", b"x"))),
    "name with backslashes": ("outside", lambda: renamed("b/data/x/y", rb"b\..\..\yz")),
    "name with a dot": ("outside", lambda: zipped(("b/./x", b"x"))),
    "empty step": ("outside", lambda: zipped(("b//x", b"x"))),
    "control character": ("bad-name", lambda: renamed("b/data/x", b"b/data\x07x")),
    "zero in a name": ("bad-name", lambda: renamed("b/data/x", b"b/data\x00x")),
    "turned around": ("bad-name", lambda: zipped(("b/\u202egnp.exe", b"x"))),
    "device of Windows": ("bad-name", lambda: zipped(("b/data/NUL.yaml", b"x"))),
    "stream of Windows": ("bad-name", lambda: zipped(("b/data/a:b", b"x"))),
    "blank at the end": ("bad-name", lambda: zipped(("b/data/a ", b"x"))),
    "long name": ("long-name", lambda: zipped(("b/" + "x" * 300, b"x"))),
    "deep name": ("long-name", lambda: zipped(("b/" + "x/" * 30 + "x", b"x"))),
    "name that is not UTF-8": ("encoding", lambda: renamed("b/data/xx", b"b/data/\xe9\xe8")),
    "link": ("link", lambda: zipped((info("b/link", stat.S_IFLNK | 0o777), b"/etc/passwd"))),
    "pipe": ("special", lambda: zipped((info("b/pipe", stat.S_IFIFO), b""))),
    "encrypted": ("encrypted", lambda: marked(zipped(), 0x01)),
    "patched": ("method", lambda: marked(zipped(), 0x20)),
    "other compression": ("method", lambda: zipped(method=zipfile.ZIP_LZMA)),
    "bomb": ("bomb", bomb),
    "stored, yet of two sizes": ("broken", lambda: claiming(zipped(), 5)),
    "larger than any edition": ("too-large", large),
    "shared octets": ("overlap", overlapping),
    "same name twice": (
        "duplicate",
        lambda: renamed("b/data/collection/xvents.yaml", b"b/data/collection/events.yaml"),
    ),
    "same name in capitals": ("duplicate", lambda: zipped(("b/data/collection/EVENTS.yaml", b"x"))),
    "same name composed otherwise": ("duplicate", lambda: zipped(("b/\u00e9", b"x"), ("b/e\u0301", b"x"))),
    "file and folder of one name": ("duplicate", lambda: zipped(("b/a", b"x"), ("b/a/c", b"x"))),
    "other name in the header": ("two-names", two_names),
    "no collection": ("no-edition", lambda: bare(**{"readme.txt": b"x"})),
    "no member": ("no-edition", bare),
    "collection that lies too deep": (
        "no-edition",
        lambda: bare(**{"a/b/data/collection/collection.yaml": b"x"}),
    ),
}


@pytest.mark.parametrize(("code", "make"), CASES.values(), ids=CASES.keys())
def test_it_is_refused_with_its_own_message(tmp_path: Path, code: str, make: Callable[[], bytes]) -> None:
    path = tmp_path / "strange.sanad"
    path.write_bytes(make())
    with pytest.raises(UnreadableError) as refused:
        open_collection(path)
    (problem,) = refused.value.problems
    assert problem.code == f"zip-{code}"
    for language in ("en", "fa"):
        line = problem_line(problem, load_catalogue(language))
        assert "strange.sanad" in line
        assert "{" not in line
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("code", "make"), CASES.values(), ids=CASES.keys())
def test_verifying_names_it_and_calls_it_changed(
    tmp_path: Path, code: str, make: Callable[[], bytes]
) -> None:
    path = tmp_path / "strange.sanad"
    path.write_bytes(make())
    found = verify(path)
    assert found.standing is Standing.CHANGED
    assert [(fault.kind, fault.reason) for fault in found.faults] == [(FaultKind.REFUSED, code)]


def test_too_many_members_are_refused_before_they_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "many.sanad"
    content = zipped()
    at = content.rindex(b"PK\x05\x06")
    start = content.index(b"PK\x01\x02")
    count, size = 2_000_000, at - start
    wide = octets("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, count, count, size, start)
    wide += octets("<IIQI", 0x07064B50, 0, at, 1)
    path.write_bytes(content[:at] + wide + end(content[at:], here=0xFFFF, count=0xFFFF))
    with pytest.raises(UnreadableError) as refused:
        open_collection(path)
    assert refused.value.problems[0].code == "zip-too-many"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_sound_zip_of_another_program_opens(tmp_path: Path, method: int) -> None:
    path = tmp_path / "other.sanad"
    path.write_bytes(zipped(("b/سند.txt", b"x"), method=method))
    assert len(open_collection(path).edition.columns) == 1


def test_a_deflated_member_never_gives_more_than_it_claims(tmp_path: Path) -> None:
    content = bytearray(zipped(method=zipfile.ZIP_DEFLATED))
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = octets("<I", 10)
    path = tmp_path / "claims.sanad"
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as refused:
        open_collection(path)
    assert refused.value.problems[0].code == "unreadable-file"

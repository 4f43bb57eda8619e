"""Documents nobody vouches for: what is sound is read, all else says why it is not."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.documents import DOCUMENTS, jpeg_head, png
from viewer.loading.documents import reading
from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.image_header import image_size
from viewer.loading.documents.pdf import Pdf
from viewer.loading.documents.reading import (
    Image,
    Kind,
    Text,
    content_of,
    declared_content,
    kind_of,
    read_file,
)


def fault(data: bytes, media_type: str) -> str:
    with pytest.raises(DocumentError) as raised:
        declared_content(data, media_type)
    return raised.value.code


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("report.pdf", Kind.PDF),
        ("page.png", Kind.PNG),
        ("guard.txt", Kind.TEXT),
        ("notes.md", Kind.MARKDOWN),
    ],
)
def test_each_kind_is_known_by_its_bytes(name: str, kind: Kind) -> None:
    assert kind_of((DOCUMENTS / name).read_bytes(), name) is kind


def test_sound_documents_are_read() -> None:
    text = declared_content((DOCUMENTS / "guard.txt").read_bytes(), "text/plain")
    assert isinstance(text, Text)
    assert text.text.startswith("گفته‌های نگهبان بندر\n")
    picture = declared_content((DOCUMENTS / "page.png").read_bytes(), "image/png")
    assert isinstance(picture, Image)
    assert (picture.width, picture.height) == (900, 1200)
    pdf = declared_content((DOCUMENTS / "report.pdf").read_bytes(), "application/pdf")
    assert isinstance(pdf, Pdf)
    assert pdf.pages == 3
    pdf.close()


def test_line_ends_and_a_byte_order_mark_do_not_count() -> None:
    content = content_of(b"\xef\xbb\xbfone\r\ntwo\rthree\n", Kind.TEXT)
    assert isinstance(content, Text)
    assert content.text == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("data", "media_type", "code"),
    [
        (b"\xff\xfeh\0i\0", "text/plain", "not-utf8"),
        ("چراغ".encode("cp1256"), "text/plain", "not-utf8"),
        (b"a\0b", "text/markdown", "not-text"),
        (b"%PDF-1.7\nnothing follows", "application/pdf", "broken-pdf"),
        (b"plain words", "application/pdf", "other-kind"),
        (b"%PDF-1.7\n", "text/plain", "other-kind"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "image/png", "broken-image"),
        (b"\xff\xd8\xff", "image/jpeg", "broken-image"),
        (jpeg_head(0, 40), "image/jpeg", "broken-image"),
        (jpeg_head(9000, 9000), "image/jpeg", "many-pixels"),
        (b"<svg/>", "image/svg+xml", "unknown-kind"),
    ],
)
def test_what_is_not_sound_says_why(data: bytes, media_type: str, code: str) -> None:
    assert fault(data, media_type) == code


def test_a_picture_of_2500_megapixels_is_refused_by_its_head() -> None:
    bomb = png(50_000, 50_000)
    assert len(bomb) < 2_000_000
    with pytest.raises(DocumentError) as raised:
        declared_content(bomb, "image/png")
    assert (raised.value.code, raised.value.params) == ("many-pixels", {"width": "50000", "height": "50000"})


def test_sizes_are_read_from_heads() -> None:
    assert image_size(png(64, 31)) == (64, 31)
    assert image_size(jpeg_head(640, 480)) == (640, 480)
    assert image_size(b"\xff\xd8\xff" + jpeg_head(640, 480)[2:]) == (640, 480)


@pytest.mark.parametrize("kept", [20, 1000, 9000, -300])
def test_a_torn_pdf_never_crashes(kept: int) -> None:
    torn = (DOCUMENTS / "report.pdf").read_bytes()[:kept] + bytes(64)
    assert outcome(torn) in {"broken-pdf", "shown"}


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(9, 18_000), st.integers(0, 255)), min_size=1, max_size=60))
def test_a_pdf_with_changed_bytes_never_crashes(changes: list[tuple[int, int]]) -> None:
    data = bytearray((DOCUMENTS / "report.pdf").read_bytes())
    for at, byte in changes:
        data[at] = byte
    assert outcome(bytes(data)) in {"broken-pdf", "broken-page", "many-pages", "shown"}


def outcome(data: bytes) -> str:
    """Read and draw every page, and return how it ended."""
    try:
        pdf = Pdf(data)
    except DocumentError as error:
        return error.code
    try:
        for page in range(1, pdf.pages + 1):
            pdf.boxes(page, 0, min(5, len(pdf.text(page))))
            pdf.render(page, 50)
    except DocumentError as error:
        return error.code
    finally:
        pdf.close()
    return "shown"


def test_files_that_are_absent_or_too_large_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DocumentError, match="absent"):
        read_file(tmp_path / "none.pdf")
    with pytest.raises(DocumentError, match="unreadable"):
        read_file(tmp_path)
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(reading.LARGEST_FILE + 1)
    with pytest.raises(DocumentError, match="large-file"):
        read_file(large)
    monkeypatch.setattr(reading, "LARGEST_TEXT", 10)
    assert fault(b"more than ten bytes", "text/plain") == "large-text"

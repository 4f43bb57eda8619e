"""Pages of a PDF: their size, their picture, their text and the places of its words."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.helpers.documents import DOCUMENTS
from viewer.loading.documents.fault import DocumentError
from viewer.loading.documents.pages import Spot, find_spot, page_count, paged_text
from viewer.loading.documents.pdf import Box, Pdf, joined
from viewer.loading.documents.reading import Image
from viewer.model.evidence import PageFragment, Region, Selector, TextQuote
from viewer.model.matching.match import Certainty


@pytest.fixture
def report() -> Iterator[Pdf]:
    pdf = Pdf((DOCUMENTS / "report.pdf").read_bytes())
    yield pdf
    pdf.close()


def spot(pdf: Pdf, *selectors: Selector) -> Spot:
    return find_spot(pdf, paged_text(pdf), selectors)


def ink(pdf: Pdf, page: int, box: Box, width: int = 800) -> int:
    """Count dark pixels inside a box of a page."""
    raster = pdf.render(page, width)
    rows = range(int(box.y * raster.height), int(box.bottom * raster.height))
    columns = range(int(box.x * raster.width), int(box.right * raster.width))
    return sum(raster.pixels[y * raster.stride + x * 4] < 100 for y in rows for x in columns)


def test_a_page_is_drawn_as_wide_as_asked(report: Pdf) -> None:
    raster = report.render(1, 420)
    assert (raster.width, raster.height) == (420, 595)
    assert len(raster.pixels) == raster.stride * raster.height


def test_a_page_is_never_drawn_larger_than_40_megapixels(report: Pdf) -> None:
    raster = report.render(1, 1_000_000)
    assert raster.width * raster.height <= 40_100_000


def test_words_lead_to_where_they_are_printed(report: Pdf) -> None:
    found = spot(report, TextQuote("counted forty lamps along the old quay"))
    assert found.match is not None
    assert (found.match.certainty, found.page) == (Certainty.SAME, 1)
    assert len(found.boxes) == 1, "the words stand on one line"
    for page, box in found.boxes:
        assert page == 1
        assert ink(report, 1, box) > 100
    above = Box(found.boxes[0][1].x, 0.11, found.boxes[0][1].width, 0.02)
    assert ink(report, 1, above) == 0, "nothing is printed above"


def test_words_parted_at_the_end_of_a_line_are_found(report: Pdf) -> None:
    found = spot(report, TextQuote("left without a signature"))
    assert found.match is not None
    assert (found.match.certainty, found.page, len(found.boxes)) == (Certainty.SAME, 2, 3)


def test_persian_words_of_a_pdf_are_found(report: Pdf) -> None:
    found = spot(report, TextQuote("از دروازه تا موج‌شکن رفت"))
    assert found.match is not None
    assert (found.match.certainty, found.page) == (Certainty.SAME, 1)
    assert all(box.x > 0.4 for _, box in found.boxes), "Persian lines begin at the right"


def test_regions_and_pages_are_taken_as_they_are(report: Pdf) -> None:
    region = Region(3, 0.1, 0.2, 0.3, 0.4)
    assert spot(report, region) == Spot(None, 3, ((3, Box(0.1, 0.2, 0.3, 0.4)),))
    assert spot(report, PageFragment(3)) == Spot(None, 3)
    assert spot(report, PageFragment(9)) == Spot(None, None)


def test_pages_that_are_not_there_say_so(report: Pdf) -> None:
    with pytest.raises(DocumentError, match="broken-page"):
        report.text(99)


def test_a_picture_has_one_page_and_no_words() -> None:
    picture = Image(b"", 10, 10)
    region = Region(1, 0.5, 0.5, 0.2, 0.2)
    assert page_count(picture) == 1
    found = find_spot(picture, paged_text(picture), (TextQuote("words"), region))
    assert (found.match, found.page, len(found.boxes)) == (None, 1, 1)


def test_a_passage_over_two_pages_is_marked_on_both(report: Pdf) -> None:
    text = paged_text(report)
    end_of_first = text.starts[1] - 5
    parts = text.parts(end_of_first, text.starts[1] + 10)
    assert [(page, start) for page, start, _ in parts] == [(1, end_of_first), (2, 0)]
    assert text.page_at(0) == 1
    assert text.page_at(len(text.searched.text)) == 3


def test_letters_are_joined_to_lines() -> None:
    first, second = Box(0.1, 0.1, 0.02, 0.03), Box(0.12, 0.1, 0.02, 0.03)
    below = Box(0.1, 0.2, 0.02, 0.03)
    line, other = joined([first, second, Box(0, 0, 0, 0), below])
    assert (line.x, line.right) == pytest.approx((0.1, 0.14))
    assert other == below


def test_one_pdf_may_be_used_from_several_threads(report: Pdf) -> None:
    alone = report.render(1, 200).pixels
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda _: report.render(1, 200).pixels, range(12)))
        texts = list(pool.map(report.text, [1, 2, 3] * 4))
    assert set(pictures) == {alone}
    assert len(set(texts)) == 3

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from PIL import Image
from reportlab.lib.colors import black

from entente.briefs import pdfium, text
from entente.briefs import type as typeface
from entente.briefs.page import Sheet, build


@pytest.fixture(scope="module")
def pdf() -> bytes:
    story = text.paragraphs("Un deux trois. " * 900, typeface.body())
    return build(story, Sheet("Title", "Mission", "For you", black, "Note", "fr"))


def test_pages_are_counted_measured_and_read(pdf: bytes) -> None:
    sizes = pdfium.page_sizes(pdf)
    texts = pdfium.page_texts(pdf)
    assert len(sizes) == len(texts) > 1
    assert (sizes[0].width, sizes[0].height) == pytest.approx((595.28, 841.89), abs=0.01)
    assert all("Un deux trois." in each for each in texts)


def test_a_page_is_drawn_at_the_resolution_asked_for(pdf: bytes) -> None:
    raster = pdfium.draw_page(pdf, 0, 72)
    assert (raster.width, raster.height) in {(595, 842), (596, 842)}
    assert len(raster.pixels) == raster.stride * raster.height
    assert raster.stride >= 4 * raster.width


def test_a_page_becomes_a_picture_that_is_not_blank(pdf: bytes) -> None:
    image = Image.open(BytesIO(pdfium.page_png(pdf, 1, 50)))
    assert image.format == "PNG"
    darkest, lightest = image.convert("L").getextrema()
    assert (darkest, lightest) < (120, 256)
    assert lightest == 255


def test_two_threads_wait_for_one_another(pdf: bytes) -> None:
    alone = pdfium.draw_page(pdf, 0, 40)
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda _: pdfium.draw_page(pdf, 0, 40), range(16)))
    assert all(raster == alone for raster in drawn)

"""The one door to PDFium, which draws and reads finished pages.

PDFium must not be entered by two threads at a time. Everything that uses it, the preview on
the screen too, goes through here and waits for its turn.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import Any, Final

import pypdfium2

_POINTS_PER_INCH: Final = 72
_TURN: Final = Lock()


@dataclass(frozen=True, slots=True)
class Raster:
    """A page as pixels: four bytes each (blue, green, red, unused), row by row from the top."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Size:
    """How large a page is, in points."""

    width: float
    height: float


def page_sizes(pdf: bytes) -> tuple[Size, ...]:
    """Return the size of each page."""
    with _opened(pdf) as document:
        return tuple(Size(*document.get_page_size(index)) for index in range(len(document)))


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """Return all text of each page, seen or not."""
    with _opened(pdf) as document:
        return tuple(_text(document, index) for index in range(len(document)))


def draw_page(pdf: bytes, index: int, dpi: float) -> Raster:
    """Return a page as it looks.

    Args:
        pdf: The file.
        index: Which page, from 0.
        dpi: Pixels to the inch of paper.
    """
    with _opened(pdf) as document:
        page = document[index]
        bitmap = page.render(scale=dpi / _POINTS_PER_INCH, prefer_bgrx=True)
        try:
            pixels = bytes(bitmap.buffer)
            return Raster(bitmap.width, bitmap.height, bitmap.stride, pixels)
        finally:
            bitmap.close()
            page.close()


def page_png(pdf: bytes, index: int, dpi: float) -> bytes:
    """Return a page as a PNG picture that knows its resolution."""
    # Pillow comes with ReportLab; nothing else here needs it.
    from PIL import Image  # noqa: PLC0415  # only for pictures

    raster = draw_page(pdf, index, dpi)
    size = (raster.width, raster.height)
    image = Image.frombuffer("RGB", size, raster.pixels, "raw", "BGRX", raster.stride, 1)
    target = BytesIO()
    image.save(target, "PNG", dpi=(dpi, dpi))
    return target.getvalue()


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    with _TURN:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def _text(document: Any, index: int) -> str:  # noqa: ANN401  # pypdfium2 is untyped
    page = document[index]
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_range())
    finally:
        text_page.close()
        page.close()

"""The eyes of the proofs see: a word hidden in each way a word was ever hidden is found."""

import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
import xlsxwriter
from reportlab.lib.colors import white
from reportlab.pdfgen.canvas import Canvas

from tests.proof.documents import bytes_of_pdf, bytes_of_zip, png_chunks, text_of_pdf
from tests.proof.planting import Planted


def _under_a_box(canvas: Canvas, word: str) -> None:
    canvas.drawString(100, 700, word)
    canvas.rect(90, 690, 300, 30, fill=1)


def _in_white(canvas: Canvas, word: str) -> None:
    canvas.setFillColor(white)
    canvas.drawString(100, 700, word)


def _clipped(canvas: Canvas, word: str) -> None:
    path = canvas.beginPath()
    path.rect(0, 0, 1, 1)
    canvas.clipPath(path)
    canvas.drawString(100, 700, word)


def _off_the_page(canvas: Canvas, word: str) -> None:
    canvas.drawString(-900, -900, word)


def _in_the_title(canvas: Canvas, word: str) -> None:
    canvas.setTitle(word)


def _in_the_outline(canvas: Canvas, word: str) -> None:
    canvas.bookmarkPage("here")
    canvas.addOutlineEntry(word, "here")


def _as_a_keyword(canvas: Canvas, word: str) -> None:
    canvas.setKeywords(word)


def _letter_by_letter(canvas: Canvas, word: str) -> None:
    for place, letter in enumerate(word):
        canvas.drawString(100 + 9 * place, 700, letter)


@pytest.mark.parametrize(
    "hide",
    [
        _under_a_box,
        _in_white,
        _clipped,
        _off_the_page,
        _in_the_title,
        _in_the_outline,
        _as_a_keyword,
        _letter_by_letter,
    ],
)
@pytest.mark.parametrize("compressed", [0, 1])
def test_a_word_hidden_in_a_pdf_is_found(
    planted: Planted, hide: Callable[[Canvas, str], None], compressed: int
) -> None:
    word = planted.secrets[7].word
    paper = BytesIO()
    canvas = Canvas(paper, pageCompression=compressed)
    hide(canvas, word)
    canvas.drawString(100, 500, "Rien à cacher")
    canvas.showPage()
    canvas.save()
    pdf = paper.getvalue()
    in_bytes = map(planted.found_in_bytes, bytes_of_pdf(pdf))
    assert planted.found_in(text_of_pdf(pdf)).union(*in_bytes) == {word}


@pytest.mark.parametrize("code", ["utf-8", "latin-1", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("form", [bytes, lambda data: data.hex().encode(), bytes.upper])
def test_a_word_is_found_in_bytes_of_any_code(
    planted: Planted, code: str, form: Callable[[bytes], bytes]
) -> None:
    word = planted.secrets[7].word
    assert planted.found_in_bytes(b"\x00\x01" + form(word.encode(code)) + b"\xff") == {word}


def test_a_word_in_the_properties_of_a_workbook_is_found(planted: Planted) -> None:
    word = planted.secrets[7].word
    paper = BytesIO()
    book = xlsxwriter.Workbook(paper)
    book.set_properties({"comments": word})
    book.close()
    found = set().union(*map(planted.found_in_bytes, bytes_of_zip(paper.getvalue())))
    assert found == {word}


def test_the_parts_of_a_picture_are_told_apart() -> None:
    def part(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content).to_bytes(4, "big")
        return len(content).to_bytes(4, "big") + kind + content + check

    data = b"\x89PNG\r\n\x1a\n" + part(b"tEXt", b"Title\0word") + part(b"IEND", b"")
    assert [kind for kind, _content in png_chunks(data)] == ["tEXt", "IEND"]

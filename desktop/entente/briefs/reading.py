"""Reads a PDF file in every way there is, so that no text in it stays hidden.

A text hides under a black box, in white, clipped away, beside the page, in the title of the
window, in a font's own code. No single reader sees them all: the raw bytes know nothing of
fonts, the readers of pages nothing of metadata.
"""

import base64
import binascii
import logging
import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from entente.briefs import pdfium
from entente.briefs.found import Found

_STREAM: Final = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_HEX: Final = re.compile(rb"(?:[0-9A-Fa-f]{2}\s*){4,}")
_OCTAL: Final = re.compile(rb"\\([0-7]{3})")
_ESCAPED: Final = re.compile(rb"\\([()\\])|\\\r?\n")
#: Letters of Latin script in two bytes each, the high one first or last.
_HIGH_FIRST: Final = re.compile(rb"(?:[\x00-\x03\x1e\x20\x21][\x00-\xff]){4,}")
_LOW_FIRST: Final = re.compile(rb"(?:[\x00-\xff][\x00-\x03\x1e\x20\x21]){4,}")


def read_every_way(pdf: bytes) -> Iterator[Found]:
    """Yield what a file says: to its readers, to its owners, and to who takes it apart."""
    # What pypdf thinks of a file is not for the log of a program that keeps secrets.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(BytesIO(pdf))
    yield Found("\n".join(page.extract_text() for page in reader.pages), is_words=True)
    yield Found("\n".join(pdfium.page_texts(pdf)), is_words=True)
    objects = list(_objects(reader))
    strings = [text for each in objects for text in _strings(each)]
    yield Found("\n".join(strings), is_words=True)
    for data in _all_bytes(pdf, objects):
        for text in _letters(data):
            yield Found(text, is_words=False)


def _objects(reader: PdfReader) -> Iterator[PdfObject]:
    """Yield every object of a file, whether a page needs it or not."""
    for number in range(int(reader.trailer.get("/Size", 0))):
        try:
            found = reader.get_object(IndirectObject(number, 0, reader))
        except PyPdfError:
            continue
        if found is not None:
            yield found
    yield reader.trailer


def _strings(each: PdfObject) -> Iterator[str]:
    if isinstance(each, TextStringObject):
        yield str(each)
    elif isinstance(each, ByteStringObject):
        yield from _letters(bytes(each))
    elif isinstance(each, DictionaryObject):
        for key, value in each.items():
            yield str(key)
            yield from _strings(value)
    elif isinstance(each, ArrayObject):
        for value in each:
            yield from _strings(value)
    elif isinstance(each, str):
        yield each


def _all_bytes(pdf: bytes, objects: list[PdfObject]) -> Iterator[bytes]:
    """Yield the file and each of its streams inflated, forgotten ones included, once each."""
    seen = set()
    streams = (each for each in objects if isinstance(each, StreamObject))
    unpacked = (_unpacked(match.group(1)) for match in _STREAM.finditer(pdf))
    for data in (pdf, *unpacked, *(_data(each) for each in streams)):
        if data not in seen:
            seen.add(data)
            yield data


def _data(stream: StreamObject) -> bytes:
    try:
        return stream.get_data()
    except (PyPdfError, NotImplementedError, ValueError):
        return b""


def _unpacked(data: bytes) -> bytes:
    """Return a stream without its wrappings, as far as they come off."""
    plain = data.strip(b"\r\n")
    if plain.endswith(b"~>"):
        try:
            plain = base64.a85decode(plain.removesuffix(b"~>"))
        except ValueError:
            return plain
    try:
        return zlib.decompressobj().decompress(plain)
    except zlib.error:
        return plain


def _letters(data: bytes) -> Iterator[str]:
    """Yield bytes as letters: in each usual code, plain, in hexadecimal, escaped."""
    yield from _codes(data)
    unescaped = _ESCAPED.sub(rb"\1", _OCTAL.sub(_from_octal, data))
    if unescaped != data:
        yield from _codes(unescaped)
    digits = b"".join(match.group() + b"20" for match in _HEX.finditer(data))
    if digits:
        compact = re.sub(rb"\s+", b"", digits)
        yield from _codes(binascii.unhexlify(compact[: len(compact) // 2 * 2]))


def _codes(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", errors="ignore")
    if not data.isascii():
        yield data.decode("cp1252", errors="replace")
        yield data.decode("mac-roman")
    for pattern, code in ((_HIGH_FIRST, "utf-16-be"), (_LOW_FIRST, "utf-16-le")):
        for start in (0, 1):
            runs = (match.group() for match in pattern.finditer(data, start))
            text = "\n".join(run.decode(code, errors="ignore") for run in runs)
            if text:
                yield text


def _from_octal(match: re.Match[bytes]) -> bytes:
    return bytes([int(match.group(1), 8) & 0xFF])

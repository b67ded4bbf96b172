"""Eyes of the proofs' own: whatever a finished file says, to whoever takes it apart."""

import re
import struct
import zipfile
import zlib
from base64 import a85decode
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

import pypdfium2
from pypdf import PdfReader

_PNG = b"\x89PNG\r\n\x1a\n"
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def text_of_pdf(pdf: bytes) -> str:
    """Return the letters a PDF file shows or tells: pages by two readers, data about it."""
    reader = PdfReader(BytesIO(pdf))
    parts = [*pages_of_pdf(pdf), str(reader.metadata), str(reader.xmp_metadata)]
    parts += [str(reader.outline), str(reader.trailer.get("/Root")), str(reader.attachments)]
    with pypdfium2.PdfDocument(pdf) as other:
        parts += [page.get_textpage().get_text_range() for page in other]
        parts += [str(other.get_metadata_dict()), str([one.get_title() for one in other.get_toc()])]
    # A word can be broken over two lines, or set letter by letter.
    return re.sub(r"[^\w]+", "", "\n".join(parts))


def visible_in_pdf(pdf: bytes) -> str:
    """Return the letters on the pages alone."""
    return re.sub(r"[^\w]+", "", "\n".join(pages_of_pdf(pdf)))


@lru_cache(maxsize=8)
def pages_of_pdf(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page; of the same few files, it is asked again and again."""
    return tuple(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def bytes_of_pdf(pdf: bytes) -> Iterator[bytes]:
    """Yield a PDF file and each of its streams, inflated."""
    yield pdf
    for match in _STREAM.finditer(pdf):
        data = match.group(1).strip()
        if data.endswith(b"~>"):
            data = a85decode(data[:-2])
        try:
            yield zlib.decompress(data)
        except zlib.error:
            yield data


def bytes_of_zip(data: bytes) -> Iterator[bytes]:
    """Yield the names and contents of everything in an archive."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        yield archive.comment
        for name in archive.namelist():
            yield name.encode()
            yield archive.read(name)


def png_chunks(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the kind and content of each part of a PNG picture."""
    assert data.startswith(_PNG)
    place = len(_PNG)
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind = data[place + 4 : place + 8].decode("ascii")
        yield kind, data[place + 8 : place + 8 + length]
        place += 12 + length

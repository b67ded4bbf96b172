"""Reads a Word file in every way there is, so that no text in it stays hidden.

A text hides in a comment, a deleted passage, a property, the words for a picture, a part that
no page refers to. So every part of the file is read, whether a document needs it or not, as
Word would show it and as it stands there.
"""

import html
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from entente.briefs.found import Found

#: How such a file begins.
SIGNATURE: Final = b"PK\x03\x04"

#: Where a paragraph, a line, a cell ends; other marks stand within words.
_END: Final = re.compile(r"</w:(?:p|tc)>|<w:(?:br|cr|tab)\b[^>]*>|</(?:dc|cp|dcterms|vt):\w+>")
_TAG: Final = re.compile(r"<[^>]*>")
_QUOTED: Final = re.compile(r'"([^"]*)"')


def read_every_way(file: bytes) -> Iterator[Found]:
    """Yield what a file says: to its readers, and to who takes it apart."""
    with zipfile.ZipFile(BytesIO(file)) as parts:
        yield Found("\n".join(parts.namelist()), is_words=True)
        yield Found(parts.comment.decode("utf-8", errors="replace"), is_words=True)
        for part in parts.infolist():
            told = parts.read(part).decode("utf-8", errors="replace")
            if part.filename.endswith((".xml", ".rels")):
                yield Found(html.unescape(_TAG.sub("", _END.sub("\n", told))), is_words=True)
                values = "\n".join(_QUOTED.findall(told))
                yield Found(html.unescape(values), is_words=True)
            yield Found(html.unescape(told), is_words=False)

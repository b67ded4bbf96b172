"""Text files as other programs write them: which letters their bytes stand for."""

import codecs
import re
from typing import Final

from entente.errors import ImportRefusedError
from entente.i18n import _

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_ENDS: Final = re.compile(rb"\r\n|\r|\n")
#: Letters of French and English texts as UTF-8 writes them. The same bytes hardly ever
#: follow one another in an older encoding, unlike É before a no-break space.
_UTF8: Final = re.compile(rb"[\xc2\xc3\xc5][\x80-\xbf]|[\xe2\xef][\x80-\xbf]{2}|\xf0[\x80-\xbf]{3}")


def decode(data: bytes, source: str) -> str:
    """Return the text of a file in UTF-8, UTF-16, UTF-32 or the Windows encoding.

    Args:
        data: The whole file.
        source: Its name, for the refusal.

    Raises:
        ImportRefusedError: If it is no text, or its lines differ in encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            body = data.removeprefix(mark) if encoding == "utf-8" else data
            try:
                return body.decode(encoding)
            except UnicodeDecodeError as error:
                row = _line_of(body, error.start) if encoding == "utf-8" else None
                raise ImportRefusedError(source, _damaged(), row) from error
    if b"\0" in data[:4096]:
        raise ImportRefusedError(source, _("It is not a text file."))
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _decode_windows(data, source)


def _decode_windows(data: bytes, source: str) -> str:
    _refuse_mixture(data, source)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ImportRefusedError(source, _damaged(), _line_of(data, error.start)) from error


def _refuse_mixture(data: bytes, source: str) -> None:
    """Refuse a file put together from parts in two encodings."""
    newer = older = 0
    for number, line in enumerate(_LINE_ENDS.split(data), 1):
        if line.isascii():
            continue
        if _is_utf8(line):
            newer = newer or (number if _UTF8.search(line) else 0)
        else:
            older = older or number
        if newer and older:
            reason = _(
                "Line {line} is in another encoding than line {other}; "
                "save the file again as UTF-8."
            )
            line_number, other = max(newer, older), min(newer, older)
            raise ImportRefusedError(
                source, reason.format(line=line_number, other=other), line_number
            )


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _line_of(data: bytes, place: int) -> int:
    return len(_LINE_ENDS.findall(data, 0, place)) + 1


def _damaged() -> str:
    return _("It holds bytes that are no letters; save the file again as UTF-8.")

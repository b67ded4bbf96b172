"""What is looked at in a workbook before it is read.

A workbook is an archive that can unfold to many times its size, and a table in which a
single cell far away makes the reader set aside room for all that lie between. So its parts
are unfolded here first, piece by piece, and their cells counted.
"""

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import Any, Final
from xml.parsers import expat

from entente.exchange.heads import Merged
from entente.exchange.table import COLUMNS_MAX, ROWS_MAX

PARTS_MAX: Final = 2_000
#: All parts together once unfolded, in bytes.
UNFOLDED_MAX: Final = 200 << 20
#: How many times its size an archive may unfold to, once it is larger than `SMALL`.
RATIO_MAX: Final = 200
SMALL: Final = 5 << 20
#: Cells of the rectangle that holds all values, and letters of all texts together.
CELLS_MAX: Final = 4_000_000
LETTERS_MAX: Final = 64 << 20
#: Rows above the headings are read too.
_SPARE_ROWS: Final = 100
#: Most places named of cells that cannot be read.
_NAMED: Final = 10
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_PIECE: Final = 1 << 16
#: Everything zipfile raises about an archive somebody has tampered with.
ARCHIVE_ERRORS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    RuntimeError,
    ValueError,
)


class UnsafeWorkbookError(Exception):
    """A workbook is too large, damaged or locked; `args[0]` says which."""


@dataclass(slots=True)
class Findings:
    """What a sheet holds.

    Attributes:
        rows, columns: Size of the rectangle from A1 that holds all values.
        values: Number of cells with a value.
        errors: Places (row and column from 0) of the first cells that hold an error.
        uncounted: Places of the first formulas that were saved without their result.
        merged: Cells merged into one, where the reader itself does not tell.
        hidden_rows, hidden_columns: Those that are not shown, from 0.
    """

    rows: int = 0
    columns: int = 0
    values: int = 0
    errors: list[tuple[int, int]] = field(default_factory=list)
    uncounted: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def add(self, row: int, column: int) -> None:
        """Take note of a cell with a value.

        Raises:
            UnsafeWorkbookError: If it lies too far down or to the right.
        """
        self.values += 1
        self.rows = max(self.rows, row + 1)
        self.columns = max(self.columns, column + 1)
        if self.rows > ROWS_MAX + _SPARE_ROWS:
            raise UnsafeWorkbookError("rows")
        if self.columns > COLUMNS_MAX:
            raise UnsafeWorkbookError("columns")
        if self.rows * self.columns > CELLS_MAX:
            raise UnsafeWorkbookError("size")

    def hide_rows(self, first: int, count: int) -> None:
        """Take note of rows that are not shown; far below all values they do not matter."""
        self.hidden_rows.update(range(first, min(first + count, ROWS_MAX + _SPARE_ROWS)))

    def hide_columns(self, first: int, count: int) -> None:
        """Take note of columns that are not shown, likewise."""
        self.hidden_columns.update(range(first, min(first + count, COLUMNS_MAX)))

    def add_error(self, row: int, column: int) -> None:
        """Take note of a cell that holds an error."""
        if len(self.errors) < _NAMED:
            self.errors.append((row, column))

    def add_uncounted(self, row: int, column: int) -> None:
        """Take note of a formula without its result."""
        if len(self.uncounted) < _NAMED:
            self.uncounted.append((row, column))


def check_archive(archive: zipfile.ZipFile) -> None:
    """Refuse an archive by what it says of itself.

    Raises:
        UnsafeWorkbookError: If it is too large, locked, or names a part twice.
    """
    parts = archive.infolist()
    total = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > PARTS_MAX or total > UNFOLDED_MAX:
        raise UnsafeWorkbookError("size")
    if total > SMALL and total > RATIO_MAX * max(1, packed):
        raise UnsafeWorkbookError("size")
    if any(part.flag_bits & 1 for part in parts):
        raise UnsafeWorkbookError("locked")
    if any(part.compress_type not in _METHODS for part in parts):
        raise UnsafeWorkbookError("damaged")
    if len(part_names(archive)) < len(parts):
        raise UnsafeWorkbookError("damaged")


def part_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the names of all parts by the form in which workbooks ask for them.

    Some programs write them in other letters, or with the other slash.
    """
    return {name.replace("\\", "/").lower(): name for name in archive.namelist()}


def unfold(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield a part piece by piece; its declared size does not count, what comes out does.

    Raises:
        UnsafeWorkbookError: If the part is missing, damaged or larger than it says.
    """
    try:
        part = copy(archive.getinfo(part_names(archive)[name.lower()]))
        declared, seen = part.file_size, 0
        part.file_size = UNFOLDED_MAX + 1
        with archive.open(part) as file:
            while piece := file.read(_PIECE):
                seen += len(piece)
                if seen > declared:
                    raise UnsafeWorkbookError("size")
                yield piece
    except ARCHIVE_ERRORS as error:
        raise UnsafeWorkbookError("damaged") from error


def walk(
    pieces: Iterator[bytes],
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call back for every element of an XML part, names as they are written.

    Raises:
        UnsafeWorkbookError: If it is no XML, or defines entities of its own.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = _refuse_entity
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise UnsafeWorkbookError("damaged") from error


def _refuse_entity(*_args: Any) -> None:  # noqa: ANN401  # expat's own eight arguments
    raise UnsafeWorkbookError("damaged")

"""Lists as CSV: separated by semicolons, commas or tabs."""

import csv
import io
import itertools
import re
from collections.abc import Iterator
from typing import Final

from entente.errors import ImportRefusedError
from entente.exchange.encoding import decode
from entente.exchange.table import (
    COLUMNS_MAX,
    ROWS_MAX,
    Table,
    build,
    column_letter,
    is_blank,
    too_many_columns,
    too_many_rows,
)
from entente.i18n import _, ngettext

#: Most characters in one cell.
CELL_MAX: Final = 1 << 20

_DELIMITERS: Final = ";\t,"
_HINT: Final = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
#: Rows looked at to find out what separates the columns.
_SAMPLE: Final = 30
_SAMPLE_CHARACTERS: Final = 200_000
#: A text that a spreadsheet would take for a formula, behind any apostrophes.
_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def read_delimited(data: bytes, source: str, known: frozenset[str] = frozenset()) -> Table:
    """Return the table in a CSV file.

    Args:
        data: The file.
        source: Its name.
        known: Headings to look for, folded.

    Raises:
        ImportRefusedError: If it cannot be read without losing or guessing anything.
    """
    rows = _raw_rows(data, source)
    table = build(source, _cells(rows), known=known)
    _refuse_unequal(rows, table)
    return table


def read_delimited_cells(data: bytes, source: str) -> list[list[str | None]]:
    """Return every row of a CSV file, whatever its length.

    Raises:
        ImportRefusedError: If it cannot be read without losing or guessing anything.
    """
    return _cells(_raw_rows(data, source))


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet would calculate it."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return a text without the apostrophe that `guarded` put before it."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _raw_rows(data: bytes, source: str) -> list[list[str]]:
    text = decode(data, source)
    hint = _HINT.match(text)
    delimiter = hint[1] if hint else _delimiter(text)
    rows: list[list[str]] = []
    for row in _records(text, delimiter, source):
        rows.append(row)
        if len(row) > COLUMNS_MAX * 2:
            raise too_many_columns(source)
        if len(rows) > ROWS_MAX + 100:
            raise too_many_rows(source)
    if hint:
        rows[0] = []
    return rows


def _cells(rows: list[list[str]]) -> list[list[str | None]]:
    return [[unguarded(cell) or None for cell in row] for row in rows]


def _records(text: str, delimiter: str, source: str) -> Iterator[list[str]]:
    # The limit belongs to the whole process; nothing else here reads CSV.
    csv.field_size_limit(CELL_MAX)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    for number in itertools.count(1):
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ImportRefusedError(source, _reason(str(error)), number) from error


def _reason(message: str) -> str:
    if "unexpected end" in message:
        return _("A quotation mark opens here and is never closed.")
    if "field larger" in message:
        return _("A cell has more than a million characters.")
    return _("A quotation mark stands inside a cell without being doubled.")


def _delimiter(text: str) -> str:
    """Return the sign that cuts the first rows into most columns, all rows alike."""
    best, best_score = _DELIMITERS[0], (0.0, 0)
    for delimiter in _DELIMITERS:
        reader = csv.reader(io.StringIO(text[:_SAMPLE_CHARACTERS], newline=""), delimiter=delimiter)
        try:
            widths = [len(row) for row in itertools.islice(reader, _SAMPLE) if not is_blank(row)]
        except csv.Error:
            continue
        usual = max(widths, key=widths.count, default=1)
        alike = widths.count(usual) / len(widths) if usual > 1 else 0.0
        if (alike, usual) > best_score:
            best, best_score = delimiter, (alike, usual)
    return best


def _refuse_unequal(rows: list[list[str]], table: Table) -> None:
    width = len(rows[table.heading_row - 1])
    for number, row in enumerate(rows[table.heading_row :], table.heading_row + 1):
        if len(row) == width or is_blank(row):
            continue
        if len(row) > width and is_blank(row[width:]):
            continue
        reason = ngettext(
            "This row has {count} column where the headings have {width}.",
            "This row has {count} columns where the headings have {width}.",
            len(row),
        )
        raise ImportRefusedError(
            table.source,
            reason.format(count=len(row), width=width),
            number,
            column_letter(min(len(row), width)),
        )

"""A table as somebody sent it: headings, rows, and where each stood in the file."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from entente.domain.text import clean, heading_key, shorten
from entente.domain.values import number_text
from entente.errors import ImportRefusedError
from entente.exchange import heads
from entente.exchange.heads import ABOVE_MAX, Merged, is_filled
from entente.i18n import _, language

Cell: TypeAlias = str | float | bool | dt.date | None
Row: TypeAlias = tuple[Cell, ...]

#: Largest file read, in bytes; a list of 100,000 contacts has some twenty million.
FILE_MAX: Final = 64 << 20
ROWS_MAX: Final = 100_000
COLUMNS_MAX: Final = 200


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a source.

    Attributes:
        source: Name of the file.
        sheet: Name of the sheet, or an empty text.
        headings: One heading a column, none of them blank or twice.
        rows: The values below them; a blank row is a row of None.
        first_row: Row of the file, counted from 1, that `rows` begins with.
        heading_row: Row of the headings, the lower where there are two.
        columns: Where each column stood: a letter, or empty where there are none.
        sheets: Names of all sheets one could choose.
        above: What stood above the headings and is left out.
        between: Row and text of each line that only divides the list, and is left out.
        hidden_columns: Places of the columns that the sheet does not show; they are read.
        hidden_rows: Rows of the file that it does not show, likewise.
    """

    source: str
    sheet: str
    headings: tuple[str, ...]
    rows: list[Row]
    first_row: int
    heading_row: int = 1
    columns: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    between: tuple[tuple[int, str], ...] = ()
    hidden_columns: tuple[int, ...] = ()
    hidden_rows: tuple[int, ...] = ()

    def place(self, column: int) -> str:
        """Return what a person finds a column by: its heading and letter."""
        letter = self.columns[column] if self.columns else ""
        heading = shorten(self.headings[column], 60)
        return f"{heading} ({letter})" if letter else heading


def column_letter(number: int) -> str:
    """Return the letters of a column as spreadsheets count, from 0 for A."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def build(
    source: str,
    rows: Sequence[Sequence[Cell]],
    *,
    sheet: str = "",
    sheets: tuple[str, ...] = (),
    merged: Sequence[Merged] = (),
    known: frozenset[str] = frozenset(),
) -> Table:
    """Find the headings among raw rows and return the table below them.

    What was merged downwards stands in each row; a row of one wide cell is left out.

    Args:
        source: Name of the file.
        rows: Every row from the first of the file on, blank ones included.
        sheet: Name of the sheet.
        sheets: Names of all sheets.
        merged: The merged cells.
        known: Headings to look for, folded; without them, the first row that is no title
            has them.

    Raises:
        ImportRefusedError: If there are no rows, or a heading is missing or there twice.
    """
    start = _heading_place(rows)
    if start is None:
        raise ImportRefusedError(source, _("There is nothing in it."))
    head = heads.find(rows, start, merged, known)
    below = head.last + 1
    dividers = dict(heads.dividers(rows, merged, below))
    whole = heads.spread(rows, merged, below)
    body = [() if place in dividers else whole[place] for place in range(below, len(whole))]
    while body and is_blank(body[-1]):
        body.pop()
    if len(body) > ROWS_MAX:
        raise too_many_rows(source)
    width = len(head.cells)
    kept = _columns(source, head.cells, body, below)
    places = None if len(kept) == width else [place for place, __ in kept]
    return Table(
        source=source,
        sheet=sheet,
        headings=tuple(heading for __, heading in kept),
        rows=[
            row if places is None else tuple(row[place] for place in places)
            for row in (_padded(row, width) for row in body)
        ],
        first_row=below + 1,
        heading_row=below,
        columns=tuple(column_letter(place) for place, __ in kept),
        sheets=sheets,
        above=tuple(_words(row) for row in rows[: head.first] if not is_blank(row)),
        between=tuple((place + 1, text) for place, text in dividers.items()),
    )


def is_blank(row: Sequence[Cell]) -> bool:
    """Whether a row holds nothing but blanks."""
    return not any(map(is_filled, row))


def too_many_rows(source: str) -> ImportRefusedError:
    """Return the refusal of a table that is too long."""
    reason = _("It has more than {most} rows; divide it into several files.")
    return ImportRefusedError(source, reason.format(most=number_text(ROWS_MAX, language())))


def too_many_columns(source: str) -> ImportRefusedError:
    """Return the refusal of a table that is too wide."""
    reason = _("It has more than {most} columns; delete those that are not needed.")
    return ImportRefusedError(source, reason.format(most=COLUMNS_MAX))


def _heading_place(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Return the place of the headings: the first row that is not blank and not a title."""
    first: int | None = None
    for place, row in enumerate(rows):
        filled = sum(1 for cell in row if not is_blank((cell,)))
        if not filled:
            continue
        if filled > 1:
            return place
        first = place if first is None else first
        if place - first >= ABOVE_MAX:
            break
    # A list of a single column has no title to tell from its heading.
    return first


def _columns(
    source: str, headings: Sequence[Cell], body: Sequence[Sequence[Cell]], row: int
) -> list[tuple[int, str]]:
    """Return place and text of every heading; a column blank from top to bottom goes."""
    kept: list[tuple[int, str]] = []
    seen: dict[str, int] = {}
    for place, cell in enumerate(headings):
        heading = " ".join(clean(str(cell)).split()) if cell is not None else ""
        if not heading:
            _check_unnamed(source, body, place, row)
            continue
        key = heading_key(heading) or heading
        if key in seen:
            reason = _("Columns {first} and {second} have the same heading “{heading}”.")
            raise ImportRefusedError(
                source,
                reason.format(
                    first=column_letter(seen[key]),
                    second=column_letter(place),
                    heading=shorten(heading, 60),
                ),
                row,
                column_letter(place),
            )
        seen[key] = place
        kept.append((place, heading))
    if len(kept) > COLUMNS_MAX:
        raise too_many_columns(source)
    return kept


def _check_unnamed(source: str, body: Sequence[Sequence[Cell]], place: int, row: int) -> None:
    for number, cells in enumerate(body, row + 1):
        if place < len(cells) and not is_blank((cells[place],)):
            letter = column_letter(place)
            reason = _("Column {letter} has values (the first in row {row}) but no heading.")
            raise ImportRefusedError(source, reason.format(letter=letter, row=number), row, letter)


def _padded(row: Sequence[Cell], width: int) -> Row:
    cells = tuple(row[:width])
    return cells + (None,) * (width - len(cells))


def _words(row: Sequence[Cell]) -> str:
    return " ".join(str(cell) for cell in row if cell is not None and str(cell).strip())

"""Counting the cells of an OpenDocument sheet before it is read."""

import zipfile
from dataclasses import dataclass
from typing import Final

from entente.exchange.guard import (
    CELLS_MAX,
    LETTERS_MAX,
    Findings,
    UnsafeWorkbookError,
    part_names,
    unfold,
    walk,
)
from entente.exchange.heads import Merged

_CELLS: Final = frozenset({"table:table-cell", "table:covered-table-cell"})
_VALUES: Final = frozenset(
    {
        "office:value",
        "office:string-value",
        "office:date-value",
        "office:time-value",
        "office:boolean-value",
        "table:formula",
    }
)
_HIDDEN: Final = frozenset({"collapse", "filter"})
#: A sheet may say that a row or cell is repeated; more often than this is not believed.
_REPEATS_MAX: Final = 1 << 24


@dataclass(slots=True)
class _Cell:
    repeats: int
    filled: bool
    error: bool
    uncounted: bool
    down: int = 1
    across: int = 1
    letters: int = 0


class DocumentCounter:
    """Counts the cells of all sheets of a document; the reader takes them all at once."""

    def __init__(self) -> None:
        self.sheets: dict[str, Findings] = {}
        self._now = Findings()
        self._row = 0
        self._row_repeats = 1
        self._column_of_head = 0
        self._columns = 0
        self._waiting = 0
        self._row_letters = 0
        self._row_filled = False
        self._cell: _Cell | None = None
        self._held = 0
        self._letters = 0

    def count(self, archive: zipfile.ZipFile) -> dict[str, Findings]:
        """Return what each sheet holds, by its name.

        Raises:
            UnsafeWorkbookError: If the document is damaged, locked or too large.
        """
        locked = False

        def entry(name: str, _attributes: dict[str, str]) -> None:
            nonlocal locked
            locked = locked or name.endswith("encryption-data")

        if "meta-inf/manifest.xml" in part_names(archive):
            walk(unfold(archive, "META-INF/manifest.xml"), entry)
        if locked:
            raise UnsafeWorkbookError("locked")
        walk(unfold(archive, "content.xml"), self._start, self._end, self._characters)
        return self.sheets

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _CELLS:
            self._cell = _read_cell(attributes)
        elif name == "table:table":
            self._now = Findings()
            self.sheets[attributes.get("table:name", "")] = self._now
            self._row = self._column_of_head = 0
        elif name == "table:table-column":
            count = _repeats(attributes.get("table:number-columns-repeated"))
            if attributes.get("table:visibility") in _HIDDEN:
                self._now.hide_columns(self._column_of_head, count)
            self._column_of_head += count
        elif name == "table:table-row":
            self._row_repeats = _repeats(attributes.get("table:number-rows-repeated"))
            self._columns = self._waiting = self._row_letters = 0
            self._row_filled = False
            if attributes.get("table:visibility") in _HIDDEN:
                self._now.hide_rows(self._row, self._row_repeats)

    def _end(self, name: str) -> None:
        if name in _CELLS and self._cell is not None:
            self._close_cell(self._cell)
            self._cell = None
        elif name == "table:table-row":
            self._close_row()

    def _characters(self, text: str) -> None:
        if self._cell is not None:
            self._cell.letters += len(text)

    def _close_cell(self, cell: _Cell) -> None:
        # Blank cells take room only once another cell follows them.
        self._columns += self._waiting
        self._held += self._waiting
        self._waiting = 0
        place = (self._row, self._columns)
        if cell.error:
            self._now.add_error(*place)
        elif cell.uncounted and not cell.letters:
            self._now.add_uncounted(*place)
        if cell.filled and (cell.down, cell.across) != (1, 1):
            row, column = place
            self._now.merged.append(
                Merged(row, column, row + cell.down - 1, column + cell.across - 1)
            )
        if cell.filled:
            self._row_filled = True
            self._columns += cell.repeats
            self._held += cell.repeats
            self._row_letters += cell.letters * cell.repeats
            self._now.add(self._row, self._columns - 1)
        else:
            self._waiting = cell.repeats
        if self._held > CELLS_MAX:
            raise UnsafeWorkbookError("size")

    def _close_row(self) -> None:
        self._letters += self._row_letters * self._row_repeats
        self._row += self._row_repeats
        if self._row_filled:
            self._now.add(self._row - 1, 0)
        if self._letters > LETTERS_MAX:
            raise UnsafeWorkbookError("size")


def _read_cell(attributes: dict[str, str]) -> _Cell:
    kind = attributes.get("office:value-type", "")
    return _Cell(
        repeats=_repeats(attributes.get("table:number-columns-repeated")),
        filled=kind == "string" or not _VALUES.isdisjoint(attributes),
        error=attributes.get("calcext:value-type") == "error",
        uncounted="table:formula" in attributes and not kind,
        down=_repeats(attributes.get("table:number-rows-spanned")),
        across=_repeats(attributes.get("table:number-columns-spanned")),
        letters=len(attributes.get("office:string-value", "")),
    )


def _repeats(text: str | None) -> int:
    if text is None:
        return 1
    if not text.isdecimal() or not text.isascii():
        raise UnsafeWorkbookError("damaged")
    return min(int(text[:9]), _REPEATS_MAX)

"""The rows of a register in the order, and to the extent, that they are shown."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from entente.domain.text import natural_key
from entente_ui.registers.columns import REF, Column, LabelsByKind, keyer
from entente_ui.registers.filters import Filter, Haystack, admitted
from entente_ui.registers.order import Row, Sliced, sort_keys, sort_order

_BY_REF: Final = 1


@dataclass(frozen=True, slots=True)
class Sorting:
    """What rows are sorted by: place of the column among the columns, −1 for none."""

    column: int = -1
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """Places of rows: all of them in order, and those of them that are shown.

    Attributes:
        sorting: What that order is by; None if it is the one they came in.
    """

    ordered: list[int]
    shown: list[int]
    sorting: Sorting | None = None


class Arrangement:
    """Sorts and filters rows by their places, so that the rows themselves never move.

    A row that changes keeps its place in the order: what was typed does not run away. It
    is put where it belongs the next time the user sorts or filters.

    Attributes:
        rows: Every row by place; some may be gone.
        shown: Places of the rows shown, from top to bottom.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._by_name = {column.name: column for column in columns}
        self._has_refs = REF in self._by_name
        self.rows: list[Row] = []
        self.shown: list[int] = []
        self._alive: list[int] = []
        self._ordered: list[int] = []
        self._places: dict[str, int] | None = None
        self._labels: LabelsByKind = {}
        self._keyer: Callable[[Any], Any] | None = None
        self._sorted_by: Sorting | None = None
        self._haystack = Haystack(columns, {})
        self.sorting = Sorting()
        self.filter = Filter()

    @property
    def total(self) -> int:
        """How many records there are, shown or not."""
        return len(self._alive)

    @property
    def as_loaded(self) -> Result:
        """All rows, in the order they came in."""
        return Result(self._alive, self._alive)

    def load(self, rows: list[Row], labels: LabelsByKind) -> None:
        """Take over other rows; they are not yet arranged."""
        self.rows = rows
        self._alive = list(range(len(rows)))
        self._places = None
        self.use_labels(labels)

    def use_labels(self, labels: LabelsByKind) -> None:
        """Take over other names for the records referred to."""
        self._labels = labels
        self._haystack = Haystack(self._columns, labels)
        self._keyer = None
        self._sorted_by = None

    def sort_by(self, sorting: Sorting) -> None:
        """Sort by another column, or the other way round, the next time."""
        if sorting.column != self.sorting.column:
            self._keyer = None
        self.sorting = sorting

    def arrange(self, *, sort: bool) -> Sliced[Result]:
        """Sort and filter; without `sort`, filter what is sorted already."""
        ordered = self._ordered
        if sort:
            ordered = yield from self._sorted()
        if not self.filter:
            return Result(ordered, list(ordered), self.sorting)
        shown = yield from admitted(self.filter, ordered, self.rows, self._by_name, self._haystack)
        return Result(ordered, shown, self.sorting)

    def take(self, result: Result) -> None:
        """Show rows as they were arranged."""
        if result.ordered is not self._ordered:
            self._sorted_by = result.sorting
        self._ordered = result.ordered
        self.shown = list(result.shown) if result.shown is self._alive else result.shown

    def _sorted(self) -> Sliced[list[int]]:
        wanted = self.sorting
        if wanted.column < 0:
            return list(self._alive)
        if self._sorted_by == Sorting(wanted.column, descending=not wanted.descending):
            return self._turned()
        place = self._columns[wanted.column].place
        # The keys of so many rows cost more to keep than to work out again.
        keys = yield from sort_keys(self.rows, place, self._key_maker())
        return (yield from sort_order(self._alive, keys, descending=wanted.descending))

    def _turned(self) -> list[int]:
        """The order the other way round; rows without a value stay last."""
        blank = 0
        while blank < len(self._ordered) and self._key_of(self._ordered[-1 - blank]) is None:
            blank += 1
        cut = len(self._ordered) - blank
        return [*self._ordered[:cut][::-1], *self._ordered[cut:]]

    def values_of(self, column: int) -> set[Any]:
        """Return every value there is in a column, shown or not."""
        place = self._columns[column].place
        return {self.rows[alive][place] for alive in self._alive}

    def place_of(self, key: str) -> int | None:
        """Return the place of a record, None if it is not there."""
        if self._places is None:
            self._places = {self.rows[place][0]: place for place in self._alive}
        return self._places.get(key)

    def row_of(self, key: str) -> int:
        """Return the row that shows a record, −1 if none does."""
        if self._places is None:
            # Looking once through the rows is faster than noting where each of them is.
            rows = self.rows
            found = (row for row, place in enumerate(self.shown) if rows[place][0] == key)
            return next(found, -1)
        place = self._places.get(key)
        try:
            return -1 if place is None else self.shown.index(place)
        except ValueError:
            return -1

    def rows_of(self, keys: Iterable[str]) -> list[int]:
        """Return the rows that show some records, from top to bottom."""
        places = {self.place_of(key) for key in keys}
        return [row for row, place in enumerate(self.shown) if place in places]

    def replace(self, place: int, row: Row) -> None:
        """Take over the new values of a row."""
        self.rows[place] = row
        self._haystack.renew(place, row)
        self._sorted_by = None

    def add(self, row: Row) -> int:
        """Take over a new row and return where it is to be shown."""
        place = len(self.rows)
        self.rows.append(row)
        if self._places is not None:
            self._places[row[0]] = place
        self._alive = [*self._alive, place]
        self._ordered.insert(self._position(self._ordered, place), place)
        return self._position(self.shown, place)

    def drop(self, place: int) -> None:
        """Forget a row that is no longer shown."""
        if self._places is not None:
            del self._places[self.rows[place][0]]
        self._alive = [alive for alive in self._alive if alive != place]
        self._ordered.remove(place)

    def _key_maker(self) -> Callable[[Any], Any]:
        if self._keyer is None:
            column = self._columns[self.sorting.column]
            self._keyer = keyer(column, self._labels.get(column.target, {}))
        return self._keyer

    def _key_of(self, place: int) -> Any:  # noqa: ANN401  # as different as the columns
        row = self.rows[place]
        if self.sorting.column >= 0:
            return self._key_maker()(row[self._columns[self.sorting.column].place])
        return natural_key(row[_BY_REF]) if self._has_refs else None

    def _position(self, order: Sequence[int], place: int) -> int:
        """Where a row belongs in an order that is sorted, or was before somebody typed."""
        key = self._key_of(place)
        low, high = (0, len(order)) if key is not None else (len(order), len(order))
        descending = self.sorting.descending and self.sorting.column >= 0
        while low < high:
            middle = (low + high) // 2
            other = self._key_of(order[middle])
            if other is not None and (other >= key if descending else other <= key):
                low = middle + 1
            else:
                high = middle
        return low

"""Where the headings of a sheet stand: below titles, over two rows, in cells that were merged."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from entente.domain.text import heading_key

if TYPE_CHECKING:
    from entente.exchange.table import Cell

#: Stands between the heading of a group of columns and that of one of them.
JOINT: Final = " – "
#: Most lines above the headings that are taken for a title.
ABOVE_MAX: Final = 20
#: So many headings known to us in one row are no chance.
_ENOUGH: Final = 2


class Merged(NamedTuple):
    """Cells merged into one: rows and columns from 0, the last among them."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def is_wide(self) -> bool:
        """Whether it is more than one column."""
        return self.right > self.left


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a sheet.

    Attributes:
        first, last: Their rows, from 0; the same where they fill one.
        cells: One a column; those of two rows joined.
    """

    first: int
    last: int
    cells: "tuple[Cell, ...]"


def is_filled(cell: "Cell") -> bool:
    """Whether a cell holds anything but blanks."""
    return cell is not None and not (isinstance(cell, str) and not cell.strip())


def find(
    rows: "Sequence[Sequence[Cell]]",
    start: int,
    merged: Sequence[Merged] = (),
    known: frozenset[str] = frozenset(),
) -> Head:
    """Return the headings of a sheet.

    Args:
        rows: All of its rows.
        start: The first that may hold them.
        merged: Its merged cells.
        known: Headings that the kind of record goes by, folded. Without them only the first
            row is looked at.
    """
    place = _best(rows, start, known)
    for upper, lower in ((place, place + 1), (place - 1, place)):
        if known and start <= upper and lower < len(rows):
            wide = [each for each in merged if each.top == upper and each.is_wide]
            if _is_group(rows, upper, wide, known):
                return Head(upper, lower, _joined(rows[upper], rows[lower], wide))
    return Head(place, place, tuple(rows[place]))


def spread(
    rows: "Sequence[Sequence[Cell]]", merged: Sequence[Merged], first: int
) -> "list[Sequence[Cell]]":
    """Return rows in which what was merged downwards stands in each of them, from one row on."""
    found = list(rows)
    own: dict[int, list[Cell]] = {}
    for top, left, bottom, __ in merged:
        if top < first:
            continue
        for place in range(top + 1, bottom + 1):
            cells = own.get(place)
            if cells is None:
                width = max(len(row) for row in (found[top], found[place]))
                cells = own[place] = [*found[place], *([None] * (width - len(found[place])))]
                found[place] = cells
            cells[left] = found[top][left]
    return found


def within(rows: "Sequence[Sequence[Cell]]", merged: Iterable[Merged]) -> tuple[Merged, ...]:
    """Return merged cells as far as they lie among rows.

    Raises:
        ValueError: If they overlap so much that no program can have written them.
    """
    width = max(map(len, rows), default=0)
    found: list[Merged] = []
    covered = 0
    for top, left, bottom, right in merged:
        if top < len(rows) and left < len(rows[top]):
            found.append(Merged(top, left, min(bottom, len(rows) - 1), min(right, width - 1)))
            covered += found[-1].bottom - top + 1
            if covered > len(rows) * width:
                raise ValueError(covered)
    return tuple(found)


def dividers(
    rows: "Sequence[Sequence[Cell]]", merged: Sequence[Merged], first: int
) -> Iterator[tuple[int, str]]:
    """Yield place and text of each row that is one wide cell: it divides the list."""
    for top, left, bottom, right in sorted(merged):
        if top < first or top != bottom or right == left or top >= len(rows):
            continue
        filled = [place for place, cell in enumerate(rows[top]) if is_filled(cell)]
        if filled == [left]:
            yield top, str(rows[top][left])


def _best(rows: "Sequence[Sequence[Cell]]", start: int, known: frozenset[str]) -> int:
    """Return the row that holds the headings: not a line about the file above them."""
    if not known or _count(rows[start], known) >= _ENOUGH:
        return start
    counts = {
        place: _count(rows[place], known)
        for place in range(start, min(len(rows), start + ABOVE_MAX))
    }
    best = max(counts, key=lambda place: (counts[place], -place))
    return best if counts[best] >= _ENOUGH else start


def _is_group(
    rows: "Sequence[Sequence[Cell]]", upper: int, wide: Sequence[Merged], known: frozenset[str]
) -> bool:
    """Whether a row heads groups of columns whose own headings stand in the row below."""
    over, under = rows[upper], rows[upper + 1]
    below = [cell for cell in under if is_filled(cell)]
    if not all(isinstance(cell, str) for cell in (*filter(is_filled, over), *below)):
        return False
    count = _count(under, known)
    if wide:
        whole = [each for each in wide if each.right - each.left + 1 >= len(over)]
        return bool(count) and not whole
    # Without merged cells, a group leaves the columns after its first one blank.
    left_blank = any(
        is_filled(cell) and not is_filled(_at(over, place)) for place, cell in enumerate(under)
    )
    own = any(
        is_filled(cell) and not is_filled(_at(under, place)) for place, cell in enumerate(over)
    )
    keys = [heading_key(str(cell)) for cell in below]
    repeated = len(set(keys)) < len(keys)
    return count >= _ENOUGH and left_blank and (own or repeated)


def _joined(
    over: "Sequence[Cell]", under: "Sequence[Cell]", wide: Sequence[Merged]
) -> "tuple[Cell, ...]":
    group: Cell = None
    covered = {place for each in wide for place in range(each.left, each.right + 1)}
    cells: list[Cell] = []
    for place in range(max(len(over), len(under))):
        above, below = _at(over, place), _at(under, place)
        # A group reaches as far as it was merged, or else to the next heading of its row.
        if is_filled(above):
            group = above if is_filled(below) else None
        elif wide and place not in covered:
            group = None
        if is_filled(group) and is_filled(below):
            cells.append(f"{group}{JOINT}{below}")
        else:
            cells.append(below if is_filled(below) else above)
    return tuple(cells)


def _count(row: "Sequence[Cell]", known: frozenset[str]) -> int:
    return sum(isinstance(cell, str) and heading_key(cell) in known for cell in row)


def _at(row: "Sequence[Cell]", place: int) -> "Cell":
    return row[place] if place < len(row) else None

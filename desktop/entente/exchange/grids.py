"""MACTOR's grids as spreadsheets hold them: direct influences (MID) and stances (2MAO).

References, or names, head the rows and the columns. A grid is taken whole or not at all;
a cell left blank is a question not answered and leaves what is known as it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from entente.domain.objective import INFLUENCE, STANCE
from entente.domain.records import Field, RecordType
from entente.domain.text import clean, shorten
from entente.domain.values import parse
from entente.errors import ImportRefusedError, InvalidValueError
from entente.exchange.apply import gather
from entente.exchange.export import Column, Export
from entente.exchange.known import Existing
from entente.exchange.plan import CellError, NewReference
from entente.exchange.resolve import resolve
from entente.exchange.table import Cell, column_letter, is_blank
from entente.i18n import N_, _, language
from entente.messages import sentence
from entente.services import mactor_answers
from entente.services.mactor import Forces, read
from entente.services.mactor_answers import Written
from entente.store.session import Session

#: Answers by the keys of what they are about.
Answers: TypeAlias = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class GridKind:
    """A kind of grid.

    Attributes:
        name: What it is asked for by.
        record_type: The kind of record its cells are.
        down, across: The fields its rows and its columns are headed by.
        value: The field its cells hold.
        corner: What stands in the corner of an export.
        is_square: Whether rows and columns are the same, and the diagonal means nothing.
    """

    name: str
    record_type: RecordType
    down: Field
    across: Field
    value: Field
    corner: str
    is_square: bool


#: The grids there are, by the name each is asked for.
GRIDS: Final[Mapping[str, GridKind]] = MappingProxyType(
    {
        "mid": GridKind(
            "mid",
            INFLUENCE,
            INFLUENCE.field("from_id"),
            INFLUENCE.field("to_id"),
            INFLUENCE.field("strength"),
            N_("MID"),
            is_square=True,
        ),
        "mao": GridKind(
            "mao",
            STANCE,
            STANCE.field("actor_id"),
            STANCE.field("objective_id"),
            STANCE.field("weight"),
            N_("2MAO"),
            is_square=False,
        ),
    }
)

#: What people put on a diagonal that means nothing.
_NOTHING: Final = frozenset({"", "-", "–", "—", "−", "x", "×", "/", "\\", "0"})


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading of a row or column, and where it stands, both counted from 0."""

    place: int
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The cells of a source and how to speak of them."""

    source: str
    rows: Sequence[Sequence[Cell]]

    def cell(self, row: int, column: int) -> Cell:
        cells = self.rows[row]
        value = cells[column] if column < len(cells) else None
        return None if is_blank((value,)) else value

    def refusal(self, reason: str, row: int, column: int | None = None) -> ImportRefusedError:
        letter = None if column is None else column_letter(column)
        return ImportRefusedError(self.source, reason, row + 1, letter)


def read_grid(
    kind: GridKind, source: str, rows: Sequence[Sequence[Cell]], existing: Existing
) -> Answers:
    """Return the answers a grid gives.

    Args:
        kind: The kind of grid.
        source: Name of the file.
        rows: Its cells, from the first row on.
        existing: The actors and objectives there are, as `apply.gather` knows them.

    Raises:
        ImportRefusedError: If anything in it cannot be taken.
    """
    sheet = _Sheet(source, rows)
    top = _heading_row(sheet)
    across = _across(kind, sheet, top, existing)
    down = _down(kind, sheet, top, across, existing)
    if kind.is_square:
        _refuse_unequal(sheet, top, down, across)
    found: dict[tuple[str, str], int] = {}
    for one in down:
        for other in across:
            value = _value(kind, sheet, one, other)
            if value is not None:
                found[one.key, other.key] = value
    return found


def import_grid(
    session: Session, kind: GridKind, source: str, rows: Sequence[Sequence[Cell]]
) -> Written:
    """Take over a grid, all of it or nothing; what it says anew is dated today.

    Raises:
        ImportRefusedError: If anything in it cannot be taken.
    """
    answers = read_grid(kind, source, rows, gather(session, kind.record_type))
    return mactor_answers.answer_many(session, kind.record_type.name, answers)


def export_grid(session: Session, kind: GridKind) -> Export:
    """Return a grid as it is written out; what is not answered is left blank."""
    forces = read(session)
    return grid_of(forces, kind)


def grid_of(forces: Forces, kind: GridKind) -> Export:
    """Return a grid of answers already read; those not given are blank."""
    headed = forces.participants if kind.is_square else forces.aims
    answers = forces.mid if kind.is_square else forces.mao
    return Export(
        title=_(kind.corner),
        code=language(),
        columns=(Column(_(kind.corner)), *(Column(each.ref, kind.value) for each in headed)),
        rows=[(one.ref, *row) for one, row in zip(forces.participants, answers, strict=True)],
    )


def _heading_row(sheet: _Sheet) -> int:
    """Return the place of the row of headings: the first that reaches beyond one column."""
    for place, row in enumerate(sheet.rows):
        if not is_blank(row[1:]):
            return place
    reason = _("There is no grid in it: references head the rows and the columns.")
    raise ImportRefusedError(sheet.source, reason)


def _across(kind: GridKind, sheet: _Sheet, top: int, existing: Existing) -> list[_Heading]:
    width = max(len(row) for row in sheet.rows)
    found: list[_Heading] = []
    for column in range(1, width):
        cell = sheet.cell(top, column)
        if cell is None:
            _refuse_headless(sheet, top, column)
            continue
        found.append(_heading(kind.across, sheet, (top, column), found, existing))
    return found


def _down(
    kind: GridKind, sheet: _Sheet, top: int, across: Sequence[_Heading], existing: Existing
) -> list[_Heading]:
    found: list[_Heading] = []
    for row in range(top + 1, len(sheet.rows)):
        if is_blank(sheet.rows[row]):
            continue
        if sheet.cell(row, 0) is None:
            reason = _("This row has values but no heading.")
            raise sheet.refusal(reason, row, 0)
        found.append(_heading(kind.down, sheet, (row, 0), found, existing))
    if not found:
        reason = _("There are headings and no row beneath them.")
        raise sheet.refusal(reason, top, across[0].place)
    return found


def _heading(
    field: Field,
    sheet: _Sheet,
    at: tuple[int, int],
    earlier: Sequence[_Heading],
    existing: Existing,
) -> _Heading:
    row, column = at
    text = " ".join(clean(str(sheet.cell(row, column))).split())
    try:
        key = resolve(field, text, existing)
    except CellError as error:
        raise sheet.refusal(str(error), row, column) from error
    if not key or isinstance(key, NewReference):
        reason = _("“{name}” is no heading of a grid.").format(name=shorten(text, 60))
        raise sheet.refusal(reason, row, column)
    twin = next((each for each in earlier if each.key == key), None)
    if twin is not None:
        reason = _("“{name}” is there twice.").format(name=shorten(text, 60))
        raise sheet.refusal(reason, row, column)
    # A row is found by its row, a column by its column.
    return _Heading(column or row, text, key)


def _refuse_headless(sheet: _Sheet, top: int, column: int) -> None:
    for row in range(top + 1, len(sheet.rows)):
        if sheet.cell(row, column) is not None:
            reason = _("Column {letter} has values (the first in row {row}) but no heading.")
            letter = column_letter(column)
            raise sheet.refusal(reason.format(letter=letter, row=row + 1), row, column)


def _refuse_unequal(
    sheet: _Sheet, top: int, down: Sequence[_Heading], across: Sequence[_Heading]
) -> None:
    """Refuse a square grid whose rows are not its columns."""
    columns = {each.key for each in across}
    rows = {each.key for each in down}
    unequal = ""
    if len(down) != len(across):
        unequal = _("The grid is not square ({rows} rows, {columns} columns): ").format(
            rows=len(down), columns=len(across)
        )
    for one in down:
        if one.key not in columns:
            reason = _("“{name}” heads a row and no column.").format(name=shorten(one.text, 60))
            raise sheet.refusal(f"{unequal}{reason}", one.place, 0)
    for other in across:
        if other.key not in rows:
            reason = _("“{name}” heads a column and no row.").format(name=shorten(other.text, 60))
            raise sheet.refusal(f"{unequal}{reason}", top, other.place)


def _value(kind: GridKind, sheet: _Sheet, one: _Heading, other: _Heading) -> int | None:
    cell = sheet.cell(one.place, other.place)
    if kind.is_square and one.key == other.key:
        if _is_nothing(cell):
            return None
        reason = _("Nobody weighs on themselves: the diagonal is 0 or empty.")
        raise _at(sheet, one, other, reason)
    try:
        value = parse(kind.value, cell)
    except InvalidValueError as error:
        raise _at(sheet, one, other, sentence(error)) from error
    return None if value is None else int(value)


def _is_nothing(cell: Cell) -> bool:
    if isinstance(cell, str):
        return cell.strip().casefold() in _NOTHING
    return cell is None or (cell == 0 and not isinstance(cell, bool))


def _at(sheet: _Sheet, one: _Heading, other: _Heading, reason: str) -> ImportRefusedError:
    column = f"{shorten(other.text, 60)} ({column_letter(other.place)})"
    return ImportRefusedError(sheet.source, reason, one.place + 1, column)

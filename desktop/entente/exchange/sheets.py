"""Workbooks of Excel and LibreOffice, read only once they are known to be harmless."""

import datetime as dt
import zipfile
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from entente.domain.text import heading_key
from entente.errors import ImportRefusedError
from entente.exchange.guard import (
    ARCHIVE_ERRORS,
    Findings,
    UnsafeWorkbookError,
    check_archive,
    part_names,
)
from entente.exchange.guard_ods import DocumentCounter
from entente.exchange.guard_xlsx import SheetCounter, sheet_parts
from entente.exchange.heads import Merged, within
from entente.exchange.table import (
    Cell,
    Table,
    build,
    column_letter,
    is_blank,
    too_many_columns,
    too_many_rows,
)
from entente.i18n import N_, _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_REASONS: Final = {
    "size": N_("It unfolds to more than is read in at once; divide it into several files."),
    "locked": N_("It is protected by a password; save it without one."),
    "damaged": N_("It is damaged, or no workbook at all."),
    "binary": N_("It is a binary workbook; save it as .xlsx."),
    "missing": N_("It has no such sheet."),
}
#: How a sheet is marked in Kumu and elsewhere that is not meant to be read.
_SET_ASIDE: Final = "(ignore)"


def read_workbook(
    file: IO[bytes],
    source: str,
    *,
    sheet: str = "",
    wanted: Sequence[str] = (),
    known: frozenset[str] = frozenset(),
) -> Table:
    """Return the table on one sheet of a workbook; what is hidden on it is read too.

    Args:
        file: The workbook, open for reading.
        source: Its name.
        sheet: Name of the sheet; by default one called as in `wanted`, or else the first
            that holds anything.
        wanted: Names that say what a sheet is about, folded.
        known: Headings to look for, folded.

    Raises:
        ImportRefusedError: If the workbook is damaged, locked or too large, or the sheet
            holds an error.
    """
    read, chosen, names = _open(file, source, sheet, wanted)
    table = build(source, read.rows, sheet=chosen, sheets=names, merged=read.merged, known=known)
    return _with_hidden(table, read)


def _with_hidden(table: Table, read: "_Read") -> Table:
    """Return a table that says which of its columns and rows the sheet does not show."""
    letters = {column_letter(place) for place in read.hidden_columns}
    return replace(
        table,
        hidden_columns=tuple(
            place for place, letter in enumerate(table.columns) if letter in letters
        ),
        hidden_rows=tuple(
            number
            for number, row in enumerate(table.rows, table.first_row)
            if number - 1 in read.hidden_rows and not is_blank(row)
        ),
    )


def read_cells(
    file: IO[bytes], source: str, *, sheet: str = "", wanted: Sequence[str] = ()
) -> tuple[list[list[Cell]], str, tuple[str, ...]]:
    """Return every row of one sheet, the name of that sheet, and those of all sheets.

    Args:
        file: The workbook, open for reading.
        source: Its name.
        sheet: Name of the sheet; by default as for `read_workbook`.
        wanted: Names that say what a sheet is about, folded.

    Raises:
        ImportRefusedError: If the workbook is damaged, locked or too large, or the sheet
            holds an error.
    """
    read, chosen, names = _open(file, source, sheet, wanted)
    return read.rows, chosen, names


class _Read(NamedTuple):
    """What a sheet holds."""

    rows: list[list[Cell]]
    merged: tuple[Merged, ...] = ()
    hidden_rows: AbstractSet[int] = frozenset()
    hidden_columns: AbstractSet[int] = frozenset()


def _open(
    file: IO[bytes], source: str, sheet: str, wanted: Sequence[str]
) -> tuple[_Read, str, tuple[str, ...]]:
    try:
        with zipfile.ZipFile(file) as archive:
            check_archive(archive)
            names, chosen, findings = _choose(archive, sheet, wanted)
    except UnsafeWorkbookError as error:
        raise _refused(source, str(error)) from error
    except (*ARCHIVE_ERRORS, OSError) as error:
        raise _refused(source, "damaged") from error
    _refuse_errors(source, findings)
    file.seek(0)
    read = _read(file, source, chosen)
    try:
        merged = within(read.rows, read.merged or findings.merged)
    except ValueError as error:
        raise _refused(source, "damaged") from error
    hidden = findings.hidden_rows, findings.hidden_columns
    return _Read(read.rows, merged, *hidden), chosen, tuple(names)


def _choose(
    archive: zipfile.ZipFile, sheet: str, wanted: Sequence[str]
) -> tuple[list[str], str, Findings]:
    """Return the names of all sheets, that of the one to read, and what it holds."""
    names, findings_of = _sheets(archive)
    if sheet:
        if sheet not in names:
            raise UnsafeWorkbookError("missing")
        return names, sheet, findings_of(sheet)
    open_ones = [name for name in names if _SET_ASIDE not in name.lower()]
    # Sorting keeps the order of the workbook among sheets called alike.
    by_name = sorted(open_ones, key=lambda name: heading_key(name) not in wanted)
    for name in by_name:
        findings = findings_of(name)
        if findings.values:
            return names, name, findings
    return names, (by_name or names or [""])[0], Findings()


def _sheets(archive: zipfile.ZipFile) -> tuple[list[str], Callable[[str], Findings]]:
    """Return the sheets of a workbook and how to learn what one holds."""
    parts = part_names(archive)
    if "xl/workbook.xml" in parts:
        found = sheet_parts(archive)
        part_of = {name: part for name, part, __ in found}
        shown = [name for name, __, shown in found if shown]
        return shown or list(part_of), lambda name: SheetCounter().count(archive, part_of[name])
    if "content.xml" in parts:
        counted = DocumentCounter().count(archive)
        return list(counted), counted.__getitem__
    raise UnsafeWorkbookError("binary" if "xl/workbook.bin" in parts else "damaged")


def _read(file: IO[bytes], source: str, sheet: str) -> _Read:
    import python_calamine  # noqa: PLC0415  # only needed once somebody imports a workbook

    if not sheet:
        return _Read([])
    try:
        with python_calamine.load_workbook(file) as workbook:
            found = workbook.get_sheet_by_name(sheet)
            return _Read(_cells(found), _merged(found))
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise _refused(source, "damaged") from error
    except BaseException as error:
        # A panic of the Rust library is no Exception; everything else goes its way.
        if type(error).__name__ != "PanicException":
            raise
        raise _refused(source, "damaged") from error


def _cells(sheet: "CalamineSheet") -> list[list[Cell]]:
    return [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]


def _merged(sheet: "CalamineSheet") -> tuple[Merged, ...]:
    """Return the merged cells of an Excel sheet; OpenDocument does not tell the reader."""
    ranges = sheet.merged_cell_ranges or []
    return tuple(Merged(*start, *end) for start, end in ranges)


def _cell(value: object) -> Cell:
    match value:
        case "":
            return None
        case float() if value.is_integer():
            return int(value)
        case dt.datetime() if value.time() == dt.time():
            return value.date()
        case str() | int() | float() | dt.date():
            return value
        case dt.time():
            return f"{value:%H:%M}"
        case _:
            return str(value)


def _refuse_errors(source: str, findings: Findings) -> None:
    for places, reason in (
        (findings.errors, _("The cell holds an error instead of a value; correct the formula.")),
        (
            findings.uncounted,
            _("The formula has no result yet; open the file in a spreadsheet and save it."),
        ),
    ):
        for row, column in places:
            raise ImportRefusedError(source, reason, row + 1, column_letter(column))


def _refused(source: str, reason: str) -> ImportRefusedError:
    if reason == "rows":
        return too_many_rows(source)
    if reason == "columns":
        return too_many_columns(source)
    return ImportRefusedError(source, _(_REASONS.get(reason, _REASONS["damaged"])))

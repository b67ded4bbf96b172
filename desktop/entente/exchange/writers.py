"""Registers written out for other programs: CSV and Excel, read back before they count."""

import csv
import io
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from errno import EIO
from pathlib import Path
from typing import Final

from entente.errors import ImportRefusedError, OutputError
from entente.exchange.delimited import guarded, read_delimited
from entente.exchange.export import Export
from entente.exchange.sheets import read_workbook
from entente.exchange.table import Cell, Table, is_blank
from entente.exchange.workbook import check_lengths, workbook
from entente.i18n import _

#: Endings of the files that can be written.
SUFFIXES: Final = (".csv", ".xlsx")


def write_export(path: Path, export: Export, *beside: Export) -> None:
    """Write a register in the format its ending says.

    Args:
        path: Where to; a file already there is replaced once the new one is sound.
        export: The register.
        beside: Further sheets of a workbook, if they hold anything; a CSV file has none.

    Raises:
        InvalidValueError: If a text is longer than a cell of that format can be.
        OutputError: If it could not be written and read back the same.
        ValueError: If the ending is not one of `SUFFIXES`.
    """
    match path.suffix.lower():
        case ".csv":
            write_csv(path, export)
        case ".xlsx":
            write_xlsx(path, export, *(each for each in beside if each.rows))
        case suffix:
            raise ValueError(suffix)


def write_csv(path: Path, export: Export) -> None:
    """Write a register as Excel of that language opens it without asking.

    Raises:
        OutputError: If it could not be written and read back the same.
    """
    rows = export.as_text()
    keep(
        path,
        csv_bytes(export),
        lambda data: _compare(read_delimited(data, path.name), export, rows),
    )


def csv_bytes(export: Export) -> bytes:
    """Return a register as a CSV file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if export.code == "fr" else ",", lineterminator="\r\n")
    writer.writerow([column.heading for column in export.columns])
    for row in export.as_text():
        writer.writerow(
            [
                guarded(cell) if column.is_text else cell
                for column, cell in zip(export.columns, row, strict=True)
            ]
        )
    return out.getvalue().encode("utf-8-sig")


def write_xlsx(path: Path, *exports: Export) -> None:
    """Write registers as an Excel workbook, a sheet each, in which every text stays a text.

    Raises:
        InvalidValueError: If a text is longer than a cell can be.
        OutputError: If it could not be written and read back the same.
    """
    for export in exports:
        check_lengths(export)

    def verify(data: bytes) -> None:
        names = read_workbook(io.BytesIO(data), path.name).sheets
        for export, name in zip(exports, names, strict=True):
            _compare(read_workbook(io.BytesIO(data), path.name, sheet=name), export, export.rows)

    keep(path, workbook(*exports), verify)


def keep(path: Path, data: bytes, verify: Callable[[bytes], None]) -> None:
    """Write bytes beside the target, look at what comes back, and only then take its place.

    Args:
        path: Where to.
        data: The whole file.
        verify: Raises what `read_table` raises, or an OSError, if the file is not sound.

    Raises:
        OutputError: If it could not be written, or is not sound.
    """
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(".part", f".{path.name[:40]}.", path.parent)
        part = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _compare_bytes(part, data)
        verify(data)
        part.replace(path)
    except OSError as error:
        raise OutputError(path, error) from error
    except ImportRefusedError as error:
        raise OutputError(path, OSError(EIO, error.reason)) from error
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _compare_bytes(part: Path, data: bytes) -> None:
    if part.read_bytes() != data:
        raise differs()


def _compare(table: Table, export: Export, rows: Sequence[Sequence[Cell]]) -> None:
    """Make sure a file that was read back holds what was to be written.

    Raises:
        OSError: If it does not.
    """
    # Blanks of any kind are one where headings are read.
    headings = tuple(" ".join(column.heading.split()) for column in export.columns)
    if table.headings != headings or _filled(table.rows) != _filled(rows):
        raise differs()


def differs() -> OSError:
    """Return the error that a file was read back otherwise than it was written."""
    return OSError(EIO, _("what was read back is not what was written"))


def _filled(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    return [[None if cell == "" else cell for cell in row] for row in rows if not is_blank(row)]

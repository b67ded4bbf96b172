"""Reading a list somebody sent, whatever program wrote it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.domain.text import heading_key
from entente.errors import ImportRefusedError
from entente.exchange.cards import read_cards
from entente.exchange.delimited import read_delimited, read_delimited_cells
from entente.exchange.direction import with_direction
from entente.exchange.graph import EDGES, NODES
from entente.exchange.graphs import GRAPH_SUFFIXES, read_graph
from entente.exchange.mapping import vocabulary
from entente.exchange.sheets import read_cells as read_workbook_cells
from entente.exchange.sheets import read_workbook
from entente.exchange.table import FILE_MAX, Cell, Table
from entente.exchange.trello import TRELLO_SUFFIX, read_trello
from entente.i18n import _, in_language

#: Endings of the files that can be read, for dialogs and drops.
SUFFIXES: Final = (
    *(".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".vcf", ".vcard"),
    *GRAPH_SUFFIXES,
    TRELLO_SUFFIX,
)

#: Those of them that hold cells in rows and columns.
GRID_SUFFIXES: Final = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods")
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_table(path: Path, record_type: RecordType | None = None, sheet: str = "") -> Table:
    """Return the table in a file.

    Args:
        path: A CSV, XLSX, ODS, vCard, GraphML or GEXF file, or a board exported from Trello.
        record_type: What it is read for: of several sheets, the one called so is taken.
        sheet: Name of the sheet to read instead.

    Raises:
        ImportRefusedError: If it cannot be read without losing or guessing anything.
    """
    with opened(path) as file:
        if is_workbook(file):
            wanted, known = _names(record_type), _known(record_type)
            table = read_workbook(file, path.name, sheet=sheet, wanted=wanted, known=known)
        else:
            table = _read_text(path, file.read(FILE_MAX + 1), record_type, sheet)
    return with_direction(table) if record_type is RELATION else table


def read_cells(path: Path) -> Sequence[Sequence[Cell]]:
    """Return every row of a CSV file, or of the first sheet of a workbook that holds any.

    Raises:
        ImportRefusedError: If it cannot be read without losing or guessing anything.
    """
    with opened(path) as file:
        if is_workbook(file):
            return read_workbook_cells(file, path.name)[0]
        data = file.read(FILE_MAX + 1)
    if path.suffix.lower() not in GRID_SUFFIXES:
        raise ImportRefusedError(path.name, _("Grids are read from CSV, XLSX and ODS files."))
    _refuse_unreadable(path, data)
    return read_delimited_cells(data, path.name)


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Open a file somebody sent, for as long as the block lasts.

    Raises:
        ImportRefusedError: If there is none, it is too large or cannot be read.
    """
    source = path.name
    try:
        if path.is_dir():
            reason = _("It cannot be opened: {cause}.")
            cause = _("it is a folder; choose a file")
            raise ImportRefusedError(source, reason.format(cause=cause))
        if not path.is_file():
            raise ImportRefusedError(source, _("There is no such file."))
        if path.stat().st_size > FILE_MAX:
            reason = _("It is larger than {most} MB; divide it into several files.")
            raise ImportRefusedError(source, reason.format(most=FILE_MAX >> 20))
        with path.open("rb") as file:
            yield file
    except OSError as error:
        reason = _("It cannot be opened: {cause}.")
        raise ImportRefusedError(source, reason.format(cause=error.strerror or error)) from error


def is_workbook(file: IO[bytes]) -> bool:
    """Whether an open file begins as the workbooks do that are read."""
    start = file.read(len(_OLE))
    file.seek(0)
    return start.startswith(_ZIP)


def _read_text(path: Path, data: bytes, record_type: RecordType | None, sheet: str) -> Table:
    suffix = path.suffix.lower()
    _refuse_unreadable(path, data)
    if suffix in {".vcf", ".vcard"}:
        return read_cards(data, path.name)
    if suffix in GRAPH_SUFFIXES:
        return read_graph(data, path.name, sheet or (EDGES if record_type is RELATION else NODES))
    if suffix == TRELLO_SUFFIX:
        return read_trello(data, path.name, record_type)
    if suffix not in SUFFIXES:
        reason = _("Lists are read from CSV, XLSX, ODS, vCard, GraphML, GEXF and Trello files.")
        raise ImportRefusedError(path.name, reason)
    return read_delimited(data, path.name, _known(record_type))


def _refuse_unreadable(path: Path, data: bytes) -> None:
    if data.startswith(_OLE):
        reason = _("It is an old or protected workbook; save it as .xlsx without a password.")
        raise ImportRefusedError(path.name, reason)
    if not data.strip():
        raise ImportRefusedError(path.name, _("There is nothing in it."))
    if path.suffix.lower() in {".xlsx", ".xlsm", ".ods"}:
        raise ImportRefusedError(path.name, _("It is damaged, or no workbook at all."))


def _known(record_type: RecordType | None) -> frozenset[str]:
    """Return the headings of a kind of record, folded."""
    return frozenset() if record_type is None else vocabulary(record_type)


def _names(record_type: RecordType | None) -> tuple[str, ...]:
    """Return what a sheet about a kind of record may be called, folded."""
    if record_type is None:
        return ()
    words = (record_type.name, record_type.label, record_type.plural)
    return tuple(heading_key(name) for word in words for name in (word, in_language("fr", word)))

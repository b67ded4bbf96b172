"""A register as an export shows it: headings, and every value as text, number or date."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from entente.domain.dates import short_date
from entente.domain.derived import Worked
from entente.domain.records import Field, FieldKind, RecordType
from entente.domain.text import clean
from entente.domain.values import number_text, show
from entente.exchange.mapping import derived_headings, headings
from entente.exchange.table import Cell
from entente.i18n import in_language, language


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an export.

    Attributes:
        heading: What stands above it, in the language of the export.
        field: The field it shows, or None for the short reference and what is worked out.
    """

    heading: str
    field: Field | None = None

    @property
    def is_text(self) -> bool:
        """Whether somebody's own words can stand in it."""
        return self.field is None or self.field.is_text or self.is_reference

    @property
    def is_reference(self) -> bool:
        """Whether it names another record."""
        return self.field is not None and self.field.kind is FieldKind.REFERENCE


@dataclass(frozen=True, slots=True)
class Export:
    """A register ready to be written.

    Attributes:
        title: Name of the register in the language of the export.
        code: That language.
        columns: The columns.
        rows: One cell a column: text, a number, a date, or None.
    """

    title: str
    code: str
    columns: tuple[Column, ...]
    rows: list[tuple[Cell, ...]]

    def as_text(self) -> list[list[str]]:
        """Return the rows as a text file holds them."""
        return [[_plain(cell, self.code) for cell in row] for row in self.rows]


def export(
    record_type: RecordType,
    names: Sequence[str],
    rows: Iterable[Sequence[Any]],
    references: Mapping[str, str],
    code: str = "",
) -> Export:
    """Return records as they are written out.

    Args:
        record_type: The kind of record.
        names: Names of the values in each row, as `services.records.RecordTable` has them;
            derived columns among them are written as well, to be read only.
        rows: The records, already without what their reader may not see.
        references: What is written for the key of another record.
        code: Language of headings and choices, by default the one in use.
    """
    code = code or language()
    fields = {field.name: field for field in record_type.fields}
    written = headings(record_type, code) | derived_headings(record_type, code)
    chosen = [(place, name) for place, name in enumerate(names) if name in written]
    columns = tuple(Column(written[name], fields.get(name)) for __, name in chosen)
    return Export(
        title=in_language(code, record_type.plural),
        code=code,
        columns=columns,
        rows=[
            tuple(
                as_cell(column, row[place], references, code)
                for column, (place, __) in zip(columns, chosen, strict=True)
            )
            for row in rows
        ],
    )


def as_cell(column: Column, value: Any, references: Mapping[str, str], code: str) -> Cell:  # noqa: ANN401  # any value of a record
    """Return a value as it stands in an export: text, a number, a date, or None."""
    field = column.field
    match value:
        case None | "":
            return None
        case _ if column.is_reference:
            return clean(references.get(str(value), "")) or None
        case Worked():
            # A figure or a date goes on being one in a spreadsheet.
            return (
                value.rank if isinstance(value.rank, int | float | dt.date) else clean(value.text)
            )
        case bool():
            return show(field, value, code) if field else str(value)
        case int() | float() | dt.date():
            return value
        case _:
            return clean(show(field, value, code) if field else str(value))


def _plain(cell: Cell, code: str) -> str:
    match cell:
        case None:
            return ""
        case str():
            return cell
        case dt.date():
            return short_date(cell, code)
        case _:
            return number_text(cell, code, grouped=False)

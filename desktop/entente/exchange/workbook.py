"""An Excel workbook of registers: typed cells, frozen heading, lists to choose from."""

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Any, Final

from entente.domain.records import FieldKind
from entente.domain.values import NO, YES, allowed
from entente.errors import InvalidValueError
from entente.exchange.export import Column, Export
from entente.exchange.table import Cell
from entente.i18n import _, in_language, speaking

#: Most UTF-16 units in one cell; Excel cuts off the rest without a word.
CELL_MAX: Final = 32_767

#: Longest list of choices a cell can offer, commas included.
_LIST_MAX: Final = 255
_NAME_MAX: Final = 31
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
_WIDTHS: Final = (8, 48)
#: Rows looked at to find the width of a column.
_SAMPLE: Final = 500
#: Rows below the last that still offer the choices, for a list that is filled in.
_SPARE_ROWS: Final = 200

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet


def check_lengths(export: Export) -> None:
    """Refuse a register with a text too long for a cell.

    Raises:
        InvalidValueError: If there is one.
    """
    for row in export.rows:
        for column, cell in zip(export.columns, row, strict=True):
            if isinstance(cell, str) and len(cell) > CELL_MAX // 2 and _units(cell) > CELL_MAX:
                most = _("at most 32,767 characters in a workbook; write a CSV file instead")
                label = column.field.label if column.field else column.heading
                raise InvalidValueError(label, cell, most)


def workbook(*exports: Export) -> bytes:
    """Return registers as an Excel workbook, a sheet each; nothing of it touches the disk."""
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415  # slow, and only for Excel

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with Workbook(out, options) as book:
        for export in exports:
            sheet = book.add_worksheet(_sheet_name(export.title))
            _lay_out(book, sheet, export)
            _write_rows(book, sheet, export)
            for place, column in enumerate(export.columns):
                _offer(sheet, place, column, export)
    return out.getvalue()


def _lay_out(book: "Workbook", sheet: "Worksheet", export: Export) -> None:
    last = len(export.columns) - 1
    heading = book.add_format(
        {"bold": True, "bg_color": "#E8EEF0", "bottom": 1, "valign": "top", "text_wrap": True}
    )
    for place, column in enumerate(export.columns):
        sheet.write_string(0, place, column.heading, heading)
        sheet.set_column(place, place, _width(export, place))
    sheet.freeze_panes(1, min(2, last))
    sheet.autofilter(0, 0, max(1, len(export.rows)), last)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _write_rows(book: "Workbook", sheet: "Worksheet", export: Export) -> None:
    date = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
    top = book.add_format({"valign": "top"})
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    for number, row in enumerate(export.rows, 1):
        for place, (column, cell) in enumerate(zip(export.columns, row, strict=True)):
            long = column.field is not None and column.field.kind is FieldKind.LONG_TEXT
            _write_cell(sheet, number, place, cell, (wrapped if long else top, date))


def _write_cell(
    sheet: "Worksheet", row: int, place: int, cell: Cell, formats: "tuple[Format, Format]"
) -> None:
    match cell:
        case None:
            return
        case str():
            sheet.write_string(row, place, cell, formats[0])
        case dt.date():
            sheet.write_datetime(row, place, cell, formats[1])
        case _:
            sheet.write_number(row, place, cell, formats[0])


def _offer(sheet: "Worksheet", place: int, column: Column, export: Export) -> None:
    """Offer the choices of a column, and refuse what is outside its range."""
    field = column.field
    if field is None:
        return
    rule: dict[str, Any] = {}
    labels = list((field.choices or {}).values()) or [YES, NO]
    if field.kind in {FieldKind.CHOICE, FieldKind.FLAG}:
        words = [in_language(export.code, label) for label in labels]
        # A list inside a rule is separated by commas and no longer than this.
        if any("," in word for word in words) or len(",".join(words)) > _LIST_MAX:
            return
        rule = {"validate": "list", "source": words}
    elif field.is_numeric and field.minimum is not None and field.maximum is not None:
        rule = {
            "validate": "integer" if field.kind is FieldKind.INTEGER else "decimal",
            "criteria": "between",
            "minimum": field.minimum,
            "maximum": field.maximum,
        }
    if rule:
        with speaking(export.code):
            rule["error_message"] = allowed(field)[:_LIST_MAX]
        last = len(export.rows) + _SPARE_ROWS
        sheet.data_validation(1, place, last, place, {"ignore_blank": True, **rule})


def _width(export: Export, place: int) -> int:
    texts = [export.columns[place].heading] + [
        line
        for row in export.rows[:_SAMPLE]
        if row[place] is not None
        for line in str(row[place])[:200].split("\n")
    ]
    low, high = _WIDTHS
    return max(low, min(high, 2 + max(map(len, texts))))


def _sheet_name(title: str) -> str:
    return _FORBIDDEN.sub(" ", title)[:_NAME_MAX].strip() or "1"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", errors="replace")) // 2

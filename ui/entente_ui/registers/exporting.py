"""Writing a register into a file, and saying so only once the file was read back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from entente.domain.records import RecordType
from entente.domain.text import safe_file_name, shorten
from entente.exchange.apply import reference_texts
from entente.exchange.export import export
from entente.exchange.ratings import rating_list
from entente.exchange.writers import SUFFIXES, write_export
from entente.i18n import N_, _, language, ngettext
from entente.services import presentation
from entente.services.records import Rating
from entente_ui.background import Report, was_cancelled
from entente_ui.folders import remember_folder, start_folder
from entente_ui.formats import number
from entente_ui.kit import Answer, Toaster, choose
from entente_ui.pane import Context
from entente_ui.registers.columns import inside
from entente_ui.registers.work import table_of

_KINDS: Final = MappingProxyType({".csv": "CSV", ".xlsx": "Excel"})
#: The same for what is rated by date.
_DATED_KINDS: Final = MappingProxyType(
    {".csv": N_("CSV, current values only"), ".xlsx": N_("Excel, with the dated ratings")}
)
_RATINGS_SAID: Final = N_(
    "An Excel file holds the dated ratings on a second sheet; a CSV file holds the current "
    "values only."
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a register is on screen: the records in their order, and the columns in theirs."""

    keys: Sequence[str]
    columns: Sequence[str]


def export_table(
    context: Context,
    record_type: RecordType,
    shown: Shown | None = None,
    parent: QWidget | None = None,
) -> None:
    """Write records into a file, asking what and where.

    Args:
        context: The open mission and the window around it.
        record_type: The kind of record.
        shown: What is on screen, if that is not everything; else everything is written.
        parent: The window that asks.
    """
    if shown is not None:
        match _ask_extent(record_type, shown, parent):
            case "all":
                shown = None
            case "cancel":
                return
    path = _ask_path(record_type, parent)
    if path is not None:
        write(context, record_type, path, shown, parent)


def write(
    context: Context,
    record_type: RecordType,
    path: Path,
    shown: Shown | None = None,
    parent: QWidget | None = None,
) -> None:
    """Write records into a file in the background, and tell when it is there."""
    document = context.document
    table = table_of(document, record_type)
    references = document.read(
        partial(reference_texts, record_type=record_type, audience=document.viewer)
    )
    names, rows = list(table.columns), table.rows
    ratings = _ratings(context, record_type) if path.suffix.lower() == ".xlsx" else []
    if shown is not None:
        by_key = {row[0]: row for row in rows}
        places = [names.index(name) for name in shown.columns]
        names = [names[place] for place in places]
        rows = [tuple(by_key[key][place] for place in places) for key in shown.keys]
        table = replace(table, rows=[by_key[key] for key in shown.keys])
    # Each rating says what it is about: none is written without the names, if those are hidden.
    told = record_type.title in names
    dated = [field for field in record_type.dated if told and field.name in names]

    def work(_report: Report) -> int:
        beside = rating_list(table, ratings, references, language(), dated)
        write_export(path, export(record_type, names, rows, references), beside)
        return len(rows)

    context.background.start(
        _("Export: {records}").format(records=inside(_(record_type.plural))),
        work,
        done=lambda count: _tell_done(count, path, parent),
        failed=lambda error: None if was_cancelled(error) else context.tell(error),
    )


def _ratings(context: Context, record_type: RecordType) -> list[Rating]:
    if not record_type.dated:
        return []
    document = context.document
    return document.read(
        partial(presentation.ratings_for, record_type=record_type, viewer=document.viewer)
    )


def _ask_extent(record_type: RecordType, shown: Shown, parent: QWidget | None) -> str:
    count = len(shown.keys)
    rows = ngettext("{count} row", "{count} rows", count).format(count=number(count))
    count = len(shown.columns)
    columns = ngettext("{count} column", "{count} columns", count).format(count=number(count))
    said = _("The screen shows {rows} and {columns}. The file will not be encrypted.").format(
        rows=rows, columns=columns
    )
    if record_type.dated:
        said = f"{said} {_(_RATINGS_SAID)}"
    return choose(
        parent,
        _("Export {records}").format(records=inside(_(record_type.plural))),
        said,
        (
            Answer(_("Export what is shown"), "shown"),
            Answer(_("Export everything"), "all"),
            Answer(_("Cancel"), "cancel"),
        ),
        role="info",
    )


def _ask_path(record_type: RecordType, parent: QWidget | None) -> Path | None:
    title = _("Export {records}").format(records=inside(_(record_type.plural)))
    name = safe_file_name(inside(_(record_type.plural))) + SUFFIXES[0]
    named = _DATED_KINDS if record_type.dated else _KINDS
    kinds = ";;".join(f"{_(kind)} (*{suffix})" for suffix, kind in named.items())
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(start_folder() / name), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    remember_folder(path)
    if path.suffix.lower() in SUFFIXES:
        return path
    suffix = next((suffix for suffix in _KINDS if suffix in kind), SUFFIXES[0])
    return path.with_name(path.name + suffix)


def _tell_done(count: int, path: Path, parent: QWidget | None) -> None:
    text = ngettext(
        "{count} row exported to {file}, not encrypted",
        "{count} rows exported to {file}, not encrypted",
        count,
    ).format(count=number(count), file=shorten(path.name, 60))
    if parent is not None:
        folder = QUrl.fromLocalFile(str(path.parent))
        Toaster(parent.window()).say(
            text, _("Open the folder"), lambda: QDesktopServices.openUrl(folder)
        )

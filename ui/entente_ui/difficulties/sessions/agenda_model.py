"""The agenda of a session as a table: when, what, how long, done or not."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any, Final, TypeAlias

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
)
from typing_extensions import override

from entente.domain.mediation_session import AGENDA_ITEM
from entente.domain.sessions_plan import Timed, run_through
from entente.i18n import N_, _
from entente_ui.difficulties.sessions.words import begin_text, minutes_text, span_text
from entente_ui.drag import dragged_records, pack_records
from entente_ui.kit import tooltip_html
from entente_ui.kit.rows import Index, KeyedTable

Row: TypeAlias = Mapping[str, Any]

_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class AgendaColumn(IntEnum):
    """Columns from left to right."""

    WHEN = 0
    TEXT = 1
    MINUTES = 2
    DONE = 3


_HEADERS: Final = {
    AgendaColumn.WHEN: N_("Starts"),
    AgendaColumn.TEXT: N_("Item"),
    AgendaColumn.MINUTES: N_("Minutes"),
    AgendaColumn.DONE: N_("Done"),
}
_FIELDS: Final = {AgendaColumn.TEXT: "text", AgendaColumn.MINUTES: "minutes"}


class AgendaModel(KeyedTable[Row]):
    """Shows an agenda. Edits leave through its attributes and come back as other rows.

    Attributes:
        edit: Writes what was typed into a field of an item; says whether it was taken.
        move: Puts items before a place; None while nothing may be changed.
    """

    headers = tuple(_HEADERS.values())

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.edit: Callable[[str, str, Any], bool] | None = None
        self.move: Callable[[Sequence[str], int], None] | None = None
        self._start: dt.time | None = None

    def show_items(self, rows: Sequence[Row], start: dt.time | None) -> None:
        """Show these items of a session that begins then."""
        self._start = start
        self.show_rows(rows)

    @override
    def key_of(self, row: Row) -> str:
        return str(row["id"])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place, column = index.row(), AgendaColumn(index.column())
        row = self.rows[place]
        told: Any = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                told = self._text(place, column)
            case Qt.ItemDataRole.EditRole:
                value = row[_FIELDS[column]] if column in _FIELDS else None
                told = "" if value is None else str(value)
            case Qt.ItemDataRole.CheckStateRole if column is AgendaColumn.DONE:
                told = Qt.CheckState.Checked if row["done"] else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole if column is AgendaColumn.MINUTES:
                told = _RIGHT
            case Qt.ItemDataRole.ToolTipRole:
                told = tooltip_html(self._spoken(place))
            case Qt.ItemDataRole.AccessibleTextRole:
                told = self._spoken(place)
        return told

    def _spoken(self, place: int) -> str:
        row = self.rows[place]
        done = _("done") if row["done"] else ""
        timed = self._timed(place)
        span = span_text(self._start, timed.starts, timed.ends)
        return ", ".join(filter(None, (row["text"], span, done)))

    def _timed(self, place: int) -> Timed:
        return run_through([each["minutes"] for each in self.rows])[place]

    def _text(self, place: int, column: AgendaColumn) -> str:
        row = self.rows[place]
        match column:
            case AgendaColumn.WHEN:
                return begin_text(self._start, self._timed(place).starts)
            case AgendaColumn.TEXT:
                return row["text"] or ""
            case AgendaColumn.MINUTES:
                return "" if row["minutes"] is None else minutes_text(row["minutes"])
            case _:
                return ""

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.edit is None:
            return flags
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        flags |= Qt.ItemFlag.ItemIsDragEnabled
        if index.column() in _FIELDS:
            flags |= Qt.ItemFlag.ItemIsEditable
        if index.column() == AgendaColumn.DONE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or self.edit is None:
            return False
        key = self.key_of(self.row_at(index))
        if role == Qt.ItemDataRole.CheckStateRole:
            return self.edit(key, "done", Qt.CheckState(value) is Qt.CheckState.Checked)
        name = _FIELDS.get(AgendaColumn(index.column()), "")
        if not name or str(value) == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        return self.edit(key, name, str(value))

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return list(pack_records("", ()).formats())

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        return pack_records(AGENDA_ITEM.name, [self.key_of(self.rows[row]) for row in rows])

    @override
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        kind, keys = dragged_records(data)
        return kind == AGENDA_ITEM.name and bool(keys) and self.move is not None

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if self.move is None or not self.canDropMimeData(data, action, row, column, parent):
            return False
        place = row if row >= 0 else parent.row() if parent.isValid() else self.rowCount()
        self.move(dragged_records(data)[1], place)
        return True

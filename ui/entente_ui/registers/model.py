"""The cells of a register as Qt's views ask for them, and what is written into them."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QModelRoleData, QModelRoleDataSpan, QObject, Qt
from typing_extensions import override

from entente.domain.records import FieldKind, RecordType
from entente.i18n import _
from entente_ui.kit import tooltip_html
from entente_ui.registers.arranged import ArrangedModel, Index
from entente_ui.registers.cells import DISPLAY, LEFT, PAINTED, PAINTED_TEXT, RIGHT, Refusal
from entente_ui.registers.columns import Column

__all__ = ["Edit", "Index", "RecordModel"]

#: Writes one value, typed or chosen, of a record and a column; returns the sentence that
#: says why not, or nothing.
Edit: TypeAlias = Callable[[str, int, Any], str]

_Role: Final = Qt.ItemDataRole
_Flag: Final = Qt.ItemFlag
_SEEN: Final = (
    _Flag.ItemIsSelectable
    | _Flag.ItemIsEnabled
    | _Flag.ItemIsDragEnabled
    | _Flag.ItemNeverHasChildren
)


class RecordModel(ArrangedModel):
    """Shows records of one kind. An edit leaves through `edit` and comes back as new rows."""

    def __init__(self, record_type: RecordType, parent: QObject | None = None) -> None:
        super().__init__(record_type, parent)
        self._edit: Edit | None = None
        self._readable = [_SEEN for _column in self.columns]
        self._writable = [_SEEN | _change(column) for column in self.columns]

    def use_edit(self, edit: Edit | None) -> None:
        """Write values with `edit`; with None nothing can be changed."""
        self._edit = edit

    @property
    def has_refusals(self) -> bool:
        """Whether some cell holds what was typed and not taken."""
        return bool(self._cells.refusals)

    def level_at(self, row: int) -> str | None:
        """Return the confidentiality of the record in a row, None if its kind has none."""
        return self._cells.level(self.record(row))

    def refused_cells(self) -> list[tuple[int, int]]:
        """Return row and column of the cells that hold what was not taken."""
        cells = [(self.row_of(key), column) for key, column in self._cells.refusals]
        return [cell for cell in cells if cell[0] >= 0]

    def text(self, row: int, column: int) -> str:
        """Return what a cell holds in full, as a person reads it."""
        return self._cells.full_text(self.record(row), column)

    def refuse(self, key: str, column: int, refusal: Refusal | None) -> None:
        """Keep what was typed into a cell and not taken, or forget it."""
        if refusal is None:
            self._cells.refusals.pop((key, column), None)
        else:
            self._cells.refusals[key, column] = refusal
        row = self.row_of(key)
        if row >= 0:
            cell = self.index(row, column)
            self.dataChanged.emit(cell, cell)

    def refusal(self, index: Index) -> Refusal | None:
        """Return what was typed into a cell and not taken."""
        return self._cells.refusals.get((self.key_at(index.row()), index.column()))

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case _Role.DisplayRole:
                return _(column.label)
            case _Role.TextAlignmentRole:
                return RIGHT if column.is_numeric else LEFT
            case _Role.ToolTipRole if column.described is not None:
                return tooltip_html(_(column.described.help or column.label))
        return None

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        arrangement, cells = self._arrangement, self._cells
        if role == DISPLAY and not cells.refusals:
            column = index.column()
            row = arrangement.rows[arrangement.shown[index.row()]]
            return cells.showers[column](row[cells.places[column]])
        answer = cells.answers.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(arrangement.rows[arrangement.shown[index.row()]], index.column())

    @override
    def multiData(self, index: Index, roleDataSpan: QModelRoleDataSpan | QModelRoleData) -> None:
        cells, arrangement = self._cells, self._arrangement
        span: Any = roleDataSpan  # the stubs do not know that it can be subscripted
        if cells.refusals or span.size() != len(PAINTED):
            super().multiData(index, roleDataSpan)
            return
        # All that paints a cell in one call instead of seven.
        column = index.column()
        row = arrangement.rows[arrangement.shown[index.row()]]
        span[PAINTED_TEXT].setData(cells.showers[column](row[cells.places[column]]))
        for place, answer in cells.dresses[column]:
            if answer is None:
                span[place].clearData()
            else:
                span[place].setData(answer(row, column))

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        # Asked for every cell painted, so worked out beforehand.
        flags = self._writable if self._edit is not None else self._readable
        return flags[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if not index.isValid() or self._edit is None or self.columns[index.column()].field is None:
            return False
        if role not in {_Role.EditRole, _Role.CheckStateRole}:
            return False
        if role == _Role.CheckStateRole:
            value = Qt.CheckState(value) is Qt.CheckState.Checked
        key, column = self.key_at(index.row()), index.column()
        sentence = self._edit(key, column, value)
        refusal = Refusal(str(value), sentence) if sentence else None
        if refusal or (key, column) in self._cells.refusals:
            self.refuse(key, column, refusal)
        return not sentence


def _change(column: Column) -> Qt.ItemFlag:
    """How a value of a column can be changed in its cell."""
    if column.field is None:
        return Qt.ItemFlag.NoItemFlags
    is_flag = column.kind is FieldKind.FLAG
    return Qt.ItemFlag.ItemIsUserCheckable if is_flag else Qt.ItemFlag.ItemIsEditable

"""The RACI matrix as a table: deliverables down, people across, letters in the cells."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from entente.domain.raci import Finding, duties_text, read_duties
from entente.domain.responsibility import DUTY_LABELS, Duty
from entente.i18n import _
from entente.services.raci import Head, Line, Matrix
from entente_ui.formats import labelled, listing, long_date
from entente_ui.kit import tooltip_html

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Cells: TypeAlias = Mapping[tuple[str, str], Sequence[Duty]]

_ROOT: Final = QModelIndex()
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap)


class RaciModel(QAbstractTableModel):
    """Shows a matrix. An edit leaves through `edit` and comes back as a new matrix.

    Attributes:
        edit: Writes cells, by key of deliverable and actor; None while nothing may be.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.edit: Callable[[Cells], bool] | None = None
        self._matrix = Matrix((), (), {}, ())
        self._are_roles = False

    def show_matrix(self, matrix: Matrix, *, are_roles: bool = False) -> None:
        """Show a matrix; rows and columns that stay keep their selection.

        Args:
            matrix: What to show.
            are_roles: Whether roles stand for the names of people.
        """
        self._are_roles = are_roles
        same = (_keys(matrix.lines), _keys(matrix.heads)) == (
            _keys(self._matrix.lines),
            _keys(self._matrix.heads),
        )
        if not same:
            self.beginResetModel()
        self._matrix = matrix
        if not same:
            self.endResetModel()
        elif matrix.lines and matrix.heads:
            last = self.index(len(matrix.lines) - 1, len(matrix.heads) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(matrix.lines) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(matrix.heads) - 1)

    @property
    def matrix(self) -> Matrix:
        """What is shown."""
        return self._matrix

    def line(self, row: int) -> Line:
        """Return the deliverable of a row."""
        return self._matrix.lines[row]

    def head(self, column: int) -> Head:
        """Return the actor of a column."""
        return self._matrix.heads[column]

    def cell(self, row: int, column: int) -> tuple[str, str]:
        """Return the keys of deliverable and actor of a cell."""
        return self.line(row).id, self.head(column).id

    def duties(self, row: int, column: int) -> tuple[Duty, ...]:
        """Return what a cell says."""
        return self._matrix.duties.get(self.cell(row, column), ())

    def place(self, finding: Finding) -> tuple[int, int]:
        """Return row and column of what a finding is about; −1 for all of them."""
        rows, columns = _keys(self._matrix.lines), _keys(self._matrix.heads)
        return (
            rows.index(finding.deliverable) if finding.deliverable in rows else -1,
            columns.index(finding.actor) if finding.actor in columns else -1,
        )

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._matrix.lines)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._matrix.heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._heading(section, across=across)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_html(self._about(section, across=across))
            case Qt.ItemDataRole.TextAlignmentRole if across:
                return _CENTRE | _WRAPPED
        return None

    def _heading(self, section: int, *, across: bool) -> str:
        if across:
            head = self._matrix.heads[section]
            # Of a person the family name is what tells them apart; a role needs all of it.
            name = head.name if self._are_roles else head.name.split(" ")[-1]
            return f"{head.ref}\n{name}"
        line = self._matrix.lines[section]
        return f"{line.ref} {line.name}"

    def _about(self, section: int, *, across: bool) -> str:
        if across:
            return f"{self._matrix.heads[section].ref} {self._matrix.heads[section].name}"
        line = self._matrix.lines[section]
        due = labelled(_("Due"), long_date(line.due_on)) if line.due_on else ""
        return "\n".join(part for part in (line.name, due) if part)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        duties = self.duties(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return duties_text(duties)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _CENTRE
            case Qt.ItemDataRole.ToolTipRole if duties:
                return tooltip_html(listing([_(DUTY_LABELS[duty]) for duty in duties]))
            case Qt.ItemDataRole.AccessibleTextRole:
                said = listing([_(DUTY_LABELS[duty]) for duty in duties]) or _("nothing")
                return f"{self.line(index.row()).name}, {self.head(index.column()).name}, {said}"
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        editable = index.isValid() and self.edit is not None
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or self.edit is None:
            return False
        duties = read_duties(str(value))
        if duties is None or duties == self.duties(index.row(), index.column()):
            return False
        return self.edit({self.cell(index.row(), index.column()): duties})


def _keys(each: Sequence[Line] | Sequence[Head]) -> list[str]:
    return [one.id for one in each]

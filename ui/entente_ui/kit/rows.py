"""Models of rows that are known by their keys, as lists and as tables."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, TypeAlias, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from entente.i18n import _

Index: TypeAlias = QModelIndex | QPersistentModelIndex
R = TypeVar("R")

# Mixed in before a model of Qt: to the type checker it is one already.
if TYPE_CHECKING:
    _Model = QAbstractItemModel
else:

    class _Model:
        pass


_ROOT: Final = QModelIndex()


class _KeyedRows(_Model, Generic[R]):
    """Rows from above. While the same ones stand there, what is selected stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[R] = ()

    def key_of(self, row: R) -> str:
        """Return the key of a row."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other rows, or the same ones changed."""
        same = [self.key_of(row) for row in rows] == [self.key_of(row) for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = rows
        if not same:
            self.endResetModel()
        elif rows:
            last = self.index(len(rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def rows(self) -> Sequence[R]:
        """The rows from above."""
        return self._rows

    def row_at(self, index: Index) -> R:
        """Return the row of a valid index."""
        return self._rows[index.row()]

    def row_of(self, key: str) -> int:
        """Return where the row of a key stands, −1 if it does not."""
        places = (place for place, row in enumerate(self._rows) if self.key_of(row) == key)
        return next(places, -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)


class KeyedList(_KeyedRows[R], QAbstractListModel):
    """Rows of a list."""

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1  # Qt keeps its own to itself


class KeyedTable(_KeyedRows[R], QAbstractTableModel):
    """Rows of a table.

    Attributes:
        headers: What each column is called, in English, from left to right.
    """

    headers: ClassVar[Sequence[str]] = ()

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.headers)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(self.headers[section])
        return None

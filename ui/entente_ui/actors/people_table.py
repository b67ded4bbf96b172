"""A table of actors, a row each: who is selected there is selected everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from entente_ui.kit import dress_table, select_rows
from entente_ui.look.theme import theme


class PeopleModel(QAbstractTableModel):
    """Rows that stand for actors."""

    def key(self, row: int) -> str:
        """Return the key of the actor in a row."""
        raise NotImplementedError

    def row_of(self, key: str) -> int:
        """Return the row of an actor, −1 if there is none."""
        return next((row for row in range(self.rowCount()) if self.key(row) == key), -1)


class PeopleTable(QTableView):
    """The table.

    Signals:
        picked: Emitted with the keys selected by the user.
    """

    picked = Signal(tuple)

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._is_told = False
        self.setModel(model)
        dress_table(self)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        theme().changed.connect(self.fit)

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the actors selected, from above."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(map(self._rows.key, rows))

    def select(self, keys: Sequence[str]) -> None:
        """Select these actors without telling anybody."""
        self._is_told = True
        rows = map(self._rows.row_of, keys)
        select_rows(self, [row for row in rows if row >= 0])
        self._is_told = False

    def fit(self) -> None:
        """Give the columns the widths they need."""
        raise NotImplementedError

    def _on_selected(self) -> None:
        if not self._is_told:
            self.picked.emit(self.keys)

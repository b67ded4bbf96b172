"""Rows in an order, some of them shown, as Qt's views ask for them.

A proxy between a model in Python and its view sorts a hundred times slower, so the model
itself sorts and filters.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from typing_extensions import override

from entente.domain.records import RecordType
from entente_ui.look.theme import theme
from entente_ui.registers.arrangement import Arrangement, Result, Sorting
from entente_ui.registers.cells import Cells
from entente_ui.registers.columns import LabelsByKind, columns_of
from entente_ui.registers.filters import Filter
from entente_ui.registers.order import Row, Sliced, finish

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_ROOT: Final = QModelIndex()
#: Up to this many rows are arranged at once; more of them in slices, unfelt.
_AT_ONCE: Final = 4_000


class ArrangedModel(QAbstractTableModel):
    """Keeps records of one kind in order; what their cells say is another's business.

    Attributes:
        labels: Names of the records that references may point to.

    Signals:
        arranging: Emitted before rows change places, so that a view can remember its own.
        arranged: Emitted when rows were put in order, filtered, added or removed.
    """

    arranging = Signal()
    arranged = Signal()

    def __init__(self, record_type: RecordType, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.record_type = record_type
        self.columns = columns_of(record_type)
        self.labels: LabelsByKind = {}
        self._arrangement = Arrangement(self.columns)
        self._cells = Cells(record_type, self.columns)
        self._work: Sliced[Result] | None = None
        self._slices = QTimer(self)
        self._slices.timeout.connect(self._take_slice)
        theme().changed.connect(self._prepare)
        self._prepare()

    @property
    def total(self) -> int:
        """How many records there are, shown or not."""
        return self._arrangement.total

    @property
    def filter(self) -> Filter:
        """Which rows are shown."""
        return self._arrangement.filter

    @property
    def sorting(self) -> Sorting:
        """What the rows are sorted by."""
        return self._arrangement.sorting

    @property
    def is_busy(self) -> bool:
        """Whether rows are still being put in order."""
        return self._work is not None

    def set_rows(self, rows: list[Row], labels: LabelsByKind) -> None:
        """Show other rows; sorting and filter stay as they are."""
        self._halt()
        self.arranging.emit()  # while the rows are still those that are shown
        self.labels = labels
        self._cells.refusals.clear()
        self._arrangement.load(rows, labels)
        self._prepare()
        if len(rows) > _AT_ONCE:
            self._show(self._arrangement.as_loaded)
        if len(rows) <= _AT_ONCE or self.filter or self.sorting.column >= 0:
            self._arrange(sort=True)

    def set_labels(self, labels: LabelsByKind) -> None:
        """Take over other names of the records referred to."""
        self.labels = labels
        self._arrangement.use_labels(labels)
        self._prepare()
        if self.rowCount():
            last = self.index(self.rowCount() - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def set_filter(self, chosen: Filter) -> None:
        """Show the rows that `chosen` admits."""
        if chosen != self.filter:
            self._arrangement.filter = chosen
            # Work under way may be a sort that is not done yet.
            self._arrange(sort=self.is_busy)

    def patch(self, changed: Mapping[str, Row | None]) -> None:
        """Take over a few rows, by key: changed, new, or gone where there is None."""
        was_busy = self.is_busy
        self._halt()
        for key, row in changed.items():
            place = self._arrangement.place_of(key)
            if row is None:
                self._drop(key, place)
            elif place is None:
                self._add(row)
            else:
                self._replace(key, place, row)
        if was_busy:
            self._arrange(sort=True)
        self.arranged.emit()

    def key_at(self, row: int) -> str:
        """Return the key of the record in a row."""
        key: str = self.record(row)[0]
        return key

    def row_of(self, key: str) -> int:
        """Return the row that shows a record, −1 if none does."""
        return self._arrangement.row_of(key)

    def rows_of(self, keys: Iterable[str]) -> list[int]:
        """Return the rows that show some records, from top to bottom."""
        return self._arrangement.rows_of(keys)

    def record(self, row: int) -> Row:
        """Return the values of a row."""
        return self._arrangement.rows[self._arrangement.shown[row]]

    def values_of(self, column: int) -> set[Any]:
        """Return every value there is in a column, shown or not."""
        return self._arrangement.values_of(column)

    def finish(self) -> None:
        """Wait until the rows are in order."""
        while self._work is not None:
            self._take_slice()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._arrangement.shown)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        sorting = Sorting(column, order is Qt.SortOrder.DescendingOrder)
        if sorting != self.sorting:
            self._arrangement.sort_by(sorting)
            self._arrange(sort=True)

    @Slot()
    def _prepare(self) -> None:
        """Work out once what every cell of a column needs."""
        self._cells.prepare(self.labels)

    def _replace(self, key: str, place: int, row: Row) -> None:
        old = self._arrangement.rows[place]
        self._arrangement.replace(place, row)
        shown = self.row_of(key)
        places = self._cells.places
        changed = [column for column, at in enumerate(places) if old[at] != row[at]]
        if shown < 0 or not changed:
            return
        # The level of a row is painted on its edge, so it concerns the whole row.
        first = 0 if self._cells.level(old) != self._cells.level(row) else changed[0]
        self.dataChanged.emit(self.index(shown, first), self.index(shown, changed[-1]))

    def _add(self, row: Row) -> None:
        place = len(self._arrangement.rows)
        at = self._arrangement.add(row)
        self.beginInsertRows(_ROOT, at, at)
        self._arrangement.shown.insert(at, place)
        self.endInsertRows()

    def _drop(self, key: str, place: int | None) -> None:
        if place is None:
            return
        shown = self.row_of(key)
        if shown >= 0:
            self.beginRemoveRows(_ROOT, shown, shown)
            del self._arrangement.shown[shown]
            self.endRemoveRows()
        self._arrangement.drop(place)
        for cell in [cell for cell in self._cells.refusals if cell[0] == key]:
            del self._cells.refusals[cell]

    def _arrange(self, *, sort: bool) -> None:
        self._halt()
        work = self._arrangement.arrange(sort=sort)
        if self.total <= _AT_ONCE:
            self._show(finish(work))
        else:
            self._work = work
            self._slices.start(0)

    @Slot()
    def _take_slice(self) -> None:
        if self._work is None:
            self._slices.stop()
            return
        try:
            next(self._work)
        except StopIteration as stop:
            self._halt()
            self._show(stop.value)

    def _show(self, result: Result) -> None:
        self.arranging.emit()
        self.beginResetModel()
        self._arrangement.take(result)
        self.endResetModel()
        self.arranged.emit()

    def _halt(self) -> None:
        self._work = None
        self._slices.stop()

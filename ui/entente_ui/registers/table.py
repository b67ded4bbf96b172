"""The table of a register: the keys of a spreadsheet, and rows that can be dragged out."""

from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QKeyCombination,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QDrag,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from entente.domain.records import FieldKind
from entente_ui.drag import pack_records
from entente_ui.kit import Pill, dress_table
from entente_ui.look.theme import theme
from entente_ui.registers.delegate import CellDelegate
from entente_ui.registers.header import RegisterHeader
from entente_ui.registers.model import RecordModel
from entente_ui.registers.plates import Plates

#: Px at 100 % of the edge that tells the confidentiality of a row.
_EDGE: Final = 3
_DUPLICATE: Final = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D)
#: Selected rows that are selected again after rows changed places.
_REMEMBERED: Final = 500


class RegisterTable(QTableView):
    """Shows a `RecordModel`.

    Signals:
        rows_selected: Emitted when other rows are selected.
        delete_asked, duplicate_asked, copy_asked, cut_asked, paste_asked, empty_asked:
            Emitted when the key for it was pressed.
    """

    rows_selected = Signal()
    delete_asked = Signal()
    duplicate_asked = Signal()
    copy_asked = Signal()
    cut_asked = Signal()
    paste_asked = Signal()
    empty_asked = Signal()

    def __init__(self, model: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = model
        self.header = RegisterHeader(self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self.cells = CellDelegate(self, model)
        self.cells.moved_on.connect(self._move_on)
        self.setItemDelegate(self.cells)
        plates = Plates(self)
        for place, column in enumerate(model.columns):
            if column.derived is not None:
                self.setItemDelegateForColumn(place, plates)
        self._kept: tuple[list[str], str, int] | None = None
        self._set_up()
        model.arranging.connect(self._remember)
        model.arranged.connect(self._recall)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def _set_up(self) -> None:
        dress_table(self)
        # Cells, because a block of them goes to and from spreadsheets; the row of the
        # current one is lit as a whole.
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def selected_rows(self) -> list[int]:
        """Return the rows with a selected cell, from top to bottom."""
        rows: set[int] = set()
        for chosen in self._ranges():
            rows.update(range(chosen.top(), chosen.bottom() + 1))
        return sorted(rows)

    def selected_cells(self) -> int:
        """Return how many cells are selected, hidden ones included."""
        return sum(chosen.width() * chosen.height() for chosen in self._ranges())

    def selected_columns(self) -> list[int]:
        """Return the shown columns with a selected cell, from left to right."""
        chosen: set[int] = set()
        for part in self._ranges():
            chosen.update(range(part.left(), part.right() + 1))
        return [column for column in self.shown_columns() if column in chosen]

    def selected_keys(self) -> list[str]:
        """Return the records with a selected cell, from top to bottom."""
        return [self.records.key_at(row) for row in self.selected_rows()]

    def keys_shown(self, most: int) -> list[str]:
        """Return the first records shown."""
        rows = range(min(most, self.records.rowCount()))
        return [self.records.key_at(row) for row in rows]

    def select_keys(self, keys: list[str], current: str = "", column: int = -1) -> None:
        """Select whole rows, as far as they are shown."""
        rows = self.records.rows_of(keys)
        last = self.records.columnCount() - 1
        selection = QItemSelection()
        for row in rows:
            selection.select(self.records.index(row, 0), self.records.index(row, last))
        chosen = self.records.row_of(current) if current else -1
        if chosen < 0:
            chosen = rows[0] if rows else -1
        if chosen >= 0:
            cell = self.records.index(chosen, column if column >= 0 else self.first_column())
            self.selectionModel().setCurrentIndex(cell, QItemSelectionModel.SelectionFlag.NoUpdate)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, flag)

    def first_column(self) -> int:
        """Return the leftmost column shown; pressing it takes hold of the whole row."""
        columns = self.shown_columns()
        return columns[0] if columns else 0

    def shown_columns(self) -> list[int]:
        """Return the columns shown, from left to right."""
        logical = map(self.header.logicalIndex, range(self.header.count()))
        return [column for column in logical if not self.isColumnHidden(column)]

    def shown_names(self) -> list[str]:
        """Return the names of the columns shown, from left to right."""
        return [self.records.columns[column].name for column in self.shown_columns()]

    def dragged(self) -> QMimeData:
        """Return the selected records as what is dragged out."""
        return pack_records(self.records.record_type.name, self.selected_keys())

    def commit_editor(self) -> None:
        """Take what is being typed, as if the focus had left."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.keyCombination() == _DUPLICATE:  # first: on X11 it is a standard key for Delete
            self.duplicate_asked.emit()
            return
        standard, key = QKeySequence.StandardKey, event.key()
        for sequence, asked in (
            (standard.Copy, self.copy_asked),
            (standard.Cut, self.cut_asked),
            (standard.Paste, self.paste_asked),
            (standard.Delete, self.delete_asked),
        ):
            if event.matches(sequence):
                asked.emit()
                return
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if key == Qt.Key.Key_Backspace and plain:
            self.empty_asked.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Space and not self._is_flag(self.currentIndex()):
            self._select_rows()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_handle = index.isValid() and index.column() == self.first_column()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if on_handle and plain and event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            if not self._is_row_selected(index.row()):
                self.select_keys([self.records.key_at(index.row())])
        self.setDragEnabled(plain and index.isValid() and self._is_row_selected(index.row()))
        super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_current_row(painter)
        self._paint_levels(painter, event.rect())
        for row, column in self.records.refused_cells():
            cell = self.visualRect(self.records.index(row, column))
            line = QRect(cell.left(), cell.bottom() - 2, cell.width(), 2)
            painter.fillRect(line, theme().colour("critical"))

    def _paint_current_row(self, painter: QPainter) -> None:
        """Light the row one is in, of which only a cell may be selected."""
        row = self.currentIndex().row()
        if row >= 0:
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            width = min(self.header.length() - self.header.offset(), self.viewport().width())
            painter.fillRect(QRect(0, top, width, height - 1), theme().colour("accent", 0.06))

    def _paint_levels(self, painter: QPainter, area: QRect) -> None:
        """Put the confidentiality of each row in view on its edge."""
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        if first < 0:
            return
        edge = theme().px(_EDGE)
        for row in range(first, (last if last >= 0 else self.records.rowCount() - 1) + 1):
            level = self.records.level_at(row)
            if level is not None:
                top, height = self.rowViewportPosition(row), self.rowHeight(row)
                painter.fillRect(QRect(0, top + 1, edge, height - 3), theme().level(level))

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        keys = self.selected_keys()
        if not keys:
            return
        drag = QDrag(self)
        drag.setMimeData(self.dragged())
        picture = self._picture(keys)
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(picture.width() // 2, picture.height() + 4))
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.LinkAction, Qt.DropAction.CopyAction)

    def _picture(self, keys: list[str]) -> QPixmap:
        row = self.records.row_of(keys[0])
        names = [column.name for column in self.records.columns]
        name = self.records.index(row, names.index(self.records.record_type.title)).data() or ""
        label = Pill(name if len(keys) == 1 else f"{name} + {len(keys) - 1}", "accent")
        label.adjustSize()
        return label.grab()

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def _is_flag(self, index: QModelIndex) -> bool:
        return index.isValid() and self.records.columns[index.column()].kind is FieldKind.FLAG

    def _is_row_selected(self, row: int) -> bool:
        return any(
            chosen.contains(row, self.first_column(), QModelIndex())
            and chosen.width() >= len(self.shown_columns())
            for chosen in self._ranges()
        )

    def _select_rows(self) -> None:
        current = self.currentIndex()
        if current.isValid():
            keys = self.selected_keys() or [self.records.key_at(current.row())]
            self.select_keys(keys, self.records.key_at(current.row()), current.column())

    @Slot(int, int)
    def _move_on(self, rows: int, columns: int) -> None:
        current, shown = self.currentIndex(), self.shown_columns()
        if not current.isValid() or current.column() not in shown:
            return
        place = shown.index(current.column()) + columns
        row = current.row() + rows + place // len(shown)
        column = shown[place % len(shown)]
        if 0 <= row < self.records.rowCount():
            self.setCurrentIndex(self.records.index(row, column))

    @Slot()
    def _on_selection(self) -> None:
        self.viewport().update()
        self.rows_selected.emit()

    @Slot()
    def _remember(self) -> None:
        if self._kept is not None:
            return  # told twice: by now other rows may stand in the same places
        rows, current = self.selected_rows(), self.currentIndex()
        whole = self.selected_cells() > 1 and len(rows) <= _REMEMBERED
        keys = [self.records.key_at(row) for row in rows] if whole else []
        key = self.records.key_at(current.row()) if current.isValid() else ""
        self._kept = (keys, key, current.column())

    @Slot()
    def _recall(self) -> None:
        if self._kept is None:
            return
        (keys, current, column), self._kept = self._kept, None
        row = self.records.row_of(current) if current else -1
        if keys:
            self.select_keys(keys, current, column)
        elif row >= 0:
            self.setCurrentIndex(self.records.index(row, column))

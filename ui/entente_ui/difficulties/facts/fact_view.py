"""The timeline on the screen: who says that what happened when."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from entente.services.notes import Note
from entente_ui.difficulties.facts.fact_delegate import FactDelegate
from entente_ui.difficulties.facts.fact_model import DAY, FactModel
from entente_ui.difficulties.notes.carrying import carried_notes, carry, take_up
from entente_ui.difficulties.notes.lane_view import KEYS
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.kit import keep_bar, set_look
from entente_ui.look.theme import theme

_Key: Final = Qt.Key
#: Keys of this page beside those of every card.
FACT_KEYS: Final[Mapping[Qt.Key, str]] = MappingProxyType(
    {
        _Key.Key_Plus: "state-agreed",
        _Key.Key_Minus: "state-disputed",
        _Key.Key_Equal: "state-fact",
        _Key.Key_D: "date",
    }
)
_SIDES: Final = MappingProxyType({_Key.Key_Left: -1, _Key.Key_Right: 1})
_NO_KEYS: Final = Qt.KeyboardModifier.NoModifier
_DAY_WIDTH, _LEAST = 118, 150


class FactView(QTableView):
    """Days downwards, who tells across; what is agreed stands in the middle.

    Signals:
        chosen: Emitted when other facts are selected.
        asked: Emitted with what a key asks for.
        carried: Emitted with the value of the column the selected facts are to go to.
        dropped: Emitted with the keys of facts, the value of a column and a day.
        blank_asked: Emitted with the value of a column and a day where there is no fact.
        menu_wanted: Emitted with the place for a context menu, on the screen.
        released: Emitted when a fact is no longer edited.
    """

    chosen = Signal()
    asked = Signal(str)
    carried = Signal(str)
    dropped = Signal(list, str, object)
    blank_asked = Signal(str, object)
    menu_wanted = Signal(QPoint)
    released = Signal()

    def __init__(self, veil: Veil, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._veil = veil
        self.facts = FactModel(veil, self)
        self.delegate = FactDelegate(self.facts, self)
        self.setModel(self.facts)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        set_look(self, "bare", "true")
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        for bars in (self.setVerticalScrollMode, self.setHorizontalScrollMode):
            bars(QAbstractItemView.ScrollMode.ScrollPerPixel)
        keep_bar(self)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.lay_out_now)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.doubleClicked.connect(self._on_double_clicked)
        veil.changed.connect(self._on_veil)
        theme().changed.connect(self._remeasure)

    @property
    def selected(self) -> list[Note]:
        """The facts selected, from above."""
        indexes = sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column()))
        found = (self.facts.note_at(index) for index in indexes)
        return [note for note in found if note is not None]

    @property
    def current(self) -> Note | None:
        """The fact the cursor is on."""
        return self.facts.note_at(self.currentIndex())

    @property
    def is_editing(self) -> bool:
        """Whether a text is being written over."""
        return self.state() == QAbstractItemView.State.EditingState

    def select(self, keys: Sequence[str]) -> None:
        """Select these facts, the cursor on the first."""
        flag = QItemSelectionModel.SelectionFlag
        indexes = [index for index in map(self.facts.index_of, keys) if index.isValid()]
        if indexes:
            self.selectionModel().setCurrentIndex(indexes[0], flag.ClearAndSelect)
        for index in indexes[1:]:
            self.selectionModel().select(index, flag.Select)

    def reveal(self, key: str) -> bool:
        """Select a fact and bring it into view; say whether it is here."""
        index = self.facts.index_of(key)
        if index.isValid():
            self.lay_out_now()
            self.select([key])
            self.scrollTo(index)
        return index.isValid()

    def lay_out_now(self) -> None:
        """Give each column its width and each row its height."""
        count = max(1, len(self.facts.columns))
        day = theme().px(_DAY_WIDTH)
        room = (self.viewport().width() - day) // count
        width = max(theme().px(_LEAST), room)
        header, rows = self.horizontalHeader(), self.verticalHeader()
        for column in range(self.facts.columnCount()):
            header.resizeSection(column, day if column == DAY else width)
        self.facts.set_width(width)
        rows.blockSignals(True)
        for row in range(self.facts.rowCount()):
            rows.resizeSection(row, self.facts.height(row))
        rows.blockSignals(False)
        self.doItemsLayout()

    def _remeasure(self) -> None:
        self.facts.remeasure()
        self._later.start()

    def _on_veil(self) -> None:
        self.facts.recover()
        self._later.start()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        column = self.facts.column(index)
        if self.facts.note_at(index) is not None:
            self.asked.emit("edit")
        elif column is not None:
            self.blank_asked.emit(column.value, self.facts.day(index))

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        QTimer.singleShot(0, self, self.released.emit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._later.start()
        super().resizeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _SIDES and held == Qt.KeyboardModifier.AltModifier:
            self._carry(_SIDES[key])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.asked.emit("copy")
        elif key == _Key.Key_Space and held == _NO_KEYS:
            if not event.isAutoRepeat():
                current = self.current
                self._veil.peek(self._veil.pointed or (current.id if current else ""))
        elif key in FACT_KEYS and held in {_NO_KEYS, Qt.KeyboardModifier.ShiftModifier}:
            self.asked.emit(FACT_KEYS[key])
        elif key in KEYS and held == _NO_KEYS:
            self._ask(KEYS[key])
        else:
            super().keyPressEvent(event)

    def _ask(self, name: str) -> None:
        column = self.facts.column(self.currentIndex()) if self.currentIndex().isValid() else None
        if name == "edit" and column is not None and self.current is None:
            self.blank_asked.emit(column.value, self.facts.day(self.currentIndex()))
        else:
            self.asked.emit(name)

    def _carry(self, by: int) -> None:
        place = self.currentIndex().column() + by
        if self.selected and 0 < place < self.facts.columnCount():
            self.carried.emit(self.facts.columns[place - 1].value)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == _Key.Key_Space and not event.isAutoRepeat():
            self._veil.peek("")
        super().keyReleaseEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._veil.peek("")
        super().focusOutEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        note = self.facts.note_at(self.indexAt(event.position().toPoint()))
        self._veil.pointed = note.id if note else ""
        if self._veil.pointed != self._veil.peeked:
            self._veil.peek("")
        super().mouseMoveEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selected:
            self.menu_wanted.emit(event.globalPos())

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # Qt's name
        if not self.selected or not self.facts.is_editable:
            return
        carry(self, self.facts.mimeData(self.selectedIndexes()))
        self._aim_at(QModelIndex())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        keys, index = self._taken(event)
        self._aim_at(index if keys else QModelIndex())
        if not keys:
            event.ignore()
            return
        take_up(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim_at(QModelIndex())

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        keys, index = self._taken(event)
        self._aim_at(QModelIndex())
        column = self._column_at(event.position().toPoint())
        if not keys or column is None:
            event.ignore()
            return
        take_up(event)
        self.dropped.emit(list(keys), column, self.facts.day(index) if index.isValid() else None)

    def _taken(self, event: QDropEvent) -> tuple[Sequence[str], QModelIndex]:
        """Return the facts that are dragged, if they may be dropped here, and the cell."""
        at = event.position().toPoint()
        if not self.facts.is_editable or self._column_at(at) is None:
            return (), QModelIndex()
        return carried_notes(event), self.indexAt(at)

    def _column_at(self, at: QPoint) -> str | None:
        place = self.columnAt(at.x())
        return self.facts.columns[place - 1].value if place > DAY else None

    def _aim_at(self, index: QModelIndex) -> None:
        self.delegate.aimed_cell = index
        self.viewport().update()

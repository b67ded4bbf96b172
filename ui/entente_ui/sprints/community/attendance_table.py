"""The matrix of who came: a click or Space says that somebody did."""

from collections import defaultdict
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.i18n import _
from entente_ui.charts.twin import TwinTable
from entente_ui.drag import dragged_records
from entente_ui.look.theme import theme
from entente_ui.sprints.community.attendance_model import FIRST, AttendanceModel, Cells

#: Px at 100 %.
_WIDTHS: Final = (200, 108)
_MEETING: Final = 64


class AttendanceTable(TwinTable):
    """Cells are selected by keys and by dragging; a click on one meeting's cell turns it over.

    Actors who are dropped on it become members.

    Attributes:
        attendance: What it shows.

    Signals:
        chosen: Emitted when other cells are selected.
        headed: Emitted with the key of a meeting whose heading was pressed.
        asked: Emitted with what a key asks for.
        joined: Emitted with the keys of actors dropped on it.
        menu_wanted: Emitted with the place for a context menu, on the screen.
    """

    chosen = Signal()
    headed = Signal(str)
    asked = Signal(str)
    joined = Signal(list)
    menu_wanted = Signal(QPoint)

    _KEYS: Final = {
        Qt.Key.Key_N: "new",
        Qt.Key.Key_Return: "open",
        Qt.Key.Key_Enter: "open",
        Qt.Key.Key_Delete: "delete",
    }

    def __init__(self, parent: QWidget | None = None) -> None:
        self.attendance = AttendanceModel()
        super().__init__(_("Who came to which meeting"), self.attendance, parent)
        self._pressed: tuple[int, int] = (-1, -1)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAcceptDrops(True)
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.sectionClicked.connect(self._on_head)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_head_menu)
        self.selectionModel().selectionChanged.connect(lambda *_cells: self.chosen.emit())
        self.attendance.modelReset.connect(self.fit)
        self.fit()

    @override
    def fit(self) -> None:
        for column in range(self.attendance.columnCount()):
            width = _WIDTHS[column] if column < FIRST else _MEETING
            self.setColumnWidth(column, theme().px(width))

    @property
    def rows(self) -> list[int]:
        """The rows with something selected, from above."""
        return sorted({index.row() for index in self.selectedIndexes()})

    @property
    def meeting(self) -> str:
        """Key of the meeting all selected cells belong to; empty where there is no such one."""
        columns = {index.column() for index in self.selectedIndexes()}
        found = self.attendance.meeting(columns.pop()) if len(columns) == 1 else None
        return found.id if found else ""

    def turn_over(self) -> None:
        """Say that those selected came; that they did not if all of them had."""
        found = [i for i in self.selectedIndexes() if i.column() >= FIRST]
        self._attend([(index.row(), index.column()) for index in found])

    def _attend(self, places: list[tuple[int, int]]) -> None:
        cells: defaultdict[bool, list[tuple[str, str]]] = defaultdict(list)
        for row, column in places:
            meeting = self.attendance.meeting(column)
            if meeting is not None:
                came = self.attendance.came(row, column)
                cells[came].append((meeting.id, self.attendance.lines[row].actor))
        some: Cells = cells[False] or cells[True]
        if some and self.attendance.attend is not None:
            self.attendance.attend(some, bool(cells[False]))

    def _on_head(self, section: int) -> None:
        meeting = self.attendance.meeting(section)
        if meeting is not None:
            self.selectColumn(section)
            self.headed.emit(meeting.id)

    def _on_head_menu(self, at: QPoint) -> None:
        header = self.horizontalHeader()
        self._on_head(header.logicalIndexAt(at))
        self.menu_wanted.emit(header.mapToGlobal(at))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = (index.row(), index.column()) if is_plain and is_left else (-1, -1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        place = (index.row(), index.column())
        # Only a click: what was dragged over is selected.
        if index.isValid() and place == self._pressed and len(self.selectedIndexes()) == 1:
            self._attend([place])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        asked = self._KEYS.get(Qt.Key(event.key()), "") if plain else ""
        if plain and event.key() == Qt.Key.Key_Space:
            self.turn_over()
        elif asked:
            self.asked.emit(asked)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wanted.emit(at)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        keys = self._consider(event)
        if keys:
            self.joined.emit(keys)

    def _consider(self, event: QDropEvent) -> list[str]:
        """Accept actors, and return their keys."""
        kind, keys = dragged_records(event.mimeData())
        if kind != ACTOR.name or self.attendance.attend is None:
            event.ignore()
            return []
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return keys

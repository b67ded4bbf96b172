"""The timeline on the screen: who says that what happened when."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from entente_ui.difficulties.facts.fact_delegate import FactDelegate
from entente_ui.difficulties.facts.fact_model import DAY, FactModel
from entente_ui.difficulties.notes.faces import NoteFaces
from entente_ui.difficulties.notes.handling import NoteHandling
from entente_ui.difficulties.notes.veil import Veil
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
_DAY_WIDTH, _LEAST = 118, 150


class FactView(NoteHandling, QTableView):
    """Days downwards, who tells across; what is agreed stands in the middle.

    Signals:
        carried: Emitted with the value of the column the selected facts are to go to.
        dropped: Emitted with the keys of facts, the value of a column and a day.
        blank_asked: Emitted with the value of a column and a day where there is no fact.
    """

    carried = Signal(str)
    dropped = Signal(list, str, object)
    blank_asked = Signal(str, object)

    more_keys = FACT_KEYS

    def __init__(self, veil: Veil, faces: NoteFaces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = FactModel(faces, self)
        self.delegate = FactDelegate(self.facts, self)
        self.hold(self.facts, self.delegate)
        self.uncover_by(veil)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        for bars in (self.setVerticalScrollMode, self.setHorizontalScrollMode):
            bars(QAbstractItemView.ScrollMode.ScrollPerPixel)
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
        self.doubleClicked.connect(partial(self._ask_at, "edit"))
        veil.changed.connect(self._on_veil)
        theme().changed.connect(self._remeasure)

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
            rows.resizeSection(row, self.facts.row_height(row))
        rows.blockSignals(False)
        self.doItemsLayout()

    def _remeasure(self) -> None:
        self.facts.remeasure()
        self._later.start()

    def _on_veil(self) -> None:
        self.facts.recover()
        self._later.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._later.start()
        super().resizeEvent(event)

    @override
    def ask(self, name: str) -> None:
        self._ask_at(name, self.currentIndex())

    def _ask_at(self, name: str, index: QModelIndex) -> None:
        column = self.facts.column(index) if index.isValid() else None
        if name == "edit" and column is not None and self.facts.card_at(index) is None:
            self.blank_asked.emit(column.value, self.facts.day(index))
        else:
            super().ask(name)

    @override
    def go_aside(self, by: int, *, is_carrying: bool) -> bool:
        place = self.currentIndex().column() + by
        if is_carrying and self.selected and 0 < place < self.facts.columnCount():
            self.carried.emit(self.facts.columns[place - 1].value)
        return is_carrying

    @override
    def takes(self, at: QPoint) -> bool:
        return self.columnAt(at.x()) > DAY

    @override
    def aim(self, at: QPoint | None, keys: Sequence[str] = ()) -> None:
        self.delegate.aimed_cell = QModelIndex() if at is None else self.indexAt(at)
        self.viewport().update()

    @override
    def drop(self, keys: Sequence[str], at: QPoint) -> None:
        index, column = self.indexAt(at), self.facts.columns[self.columnAt(at.x()) - 1]
        day = self.facts.day(index) if index.isValid() else None
        self.dropped.emit(list(keys), column.value, day)

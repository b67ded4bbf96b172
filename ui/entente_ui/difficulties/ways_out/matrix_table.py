"""The matrix under the hand: figures are typed, arrows walk, Delete makes a cell blank."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from entente.domain.option import SCORE_LABELS, SCORE_MAX
from entente.i18n import _
from entente_ui.difficulties.ways_out.matrix_heads import InterestHead, OptionHead, paint_lines
from entente_ui.difficulties.ways_out.matrix_model import Index, MatrixModel, Sort
from entente_ui.kit import Menu
from entente_ui.look.theme import theme
from entente_ui.registers.block import write_block

_INTEREST: Final = 94
_TOTAL: Final = 54
_LEAST: Final = 108
_OPTION: Final = 210
_ROW: Final = 68
#: Rows shown before the table scrolls by itself.
_MOST_ROWS: Final = 8
#: The upper row of a French keyboard, where figures need Shift.
_UPPER_ROW: Final = {"à": 0, "&": 1, "é": 2, '"': 3}


class MatrixTable(QTableView):
    """Options × interests.

    Signals:
        described: Emitted with the current cell in a sentence.
        option_chosen: Emitted with the key of the option of the current row.
        interest_chosen: Emitted with the key of the interest of the current column, or "".
        edit_asked: Emitted when Enter is pressed over a row.
    """

    described = Signal(str)
    option_chosen = Signal(str)
    interest_chosen = Signal(str)
    edit_asked = Signal()

    def __init__(self, matrix: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = matrix
        self.setModel(matrix)
        self.setHorizontalHeader(InterestHead(matrix, self))
        self.setVerticalHeader(OptionHead(matrix, self))
        self.setItemDelegate(_Delegate(self))
        self.setCornerButtonEnabled(False)
        self.setShowGrid(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("Options and interests"))
        self.doubleClicked.connect(lambda _index: self._offer_at_current())
        self.horizontalHeader().sectionClicked.connect(self._go_to_column)
        self.verticalHeader().sectionClicked.connect(self._go_to_row)
        matrix.modelReset.connect(self._fit)
        matrix.dataChanged.connect(lambda *_any: self._tell(self.currentIndex()))
        theme().changed.connect(self._fit)
        self._fit()

    def go_to(self, option: str = "", interest: str = "") -> bool:
        """Go to the cell of an option and an interest; say whether there is one."""
        index = self.matrix.index_of(option, interest)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        figure = int(text) if text.isascii() and text.isdecimal() else _UPPER_ROW.get(text)
        if event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            figure = None
        if figure is not None:
            if figure <= SCORE_MAX:
                self.score(figure)
            return
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.score(None)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit_asked.emit()
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                self._copy()
            case _:
                super().keyPressEvent(event)

    def score(self, value: int | None) -> bool:
        """Give the current cell a score, or none; say whether it was done."""
        index = self.currentIndex()
        cell = self.matrix.cell(index)
        if cell is None or self.matrix.value(index) == value:
            return False
        return self.matrix.write({cell: value})

    def _copy(self) -> None:
        """Copy the whole matrix with its heads, for a sheet."""
        model, across = self.matrix, Qt.Orientation.Horizontal
        columns = range(model.columnCount())
        head = ["", *(str(model.headerData(column, across)) for column in columns)]
        rows = [
            [option.text, *(str(model.index(row, column).data()) for column in columns)]
            for row, option in enumerate(model.options)
        ]
        QGuiApplication.clipboard().setText(write_block([head, *rows]))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid():
                self.setCurrentIndex(index)
            self._offer(event.globalPos())
        else:
            self._offer_at_current()

    def _offer_at_current(self) -> None:
        box = self.visualRect(self.currentIndex())
        self._offer(self.viewport().mapToGlobal(box.bottomLeft()))

    def _offer(self, place: QPoint) -> None:
        index = self.currentIndex()
        if self.matrix.cell(index) is None or not self.matrix.can_edit:
            return
        menu = Menu("", self)
        for value, words in enumerate(SCORE_LABELS):
            action = menu.addAction(f"{value}   {_(words)}")
            action.setCheckable(True)
            action.setChecked(self.matrix.value(index) == value)
            action.triggered.connect(partial(self._score_from_menu, value))
        menu.addSeparator()
        blank = menu.addAction(_("Not scored yet"))
        blank.triggered.connect(partial(self._score_from_menu, None))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _score_from_menu(self, value: int | None, _on: bool = False) -> None:
        self.score(value)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.verticalHeader().viewport().update()
        self._tell(current)

    def _tell(self, current: Index) -> None:
        self.described.emit(self.matrix.words(current))
        option = self.matrix.option(current.row()) if current.isValid() else None
        if option is not None:
            self.option_chosen.emit(option.key)
            self.interest_chosen.emit(self.matrix.columns[current.column()].key)

    def _go_to_column(self, column: int) -> None:
        row = max(0, self.currentIndex().row())
        self.setCurrentIndex(self.matrix.index(row, column))
        self.setFocus()

    def _go_to_row(self, row: int) -> None:
        column = max(0, self.currentIndex().column())
        self.setCurrentIndex(self.matrix.index(row, column))
        self.setFocus()

    def _fit(self) -> None:
        widths = {Sort.INTEREST: _INTEREST, Sort.TOTAL: _TOTAL, Sort.LEAST: _LEAST}
        for place, column in enumerate(self.matrix.columns):
            self.setColumnWidth(place, theme().px(widths[column.sort]))
        self.verticalHeader().setDefaultSectionSize(theme().px(_ROW))
        self._fit_heads()
        rows = min(max(1, self.matrix.rowCount()), _MOST_ROWS)
        height = self.horizontalHeader().sizeHint().height() + rows * theme().px(_ROW)
        self.setFixedHeight(height + self.horizontalScrollBar().sizeHint().height() + 4)

    def _fit_heads(self) -> None:
        """Leave the greater part of a narrow table to its figures."""
        width = min(theme().px(_OPTION), max(theme().px(120), self.width() * 2 // 5))
        if self.verticalHeader().width() != width:
            self.verticalHeader().setFixedWidth(width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_heads()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(600), self.height())


class _Delegate(QStyledItemDelegate):
    """Paints a cell in the colour of its score, with the figure on it."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        box = option.rect.adjusted(0, 0, -1, -1)
        if ground is not None:
            painter.fillRect(box, ground)
        else:
            painter.setPen(QPen(theme().colour("border"), 1))
            painter.drawRect(box)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or theme().colour("faint"))
        font = theme().font("strong" if len(text) == 1 else "small")
        lines = max(1, -(-painter.fontMetrics().horizontalAdvance(text) // max(1, box.width())))
        if lines == 1:
            painter.setFont(font)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
        else:
            paint_lines(painter, box.adjusted(4, 8, -4, -4), text, font)
        state = QStyle.StateFlag
        if option.state & (state.State_Selected | state.State_HasFocus):
            width = 2 if option.state & state.State_HasFocus else 1
            painter.setPen(QPen(theme().colour("accent"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

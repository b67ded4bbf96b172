"""The grid of answers under the hand: typing, pasting a block, copying, clearing."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from entente.domain.text import shorten
from entente.i18n import _
from entente.services.mactor import Question
from entente_ui.actors.mactor.grid_model import GridModel, Index, allowed, read_answer
from entente_ui.look.theme import theme
from entente_ui.registers.block import read_block, unguarded, write_block

_CELL = 46
_NAMES = 190


class GridTable(QTableView):
    """One grid.

    Signals:
        described: Emitted with the current cell in a sentence.
        declined: Emitted with the sentence why a block was not pasted.
        headed: Emitted with a block that brings its own headings.
    """

    described = Signal(str)
    declined = Signal(str)
    headed = Signal(object)

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(True)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        theme().changed.connect(self._fit)
        self._fit()

    def paste(self, text: str) -> None:
        """Write a block over the cells from the current one on, all of it or nothing."""
        start = self.currentIndex()
        block = read_block(text)
        if not self.answers.can_edit:
            return
        if _has_headings(block):
            self.headed.emit(block)
            return
        if not start.isValid() or not any(map(any, block)):
            return
        try:
            values = self._planned(block, start)
        except _RefusedError as error:
            self.declined.emit(str(error))
            return
        self.answers.write(values)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._clear()
        else:
            super().keyPressEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.described.emit(self.answers.words(current) if current.isValid() else "")

    def _planned(self, block: Sequence[Sequence[str]], start: Index) -> dict[Question, int | None]:
        height, width = len(block), max(map(len, block))
        rows = self.answers.rowCount() - start.row()
        columns = self.answers.columnCount() - start.column()
        if height > rows or width > columns:
            said = _("The block has {height} × {width} cells, there are {rows} × {columns} here.")
            raise _RefusedError(said.format(height=height, width=width, rows=rows, columns=columns))
        values: dict[Question, int | None] = {}
        for down, texts in enumerate(block):
            for across, text in enumerate(texts):
                index = self.answers.index(start.row() + down, start.column() + across)
                question, given = self.answers.question(index), unguarded(text).strip()
                if question is None and given not in {"", "0", "-", "–", "x", "×"}:
                    raise _RefusedError(_at(down, across, _("nobody weighs on themselves")))
                if question is None or not given:
                    continue
                try:
                    values[question] = read_answer(self.answers.kind, given)
                except ValueError:
                    said = _("“{text}” is not one of {allowed}").format(
                        text=shorten(given, 20), allowed=allowed(self.answers.kind)
                    )
                    raise _RefusedError(_at(down, across, said)) from None
        return values

    def _copy(self) -> None:
        chosen = self.selectionModel().selectedIndexes()
        if not chosen:
            return
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        block = [
            [
                str(self.answers.index(row, column).data(Qt.ItemDataRole.EditRole)).replace(
                    "−", "-"
                )
                for column in columns
            ]
            for row in rows
        ]
        QGuiApplication.clipboard().setText(write_block(block))

    def _clear(self) -> None:
        chosen = [
            self.answers.question(index)
            for index in self.selectionModel().selectedIndexes()
            if self.answers.value(index) is not None
        ]
        if any(chosen) and self.answers.can_edit:
            self.answers.write({each: None for each in chosen if each is not None})

    def _fit(self) -> None:
        self.horizontalHeader().setDefaultSectionSize(theme().px(_CELL))
        self.verticalHeader().setDefaultSectionSize(theme().px(32))
        self.verticalHeader().setFixedWidth(theme().px(_NAMES))


class _RefusedError(Exception):
    """A block is not pasted; its only argument says why."""


class _Delegate(QStyledItemDelegate):
    """Paints a cell in the colour of its answer, and edits it by typing."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # The style sheet knows of no colour that depends on the value.
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect.adjusted(0, 0, -1, -1), ground)
        painter.setFont(theme().font("body"))
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or theme().colour("text"))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.drawText(option.rect, int(Qt.AlignmentFlag.AlignCenter), text)
        state = QStyle.StateFlag
        if option.state & (state.State_Selected | state.State_HasFocus):
            width = 2 if option.state & state.State_HasFocus else 1
            painter.setPen(QPen(theme().colour("accent"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setProperty("in_cell", "true")
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return line

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if not isinstance(editor, QLineEdit) or not isinstance(model, GridModel):
            return
        view = self.parent()
        try:
            read_answer(model.kind, editor.text())
        except ValueError:
            if isinstance(view, GridTable):
                said = _("“{text}” is not one of {allowed}").format(
                    text=shorten(editor.text(), 20), allowed=allowed(model.kind)
                )
                view.declined.emit(said)
            return
        model.setData(index, editor.text())


def _has_headings(block: Sequence[Sequence[str]]) -> bool:
    """Whether a block begins with a row and a column of words, as a whole grid does."""
    heads = [*block[0][1:], *(row[0] for row in block[1:])]
    return len(block) > 1 < len(block[0]) and all(
        any(map(str.isalpha, head)) and len(head) > 1 for head in heads
    )


def _at(down: int, across: int, problem: str) -> str:
    return _("Row {row}, column {column} of the block: {problem}.").format(
        row=down + 1, column=across + 1, problem=problem
    )

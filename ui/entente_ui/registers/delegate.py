"""How a cell is edited: typed text that is not taken stays to be put right."""

from typing import Any, Final

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from entente_ui.kit import set_look
from entente_ui.look.theme import theme
from entente_ui.registers.bubble import Bubble
from entente_ui.registers.choices import ChoiceInput
from entente_ui.registers.inputs import Input, make_input
from entente_ui.registers.lines import LineInput
from entente_ui.registers.model import Index, RecordModel
from entente_ui.registers.paragraphs import LongInput

_WIDTH: Final = 96
_LONG_WIDTH: Final = 320
_Hint: Final = QStyledItemDelegate.EndEditHint


class CellDelegate(QStyledItemDelegate):
    """Edits the cells of a register.

    Signals:
        moved_on: Emitted with rows and columns to go on by, after Enter or Tab was taken.
    """

    moved_on = Signal(int, int)

    def __init__(self, view: QTableView, model: RecordModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._index = QPersistentModelIndex()
        self._bubble: Bubble | None = None

    @property
    def bubble(self) -> Bubble:
        """Says beside a cell why it was not taken."""
        if self._bubble is None:
            self._bubble = Bubble(self._view.viewport())
        return self._bubble

    def hide_bubble(self) -> None:
        """Say nothing any more."""
        if self._bubble is not None:
            self._bubble.hide()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._model.columns[index.column()]
        if column.field is None:
            return super().createEditor(parent, option, index)
        editor = make_input(column.field, self._model.labels.get(column.target, {}), parent)
        if column.is_numeric and isinstance(editor, LineInput):
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(self._model.headerData(index.column(), Qt.Orientation.Horizontal))
        self._index = QPersistentModelIndex(index)
        if isinstance(editor, ChoiceInput):
            editor.activated.connect(lambda _row: self._take(editor, 0, 0))
            QTimer.singleShot(0, editor, editor.showPopup)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if not isinstance(editor, Input):
            return
        refusal = self._model.refusal(index)
        if refusal is None:
            editor.show_value(index.data(Qt.ItemDataRole.EditRole))
            if isinstance(editor, LineInput):
                editor.selectAll()
            return
        editor.show_typed(refusal.text)
        set_look(editor, "refused", "true")
        self.bubble.say(refusal.sentence, self._place(index), stay=True)

    @override
    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        # Not by Enter or Tab: the focus went elsewhere. What is not taken stays in the cell.
        if not isinstance(editor, Input) or self._model.setData(index, editor.typed()):
            self.hide_bubble()
            return
        refusal = self._model.refusal(index)
        if refusal is not None:
            self.bubble.say(refusal.sentence, self._place(index))

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        cell, room = _rect(option), self._view.viewport().rect()
        least = theme().px(_LONG_WIDTH if isinstance(editor, LongInput) else _WIDTH)
        cell.setWidth(min(max(cell.width(), least), room.width()))
        cell.moveLeft(max(0, min(cell.left(), room.width() - cell.width())))
        if isinstance(editor, LongInput):
            editor.setFixedWidth(cell.width())
            cell.setHeight(editor.height())
            cell.moveTop(max(0, min(cell.top(), room.height() - cell.height())))
        editor.setGeometry(cell)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, Input)
            and self._answers(watched, event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _answers(self, editor: Input, event: QKeyEvent) -> bool:
        """Take or drop what was typed if the key says so; say whether it did."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if isinstance(editor, LongInput) and shift:
                    return False  # a new line, as in a spreadsheet
                self._take(editor, -1 if shift else 1, 0)
            case Qt.Key.Key_Tab:
                self._take(editor, 0, 1)
            case Qt.Key.Key_Backtab:
                self._take(editor, 0, -1)
            case Qt.Key.Key_Escape:
                self._drop(editor)
            case _:
                self.hide_bubble()
                set_look(editor, "refused", None)
                return False
        return True

    def _take(self, editor: Input, rows: int, columns: int) -> None:
        if not self._index.isValid():
            return
        if self._model.setData(self._index, editor.typed()):
            self.hide_bubble()
            self.closeEditor.emit(editor, _Hint.NoHint)
            self.moved_on.emit(rows, columns)
        # Otherwise the model has told the editor, which shows why and stays open.

    def _place(self, index: Index) -> QRect:
        return self._view.visualRect(self._model.index(index.row(), index.column()))

    def _drop(self, editor: Input) -> None:
        self.hide_bubble()
        if self._index.isValid():
            key = self._model.key_at(self._index.row())
            self._model.refuse(key, self._index.column(), None)
        self.closeEditor.emit(editor, _Hint.RevertModelCache)


def _rect(option: QStyleOptionViewItem) -> QRect:
    return QRect(option.rect)

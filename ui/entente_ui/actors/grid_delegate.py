"""Editors of the table of positions: numbers step by half points, confidence is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from entente.domain.actor import SCALE_MAX, SCALE_MIN, SCALE_STEP
from entente_ui import formats
from entente_ui.actors.wording import confidences

if TYPE_CHECKING:
    from entente_ui.actors.grid_table import Index


class ScoreBox(QDoubleSpinBox):
    """A field for a score in half points, which understands both decimal signs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(SCALE_MIN, SCALE_MAX)
        self.setSingleStep(SCALE_STEP)
        self.setDecimals(1)

    @override
    def textFromValue(self, value: float) -> str:
        return formats.number(value)

    @override
    def valueFromText(self, text: str) -> float:
        try:
            return formats.parse_number(text)
        except ValueError:
            return self.value()

    @override
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        state = QValidator.State
        try:
            value = formats.parse_number(text)
        except ValueError:
            return state.Intermediate, text, position
        good = SCALE_MIN <= value <= SCALE_MAX
        return state.Acceptable if good else state.Intermediate, text, position


class ScoreDelegate(QStyledItemDelegate):
    """Edits a score."""

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: "Index"
    ) -> QWidget:
        box = ScoreBox(parent)
        _dress(box, index)
        return box

    @override
    def setEditorData(self, editor: QWidget, index: "Index") -> None:
        if isinstance(editor, QDoubleSpinBox):
            editor.setValue(index.data(Qt.ItemDataRole.EditRole) or 3.0)
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: "Index") -> None:
        if isinstance(editor, QDoubleSpinBox):
            editor.interpretText()
            model.setData(index, editor.value())


class ConfidenceDelegate(QStyledItemDelegate):
    """Edits how sure a position is."""

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: "Index"
    ) -> QWidget:
        box = QComboBox(parent)
        for value, word in confidences():
            box.addItem(word, value)
        box.activated.connect(lambda _place: self.commitData.emit(box))
        _dress(box, index)
        return box

    @override
    def setEditorData(self, editor: QWidget, index: "Index") -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: "Index") -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())


class FactDelegate(QStyledItemDelegate):
    """Edits the observed fact."""

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: "Index"
    ) -> QWidget:
        line = QLineEdit(parent)
        _dress(line, index)
        return line


def _dress(editor: QWidget, index: "Index") -> None:
    editor.setProperty("in_cell", "true")
    header = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
    editor.setAccessibleName(str(header))

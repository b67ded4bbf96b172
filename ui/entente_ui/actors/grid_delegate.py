"""Editors of the table of positions: numbers step by half points, confidence is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QLocale, Qt
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
from entente.i18n import language
from entente_ui.actors.wording import confidences

if TYPE_CHECKING:
    from entente_ui.actors.grid_table import Index


class ScoreDelegate(QStyledItemDelegate):
    """Edits a score."""

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: "Index"
    ) -> QWidget:
        box = score_box(parent)
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


def score_box(parent: QWidget) -> QDoubleSpinBox:
    """Return a field for a score, in half points."""
    box = QDoubleSpinBox(parent)
    box.setLocale(QLocale(language()))
    box.setRange(SCALE_MIN, SCALE_MAX)
    box.setSingleStep(SCALE_STEP)
    box.setDecimals(1)
    return box


def _dress(editor: QWidget, index: "Index") -> None:
    editor.setProperty("in_cell", "true")
    header = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
    editor.setAccessibleName(str(header))

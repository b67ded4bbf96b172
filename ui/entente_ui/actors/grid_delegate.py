"""Editors of the table twin: scores step by the scale they are on, the rest is chosen."""

from collections.abc import Iterable
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

from entente.domain.records import Field, FieldKind
from entente.domain.values import NO, YES
from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.wording import confidences

if TYPE_CHECKING:
    from entente_ui.actors.grid_table import Index


class ScoreBox(QDoubleSpinBox):
    """A field for a score, which understands both decimal signs."""

    def __init__(self, parent: QWidget, field: Field) -> None:
        super().__init__(parent)
        self._is_whole = field.kind is FieldKind.INTEGER
        self.setRange(field.minimum or 0.0, field.maximum or 0.0)
        self.setSingleStep(field.step or 1.0)
        self.setDecimals(0 if self._is_whole else 1)

    @property
    def score(self) -> float:
        """The score; whole where the scale has only whole ones."""
        return round(self.value()) if self._is_whole else self.value()

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
        good = self.minimum() <= value <= self.maximum()
        return state.Acceptable if good else state.Intermediate, text, position


class ScoreDelegate(QStyledItemDelegate):
    """Edits a score."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: "Index"
    ) -> QWidget:
        box = ScoreBox(parent, self._field)
        _dress(box, index)
        return box

    @override
    def setEditorData(self, editor: QWidget, index: "Index") -> None:
        if isinstance(editor, QDoubleSpinBox):
            middle = (editor.minimum() + editor.maximum()) / 2
            editor.setValue(index.data(Qt.ItemDataRole.EditRole) or middle)
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: "Index") -> None:
        if isinstance(editor, ScoreBox):
            editor.interpretText()
            model.setData(index, editor.score)


class ChoiceDelegate(QStyledItemDelegate):
    """Edits one of a few answers."""

    def choices(self) -> Iterable[tuple[object, str]]:
        """Return what can be answered: the value and its words."""
        raise NotImplementedError

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: "Index"
    ) -> QWidget:
        box = QComboBox(parent)
        for value, words in self.choices():
            box.addItem(words, value)
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


class FlagDelegate(ChoiceDelegate):
    """Edits an answer: yes or no."""

    @override
    def choices(self) -> Iterable[tuple[object, str]]:
        return (True, _(YES)), (False, _(NO))

    @override
    def setEditorData(self, editor: QWidget, index: "Index") -> None:
        if isinstance(editor, QComboBox):
            # Who was not judged has not got it.
            known = bool(index.data(Qt.ItemDataRole.EditRole))
            editor.setCurrentIndex(editor.findData(known))


class ConfidenceDelegate(ChoiceDelegate):
    """Edits how sure a position is."""

    @override
    def choices(self) -> Iterable[tuple[object, str]]:
        return confidences()


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

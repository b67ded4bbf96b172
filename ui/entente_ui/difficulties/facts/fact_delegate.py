"""How days and facts are painted on the timeline."""

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from entente_ui.difficulties.facts.arrange import AGREED
from entente_ui.difficulties.facts.fact_model import DAY, FactModel
from entente_ui.kit.cards import CardDelegate, Index
from entente_ui.look.theme import theme


class FactDelegate(CardDelegate):
    """Paints days and facts, and where something would be dropped."""

    def __init__(self, model: FactModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self._facts = model
        self.aimed_cell = QModelIndex()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._paint_ground_of(painter, option.rect, index)
        if index.column() == DAY:
            self._paint_day(painter, option.rect, index)
        elif self._facts.card_at(index) is not None:
            super().paint(painter, self._below_line(option), index)
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme().colour("accent"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._facts.shape.card(option.rect), 6, 6)

    def _below_line(self, option: QStyleOptionViewItem) -> QStyleOptionViewItem:
        """Return the room of a card, a gap away from the line above its day."""
        lower = QStyleOptionViewItem(option)
        lower.rect = option.rect.adjusted(0, self._facts.shape.gap, 0, 0)
        return lower

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        super().updateEditorGeometry(editor, self._below_line(option), index)

    def _paint_ground_of(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Paint a line above each day, and the column in the middle on a ground of its own."""
        column = self._facts.column(index)
        if index == self.aimed_cell:
            painter.fillRect(box, theme().colour("accent_soft"))
        elif column is not None and column.value == AGREED:
            painter.fillRect(box, theme().colour("raised"))
        if index.row() and self._facts.begins_day(index):
            painter.setPen(theme().colour("border"))
            painter.drawLine(box.topLeft(), box.topRight())

    def _paint_day(self, painter: QPainter, box: QRect, index: Index) -> None:
        words = index.data()
        if not words:
            return
        painter.save()
        painter.setPen(theme().colour("muted"))
        painter.setFont(theme().font("small_strong"))
        inside = box.adjusted(theme().px(4), self._facts.shape.above, 0, 0)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), words)
        painter.restore()

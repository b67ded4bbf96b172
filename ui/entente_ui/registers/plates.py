"""Values on a coloured plate: the words say all that the colour says."""

from typing import Any, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from entente.domain.derived import Badge, Worked
from entente_ui.look.theme import theme
from entente_ui.look.tokens import HEAT
from entente_ui.registers.cells import VALUE_ROLE
from entente_ui.registers.model import Index

_CELL: Final = QStyle.ControlElement.CE_ItemViewItem
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)


class Plates(QStyledItemDelegate):
    """Shows what is worked out, on its plate if it has one; nothing of it is edited."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value = index.data(VALUE_ROLE)
        if not isinstance(value, Worked) or value.badge is None:
            super().paint(painter, option, index)
            return
        self._paint_ground(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("small_strong"))
        metrics, px = QFontMetricsF(painter.font()), theme().px
        cell = QRectF(option.rect).adjusted(px(8), px(5), -px(8), -px(5))
        words = metrics.elidedText(value.text, Qt.TextElideMode.ElideRight, cell.width() - px(16))
        cell.setWidth(min(cell.width(), metrics.horizontalAdvance(words) + px(16)))
        _paint_plate(painter, cell, value.badge)
        painter.drawText(cell, _CENTRE, words)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw what is behind the plate as behind any other cell: the line, the selection."""
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        words: Any = blank  # the stubs do not know its text
        words.text = ""
        option.widget.style().drawControl(_CELL, blank, painter, option.widget)


def _paint_plate(painter: QPainter, box: QRectF, badge: Badge) -> None:
    """Draw a plate and take the ink its words are written in."""
    radius = theme().px(4)
    if badge.share is None:
        edge = theme().colour("edge")
        painter.setPen(QPen(edge, 1, Qt.PenStyle.DashLine))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(box, radius, radius)
        painter.setBrush(Qt.BrushStyle.BDiagPattern)
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(theme().colour("text"))
        return
    heat = theme().heat(round(badge.share * (len(HEAT) - 1)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(heat.fill)
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(heat.ink)

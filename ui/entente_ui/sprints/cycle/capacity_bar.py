"""How full a sprint is: a bar, and the same in words."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.look.theme import theme

#: Px at 100 %.
_WIDTH: Final = 220
_LEAST: Final = 90
_HEIGHT: Final = 22
_BAR: Final = 12


class CapacityBar(QWidget):
    """What is planned against what fits in; what is over is hatched beyond a mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.planned = 0.0
        self.capacity: float | None = None
        self.setAccessibleName(_("Capacity"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_load(self, planned: float, capacity: float | None, words: str) -> None:
        """Show how much is planned, of how much; the words are read aloud."""
        self.planned, self.capacity = planned, capacity
        self.setAccessibleDescription(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH), theme().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST), theme().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme().px
        box = QRectF(0.5, (self.height() - px(_BAR)) / 2, self.width() - 1.0, px(_BAR))
        radius = px(4)
        if self.capacity is None:
            painter.setPen(QPen(theme().colour("border"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, radius, radius)
            return
        most = max(self.capacity, self.planned, 1.0)
        mark = box.left() + box.width() * self.capacity / most
        full = box.left() + box.width() * self.planned / most
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.setBrush(theme().colour("field"))
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        within = QRectF(box.left(), box.top(), min(mark, full) - box.left(), box.height())
        painter.drawRoundedRect(within, radius, radius)
        if full > mark:
            over = QRectF(mark, box.top(), full - mark, box.height())
            painter.setBrush(theme().colour("critical_soft"))
            painter.drawRoundedRect(over, radius, radius)
            painter.setBrush(QBrush(theme().colour("critical"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(over, radius, radius)
            painter.setPen(QPen(theme().colour("text"), px(2)))
            painter.drawLine(QPointF(mark, box.top() - px(3)), QPointF(mark, box.bottom() + px(3)))

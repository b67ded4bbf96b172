"""The ground of a chart: its plot, its lines, its words; what is on it comes from below."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente_ui.look.theme import theme

_LEAST: Final = 260
_GAP: Final = 6


class Plot(QWidget):
    """A drawing with an axis upwards and one to the right."""

    def __init__(self, name: str, height: int, parent: QWidget | None = None) -> None:
        """Make an empty one.

        Args:
            name: What it is, for who cannot see it.
            height: In px at 100 %.
            parent: Its widget.
        """
        super().__init__(parent)
        self._height = height
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(520), theme().px(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST), theme().px(self._height))

    def room(self, left: float, top: float, right: float, bottom: float) -> QRectF:
        """Return what is left between margins, never nothing."""
        width = max(1.0, self.width() - left - right)
        return QRectF(left, top, width, max(1.0, self.height() - top - bottom))

    def paint_level(self, painter: QPainter, plot: QRectF, y: float, words: str) -> None:
        """Draw a line across, with its number before it."""
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        half = QFontMetricsF(painter.font()).height()
        box = QRectF(0, y - half, plot.left() - theme().px(_GAP), 2 * half)
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words
        )

    def paint_words(
        self, painter: QPainter, spot: QPointF, words: str, role: str, *, before: bool = False
    ) -> QRectF:
        """Write beside a point on a ground of its own, and return where."""
        painter.setFont(theme().font("small_strong"))
        metrics = QFontMetricsF(painter.font())
        width, height = metrics.horizontalAdvance(words) + theme().px(8), metrics.height()
        left = spot.x() - width if before else spot.x()
        left = min(max(0.0, left), max(0.0, self.width() - width))
        top = min(max(0.0, spot.y() - height / 2), max(0.0, self.height() - height))
        box = QRectF(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("surface", 0.85))
        painter.drawRoundedRect(box, theme().px(4), theme().px(4))
        painter.setPen(theme().colour(role))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
        return box


def paint_foot(painter: QPainter, width: int, plot: QRectF, x: float, words: str) -> None:
    """Write below a plot, in the middle of `x` but inside a drawing of that width."""
    painter.setFont(theme().font("small"))
    painter.setPen(theme().colour("muted"))
    metrics = QFontMetricsF(painter.font())
    needed = metrics.horizontalAdvance(words)
    left = min(max(0.0, x - needed / 2), max(0.0, width - needed))
    painter.drawText(QPointF(left, plot.bottom() + theme().px(_GAP) + metrics.ascent()), words)


def widest(words: Sequence[str]) -> float:
    """Return the width of the longest of small words."""
    metrics = QFontMetricsF(theme().font("small"))
    return max((metrics.horizontalAdvance(each) for each in words), default=0.0)

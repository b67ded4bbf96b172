"""A course of values in the height of a line of text, and how much of a way is gone."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente_ui.look.theme import theme

_WIDE: Final = 150
_HIGH: Final = 36
_EDGE: Final = 5
_BAR: Final = 8


class _Small(QWidget):
    def __init__(self, wide: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide, self._high = wide, high
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._wide), theme().px(self._high))


class Sparkline(_Small):
    """Values over time, without axes: the figures stand beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_WIDE, _HIGH, parent)
        self._points: Sequence[tuple[float, float]] = ()
        self._target: float | None = None

    def show_points(
        self, points: Sequence[tuple[float, float]], target: float | None, sentence: str
    ) -> None:
        """Show other values.

        Args:
            points: When and how much, the earliest first.
            target: Where it is to go, as a dashed line; None for nowhere.
            sentence: The same in words, read aloud and shown under the pointer.
        """
        self._points, self._target = tuple(points), target
        self.setAccessibleName(sentence)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme().px
        edge = px(_EDGE)
        room = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        values = [value for _when, value in self._points]
        ends = [*values, *(() if self._target is None else (self._target,))]
        low, span = min(ends), max(ends) - min(ends)
        first = self._points[0][0]
        wide = self._points[-1][0] - first

        def high(value: float) -> float:
            share = (value - low) / span if span else 0.5
            return room.bottom() - room.height() * share

        if self._target is not None:
            painter.setPen(QPen(theme().colour("good"), px(1.5), Qt.PenStyle.DashLine))
            y = high(self._target)
            painter.drawLine(QLineF(room.left(), y, room.right(), y))
        spots = [
            QPointF(
                room.left() + room.width() * ((when - first) / wide if wide else 1), high(value)
            )
            for when, value in self._points
        ]
        painter.setPen(QPen(theme().colour("accent"), px(2)))
        painter.drawPolyline(spots)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        painter.drawEllipse(spots[-1], px(3.5), px(3.5))


class WayBar(_Small):
    """How much of the way from a baseline to a target is gone; what is beyond is not drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_WIDE, _BAR, parent)
        self._share = 0.0

    def show_share(self, share: float, sentence: str) -> None:
        """Show another share of the way; 1.0 is the target."""
        self._share = share
        self.setAccessibleName(sentence)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        radius = box.height() / 2
        painter.setBrush(theme().colour("border"))
        painter.drawRoundedRect(box, radius, radius)
        gone = min(max(self._share, 0.0), 1.0) * box.width()
        if gone > 0:
            box.setWidth(max(gone, box.height()))
            painter.setBrush(theme().colour("good" if self._share >= 1 else "accent"))
            painter.drawRoundedRect(box, radius, radius)

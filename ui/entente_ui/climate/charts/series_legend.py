"""What the marks of a series mean, above it."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.climate.charts.told import Series
from entente_ui.look.theme import theme

_HIGH: Final = 22
_GAP: Final = 20
#: Px at 100 %: half the width of a mark, and the room each takes.
_DOT: Final = 4.0
_EVENT: Final = 6.0
_MARK: Final = 24
Draw: TypeAlias = Callable[[QPainter, QPointF], None]


class SeriesLegend(QWidget):
    """A line of marks, each with its word; and whether the limits are a first guess."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[tuple[Draw, str]] = ()
        self._remark = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_series(self, series: Series, *, has_events: bool) -> None:
        """Name the marks a series has."""
        shown: list[tuple[Draw, str]] = [(_dot, _("wave"))]
        if series.signals.places:
            shown.append((_square, _("signal")))
        if series.smoothed is not None:
            shown.append((_dashes, _("moving average")))
        if any(point.interval is not None for point in series.points):
            shown.append((_beam, _("95 % interval")))
        if series.limits is not None:
            shown.append((_band, _("natural limits")))
        if has_events:
            shown.append((_diamond, _("event")))
        self._shown = shown
        limits = series.limits
        self._remark = _("provisional limits") if limits and limits.is_provisional else ""
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().px(_HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, left = theme().px, float(theme().px(4))
        painter.setFont(theme().font("small"))
        metrics = QFontMetricsF(painter.font())
        flag = int(Qt.AlignmentFlag.AlignVCenter)
        for draw, words in self._shown:
            draw(painter, QPointF(left + px(_MARK) / 2, self.height() / 2))
            painter.setPen(theme().colour("muted"))
            left += px(_MARK) + px(4)
            width = metrics.horizontalAdvance(words) + 2
            painter.drawText(QRectF(left, 0, width, self.height()), flag, words)
            left += width + px(_GAP)
        width = metrics.horizontalAdvance(self._remark) + 2
        right = max(left, self.width() - width - px(8))
        painter.drawText(QRectF(right, 0, width, self.height()), flag, self._remark)


def _dot(painter: QPainter, spot: QPointF) -> None:
    painter.setPen(QPen(theme().colour("accent"), theme().px(1.5)))
    painter.setBrush(theme().colour("surface"))
    painter.drawEllipse(spot, theme().px(_DOT), theme().px(_DOT))


def _square(painter: QPainter, spot: QPointF) -> None:
    half = theme().px(_DOT + 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("caution"))
    painter.drawRect(QRectF(spot.x() - half, spot.y() - half, 2 * half, 2 * half))


def _dashes(painter: QPainter, spot: QPointF) -> None:
    half = theme().px(_MARK) / 2
    painter.setPen(QPen(theme().colour("info"), theme().px(1.5), Qt.PenStyle.DashLine))
    painter.drawLine(spot - QPointF(half, 0), spot + QPointF(half, 0))


def _beam(painter: QPainter, spot: QPointF) -> None:
    half, end = theme().px(_EVENT), theme().px(_DOT)
    painter.setPen(QPen(theme().colour("edge"), 1))
    for down in (-half, half):
        painter.drawLine(spot + QPointF(-end, down), spot + QPointF(end, down))
    painter.drawLine(spot - QPointF(0, half), spot + QPointF(0, half))


def _band(painter: QPainter, spot: QPointF) -> None:
    across, down = theme().px(_MARK) / 2, theme().px(_DOT + 1)
    box = QRectF(spot.x() - across, spot.y() - down, 2 * across, 2 * down)
    painter.fillRect(box, theme().colour("accent_soft", 0.6))
    painter.setPen(QPen(theme().colour("muted"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(box.topLeft(), box.topRight())
    painter.drawLine(box.bottomLeft(), box.bottomRight())


def _diamond(painter: QPainter, spot: QPointF) -> None:
    half = theme().px(_EVENT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("info"))
    around = ((0, -1), (1, 0), (0, 1), (-1, 0))
    corners = [QPointF(spot.x() + across * half, spot.y() + down * half) for across, down in around]
    painter.drawPolygon(QPolygonF(corners))

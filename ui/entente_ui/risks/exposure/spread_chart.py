"""How often the total of the trials stays below an amount."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.simulation import Simulation
from entente.i18n import _
from entente_ui.charts.axis import ticks
from entente_ui.charts.plot import Plot, paint_foot, widest
from entente_ui.formats import money, percent
from entente_ui.look.theme import theme
from entente_ui.risks.exposure.words import spread_sentence

_HEIGHT: Final = 280
_TOP: Final = 12
_FOOT: Final = 30
_SHARES: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
_AMOUNT: Final = 96
_MARKED: Final = (10, 50, 90)


class SpreadChart(Plot):
    """The cumulative curve of the trials, with one in ten, one in two, nine in ten marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Totals of the trials"), _HEIGHT, parent)
        self._found: Simulation | None = None

    def show_found(self, found: Simulation | None) -> None:
        """Show what other trials gave."""
        self._found = found
        self.setAccessibleDescription(spread_sentence(found) if found else "")
        self.update()

    @property
    def points(self) -> list[tuple[float, float]]:
        """Total and share of the trials at each point of the line."""
        if self._found is None:
            return []
        last = len(self._found.curve) - 1
        return [(total, place / last) for place, total in enumerate(self._found.curve)]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        points = self.points
        if not points or self._found is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme().px
        left = widest([percent(share) for share in _SHARES]) + px(14)
        plot = self.room(left, px(_TOP), px(12), px(_FOOT))
        count = int(plot.width() // px(_AMOUNT))
        steps = ticks(points[0][0], points[-1][0], count)
        low, high = steps[0], steps[-1]

        def spot(total: float, share: float) -> QPointF:
            across = (total - low) / (high - low)
            return QPointF(
                plot.left() + across * plot.width(), plot.bottom() - share * plot.height()
            )

        for share in _SHARES:
            self.paint_level(painter, plot, spot(low, share).y(), percent(share))
        for step in steps:
            paint_foot(painter, self.width(), plot, spot(step, 0).x(), money(step))
        painter.setPen(QPen(theme().colour("accent"), px(2)))
        painter.drawPolyline(QPolygonF([spot(*point) for point in points]))
        for place in _MARKED:
            self._paint_mark(painter, plot, spot(*points[place]), place)

    def _paint_mark(self, painter: QPainter, plot: QRectF, spot: QPointF, place: int) -> None:
        px = theme().px
        painter.setPen(QPen(theme().colour("muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(spot, QPointF(spot.x(), plot.bottom()))
        painter.setPen(QPen(theme().colour("surface"), px(2)))
        painter.setBrush(theme().colour("accent"))
        painter.drawEllipse(spot, px(5), px(5))
        if self._found is None:
            return
        words = f"P{place} · {money(self._found.curve[place])}"
        # Beside the line where it is flat, so that no word stands on it.
        before = spot.x() > plot.center().x()
        beside = QPointF(spot.x() + px(-14 if before else 14), spot.y() + px(-10 if before else 10))
        self.paint_words(painter, beside, words, "text", before=before)

"""How the matrix is painted: what lies still in one picture, what moves on top of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QRegion

from entente.domain.risk import Reading
from entente.domain.risk_layout import Cell, Mark
from entente.i18n import _
from entente_ui.look.theme import theme
from entente_ui.risks.matrix.ground import paint_ground, rect_of
from entente_ui.risks.matrix.marks import (
    Face,
    chip_rect,
    paint_arrow,
    paint_chip,
    paint_focus,
    paint_heap,
    paint_mark,
    paint_trail,
)
from entente_ui.risks.matrix.plan import ARROWS, MOST_WAYS, Stop, Way
from entente_ui.risks.matrix.telling import stop_words
from entente_ui.risks.words import scored_words

if TYPE_CHECKING:
    from entente_ui.risks.matrix.chart import MatrixChart
    from entente_ui.risks.matrix.hand import Hand


class Painting:
    """Paints a matrix. A drag paints only what moves; the rest is a picture made once."""

    def __init__(self, chart: "MatrixChart") -> None:
        self._chart = chart

    def paint_moving(self, painter: QPainter) -> None:
        """Draw what comes and goes: where the keyboard is, and what is carried."""
        chart = self._chart
        if chart.hasFocus() and chart.stop is not None and not chart.hand.is_carrying:
            self._paint_focus(painter, chart.stop)
        self._paint_carried(painter)

    def face(self, mark: Mark) -> Face:
        """Return how a mark looks."""
        view = self._chart.seen.by_key[mark.risk]
        main = self._chart.plan.mark_of(mark.risk)
        return Face(
            view.ref,
            view.is_threat,
            is_ghost=self._chart.mode == ARROWS and mark != main,
            is_overdue=view.is_overdue and mark == main,
            is_selected=mark.risk == self._chart.picked,
        )

    def still(self) -> QPixmap:
        """Return the ground and every mark that lies on it."""
        ratio = self._chart.devicePixelRatioF()
        still = QPixmap(
            QSize(round(self._chart.width() * ratio), round(self._chart.height() * ratio))
        )
        still.setDevicePixelRatio(ratio)
        still.fill(Qt.GlobalColor.transparent)
        painter = QPainter(still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plan = self._chart.plan
        paint_ground(painter, plan.grid, self._chart.seen.scales)
        self._paint_past(painter)
        for way in self._ways():
            self._paint_way(painter, way)
        carried = self._chart.hand.mark
        for spot in plan.arrangement.spots:
            if spot.mark != carried:
                paint_mark(painter, spot.point, plan.arrangement.radius, self.face(spot.mark))
        for heap in plan.arrangement.heaps:
            is_picked = any(mark.risk == self._chart.picked for mark in heap.marks)
            paint_heap(painter, heap, plan.arrangement.radius, is_selected=is_picked)
        if self._chart.chosen is not None:
            self._frame_cell(painter, self._chart.chosen, 3.0)
        self._paint_sheet(painter)
        painter.end()
        return still

    def _ways(self) -> Sequence[Way]:
        ways = self._chart.plan.ways
        if len(self._chart.seen.views) <= MOST_WAYS:
            return ways
        return [way for way in ways if way.start.risk == self._chart.picked]

    def _paint_way(self, painter: QPainter, way: Way) -> None:
        start, end = self._chart.plan.point_of(way.start), self._chart.plan.point_of(way.end)
        if start and end:
            planned = way.end.reading == Reading.TARGET
            paint_arrow(
                painter, start, end, self._chart.plan.arrangement.radius, is_planned=planned
            )

    def _paint_past(self, painter: QPainter) -> None:
        """Draw the trail of the selected risk, below the marks, which have to be read."""
        mark = self._chart.plan.mark_of(self._chart.picked) if self._chart.picked else None
        point = self._chart.plan.point_of(mark) if mark else None
        if point is not None and self._chart.mode != ARROWS and self._chart.hand.mark is None:
            taken = [QRectF(self._chart.rect_around(stop)) for stop in self._chart.plan.stops()]
            paint_trail(painter, self._chart.plan.grid, self._chart.trail, point, taken)

    def _paint_sheet(self, painter: QPainter) -> None:
        sheet = self._chart.plan.sheet
        if sheet is None:
            return
        box = rect_of(sheet.box)
        painter.setPen(QPen(theme().colour("edge"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(box, theme().px(8), theme().px(8))
        head = box.adjusted(theme().px(10), theme().px(2), -theme().px(10), 0)
        head.setHeight(self._chart.plan.grid.head)
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour("text"))
        words = stop_words(self._chart.seen, self._chart.plan, sheet.cell, more=sheet.left_out)
        words = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, round(head.width())
        )
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), words)
        for spot in sheet.spots:
            if spot.mark != self._chart.hand.mark:
                radius = self._chart.plan.arrangement.radius
                paint_mark(painter, spot.point, radius, self.face(spot.mark))

    def _frame_cell(self, painter: QPainter, cell: Cell, width: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = rect_of(self._chart.plan.grid.box(cell)).adjusted(2.5, 2.5, -2.5, -2.5)
        for role, more in (("surface", 2.0), ("accent", 0.0)):
            painter.setPen(QPen(theme().colour(role), theme().px(width) + more))
            painter.drawRoundedRect(box, theme().px(4), theme().px(4))

    def _paint_focus(self, painter: QPainter, stop: Stop) -> None:
        point = self._chart.plan.point_of(stop)
        if point is None:
            return
        is_threat = not isinstance(stop, Mark) or self._chart.seen.by_key[stop.risk].is_threat
        radius = self._chart.plan.arrangement.radius
        paint_focus(painter, point, radius, is_threat=is_threat)
        if isinstance(stop, Mark):
            paint_mark(painter, point, radius, self.face(stop))

    def _paint_carried(self, painter: QPainter) -> None:
        hand = self._chart.hand
        if hand.target is not None:
            light = rect_of(self._chart.plan.grid.box(hand.target))
            painter.fillRect(light, theme().colour("accent_soft", 0.3))
            self._frame_cell(painter, hand.target, 3.0)
        if hand.point is None:
            return
        if hand.mark is not None:
            radius = self._chart.plan.arrangement.radius * 1.12
            paint_mark(painter, hand.point, radius, self.face(hand.mark))
        if words := self._told():
            paint_chip(painter, hand.point, words, QRectF(self._chart.rect()))

    def reach(self, hand: "Hand") -> QRegion:
        """Return what the hand covers, to be painted again when it moves on."""
        chart = self._chart
        if hand.point is None:
            return QRegion()
        radius = round(chart.plan.arrangement.radius * 1.6)
        x, y = round(hand.point[0]), round(hand.point[1])
        covered = QRegion(x - radius, y - radius, 2 * radius, 2 * radius)
        if hand.target is not None:
            covered += chart.rect_of_cell(hand.target).adjusted(-4, -4, 4, 4)
        words = self._told()
        return covered + chip_rect(hand.point, words, QRectF(chart.rect())).toAlignedRect()

    def _told(self) -> str:
        if self._chart.hand.words:
            return self._chart.hand.words
        if self._chart.hand.target is None:
            return _("Let go outside: it stays where it was") if self._chart.hand.mark else ""
        return scored_words(self._chart.seen.scales, self._chart.hand.target)

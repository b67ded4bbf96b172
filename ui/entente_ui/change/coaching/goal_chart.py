"""How far each goal has come, day by day: a numbered line for each."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.coaching.records import GAS_MAX
from entente.i18n import _
from entente.services.coaching import Goal
from entente_ui.charts.plot import Plot, paint_foot, widest
from entente_ui.formats import day_month, number, signed
from entente_ui.look.theme import theme

_HEIGHT: Final = 190
_TOP: Final = 14
_FOOT: Final = 28
_ROLES: Final = ("accent", "caution", "good", "info", "critical")
_DASHES: Final = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
_STEPS: Final = range(-GAS_MAX, GAS_MAX + 1)
#: Px at 100 % by which lines that lie on one another are parted.
_APART: Final = 3


class GoalChart(Plot):
    """Shows goals from −2 to +2; what they say is in the table beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Attainment of goals over time"), _HEIGHT, parent)
        self.goals: Sequence[Goal] = ()

    def show_goals(self, goals: Sequence[Goal], sentence: str) -> None:
        """Show other goals; the sentence is read aloud."""
        self.goals = goals
        self.setAccessibleDescription(sentence)
        self.update()

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day somebody looked, None while nobody did."""
        days = [row["read_on"] for goal in self.goals for row in goal.readings]
        return (min(days), max(days)) if days else None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        days = self.days
        if days is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme().px
        plot = self.room(widest([signed(s) for s in _STEPS]) + px(14), px(_TOP), px(28), px(_FOOT))
        for score in _STEPS:
            self.paint_level(painter, plot, _y(plot, score), signed(score))
        first, last = days
        paint_foot(painter, self.width(), plot, plot.left(), day_month(first))
        if last > first:
            paint_foot(painter, self.width(), plot, plot.right(), day_month(last))
        for place, goal in enumerate(self.goals):
            self._paint_goal(painter, plot, place, goal, days)

    def _paint_goal(
        self, painter: QPainter, plot: QRectF, place: int, goal: Goal, days: tuple[dt.date, dt.date]
    ) -> None:
        if not goal.readings:
            return
        first, last = days
        span = max(1, (last - first).days)
        aside = theme().px(_APART) * (place - (len(self.goals) - 1) / 2)
        spots = [
            QPointF(
                plot.left() + plot.width() * (row["read_on"] - first).days / span,
                _y(plot, row["score"]) + aside,
            )
            for row in goal.readings
        ]
        role = _ROLES[place % len(_ROLES)]
        colour = theme().colour(role)
        painter.setPen(QPen(colour, theme().px(2), _DASHES[place % len(_DASHES)]))
        painter.drawPolyline(spots)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for spot in spots:
            painter.drawEllipse(spot, theme().px(4), theme().px(4))
        self.paint_words(painter, spots[-1] + QPointF(theme().px(6), 0), number(place + 1), role)


def _y(plot: QRectF, score: int) -> float:
    return plot.bottom() - plot.height() * (score + GAS_MAX) / (2 * GAS_MAX)

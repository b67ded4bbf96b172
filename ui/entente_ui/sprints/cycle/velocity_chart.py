"""How much was done in each closed sprint, and the range that says how fast work goes."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.sprint_figures import Velocity
from entente.i18n import _
from entente.services.sprints import SprintView
from entente_ui.charts.bars import BarChart
from entente_ui.charts.twin import Figures
from entente_ui.formats import labelled, number
from entente_ui.kit import NOWHERE
from entente_ui.look.theme import theme
from entente_ui.sprints.board.words import half_days

_WHOLE: Final = 1.15


class VelocityChart(BarChart):
    """A bar a sprint; behind them from the least to the most of the last three, and the mean."""

    head = 30
    foot = 8
    side = 46

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Velocity"), parent)
        self.bars: Sequence[SprintView] = ()
        self.speed: Velocity | None = None

    def show_sprints(self, closed: Sequence[SprintView], speed: Velocity | None) -> None:
        """Show other sprints, all of them closed."""
        self.bars, self.speed = closed, speed
        self.aimed_part = 0 if closed else NOWHERE
        self.setAccessibleDescription("; ".join(map(self.spoken, range(len(closed)))))
        self.updateGeometry()
        self.update()

    @property
    @override
    def count(self) -> int:
        return len(self.bars)

    @override
    def name_of(self, place: int) -> str:
        view = self.bars[place]
        return f"{view.ref} {view.name}".strip()

    @override
    def spoken(self, place: int) -> str:
        view = self.bars[place]
        return labelled(
            self.name_of(place),
            _("{done} done of {planned} planned").format(
                done=number(view.totals.done), planned=half_days(view.totals.planned)
            ),
        )

    @override
    def choose(self, part: int) -> None:
        self.look_at(part)

    def x_of(self, effort: float) -> float:
        """Return where so many half-days are."""
        plot = self.plot()
        most = max([view.totals.done for view in self.bars] + [1.0]) * _WHOLE
        return plot.left() + plot.width() * effort / most

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_band(painter)
        left, bars = self.plot().left(), []
        for place, view in enumerate(self.bars):
            self.paint_name(painter, place)
            bars.append(self.paint_bar(painter, place, (left, self.x_of(view.totals.done))))
        self._paint_mean(painter)
        for bar, view in zip(bars, self.bars, strict=True):
            self._paint_figure(painter, bar, number(view.totals.done))

    def _paint_band(self, painter: QPainter) -> None:
        speed = self.speed
        if speed is None:
            return
        px, plot = theme().px, self.plot()
        left, right = self.x_of(speed.minimum), self.x_of(speed.maximum)
        band = QRectF(left, plot.top() - px(4), max(1.0, right - left), plot.height() + px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent_soft"))
        painter.drawRect(band)
        painter.setBrush(QBrush(theme().colour("accent", 0.35), Qt.BrushStyle.FDiagPattern))
        painter.drawRect(band)
        said = _("{least} to {most}").format(
            least=number(speed.minimum), most=number(speed.maximum)
        )
        self._paint_word(painter, QPointF(band.center().x(), px(11)), said)

    def _paint_figure(self, painter: QPainter, bar: QRectF, words: str) -> None:
        """Write how much was done behind a bar, on a ground that keeps the band off."""
        px = theme().px
        painter.setFont(theme().font("small_strong"))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + px(8)
        box = QRectF(bar.right() + px(4), bar.top(), width, bar.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("surface", 0.9))
        painter.drawRoundedRect(box, px(4), px(4))
        painter.setPen(theme().colour("text"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_mean(self, painter: QPainter) -> None:
        speed = self.speed
        if speed is None:
            return
        px, plot, x = theme().px, self.plot(), self.x_of(speed.mean)
        painter.setPen(QPen(theme().colour("text"), px(2), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, plot.top() - px(6)), QPointF(x, plot.bottom() + px(6)))

    def _paint_word(self, painter: QPainter, spot: QPointF, words: str) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + theme().px(4)
        left = min(max(0.0, spot.x() - width / 2), self.width() - width)
        box = QRectF(left, spot.y() - theme().px(10), width, theme().px(20))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


def velocity_figures(closed: Sequence[SprintView]) -> Figures:
    """Return the closed sprints as a table."""
    heads = (
        _("Sprint"),
        _("Working days"),
        _("Planned"),
        _("Done"),
        _("Carried over"),
        _("Taken out"),
    )
    rows = [
        (
            f"{view.ref} {view.name}".strip(),
            number(len(view.days)),
            *(
                number(value)
                for value in (
                    view.totals.planned,
                    view.totals.done,
                    view.totals.carry_over,
                    view.totals.removed,
                )
            ),
        )
        for view in closed
    ]
    return Figures(heads, rows, frozenset(range(1, 6)), {0: 190, **dict.fromkeys(range(1, 6), 104)})

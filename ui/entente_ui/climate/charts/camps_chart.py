"""How far people agree with each other on each item, which its mean does not tell."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.climate.answers import AGREES_FROM
from entente.i18n import _
from entente_ui.charts.plot import paint_foot
from entente_ui.climate.charts.answers_chart import AnswersChart
from entente_ui.climate.charts.wave_words import camps_words
from entente_ui.formats import decimal
from entente_ui.look.theme import theme

#: From this consensus down people are apart; from the other one on they agree.
_APART: Final = AGREES_FROM / 2
_LEVELS: Final = (0.0, _APART, AGREES_FROM, 1.0)


class CampsChart(AnswersChart):
    """A bar an item: the consensus, from none to whole. A hatched bar has two camps below it."""

    head = 26
    foot = 28
    side = 140

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Two camps"), parent)

    @override
    def spoken(self, place: int) -> str:
        return camps_words(self.items[place])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.items:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, plot = theme().px, self.plot()

        def across(consensus: float) -> float:
            return plot.left() + plot.width() * min(max(consensus, 0.0), 1.0)

        self._paint_heads(painter, across(_APART), across(AGREES_FROM))
        for level in _LEVELS:
            style = Qt.PenStyle.SolidLine if level in {0.0, 1.0} else Qt.PenStyle.DashLine
            painter.setPen(QPen(theme().colour("edge"), 1, style))
            x = across(level)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            paint_foot(painter, self.width(), plot, x, decimal(level, 2))
        for place, item in enumerate(self.items):
            self.paint_name(painter, place)
            found = item.summary
            if found is None or found.consensus is None:
                continue
            end = max(across(found.consensus), plot.left() + px(3))
            self.paint_bar(painter, place, (plot.left(), end), hatched=found.is_split)
            self.paint_figure(painter, place, found.consensus, is_split=found.is_split)

    def _paint_heads(self, painter: QPainter, apart: float, agree: float) -> None:
        """Write above the parts what they mean, where each has room."""
        plot, px = self.plot(), theme().px
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        for left, right, words in (
            (plot.left(), apart, _("apart")),
            (agree, plot.right(), _("of one mind")),
        ):
            box = QRectF(left, 0, right - left, px(self.head) - px(4))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

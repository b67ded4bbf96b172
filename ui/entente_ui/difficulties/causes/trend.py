"""What the difficulties noticed each month weigh, and how much of it one cause makes."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.cause_figures import Month
from entente.domain.ten_causes import TenCause
from entente.i18n import _
from entente_ui.cause_words import cause_words
from entente_ui.formats import month_year, number
from entente_ui.look.theme import theme

_HEIGHT: Final = 190
_FOOT: Final = 24
_HEAD: Final = 20
_WIDEST: Final = 46
_GAP: Final = 6


class TrendChart(QWidget):
    """A column a month; the part of the cause looked at is filled from the ground up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: Sequence[Month] = ()
        self._cause: TenCause | None = None
        self.setAccessibleName(_("Weight of the causes by month"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_months(self, months: Sequence[Month], cause: TenCause | None) -> None:
        """Show these months, and in them the part of a cause."""
        self._months, self._cause = months, cause
        self.setAccessibleDescription("; ".join(map(self._spoken, months)))
        self.update()

    def _spoken(self, month: Month) -> str:
        words = f"{month_year(month.first_day)}: {number(month.total)}"
        if self._cause is None:
            return words
        return f"{words}, {cause_words(self._cause)} {number(self._part(month))}"

    def _part(self, month: Month) -> int:
        return month.weights.get(self._cause, 0) if self._cause else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(360), theme().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(220), theme().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme().px
        plot = QRectF(0, px(_HEAD), self.width(), self.height() - px(_HEAD) - px(_FOOT))
        painter.setPen(QPen(theme().colour("edge"), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        if not self._months:
            return
        step = plot.width() / len(self._months)
        most = max(month.total for month in self._months) or 1
        every = self._label_step(step)
        for place, month in enumerate(self._months):
            centre = plot.left() + (place + 0.5) * step
            width = max(2.0, min(px(_WIDEST), step - px(_GAP)))
            self._paint_column(
                painter, QRectF(centre - width / 2, plot.top(), width, plot.height()), month, most
            )
            if place % every == 0:
                self._paint_month(painter, centre, plot.bottom(), month)

    def _label_step(self, step: float) -> int:
        """Return at every how many months there is room for a name."""
        metrics = QFontMetricsF(theme().font("small"))
        widest = max(metrics.horizontalAdvance(_short(month)) for month in self._months)
        every = 1
        while every * step < widest + theme().px(8):
            every += 1
        return every

    def _paint_column(self, painter: QPainter, room: QRectF, month: Month, most: int) -> None:
        px = theme().px
        whole, part = (room.height() * weight / most for weight in (month.total, self._part(month)))
        painter.setPen(QPen(theme().colour("accent"), 1))
        painter.setBrush(theme().colour("accent_soft"))
        if whole:
            painter.drawRect(QRectF(room.left(), room.bottom() - whole, room.width(), whole))
        if part:
            painter.setBrush(theme().colour("accent"))
            painter.drawRect(QRectF(room.left(), room.bottom() - part, room.width(), part))
        if month.total and room.width() > px(12):
            painter.setFont(theme().font("small_strong"))
            painter.setPen(theme().colour("text"))
            top = QRectF(
                room.left() - px(20), room.bottom() - whole - px(20), room.width() + px(40), px(18)
            )
            painter.drawText(top, int(Qt.AlignmentFlag.AlignCenter), number(month.total))

    @staticmethod
    def _paint_month(painter: QPainter, centre: float, bottom: float, month: Month) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        words = _short(month)
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        place = QPointF(centre - width / 2, bottom + theme().px(17))
        painter.drawText(place, words)


def _short(month: Month) -> str:
    return f"{month.first_day.month:02}/{month.first_day.year % 100:02}"

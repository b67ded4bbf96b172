"""Ties across two sides and inside each: how many, how good."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.relation import QUALITY_MAX, QUALITY_MIN
from entente.domain.sides import Crossing, Tally
from entente.i18n import _
from entente_ui import formats
from entente_ui.look.theme import theme

_ROW: Final = 64
_HEAD: Final = 24
_LABEL: Final = 150
_SCALE: Final = 220
_GAP: Final = 28
_BAR: Final = 28
_NARROW: Final = 640


class CrossingChart(QWidget):
    """Two bars of ties, bad to good, and beside each the mean quality on its scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crossing: Crossing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Ties across the two sides and inside each"))
        theme().changed.connect(self.updateGeometry)

    def show_crossing(self, crossing: Crossing) -> None:
        """Show other ties."""
        self._crossing = crossing
        words = [f"{label}: {_in_words(tally)}" for label, tally in self._rows()]
        self.setAccessibleDescription("; ".join(words))
        self.update()

    def _rows(self) -> list[tuple[str, Tally]]:
        if self._crossing is None:
            return []
        return [
            (_("between the sides"), self._crossing.across),
            (_("inside each side"), self._crossing.inside),
        ]

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(560), theme().px(_HEAD + 2 * _ROW))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(320), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme().px
        is_narrow = self.width() < px(_NARROW)
        label = px(_LABEL) * (0.7 if is_narrow else 1)
        scale = px(_SCALE) * (0.6 if is_narrow else 1)
        bars = QRectF(label, 0, self.width() - label - scale - px(_GAP), self.height())
        axis = QRectF(self.width() - scale, 0, scale - px(8), self.height())
        self._paint_heads(painter, bars, axis)
        most = max((tally.ties for _label, tally in self._rows()), default=0)
        for place, (words, tally) in enumerate(self._rows()):
            top = px(_HEAD) + place * px(_ROW)
            painter.setFont(theme().font("body"))
            painter.setPen(theme().colour("text"))
            box = QRectF(0, top, label - px(10), px(_ROW))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(box, int(flags | Qt.TextFlag.TextWordWrap), words)
            row = QRectF(bars.left(), top, bars.width(), px(_ROW))
            self._paint_bar(painter, row, tally, most)
            self._paint_mean(painter, QRectF(axis.left(), top, axis.width(), px(_ROW)), tally)

    def _paint_heads(self, painter: QPainter, bars: QRectF, axis: QRectF) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        top = QRectF(bars.left(), 0, bars.width(), theme().px(_HEAD))
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), _("ties: bad, neutral, good"))
        head = QRectF(axis.left(), 0, axis.width(), theme().px(_HEAD))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(head, int(flags), _("mean quality"))

    def _paint_bar(self, painter: QPainter, row: QRectF, tally: Tally, most: int) -> None:
        px = theme().px
        left, top = row.left(), row.top() + (row.height() - px(_BAR)) / 2
        unit = row.width() / max(most, 1)
        parts = ((tally.bad, "critical"), (tally.others, "faint"), (tally.good, "info"))
        painter.setFont(theme().font("small_strong"))
        for count, role in parts:
            if not count:
                continue
            box = QRectF(left, top, count * unit, px(_BAR))
            painter.setPen(QPen(theme().colour("surface"), 1))
            painter.setBrush(theme().colour(role))
            painter.drawRect(box)
            painter.setPen(theme().colour("surface"))
            text = formats.number(count)
            if painter.fontMetrics().horizontalAdvance(text) + 4 < box.width():
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
            left += count * unit
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        under = QRectF(row.left(), top + px(_BAR), row.width(), px(18))
        painter.drawText(under, int(Qt.AlignmentFlag.AlignVCenter), _in_words(tally, mean=False))

    def _paint_mean(self, painter: QPainter, row: QRectF, tally: Tally) -> None:
        px = theme().px
        middle = row.center().y()
        painter.setPen(QPen(theme().colour("edge"), 1))
        painter.drawLine(QPointF(row.left(), middle), QPointF(row.right(), middle))
        painter.setFont(theme().font("small"))
        for quality in range(QUALITY_MIN, QUALITY_MAX + 1):
            x = _across(row, quality)
            painter.setPen(QPen(theme().colour("edge"), 1))
            painter.drawLine(QPointF(x, middle - px(3)), QPointF(x, middle + px(3)))
            painter.setPen(theme().colour("muted"))
            tick = QRectF(x - px(14), middle + px(6), px(28), px(16))
            painter.drawText(tick, int(Qt.AlignmentFlag.AlignCenter), formats.signed(quality))
        if tally.quality is None:
            return
        x = _across(row, tally.quality)
        painter.setPen(QPen(theme().colour("surface"), 2))
        painter.setBrush(theme().colour("critical" if tally.quality < 0 else "info"))
        painter.drawEllipse(QPointF(x, middle), px(7), px(7))
        painter.setFont(theme().font("strong"))
        painter.setPen(theme().colour("text"))
        value = QRectF(x - px(40), middle - px(30), px(80), px(20))
        value.moveLeft(min(max(value.left(), row.left() - px(16)), row.right() - px(64)))
        painter.drawText(value, int(Qt.AlignmentFlag.AlignCenter), formats.signed(tally.quality, 1))


def _across(row: QRectF, quality: float) -> float:
    return row.left() + row.width() * (quality - QUALITY_MIN) / (QUALITY_MAX - QUALITY_MIN)


def _in_words(tally: Tally, *, mean: bool = True) -> str:
    parts = (
        (tally.bad, _("{count} bad")),
        (tally.others, _("{count} neutral or not judged")),
        (tally.good, _("{count} good")),
    )
    said = [words.format(count=formats.number(count)) for count, words in parts if count]
    if mean and tally.quality is not None:
        quality = formats.signed(tally.quality, 2)
        said.append(_("mean quality {quality}").format(quality=quality))
    return " · ".join(said)

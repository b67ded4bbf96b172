"""Which risks move the total most: a bar for each, the longest on top."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.simulation import Contribution, Simulation
from entente.i18n import _
from entente_ui.charts.axis import ticks
from entente_ui.charts.plot import Plot
from entente_ui.formats import money
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme
from entente_ui.risks.exposure.words import bar_words, by_swing, ends, tornado_sentence

#: Bars drawn; the table has them all.
MOST: Final = 15
_ROW: Final = 30
_BAR: Final = 16
_TOP: Final = 8
_FOOT: Final = 30
_NAME: Final = 260
_NAME_SHARE: Final = 0.4
_AMOUNT: Final = 96
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class TornadoChart(Plot):
    """From the mean total without a risk to the mean total when it occurs.

    Signals:
        picked: Emitted with the key of a risk that was clicked or chosen by key.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What each risk adds"), _TOP + _FOOT, parent)
        self._found: Simulation | None = None
        self._names: Mapping[str, str] = {}
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_found(self, found: Simulation | None, names: Mapping[str, str]) -> None:
        """Show what other trials gave; names of the risks by key."""
        self._found, self._names, self._current = found, names, -1
        self.setAccessibleDescription(tornado_sentence(found) if found else "")
        self.updateGeometry()
        self.update()

    @property
    def bars(self) -> Sequence[Contribution]:
        """The risks drawn, the longest bar first."""
        return by_swing(self._found)[:MOST] if self._found else ()

    def row_rect(self, place: int) -> QRectF:
        """Return where a bar stands, over the whole width."""
        px = theme().px
        return QRectF(0, px(_TOP) + place * px(_ROW), self.width(), px(_ROW))

    @override
    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(px(520), px(_TOP) + len(self.bars) * px(_ROW) + px(_FOOT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.bars or self._found is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme().px
        name = min(px(_NAME), self.width() * _NAME_SHARE)
        height = len(self.bars) * px(_ROW)
        plot = QRectF(name, px(_TOP), max(1.0, self.width() - name - px(16)), height)
        values = [end for each in self.bars for end in ends(each, self._found.mean)]
        steps = ticks(min(values), max(values), int(plot.width() // px(_AMOUNT)))
        low, span = steps[0], steps[-1] - steps[0]

        def across(total: float) -> float:
            return plot.left() + plot.width() * (total - low) / span

        for step in steps:
            painter.setPen(QPen(theme().colour("border"), 1))
            painter.drawLine(
                QPointF(across(step), plot.top()), QPointF(across(step), plot.bottom())
            )
            self.paint_foot(painter, plot, across(step), money(step))
        for place, each in enumerate(self.bars):
            start, end = sorted(map(across, ends(each, self._found.mean)))
            self._paint_row(painter, place, plot, (start, end))
        x = across(self._found.mean)
        painter.setPen(QPen(theme().colour("text"), px(1.5), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    def _paint_row(
        self, painter: QPainter, place: int, plot: QRectF, ends: tuple[float, float]
    ) -> None:
        px, row, each = theme().px, self.row_rect(place), self.bars[place]
        is_current = place == self._current and self.hasFocus()
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent_soft", 0.6))
            painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), px(6), px(6))
        font = theme().font("strong" if is_current else "body")
        painter.setFont(font)
        painter.setPen(theme().colour("text"))
        box = QRectF(px(4), row.top(), plot.left() - px(14), row.height())
        words = QFontMetricsF(font).elidedText(
            self._names.get(each.key, ""), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
        height = px(_BAR)
        is_gain = each.mean < 0
        painter.setPen(QPen(theme().colour("accent"), 1))
        painter.setBrush(theme().colour("surface" if is_gain else "accent"))
        bar = QRectF(ends[0], row.center().y() - height / 2, ends[1] - ends[0], height)
        painter.drawRoundedRect(bar, px(3), px(3))
        if is_gain:
            painter.setBrush(QBrush(theme().colour("accent"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(bar, px(3), px(3))

    def _go(self, place: int) -> None:
        if self.bars:
            self._current = min(max(place, 0), len(self.bars) - 1)
            each = self.bars[self._current]
            announce(self, bar_words(each, self._names.get(each.key, "")))
            self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self._go(self._current + 1)
            case Qt.Key.Key_Up:
                self._go(self._current - 1)
            case key if key in _ENTER and 0 <= self._current < len(self.bars):
                self.picked.emit(self.bars[self._current].key)
            case _:
                super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        places = range(len(self.bars))
        found = next((n for n in places if self.row_rect(n).contains(event.position())), -1)
        if found >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._go(found)
            self.picked.emit(self.bars[found].key)

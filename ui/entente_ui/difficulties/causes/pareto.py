"""The causes from the heaviest down, with the line of what they come to together."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.cause_figures import Bar
from entente.i18n import _
from entente_ui.cause_words import cause_words
from entente_ui.formats import number, percent
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme

_ROW: Final = 30
_HEAD: Final = 26
_BAR: Final = 16
_NAME: Final = 260
#: The most of the width that names may take.
_NAME_SHARE: Final = 0.42
_SHARES: Final = 58
_TICKS: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
#: The few causes up to here are worth most of the trouble.
_VITAL: Final = 0.8
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class ParetoChart(QWidget):
    """One bar a cause on the scale of all of them; the line adds them up.

    Signals:
        picked: Emitted with the bar that was clicked or chosen by key.
        current_changed: Emitted with the bar one has come to by pointer or arrows.
    """

    picked = Signal(object)
    current_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: Sequence[Bar] = ()
        self._current = 0
        self.setAccessibleName(_("Causes by weight"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other causes; the one looked at stays, if it is still there."""
        before = self.current
        self._bars = bars
        kept = (n for n, bar in enumerate(bars) if before and bar.cause is before.cause)
        self._current = next(kept, 0)
        self.setAccessibleDescription("; ".join(map(self._spoken, bars)))
        self.updateGeometry()
        self.update()

    @property
    def current(self) -> Bar | None:
        """The cause looked at."""
        return self._bars[self._current] if self._bars else None

    def row_rect(self, place: int) -> QRectF:
        """Return where the bar of a place stands, over the whole width."""
        px = theme().px
        return QRectF(0, px(_HEAD) + place * px(_ROW), self.width(), px(_ROW))

    def _spoken(self, bar: Bar) -> str:
        return _("{cause}: weight {weight}, {share} of all, {cumulative} together").format(
            cause=cause_words(bar.cause),
            weight=bar.weight,
            share=percent(bar.share),
            cumulative=percent(bar.cumulative),
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(560), theme().px(_HEAD) + len(self._bars) * theme().px(_ROW))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), self.sizeHint().height())

    def _plot(self) -> QRectF:
        px = theme().px
        left = min(px(_NAME), self.width() * _NAME_SHARE)
        room = self.width() - left - px(_SHARES)
        return QRectF(left, px(_HEAD), max(room, 1), len(self._bars) * px(_ROW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        self._paint_axis(painter, plot)
        for place, bar in enumerate(self._bars):
            self._paint_row(painter, self.row_rect(place), plot, bar)
        self._paint_line(painter, plot)

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        painter.setFont(theme().font("small"))
        for tick in _TICKS:
            x = plot.left() + tick * plot.width()
            is_vital = tick == _VITAL
            style = Qt.PenStyle.DashLine if is_vital else Qt.PenStyle.SolidLine
            painter.setPen(QPen(theme().colour("muted" if is_vital else "border"), 1, style))
            painter.drawLine(QPointF(x, plot.top() - theme().px(4)), QPointF(x, plot.bottom()))
            painter.setPen(theme().colour("muted"))
            box = QRectF(x - theme().px(30), 0, theme().px(60), plot.top() - theme().px(5))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), percent(tick))

    def _paint_row(self, painter: QPainter, row: QRectF, plot: QRectF, bar: Bar) -> None:
        px = theme().px
        is_current = bar is self.current
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent_soft", 0.6))
            painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), px(6), px(6))
        font = theme().font("strong" if is_current else "body")
        painter.setFont(font)
        painter.setPen(theme().colour("text"))
        name = QRectF(px(8), row.top(), plot.left() - px(18), row.height())
        words = QFontMetricsF(font).elidedText(
            cause_words(bar.cause), Qt.TextElideMode.ElideRight, name.width()
        )
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), words)
        height = px(_BAR)
        box = QRectF(plot.left(), row.center().y() - height / 2, bar.share * plot.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        painter.drawRoundedRect(box, px(3), px(3))
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour("text"))
        weight = QRectF(box.right() + px(10), row.top(), px(40), row.height())
        painter.drawText(weight, int(Qt.AlignmentFlag.AlignVCenter), number(bar.weight))
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        share = QRectF(plot.right(), row.top(), px(_SHARES) - px(8), row.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(share, int(flags), percent(bar.cumulative))

    def _paint_line(self, painter: QPainter, plot: QRectF) -> None:
        """Draw what the causes come to together, with a dot at the height of each."""
        points = [
            QPointF(plot.left() + bar.cumulative * plot.width(), self.row_rect(place).center().y())
            for place, bar in enumerate(self._bars)
        ]
        painter.setPen(QPen(theme().colour("caution"), 1.5))
        painter.drawPolyline(points)
        painter.setBrush(theme().colour("surface"))
        radius = theme().px(4)
        for point in points:
            painter.drawEllipse(point, radius, radius)

    def _look_at(self, place: int, *, aloud: bool = False) -> None:
        if not 0 <= place < len(self._bars) or place == self._current:
            return
        self._current = place
        self.update()
        self.current_changed.emit(self.current)
        if aloud:
            announce(self, self._spoken(self._bars[place]))

    def _at(self, point: QPointF) -> int:
        rows = range(len(self._bars))
        return next((n for n in rows if self.row_rect(n).contains(point)), -1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self._look_at(self._current + 1, aloud=True)
            case Qt.Key.Key_Up:
                self._look_at(self._current - 1, aloud=True)
            case key if key in _ENTER and self.current:
                self.picked.emit(self.current)
            case _:
                super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self._look_at(place)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._look_at(place)
            self.picked.emit(self._bars[place])

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.unsetCursor()
        super().leaveEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current:
            announce(self, self._spoken(self.current))

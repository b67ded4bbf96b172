"""Items and waves: how high each mean is, darker where it is lower, with its number."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.climate.charts.told import Point, Series
from entente_ui.formats import decimal, labelled
from entente_ui.kit import NOWHERE, PaintedChoice, spaced
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme

#: Px at 100 %.
_ROW: Final = 28
_HEAD: Final = 26
_CELL: Final = 44
_WIDEST: Final = 84
_NAME: Final = 260
_NAME_SHARE: Final = 0.36
#: Means from these on take one step of colour less.
_STEPS: Final = (2.25, 2.75, 3.25, 3.75)


def heat_step(mean: float) -> int:
    """Return the step of colour of a mean from 1 to 5: 4, the darkest, is the lowest."""
    return sum(mean < limit for limit in _STEPS)


class HeatChart(PaintedChoice):
    """The cells there is room for, from the wave `first` on.

    Signals:
        picked: Emitted with the place of an item and the place of a wave.
        moved: Emitted when other waves are shown.
    """

    picked = Signal(int, int)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Series] = ()
        self.first = 0
        self.setAccessibleName(_("Items and waves"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @property
    def waves(self) -> int:
        """How many waves there are."""
        return len(self.rows[0].points) if self.rows else 0

    @property
    def room(self) -> int:
        """How many waves there is room for."""
        return max(1, int((self.width() - self._left()) // theme().px(_CELL)))

    def show_rows(self, rows: Sequence[Series], sentence: str) -> None:
        """Show other items, the last waves of them; the sentence says what they show."""
        self.rows = rows
        self.aimed_part = 0 if rows else NOWHERE
        self.setAccessibleDescription(sentence)
        self.move_to(self.waves)
        self.updateGeometry()

    @Slot(int)
    def move_to(self, first: int) -> None:
        """Show the waves from another one on."""
        self.first = min(max(first, 0), max(0, self.waves - self.room))
        self.moved.emit()
        self.update()

    def cell(self, row: int, wave: int) -> QRectF:
        """Return where a cell is drawn."""
        px, left = theme().px, self._left()
        shown = min(self.room, self.waves)
        wide = min((self.width() - left) / shown, px(_WIDEST))
        return QRectF(left + (wave - self.first) * wide, px(_HEAD) + row * px(_ROW), wide, px(_ROW))

    def spoken(self, part: int) -> str:
        """Return what is said of a cell."""
        row, point = self._at(part)
        said = _("not shown") if point.value is None else row.say(point.value)
        return labelled(f"{row.title}, {point.wave}", said)

    def _at(self, part: int) -> tuple[Series, Point]:
        row = self.rows[part // self.waves]
        return row, row.points[part % self.waves]

    def _left(self) -> float:
        return min(theme().px(_NAME), self.width() * _NAME_SHARE)

    @override
    def part_at(self, point: QPointF) -> int:
        if not self.rows or point.x() < self._left():
            return NOWHERE
        first = self.cell(0, self.first)
        row = int((point.y() - first.top()) // first.height())
        wave = self.first + int((point.x() - first.left()) // first.width())
        if not (0 <= row < len(self.rows) and wave < min(self.waves, self.first + self.room)):
            return NOWHERE
        return row * self.waves + wave

    @override
    def aim(self, part: int) -> None:
        self.aimed_part = part
        wave = part % self.waves
        if wave < self.first:
            self.move_to(wave)
        elif wave >= self.first + self.room:
            self.move_to(wave - self.room + 1)
        self.update()
        announce(self, self.spoken(part))

    @override
    def choose(self, part: int) -> None:
        self.aimed_part = part
        self.update()
        self.picked.emit(*divmod(part, self.waves))

    @override
    def tip(self, part: int) -> str:
        return self.spoken(part)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Home: (0, -self.waves),
            Qt.Key.Key_End: (0, self.waves),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None or self.aimed_part == NOWHERE:
            super().keyPressEvent(event)
            return
        row, wave = divmod(self.aimed_part, self.waves)
        row = min(max(row + way[0], 0), len(self.rows) - 1)
        wave = min(max(wave + way[1], 0), self.waves - 1)
        self.aim(row * self.waves + wave)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.rows:
            return
        painter = QPainter(self)
        px = theme().px
        shown = range(self.first, min(self.waves, self.first + self.room))
        self._paint_heads(painter, shown)
        for place, row in enumerate(self.rows):
            box = self.cell(place, self.first)
            painter.setFont(theme().font("body"))
            painter.setPen(theme().colour("text"))
            name = QRectF(px(4), box.top(), self._left() - px(12), box.height())
            words = QFontMetricsF(painter.font()).elidedText(
                row.title, Qt.TextElideMode.ElideRight, name.width()
            )
            painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), words)
            for wave in shown:
                self._paint_cell(painter, self.cell(place, wave), row.points[wave].value)
        if self.hasFocus() and self.aimed_part != NOWHERE:
            row_at, wave = divmod(self.aimed_part, self.waves)
            if wave in shown:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme().colour("text"), px(2)))
                painter.drawRect(self.cell(row_at, wave).adjusted(2, 2, -2, -2))

    def _paint_heads(self, painter: QPainter, shown: range) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        metrics = QFontMetricsF(painter.font())
        for wave in shown:
            box = self.cell(0, wave)
            box = QRectF(box.left(), 0, box.width(), theme().px(_HEAD))
            words = metrics.elidedText(
                self.rows[0].points[wave].wave, Qt.TextElideMode.ElideRight, box.width() - 2
            )
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_cell(self, painter: QPainter, box: QRectF, value: float | None) -> None:
        inner = box.adjusted(1, 1, -1, -1)
        painter.setFont(theme().font("small_strong"))
        if value is None:
            painter.setPen(QPen(theme().colour("border"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inner)
            return
        heat = theme().heat(heat_step(value))
        painter.fillRect(inner, heat.fill)
        painter.setPen(heat.ink)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), decimal(value))

    @override
    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(px(520), px(_HEAD) + len(self.rows) * px(_ROW) + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.move_to(self.first)


class HeatPanel(QWidget):
    """The chart, and a bar below it where there are more waves than room.

    Attributes:
        chart: The cells.
        bar: Leads to earlier and later waves.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = HeatChart(self)
        self.bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self.bar.setAccessibleName(_("Earlier and later waves"))
        column = spaced(QVBoxLayout(self), 0, 4)
        column.addWidget(self.chart)
        column.addWidget(self.bar)
        self.bar.valueChanged.connect(self._on_bar)
        self.chart.moved.connect(self._fit)

    @Slot(int)
    def _on_bar(self, first: int) -> None:
        if first != self.chart.first:
            self.chart.move_to(first)

    @Slot()
    def _fit(self) -> None:
        room, first = self.chart.room, self.chart.first
        self.bar.setPageStep(room)
        self.bar.setRange(0, max(0, self.chart.waves - room))
        self.bar.setValue(first)
        self.bar.setVisible(self.chart.waves > room)

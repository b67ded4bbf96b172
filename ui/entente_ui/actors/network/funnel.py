"""The ladder of connection as a funnel: a bar a step, each to be opened."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.ladder import Rung
from entente.domain.relation import CONNECTION_LABELS
from entente.i18n import _, ngettext
from entente_ui import formats
from entente_ui.kit import NOWHERE, PaintedChoice
from entente_ui.look.theme import theme

_ROW: Final = 34
_LABEL: Final = 200
_GROWTH: Final = 90
_KEYS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class Funnel(PaintedChoice):
    """How many pairs have come how far; the last step at the top.

    Signals:
        opened: Emitted with the step whose pairs are wanted.
    """

    opened = Signal(int)

    steps = _KEYS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rungs: Sequence[Rung] = ()
        self.aimed_part = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Ladder of connection"))
        theme().changed.connect(self.updateGeometry)

    @property
    def step(self) -> int:
        """The step that is open."""
        return self.aimed_part

    @property
    def rungs(self) -> Sequence[Rung]:
        """The steps, from the lowest."""
        return self._rungs

    def show_rungs(self, rungs: Sequence[Rung]) -> None:
        """Show other steps."""
        self._rungs = rungs
        self._tell()
        self.update()

    def open_step(self, step: int) -> None:
        """Open a step."""
        self.aimed_part = min(max(step, 0), len(CONNECTION_LABELS) - 1)
        self._tell()
        self.update()
        self.opened.emit(self.aimed_part)

    def row_rect(self, step: int) -> QRectF:
        """Return where a step is drawn."""
        row = len(CONNECTION_LABELS) - 1 - step
        return QRectF(0, row * theme().px(_ROW), self.width(), theme().px(_ROW))

    @override
    def part_at(self, point: QPointF) -> int:
        if not QRectF(self.rect()).contains(point):
            return NOWHERE
        return max(len(CONNECTION_LABELS) - 1 - int(point.y() // theme().px(_ROW)), 0)

    @override
    def aim(self, part: int) -> None:
        self.open_step(part)

    @override
    def choose(self, part: int) -> None:
        self.open_step(part)

    def _tell(self) -> None:
        if self._rungs:
            self.setAccessibleDescription(in_words(self._rungs[self.aimed_part]))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(520), len(CONNECTION_LABELS) * theme().px(_ROW))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(320), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((rung.reached for rung in self._rungs), default=0)
        for rung in self._rungs:
            self._paint_row(painter, rung, most)

    def _paint_row(self, painter: QPainter, rung: Rung, most: int) -> None:
        px = theme().px
        row = self.row_rect(rung.step)
        is_open = rung.step == self.aimed_part
        if is_open or rung.step == self.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent_soft" if is_open else "hover"))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), px(6), px(6))
        if is_open and self.hasFocus() and self.property("ring"):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), px(6), px(6))
        words = f"{rung.step}  {_(CONNECTION_LABELS[rung.step])}"
        label = row.adjusted(px(10), 0, 0, 0)
        label.setWidth(px(_LABEL))
        painter.setFont(theme().font("strong" if is_open else "body"))
        painter.setPen(theme().colour("text"))
        shown = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(label.width())
        )
        painter.drawText(label, int(Qt.AlignmentFlag.AlignVCenter), shown)
        room = row.width() - label.right() - px(_GROWTH + 60)
        bar = QRectF(label.right() + px(10), row.top() + px(7), 0, row.height() - px(14))
        bar.setWidth(max(room * rung.reached / max(most, 1), px(2)))
        # Like a funnel: each bar over the middle of the one below.
        bar.moveLeft(label.right() + px(10) + (room - bar.width()) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent" if rung.reached else "border"))
        painter.drawRoundedRect(bar, px(3), px(3))
        painter.setPen(theme().colour("text"))
        painter.setFont(theme().font("strong"))
        count = QRectF(row.right() - px(_GROWTH + 46), row.top(), px(40), row.height())
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(count, right, formats.number(rung.reached))
        if rung.growth is not None:
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("muted"))
            growth = QRectF(row.right() - px(_GROWTH), row.top(), px(_GROWTH - 10), row.height())
            painter.drawText(growth, right, formats.signed(rung.growth) if rung.growth else "=")


def in_words(rung: Rung) -> str:
    """Return what a step says: its name, how many reached it, how many more than before."""
    said = ngettext(
        "{step} {name}: {count} pair has come as far",
        "{step} {name}: {count} pairs have come as far",
        rung.reached,
    ).format(
        step=rung.step,
        name=_(CONNECTION_LABELS[rung.step]),
        count=formats.number(rung.reached),
    )
    if rung.growth is None:
        return said
    return f"{said}, {formats.signed(rung.growth)}"

"""A row a bar, each with its name before it, looked at one by one and chosen."""

from collections.abc import Mapping
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFocusEvent, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente_ui.kit import NOWHERE, PaintedChoice
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme

_ROW: Final = 30
_BAR: Final = 16
_NAME: Final = 260
#: The most of the width that names may take.
_NAME_SHARE: Final = 0.42


class BarChart(PaintedChoice):
    """Bars below each other. What they measure, and the scale behind them, is for each chart.

    Its parts are the places of the bars, from 0 at the top.
    """

    steps: ClassVar[Mapping[Qt.Key, int]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
    #: Px at 100 % above the bars, below them, and beside them on the right.
    head: ClassVar[int] = 0
    foot: ClassVar[int] = 0
    side: ClassVar[int] = 0

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make one without bars.

        Args:
            name: What it is, for who cannot see it.
            parent: Its widget.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @property
    def count(self) -> int:
        """How many bars there are."""
        raise NotImplementedError

    def name_of(self, place: int) -> str:
        """Return what is written before a bar."""
        raise NotImplementedError

    def spoken(self, place: int) -> str:
        """Return what is said of a bar one comes to by key."""
        raise NotImplementedError

    def is_marked(self, place: int) -> bool:
        """Return whether a bar is shown as the one that is looked at."""
        return place == self.aimed_part and self.hasFocus()

    def look_at(self, place: int) -> None:
        """Look at another bar."""
        self.aimed_part = place
        self.update()

    def row_rect(self, place: int) -> QRectF:
        """Return where a bar stands, over the whole width."""
        px = theme().px
        return QRectF(0, px(self.head) + place * px(_ROW), self.width(), px(_ROW))

    def plot(self) -> QRectF:
        """Return where the bars are, beside their names; never nothing."""
        px = theme().px
        left = min(px(_NAME), self.width() * _NAME_SHARE)
        room = self.width() - left - px(self.side)
        return QRectF(left, px(self.head), max(1.0, room), self.count * px(_ROW))

    def paint_name(self, painter: QPainter, place: int) -> None:
        """Write the name of a bar, on a ground of its own while it is looked at."""
        px, row = theme().px, self.row_rect(place)
        is_marked = self.is_marked(place)
        if is_marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent_soft", 0.6))
            painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), px(6), px(6))
        font = theme().font("strong" if is_marked else "body")
        painter.setFont(font)
        painter.setPen(theme().colour("text"))
        box = QRectF(px(8), row.top(), self.plot().left() - px(18), row.height())
        words = QFontMetricsF(font).elidedText(
            self.name_of(place), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)

    def paint_bar(
        self, painter: QPainter, place: int, ends: tuple[float, float], *, hatched: bool = False
    ) -> QRectF:
        """Draw a bar from one x to another, and return where; a hatched one is a gain."""
        px, row = theme().px, self.row_rect(place)
        height = px(_BAR)
        bar = QRectF(ends[0], row.center().y() - height / 2, ends[1] - ends[0], height)
        painter.setPen(QPen(theme().colour("accent"), 1) if hatched else Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("surface" if hatched else "accent"))
        painter.drawRoundedRect(bar, px(3), px(3))
        if hatched:
            painter.setBrush(QBrush(theme().colour("accent"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(bar, px(3), px(3))
        return bar

    @override
    def part_at(self, point: QPointF) -> int:
        return next((n for n in range(self.count) if self.row_rect(n).contains(point)), NOWHERE)

    @override
    def aim(self, part: int) -> None:
        place = min(max(part, 0), self.count - 1)
        if place not in {NOWHERE, self.aimed_part}:
            self.look_at(place)
            announce(self, self.spoken(place))

    @override
    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(px(520), px(self.head) + self.count * px(_ROW) + px(self.foot))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), self.sizeHint().height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.aimed_part != NOWHERE:
            announce(self, self.spoken(self.aimed_part))

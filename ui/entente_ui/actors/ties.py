"""Ties between tokens: arrows of choices, and the one that is being drawn."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from entente_ui.actors.painting import Layer
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from entente_ui.actors.board import Board

_HEAD: Final = 8.0
#: How much is left of ties that are not of those selected.
_FAINT: Final = 0.14


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line.

    Attributes:
        start, end: On the sheet, from rim to rim.
        is_choice: Whether it is a choice, not a setting aside.
        is_mutual: Whether it goes both ways.
        is_forward: Whether it stands out.
    """

    start: QPointF
    end: QPointF
    is_choice: bool = True
    is_mutual: bool = False
    is_forward: bool = True


class TiesItem(QGraphicsItem):
    """All ties in one item: many thin lines are cheap together."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.setZValue(layer)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.lines: tuple[Drawn, ...] = ()

    def show_lines(self, lines: Sequence[Drawn]) -> None:
        """Draw these and no others."""
        self.prepareGeometryChange()
        self.lines = tuple(lines)
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        rect = QRectF()
        for line in self.lines:
            rect = rect.united(QRectF(line.start, line.end).normalized().adjusted(-1, -1, 1, 1))
        room = theme().px(12)
        return rect.adjusted(-room, -room, room, room)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in sorted(self.lines, key=lambda each: each.is_forward):
            _paint_line(painter, line)


class Ties:
    """The ties on a board.

    Attributes:
        item: Those that are.
        draft: The one that is being drawn.
        giver: From whom the one being drawn leads; empty while there is none.
    """

    def __init__(self, board: "Board") -> None:
        self._board = board
        self.item = TiesItem(Layer.TRAIL)
        self.draft = TiesItem(Layer.CARRIED)
        self.giver = ""
        board.addItem(self.item)
        board.addItem(self.draft)

    def draw(
        self,
        ties: Sequence[tuple[str, str, bool]],
        ends: Mapping[str, QPointF],
        picked: Collection[str],
    ) -> None:
        """Draw ties between those who can be seen.

        Args:
            ties: From whom, to whom, and whether it is a choice.
            ends: Where everybody stands.
            picked: Who is selected: their ties stand out.
        """
        known = set(ties)
        lines = []
        for one, two, is_choice in ties:
            is_mutual = (two, one, is_choice) in known
            if one not in ends or two not in ends or (is_mutual and one > two):
                continue
            forward = not picked or one in picked or two in picked
            line = self._between(ends[one], ends[two])
            lines.append(Drawn(line.p1(), line.p2(), is_choice, is_mutual, forward))
        self.item.show_lines(lines)

    def begin(self, giver: str) -> None:
        """Begin to draw a tie from somebody."""
        self.giver = giver

    def lead_to(self, point: QPointF, taker: str = "", *, is_choice: bool = True) -> None:
        """Draw it to a point, or to somebody."""
        start = self._board.centre(self.giver)
        line = QLineF(start, point)
        if taker and taker != self.giver:
            line = self._between(start, self._board.centre(taker))
        self.draft.show_lines([Drawn(line.p1(), line.p2(), is_choice)])

    def end(self) -> None:
        """Draw none any more."""
        self.giver = ""
        self.draft.show_lines(())

    def _between(self, start: QPointF, end: QPointF) -> QLineF:
        """Return the line from rim to rim."""
        line = QLineF(start, end)
        rim = self._board.arrangement.radius + theme().px(3)
        if line.length() <= 2 * rim:
            return line
        part = rim / line.length()
        return QLineF(line.pointAt(part), line.pointAt(1 - part))


def _paint_line(painter: QPainter, line: Drawn) -> None:
    colour = theme().colour("info" if line.is_choice else "critical")
    colour.setAlphaF(0.85 if line.is_forward else _FAINT)
    pen = QPen(colour, 2.4 if line.is_mutual else 1.4)
    if not line.is_choice:
        pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.drawLine(line.start, line.end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(_head(line.start, line.end))
    if line.is_mutual:
        painter.drawPolygon(_head(line.end, line.start))


def _head(start: QPointF, end: QPointF) -> QPolygonF:
    back = QLineF(end, start)
    if back.length() < 1:
        return QPolygonF()
    back.setLength(theme().px(10) * _HEAD / 10)
    side = back.normalVector()
    side.setLength(back.length() * 0.45)
    across = side.p2() - side.p1()
    return QPolygonF([end, back.p2() + across, back.p2() - across])

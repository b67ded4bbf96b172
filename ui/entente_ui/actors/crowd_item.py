"""Several actors on one position: a stack with their number, and the panel it opens into."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from entente.domain.actor import Camp
from entente_ui.actors.disc_item import DiscItem
from entente_ui.actors.painting import Layer, paint_disc
from entente_ui.actors.stands import Crowd
from entente_ui.kit.floating import SHADOW
from entente_ui.kit.floating import paint_shadow as paint_box_shadow
from entente_ui.look.theme import theme

#: Px at 100 % by which the discs behind the first peep out.
_STACK: Final = 3.0
#: Degrees of Qt's full circle, in its sixteenths.
_CIRCLE: Final = 16 * 360


class CrowdItem(DiscItem):
    """A stack of tokens with their number; its ring shows the camps by share."""

    room = 14

    def __init__(self, crowd: Crowd, camps: Sequence[Camp | None], radius: float) -> None:
        super().__init__(radius)
        self.crowd = crowd
        self._camps = tuple(camps)

    def show_crowd(self, crowd: Crowd, camps: Sequence[Camp | None], radius: float) -> None:
        """Take over who stands here."""
        self.prepareGeometryChange()
        self.crowd, self._camps, self._radius = crowd, tuple(camps), radius
        self.update()

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._selected or self._current:
            painter.setPen(QPen(theme().colour("accent"), theme().px(2)))
            fill = theme().colour("accent", 0.22) if self._current else Qt.BrushStyle.NoBrush
            painter.setBrush(fill)
            ring = self._radius + theme().px(6)
            painter.drawEllipse(QPointF(theme().px(1), -theme().px(1)), ring, ring)
        step = theme().px(_STACK)
        painter.setPen(QPen(theme().colour("edge"), 1.2))
        painter.setBrush(theme().colour("surface"))
        for depth in (2, 1):
            off = QPointF(depth * step, -depth * step * 0.8)
            painter.drawEllipse(off, self._radius - 1.5, self._radius - 1.5)
        paint_disc(painter, self._radius, theme().colour("surface"), str(len(self.crowd.keys)))
        self._paint_shares(painter)

    def _paint_shares(self, painter: QPainter) -> None:
        width = max(2.0, self._radius * 0.2)
        side = self._radius - width / 2
        box = QRectF(-side, -side, 2 * side, 2 * side)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        order = sorted(set(self._camps), key=str)
        start = _CIRCLE // 4
        for camp in order:
            span = round(_CIRCLE * self._camps.count(camp) / len(self._camps))
            pen = QPen(theme().camp(camp).ring, width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(box, start, -span)
            start -= span


class CrowdPanel(QGraphicsItem):
    """The sheet an opened crowd lies on: who they are above, how many are left out below."""

    def __init__(self, box: QRectF, head: str, note: str) -> None:
        super().__init__()
        self.box = box
        self._head = head
        self._note = note
        self.setZValue(Layer.PANEL)
        # Presses between the tokens stay on the sheet.
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)

    @override
    def boundingRect(self) -> QRectF:
        room = theme().px(SHADOW) * 1.5
        return self.box.adjusted(-room, -room, room, room)

    @override
    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.box)
        return path

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme().px(10)
        paint_box_shadow(painter, self.box, radius)
        painter.setPen(QPen(theme().colour("accent"), 1.4))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(self.box, radius, radius)
        middle = Qt.AlignmentFlag.AlignHCenter
        inside = self.box.adjusted(0, theme().px(8), 0, -theme().px(8))
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour("accent"))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignTop, self._head)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignBottom, self._note)

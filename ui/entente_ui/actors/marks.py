"""What comes and goes over the grid: the lit cells, the places left, words beside things."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from entente_ui.actors.painting import Layer
from entente_ui.kit.floating import SHADOW, paint_shadow
from entente_ui.look.kept import paint_kept
from entente_ui.look.theme import theme

_PAD_X: Final = 10
_PAD_Y: Final = 6
_WIDEST: Final = 340


class _Mark(QGraphicsItem):
    """Something to look at that is never pressed."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.setZValue(layer)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)


class TargetItem(_Mark):
    """Cells that will take what is carried."""

    def __init__(self) -> None:
        super().__init__(Layer.TARGET)
        self._shapes: tuple[QPainterPath, ...] = ()

    @property
    def boxes(self) -> tuple[QRectF, ...]:
        """What surrounds each of the cells that are lit."""
        return tuple(shape.boundingRect() for shape in self._shapes)

    def light(self, shapes: Sequence[QPainterPath]) -> None:
        """Light these cells and no others."""
        if tuple(shapes) == self._shapes:
            return
        self.prepareGeometryChange()
        self._shapes = tuple(shapes)
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        rect = QRectF()
        for box in self.boxes:
            rect = rect.united(box)
        return rect.adjusted(-2, -2, 2, 2)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("accent"), 1.5))
        painter.setBrush(theme().colour("accent", 0.24 if theme().is_dark else 0.17))
        for shape in self._shapes:
            painter.drawPath(shape)


class GhostItem(_Mark):
    """The place a token was lifted from."""

    def __init__(self, centre: QPointF, radius: float) -> None:
        super().__init__(Layer.TRAIL)
        self._radius = radius
        self.setPos(centre)

    @override
    def boundingRect(self) -> QRectF:
        side = self._radius + 2
        return QRectF(-side, -side, 2 * side, 2 * side)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme().colour("edge"), 1.2)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(), self._radius - 1, self._radius - 1)


class WordsItem(_Mark):
    """A few words on a small sheet: what is under the pointer, or what a drop will mean."""

    def __init__(self, *, loud: bool = False) -> None:
        """Make a sheet.

        Args:
            loud: Whether it is reversed, dark on light, to be seen while something moves.
        """
        super().__init__(Layer.TAG)
        self._loud = loud
        self.lines: tuple[str, ...] = ()
        self._size = QSizeF()
        self.hide()

    def say(self, lines: Sequence[str]) -> None:
        """Show these words; the first line stands out."""
        self.prepareGeometryChange()
        widest = theme().px(_WIDEST)
        self.lines = tuple(
            QFontMetricsF(self._font(number)).elidedText(
                " ".join(line.split()), Qt.TextElideMode.ElideRight, widest
            )
            for number, line in enumerate(lines)
            if line
        )
        widths = [
            QFontMetricsF(self._font(number)).horizontalAdvance(line)
            for number, line in enumerate(self.lines)
        ]
        heights = [self._height(number) for number in range(len(self.lines))]
        self._size = QSizeF(
            max(widths, default=0) + 2 * theme().px(_PAD_X), sum(heights) + 2 * theme().px(_PAD_Y)
        )
        self.setVisible(bool(self.lines))
        self.update()

    def stand_by(self, around: QRectF, inside: QRectF) -> None:
        """Stand below what is around, above where there is no room, and inside the view."""
        gap = theme().px(8)
        x = around.center().x() - self._size.width() / 2
        y = around.bottom() + gap
        if y + self._size.height() > inside.bottom():
            y = around.top() - gap - self._size.height()
        right, bottom = inside.right() - self._size.width(), inside.bottom() - self._size.height()
        self.setPos(
            max(inside.left(), min(x, right - theme().px(2))), max(inside.top(), min(y, bottom))
        )

    def stand_beside(self, point: QPointF, inside: QRectF) -> None:
        """Stand to the lower right of a pointer, or to its left at the edge."""
        off = theme().px(20)
        x, y = point.x() + off, point.y() + off
        if x + self._size.width() > inside.right():
            x = point.x() - off - self._size.width()
        if y + self._size.height() > inside.bottom():
            y = point.y() - off - self._size.height()
        self.setPos(max(inside.left(), x), max(inside.top(), y))

    @override
    def boundingRect(self) -> QRectF:
        room = theme().px(SHADOW) * 1.4
        return QRectF(QPointF(), self._size).adjusted(-room, -room, room, room)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(QPointF(), self._size)
        radius = theme().px(8)
        paint_kept(
            painter, "shadow of words", self.boundingRect(), lambda p: paint_shadow(p, box, radius)
        )
        painter.setPen(QPen(theme().colour("toast" if self._loud else "border"), 1))
        painter.setBrush(theme().colour("toast" if self._loud else "surface"))
        painter.drawRoundedRect(box, radius, radius)
        y = float(theme().px(_PAD_Y))
        for number, line in enumerate(self.lines):
            painter.setFont(self._font(number))
            painter.setPen(theme().colour(self._role(number)))
            height = self._height(number)
            place = QRectF(theme().px(_PAD_X), y, self._size.width(), height)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), line)
            y += height

    def _role(self, number: int) -> str:
        if self._loud:
            return "on_toast"
        return "muted" if number else "text"

    @staticmethod
    def _font(number: int) -> QFont:
        return theme().font("small" if number else "small_strong")

    def _height(self, number: int) -> float:
        return QFontMetricsF(self._font(number)).height() + 1

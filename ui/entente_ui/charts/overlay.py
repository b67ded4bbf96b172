"""Several shapes on the same spokes: groups or organisations laid over each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.radar import Spoke
from entente.i18n import _
from entente_ui.charts.radar import RadarChart, figure_words
from entente_ui.formats import labelled, number
from entente_ui.look.theme import theme

#: So many shapes can be told apart.
MOST: Final = 6
#: Colour and stroke of each, the first being filled: known without colours by their strokes.
_ROLES: Final = ("accent", "caution", "private", "info", "good", "critical")
_STROKES: Final = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
    Qt.PenStyle.SolidLine,
)
#: Px at 100 %.
_LINE: Final = 22
_SAMPLE: Final = 34
_GAP: Final = 18
_DOT: Final = 3.0
#: So many signs of a name stand on one line: the shorter the lines, the larger the shape.
_ONE_LINE: Final = 10


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape.

    Attributes:
        name: Whose it is.
        values: One for each spoke; None where nothing is known, which breaks the line.
    """

    name: str
    values: tuple[float | None, ...]


class OverlayRadar(RadarChart):
    """Up to `MOST` shapes; with one alone the numbers stand beside the spokes.

    Attributes:
        shapes: What is shown, the first one filled.
    """

    def __init__(
        self, name: str, parent: QWidget | None = None, *, height: int, rings: int
    ) -> None:
        super().__init__(name, parent, height=height, rings=rings)
        self.shapes: tuple[Shape, ...] = ()

    def show_shapes(self, axes: Sequence[Spoke], shapes: Sequence[Shape], sentence: str) -> None:
        """Show other shapes.

        Args:
            axes: The directions, clockwise from the top; their values do not count.
            shapes: As many as there is room for are shown.
            sentence: What is read aloud.
        """
        self.shapes = tuple(shapes[:MOST])
        self.show_shape(axes, sentence)

    @override
    def lines(self, spoke: Spoke) -> list[str]:
        name = _(spoke.label)
        if len(name) <= _ONE_LINE or " " not in name:
            return [name]
        cut = name.rindex(" ", 0, -1)
        return [name[:cut], name[cut + 1 :]]

    @override
    def figure(self, spoke: Spoke) -> str:
        if len(self.shapes) != 1:
            return ""
        value = self.shapes[0].values[self.spokes.index(spoke)]
        if value is None:
            return "–"
        return figure_words(Spoke(spoke.label, value, spoke.most, spoke.least))

    @override
    def paint_shape(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        for place, shape in enumerate(self.shapes):
            corners = self._corners(shape, centre, radius)
            if place == 0 and None not in corners:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme().colour("accent", 0.14))
                painter.drawPolygon(QPolygonF([spot for spot in corners if spot is not None]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(stroke(place))
            painter.drawLines([QLineF(one, other) for one, other in _sides(corners)])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(_ROLES[place]))
            dot = theme().px(1) * _DOT
            for spot in corners:
                if spot is not None:
                    painter.drawEllipse(spot, dot, dot)

    def _corners(self, shape: Shape, centre: QPointF, radius: float) -> list[QPointF | None]:
        found: list[QPointF | None] = []
        for place, (axis, value) in enumerate(zip(self.spokes, shape.values, strict=True)):
            if value is None:
                found.append(None)
                continue
            share = Spoke(axis.label, value, axis.most, axis.least).share
            found.append(self.spot(place, share, centre, radius))
        return found


class ShapesLegend(QWidget):
    """A sample of the stroke of each shape, with its name; on as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.updateGeometry)

    def show_names(self, names: Sequence[str]) -> None:
        """Name other shapes."""
        self._names = tuple(names[:MOST])
        told = [labelled(number(place), name) for place, name in enumerate(self._names, 1)]
        self.setAccessibleName(_("What each stroke stands for"))
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    def _placed(self, width: int) -> Iterator[tuple[int, QPointF, str, float]]:
        """Yield place, upper left corner, words and width of each name."""
        px = theme().px
        metrics = QFontMetricsF(theme().font("small"))
        left = top = 0.0
        for place, name in enumerate(self._names):
            most = max(width - px(_SAMPLE), px(40))
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, most)
            wide = metrics.horizontalAdvance(words) + 2
            if left and left + px(_SAMPLE) + wide > width:
                left, top = 0.0, top + px(_LINE)
            yield place, QPointF(left, top), words, wide
            left += px(_SAMPLE) + wide + px(_GAP)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        lines = [corner.y() for _place, corner, _words, _wide in self._placed(arg__1)]
        return int(max(lines, default=0)) + theme().px(_LINE)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), self.heightForWidth(max(self.width(), theme().px(300))))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("small"))
        px = theme().px
        for place, corner, words, wide in self._placed(self.width()):
            middle = corner.y() + px(_LINE) / 2
            painter.setPen(stroke(place))
            end = QPointF(corner.x() + px(_SAMPLE - 8), middle)
            painter.drawLine(QLineF(QPointF(corner.x(), middle), end))
            painter.setPen(theme().colour("muted"))
            box = QRectF(corner.x() + px(_SAMPLE), corner.y(), wide, px(_LINE))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)


def stroke(place: int) -> QPen:
    """Return the pen of a shape by its place."""
    # The last is as wide as two: it has no stroke of its own.
    width = 3.5 if place == MOST - 1 else 2
    return QPen(theme().colour(_ROLES[place]), theme().px(width), _STROKES[place])


def _sides(corners: Sequence[QPointF | None]) -> Iterator[tuple[QPointF, QPointF]]:
    """Yield the sides of a shape between neighbours that are both known."""
    for place, one in enumerate(corners):
        other = corners[(place + 1) % len(corners)]
        if one is not None and other is not None:
            yield one, other

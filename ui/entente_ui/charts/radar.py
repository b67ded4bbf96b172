"""A shape on spokes: how far an activity, a mix or a wave reaches along each."""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.radar import Spoke
from entente.i18n import _
from entente_ui.charts.twin import Figures
from entente_ui.formats import labelled, listing, number
from entente_ui.look.theme import theme

#: Px at 100 %.
_WIDTH: Final = 340
_HEIGHT: Final = 216
_LEAST: Final = 220
_GAP: Final = 8
_DOT: Final = 3.5
#: Rings drawn unless told otherwise: thirds of a whole grade.
_RINGS: Final = 3
_STRAIGHT: Final = 1e-6
#: Px at 100 % of width below which names of several words take two lines.
_NARROW: Final = 330
#: Which part of what is said of a spoke stands above its end, in the upper half.
_HIGHER: Final = 0.7


class RadarChart(QWidget):
    """A shape on spokes, each with its name and its number."""

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        height: int = _HEIGHT,
        rings: int = _RINGS,
    ) -> None:
        """Make one without a shape.

        Args:
            name: What it is, for who cannot see it.
            parent: Its widget.
            height: In px at 100 %.
            rings: How many are drawn, the outermost included.
        """
        super().__init__(parent)
        self.spokes: Sequence[Spoke] = ()
        self._height, self._rings = height, rings
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_shape(self, spokes: Sequence[Spoke], sentence: str = "") -> None:
        """Show another shape; the sentence says what is read aloud, by default its numbers."""
        self.spokes = spokes
        self.setAccessibleDescription(sentence or shape_words(spokes))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH), theme().px(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST), theme().px(self._height))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.spokes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        radius = self._radius()
        self._paint_net(painter, centre, radius)
        self.paint_shape(painter, centre, radius)
        for place, spoke in enumerate(self.spokes):
            self._paint_name(painter, spoke, self.spot(place, 1, centre, radius), centre)

    def _radius(self) -> float:
        """Return how long a spoke is, so that the names beside it find room."""
        metrics = QFontMetricsF(theme().font("small"))
        names = [line for spoke in self.spokes for line in self.lines(spoke)]
        wide = max(metrics.horizontalAdvance(name) for name in names)
        px = theme().px
        side = self.width() / 2 - wide - 2 * px(_GAP)
        upright = self.height() / 2 - 2 * metrics.height() - px(_GAP)
        # The widest names stand beside spokes that lean: those reach less far to the side.
        count = len(self.spokes)
        leans = max(math.sin(math.tau * place / count) for place in range(count))
        return max(float(px(40)), min(side / max(leans, _STRAIGHT), upright))

    def lines(self, spoke: Spoke) -> list[str]:
        """Return the name of a spoke, on two lines where the drawing is narrow."""
        name = _(spoke.label)
        if self.width() >= theme().px(_NARROW) or " " not in name:
            return [name]
        cut = name.rindex(" ")
        return [name[:cut], name[cut + 1 :]]

    def spot(self, place: int, share: float, centre: QPointF, radius: float) -> QPointF:
        """Return where a spoke has come to after some share of it."""
        angle = math.tau * place / len(self.spokes)
        return QPointF(
            centre.x() + math.sin(angle) * radius * share,
            centre.y() - math.cos(angle) * radius * share,
        )

    def _paint_net(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        places = range(len(self.spokes))
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in range(1, self._rings + 1):
            corners = [self.spot(place, ring / self._rings, centre, radius) for place in places]
            painter.drawPolygon(QPolygonF(corners))
        for place in places:
            painter.drawLine(centre, self.spot(place, 1, centre, radius))

    def figure(self, spoke: Spoke) -> str:
        """Return the number below the name of a spoke."""
        return figure_words(spoke)

    def paint_shape(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        """Draw the shape on its net."""
        corners = [
            self.spot(place, spoke.share, centre, radius) for place, spoke in enumerate(self.spokes)
        ]
        shape = QPolygonF(corners)
        accent = theme().colour("accent")
        painter.setPen(QPen(accent, theme().px(2), Qt.PenStyle.SolidLine))
        painter.setBrush(theme().colour("accent", 0.16))
        painter.drawPolygon(shape)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(theme().colour("accent", 0.5), Qt.BrushStyle.BDiagPattern))
        painter.drawPolygon(shape)
        painter.setBrush(accent)
        dot = theme().px(1) * _DOT
        for corner, spoke in zip(corners, self.spokes, strict=True):
            if spoke.value:
                painter.drawEllipse(corner, dot, dot)

    def _paint_name(self, painter: QPainter, spoke: Spoke, end: QPointF, centre: QPointF) -> None:
        """Write the name beside the end of a spoke, and its number below."""
        gap = theme().px(_GAP)
        strong, small = theme().font("small_strong"), theme().font("small")
        aside = end.x() - centre.x()
        is_upright = abs(aside) < _STRAIGHT
        names = [_(spoke.label)] if is_upright else self.lines(spoke)
        line = QFontMetricsF(small).height()
        tall = line * (len(names) + 1)
        wide = 1 + max(
            *(QFontMetricsF(small).horizontalAdvance(name) for name in names),
            QFontMetricsF(strong).horizontalAdvance(self.figure(spoke)),
        )
        is_above = end.y() < centre.y()
        if is_upright:
            left = end.x() - wide / 2
            top = end.y() - tall - gap / 2 if is_above else end.y() + gap / 2
            flag = Qt.AlignmentFlag.AlignHCenter
        else:
            left = end.x() + gap if aside > 0 else end.x() - gap - wide
            top = end.y() - tall * (_HIGHER if is_above else 1 - _HIGHER)
            flag = Qt.AlignmentFlag.AlignLeft if aside > 0 else Qt.AlignmentFlag.AlignRight
        painter.setFont(small)
        painter.setPen(theme().colour("muted"))
        for place, name in enumerate(names):
            painter.drawText(QRectF(left, top + place * line, wide, line), int(flag), name)
        painter.setFont(strong)
        painter.setPen(theme().colour("text" if spoke.value else "faint"))
        box = QRectF(left, top + len(names) * line, wide, line)
        painter.drawText(box, int(flag), self.figure(spoke))


def figure_words(spoke: Spoke) -> str:
    """Return how far a spoke reaches, and how far it could: `2 / 3`."""
    return _("{value} / {most}").format(
        value=number(round(spoke.value, 1)), most=number(spoke.most)
    )


def shape_words(spokes: Sequence[Spoke]) -> str:
    """Return a shape in words: every spoke that is not empty, with its number."""
    told = [labelled(_(spoke.label), figure_words(spoke)) for spoke in spokes if spoke.value]
    return listing(told) if told else _("No grade is given.")


def radar_figures(spokes: Sequence[Spoke]) -> Figures:
    """Return the same as a table."""
    rows = [(_(spoke.label), number(round(spoke.value, 1)), number(spoke.most)) for spoke in spokes]
    heads = (_("Dimension"), _("Grade"), _("At most"))
    return Figures(heads, rows, frozenset({1, 2}), {0: 150, 1: 80, 2: 80})

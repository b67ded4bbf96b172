"""The plane of influence and dependence, drawn."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.mactor import Place
from entente.domain.placement import Box, Point, spread
from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.mactor.known import Known
from entente_ui.actors.mactor.tokens import Token, TokenDrawing
from entente_ui.actors.mactor.wording import PLACE_HINTS, PLACE_WORDS
from entente_ui.look.theme import theme

_LEFT: Final = 46
_BOTTOM: Final = 40
_EDGE: Final = 10
#: Px at 100 % of height from which there is room for more than names of places.
_HIGH: Final = 280
#: Where each place lies: on the right or the left, above or below.
_CORNERS: Final = {
    Place.DOMINANT: (False, True),
    Place.RELAY: (True, True),
    Place.AUTONOMOUS: (False, False),
    Place.DOMINATED: (True, False),
}


class Plane(TokenDrawing):
    """Dependence to the right, influence upwards, cut at the means."""

    ground = "surface"

    def __init__(self, parent: QWidget | None = None) -> None:
        self._influence: Sequence[float] = ()
        self._dependence: Sequence[float] = ()
        self._most = 1.0
        super().__init__(_("Influence × dependence"), parent)

    def show_known(self, known: Known) -> None:
        """Show where the actors lie."""
        found = known.analysis
        self._influence, self._dependence = found.influence, found.dependence
        self._most = max((*self._influence, *self._dependence, 1)) * 1.08
        words = _("{name}: influence {influence}, dependence {dependence} – {place}")
        self.show_tokens(
            [
                Token(
                    actor,
                    words.format(
                        name=actor.name,
                        influence=formats.number(found.influence[number]),
                        dependence=formats.number(found.dependence[number]),
                        place=_(PLACE_WORDS[found.places[number]]).lower(),
                    ),
                )
                for number, actor in enumerate(known.forces.participants)
            ]
        )

    @override
    def place_tokens(self) -> Sequence[Point]:
        area = self._area()
        wished = [
            (
                area.left() + area.width() * depends / self._most,
                area.bottom() - area.height() * weighs / self._most,
            )
            for weighs, depends in zip(self._influence, self._dependence, strict=True)
        ]
        bounds = Box(area.left(), area.top(), area.right(), area.bottom())
        return spread(wished, self.radius, bounds, self.obstacles())

    @override
    def obstacles(self) -> Sequence[Box]:
        return [
            Box(box.left(), box.top(), box.right(), box.bottom())
            for box in map(self._caption_box, _CORNERS)
        ]

    @override
    def paint_behind(self, painter: QPainter) -> None:
        area, cut = self._area(), self._cut()
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRect(area)
        painter.setPen(QPen(theme().colour("edge"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(cut.x(), area.top()), QPointF(cut.x(), area.bottom()))
        painter.drawLine(QPointF(area.left(), cut.y()), QPointF(area.right(), cut.y()))
        for place in _CORNERS:
            self._paint_caption(painter, place)
        self._paint_axes(painter, area)

    def _paint_caption(self, painter: QPainter, place: Place) -> None:
        box, (right, _top) = self._caption_box(place), _CORNERS[place]
        across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        height = QFontMetricsF(theme().font("small_strong")).height()
        first = QRectF(box.left(), box.top(), box.width(), height)
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour("muted"))
        painter.drawText(first, int(across), _(PLACE_WORDS[place]))
        if not self._has_room_for_hints():
            return
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("faint"))
        painter.drawText(first.translated(0, height), int(across), _(PLACE_HINTS[place]))

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("faint"))
        height = QFontMetricsF(painter.font()).height()
        centre = Qt.AlignmentFlag.AlignCenter
        for value in _steps(self._most):
            x = area.left() + area.width() * value / self._most
            y = area.bottom() - area.height() * value / self._most
            text, wide = formats.number(value), float(theme().px(40))
            painter.drawText(QRectF(x - wide / 2, area.bottom() + 2, wide, height), centre, text)
            painter.drawText(
                QRectF(area.left() - wide - 4, y - height / 2, wide, height), centre, text
            )
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour("muted"))
        below = QRectF(area.left(), area.bottom() + height, area.width(), height + 4)
        painter.drawText(below, centre, _("Dependence →"))
        painter.save()
        painter.translate(theme().px(10), area.center().y())
        painter.rotate(-90)
        painter.drawText(
            QRectF(-area.height() / 2, -height / 2, area.height(), height), centre, _("Influence →")
        )
        painter.restore()

    def _area(self) -> QRectF:
        edge = theme().px(_EDGE)
        left, bottom = theme().px(_LEFT), theme().px(_BOTTOM)
        return QRectF(self.rect()).adjusted(left, edge, -edge, -bottom)

    def _cut(self) -> QPointF:
        """Return where the means cross; they are equal, for what one weighs another bears."""
        area = self._area()
        mean = sum(self._influence) / max(len(self._influence), 1)
        share = mean / self._most if mean else 0.5
        return QPointF(area.left() + area.width() * share, area.bottom() - area.height() * share)

    def _has_room_for_hints(self) -> bool:
        measure = QFontMetricsF(theme().font("small")).horizontalAdvance
        widest = max(measure(_(hint)) for hint in PLACE_HINTS.values())
        area = self._area()
        return 2 * widest + theme().px(40) < area.width() and area.height() > theme().px(_HIGH)

    def _caption_box(self, place: Place) -> QRectF:
        area, (right, top) = self._area(), _CORNERS[place]
        strong = QFontMetricsF(theme().font("small_strong"))
        small = QFontMetricsF(theme().font("small"))
        width = max(
            strong.horizontalAdvance(_(PLACE_WORDS[place])),
            small.horizontalAdvance(_(PLACE_HINTS[place])),
        )
        height, edge = 2 * strong.height(), theme().px(8)
        if not self._has_room_for_hints():
            width, height = strong.horizontalAdvance(_(PLACE_WORDS[place])), strong.height()
        x = area.right() - edge - width if right else area.left() + edge
        y = area.top() + edge if top else area.bottom() - edge - height
        return QRectF(x, y, width, height)


def _steps(most: float) -> Sequence[int]:
    """Return round numbers for an axis, four or five of them."""
    step = next(
        size * factor
        for factor in (1, 10, 100, 1000, 10_000)
        for size in (1, 2, 5)
        if most / (size * factor) <= 6
    )
    return range(0, int(most) + 1, step)

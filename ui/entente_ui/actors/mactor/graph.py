"""Who agrees, or disagrees, with whom: actors on a circle, lines as thick as it is much."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.labelling import strung
from entente.domain.mactor import Matrix
from entente.domain.placement import Box, Point
from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.mactor.known import Known
from entente_ui.actors.mactor.tokens import Token, TokenDrawing
from entente_ui.actors.painting import DIMMED
from entente_ui.look.theme import theme

_THICKEST: Final = 9.0
_ROOM_ACROSS: Final = 78
_ROOM_ABOVE: Final = 44
#: Beyond this many lines nothing can be told from them; the strongest are drawn.
_MOST: Final = 40
#: Where on its line a number may stand, the best place first.
_PARTS: Final = (0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72)


class TieGraph(TokenDrawing):
    """One matrix of convergence or divergence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._matrix: Matrix = ()
        self._ring: Sequence[int] = ()
        self._role = "info"
        self._is_dashed = False
        super().__init__(_("Convergences and divergences"), parent)

    def show_matrix(self, known: Known, matrix: Matrix, *, agreeing: bool) -> None:
        """Show how much actors agree, or disagree."""
        self._matrix = matrix
        self._ring = neighbours(known.analysis.convergence[2])
        self._role, self._is_dashed = ("info", False) if agreeing else ("critical", True)
        self.show_tokens(
            [
                Token(actor, self._words(actor.name, known, matrix[number]))
                for number, actor in enumerate(known.forces.participants)
            ]
        )

    @staticmethod
    def _words(name: str, known: Known, row: Sequence[float]) -> str:
        parts = [
            formats.labelled(other.name, formats.number(round(value, 1)))
            for other, value in zip(known.forces.participants, row, strict=True)
            if value
        ]
        return formats.labelled(name, ", ".join(parts) or _("nothing"))

    @override
    def place_tokens(self) -> Sequence[Point]:
        across, above = theme().px(_ROOM_ACROSS), theme().px(_ROOM_ABOVE)
        wide, high = self.width() / 2, self.height() / 2
        places: dict[int, Point] = {}
        for number, actor in enumerate(self._ring):
            angle = math.tau * number / len(self._ring) - math.pi / 2
            places[actor] = (
                wide + math.cos(angle) * max(wide - across, 10),
                high + math.sin(angle) * max(high - above, 10),
            )
        return [places[actor] for actor in range(len(self._tokens))]

    @override
    def is_faded(self, place: int) -> bool:
        return self.focus >= 0 and place != self.focus and not self._matrix[self.focus][place]

    @override
    def obstacles(self) -> Sequence[Box]:
        """Return boxes along the lines, for names to stand outside the circle."""
        return [
            box
            for _value, i, j in self.strongest()
            for box in strung(self._places[i], self._places[j], self.radius)
        ]

    @property
    def left_out(self) -> int:
        """How many lines are not drawn until an actor is looked at."""
        return sum(1 for _tie in self._ties()) - len(self.strongest())

    def strongest(self) -> Sequence[tuple[float, int, int]]:
        """Return value and ends of the lines drawn, the thinnest first."""
        return sorted(self._ties())[-_MOST:]

    def _ties(self) -> Iterator[tuple[float, int, int]]:
        for i, row in enumerate(self._matrix):
            for j, value in enumerate(row):
                if i < j and value:
                    yield value, i, j

    @override
    def paint_behind(self, painter: QPainter) -> None:
        ties = self.strongest()
        if self.focus >= 0:
            ties = sorted(tie for tie in self._ties() if self.focus in tie[1:] or tie in ties)
        most = ties[-1][0] if ties else 1.0
        for value, i, j in ties:
            painter.setOpacity(1.0 if self.focus in {-1, i, j} else DIMMED)
            width = max(1.0, theme().px(_THICKEST) * value / most)
            pen = QPen(theme().colour(self._role, 0.75), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if self._is_dashed:
                # In px whatever the thickness, so that thin and thick lines look alike.
                pen.setDashPattern([theme().px(9) / width, theme().px(5) / width])
            painter.setPen(pen)
            painter.drawLine(QPointF(*self._places[i]), QPointF(*self._places[j]))
        taken = [_grown(Box(x, y, x, y), self.radius * 1.3) for x, y in self._places]
        taken += [label[0].box for label in self._labels if label is not None]
        painter.setFont(theme().font("small_strong"))
        for value, i, j in reversed(ties):
            if self.focus in {-1, i, j}:
                painter.setOpacity(1.0)
                self._paint_number(painter, formats.number(round(value, 1)), (i, j), taken)
        painter.setOpacity(1.0)

    def _paint_number(
        self, painter: QPainter, text: str, ends: tuple[int, int], taken: list[Box]
    ) -> None:
        """Write a number on its line where nothing stands yet; the table has all of them."""
        metrics = QFontMetricsF(painter.font())
        width, height = metrics.horizontalAdvance(text) + theme().px(8), metrics.height()
        (x, y), (to_x, to_y) = self._places[ends[0]], self._places[ends[1]]
        for part in _PARTS:
            left, top = x + (to_x - x) * part - width / 2, y + (to_y - y) * part - height / 2
            box = Box(left, top, left + width, top + height)
            if any(box.overlaps(other) for other in taken):
                continue
            taken.append(box)
            area = QRectF(left, top, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(self.ground))
            painter.drawRoundedRect(area, height / 2, height / 2)
            painter.setPen(theme().colour("text"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
            return


def neighbours(agreed: Matrix) -> Sequence[int]:
    """Return an order round a circle in which those who agree most stand side by side."""
    if not agreed:
        return ()
    ring = [max(range(len(agreed)), key=lambda each: (sum(agreed[each]), -each))]
    left = set(range(len(agreed))) - set(ring)
    while left:
        last = ring[-1]
        nearest = max(left, key=lambda each: (agreed[last][each], -each))
        ring.append(nearest)
        left.remove(nearest)
    return ring


def _grown(box: Box, by: float) -> Box:
    return Box(box.left - by, box.top - by, box.right + by, box.bottom + by)

"""Fauvet's map of partners: synergy upwards, antagonism across, an attitude in each cell."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from typing_extensions import override

from entente.domain.attitudes import (
    ADVICE,
    ANTAGONISM_LEVELS,
    ENERGY_MAX,
    ENERGY_MIN,
    INITIATIVE,
    SYNERGY_LEVELS,
    Attitude,
)
from entente.domain.placement import Box, Point
from entente.i18n import _
from entente.services.attitudes import attitude_map
from entente_ui.actors.data import Marks
from entente_ui.actors.frame import Axis, Layout, Score, axis_of
from entente_ui.actors.lens import Caption, Lens
from entente_ui.actors.shapes import rect_of
from entente_ui.look.theme import theme

_LEVELS: Final = tuple(range(ENERGY_MIN, ENERGY_MAX + 1))
_SIZE: Final = len(_LEVELS)
#: Cells before the line of initiative.
_BEFORE: Final = INITIATIVE - ENERGY_MIN
#: Height of a caption, gap between cells and width of the line of initiative, in px at 100 %;
#: and the height of the sheet up to which they are small.
_AIRY: Final = (24, 5, 20)
_DENSE: Final = (19, 3, 18)
_LOW: Final = 380
_CORNER: Final = 7
_PAD: Final = 3


@dataclass(frozen=True, slots=True)
class Cells:
    """Sixteen cells, each under the name of its attitude; the line of initiative between.

    Attributes:
        width, height: Of the whole.
        strip: Height of a name.
        gap: Between cells.
        line: Width of the line of initiative.
    """

    width: float
    height: float
    strip: float = 0.0
    gap: float = 0.0
    line: float = 0.0

    @property
    def is_airy(self) -> bool:
        """Several stand in a cell, with their names."""
        return True

    def point(self, up: float, across: float) -> Point:
        """Return where the middle of a cell is, below its name."""
        panel = self._panel(up, across)
        top, bottom = panel.top + self.strip, panel.bottom - _PAD
        return (panel.left + panel.right) / 2, (top + bottom) / 2

    def score(self, x: float, y: float) -> Score:
        """Return the cell a point means, also one outside."""
        return Score(
            float(min(_LEVELS, key=lambda level: abs(self._middle_y(level) - y))),
            float(min(_LEVELS, key=lambda level: abs(self._middle_x(level) - x))),
        )

    def cell(self, score: Score) -> Box:
        """Return what of a cell tokens may fill."""
        panel = self.panel(score)
        return Box(
            panel.left + _PAD, panel.top + self.strip, panel.right - _PAD, panel.bottom - _PAD
        )

    def room(self, score: Score) -> Box:
        """Return the same."""
        return self.cell(score)

    def names(self, score: Score) -> Box:
        """Return the same: outside it a name would tell of another attitude."""
        return self.cell(score)

    def panel(self, score: Score) -> Box:
        """Return a whole cell."""
        return self._panel(score.up, score.across)

    def caption(self, score: Score) -> Box:
        """Return where the name of a cell stands."""
        panel = self.panel(score)
        return Box(panel.left, panel.top, panel.right, panel.top + self.strip)

    def kept_clear(self) -> tuple[Box, ...]:
        """Return the names of the cells and the lines of initiative."""
        return (*(self.caption(score) for score in self.scores()), *self.lines())

    def lines(self) -> tuple[Box, Box]:
        """Return the line of initiative between levels of antagonism, and of synergy."""
        left = self._left(_BEFORE) - self.line
        top = self._panel(INITIATIVE, 1).bottom
        return (
            Box(left, 0.0, left + self.line, self.height),
            Box(0.0, top, self.width, top + self.line),
        )

    def scores(self) -> Iterable[Score]:
        """Return every cell."""
        return (Score(float(up), float(across)) for up in _LEVELS for across in _LEVELS)

    @property
    def _column(self) -> float:
        return max(1.0, (self.width - self.line - (_SIZE - 2) * self.gap) / _SIZE)

    @property
    def _row(self) -> float:
        return max(1.0, (self.height - self.line - (_SIZE - 2) * self.gap) / _SIZE)

    def _left(self, place: float) -> float:
        return self._start(place, self._column)

    def _start(self, place: float, length: float) -> float:
        """Return where the cell at a place begins, counted from the lowest level."""
        between = self.line - self.gap if place >= _BEFORE else 0.0
        return place * (length + self.gap) + between

    def _panel(self, up: float, across: float) -> Box:
        left = self._left(across - ENERGY_MIN)
        bottom = self.height - self._start(up - ENERGY_MIN, self._row)
        return Box(left, bottom - self._row, left + self._column, bottom)

    def _middle_x(self, level: int) -> float:
        return self._left(level - ENERGY_MIN) + self._column / 2

    def _middle_y(self, level: int) -> float:
        return self.height - self._start(level - ENERGY_MIN, self._row) - self._row / 2


class EnergiesLens(Lens):
    """What somebody does for the project and against it."""

    name = "energies"
    fields = ("synergy", "antagonism")
    least_height = 352

    def __init__(self) -> None:
        self._axes = axis_of("synergy"), axis_of("antagonism")

    @property
    @override
    def title(self) -> str:
        return _("Map of partners")

    @property
    @override
    def axes(self) -> tuple[Axis, Axis]:
        return self._axes

    @override
    def layout(self, width: float, height: float) -> Cells:
        lengths = _AIRY if height > theme().px(_LOW) else _DENSE
        return Cells(width, height, *(float(theme().px(length)) for length in lengths))

    @override
    def score(self, marks: Marks) -> Score | None:
        if marks.synergy is None or marks.antagonism is None:
            return None
        return Score(float(marks.synergy), float(marks.antagonism))

    @override
    def values(self, score: Score, marks: Marks) -> Mapping[str, Any]:
        return {"synergy": int(score.up), "antagonism": int(score.across)}

    @override
    def shifted(self, origin: Score, start: Score, target: Score) -> Score:
        return self._moved(origin, target.up - start.up, target.across - start.across)

    @override
    def stepped(self, layout: Layout, score: Score, up: int, across: int) -> Score:
        return self._moved(score, up, across)

    @override
    def told(self, marks: Sequence[Marks], start: Score, target: Score) -> Sequence[str]:
        words = super().told(marks, start, target)
        if len(marks) > 1:
            return words
        # What was seen done decides, not what is thought of somebody.
        done = _(SYNERGY_LEVELS[int(target.up) - ENERGY_MIN])
        against = _(ANTAGONISM_LEVELS[int(target.across) - ENERGY_MIN])
        return (*words, self.kind(target), f"+ {done}", f"− {against}")

    @override
    def kind(self, score: Score) -> str:
        advice = ADVICE[_attitude(score)]
        return _(advice.neutral if self.is_neutral else advice.name)

    @override
    def ground(self, score: Score) -> str:
        return _ground(_attitude(score))

    @override
    def panel(self, score: Score) -> Hashable:
        return score

    @override
    def captions(self, layout: Layout) -> Sequence[Caption]:
        if not isinstance(layout, Cells):
            return ()
        return [
            Caption(
                score,
                layout.panel(score),
                layout.strip,
                self._caption(score),
                stands_out=_attitude(score) is Attitude.GOLDEN,
                ground=self.ground(score),
            )
            for score in layout.scores()
        ]

    @override
    def hint_box(self, layout: Layout) -> Box:
        # Between the names of the cells and the line of initiative, and over neither.
        if not isinstance(layout, Cells):
            return super().hint_box(layout)
        row = layout.cell(Score(float(INITIATIVE - 1), float(ENERGY_MIN)))
        return Box(0, row.top, layout.width, row.bottom)

    @override
    def paint(self, painter: QPainter, layout: Layout, exposed: QRectF) -> None:
        if not isinstance(layout, Cells):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for score in layout.scores():
            attitude = _attitude(score)
            stands_out = attitude is Attitude.GOLDEN
            edge = theme().colour("accent", 0.35) if stands_out else theme().colour("border")
            painter.setPen(QPen(edge, 1))
            painter.setBrush(theme().colour(_ground(attitude)))
            box = rect_of(layout.panel(score)).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, theme().px(_CORNER), theme().px(_CORNER))
        _paint_initiative(painter, layout)

    def _caption(self, score: Score) -> str:
        name = self.kind(score)
        return name[:1].upper() + name[1:]

    def _moved(self, score: Score, up: float, across: float) -> Score:
        vertical, horizontal = self._axes
        return Score(vertical.held(score.up + up), horizontal.held(score.across + across))


def _attitude(score: Score) -> Attitude:
    return attitude_map().attitude(int(score.up), int(score.across))


def _ground(attitude: Attitude) -> str:
    chart = attitude_map()
    if attitude in chart.allies:
        return "accent_soft"
    return "raised" if attitude in chart.opponents else "surface"


def _paint_initiative(painter: QPainter, layout: Cells) -> None:
    """Draw the lines of initiative, and say what they part."""
    upright, lying = (rect_of(box) for box in layout.lines())
    pen = QPen(theme().colour("edge"), 1)
    pen.setDashPattern([4, 4])
    painter.setFont(theme().font("small"))
    metrics = QFontMetricsF(theme().font("small"))
    text = _("↑ acts · line of initiative · thinks and says ↓")
    width = metrics.horizontalAdvance(text) + theme().px(16)
    painter.setPen(pen)
    middle = upright.center().x()
    painter.drawLine(QPointF(middle, 0), QPointF(middle, lying.top()))
    painter.drawLine(QPointF(middle, lying.bottom()), QPointF(middle, layout.height))
    words = QRectF(lying.center().x() - width / 2, lying.top(), width, lying.height())
    painter.drawLine(QPointF(0, lying.center().y()), QPointF(words.left(), lying.center().y()))
    end = QPointF(layout.width, lying.center().y())
    painter.drawLine(QPointF(words.right(), lying.center().y()), end)
    painter.setPen(theme().colour("muted"))
    painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), text)

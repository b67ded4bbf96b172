"""Two scores as the axes of a sheet: the grid of power and interest, and others like it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from typing_extensions import override

from entente.domain.actor import ACTOR, STRATEGIES, Quadrant
from entente.domain.placement import Box
from entente.domain.records import FieldKind
from entente.i18n import N_, _, ngettext
from entente_ui import formats
from entente_ui.actors.data import Marks
from entente_ui.actors.frame import Axis, Frame, Layout, Score, axis_of
from entente_ui.actors.lens import Caption, Lens, word
from entente_ui.actors.shapes import rect_of
from entente_ui.look.theme import theme

#: Pairs of scores that can be the axes, the first upwards; the first pair is the usual one.
PAIRS: Final = (
    ("power", "interest"),
    ("interest", "power"),
    ("synergy", "interest"),
    ("power", "synergy"),
)
_MENDELOW: Final = frozenset({"power", "interest"})
#: Height of a caption, gap and inner margin of the panels, in px at 100 %; and the height of
#: the sheet up to which they are small.
_AIRY: Final = (30, 8, 9)
_DENSE: Final = (24, 5, 3)
_LOW: Final = 300
_CORNER: Final = 8
_HIGH: Final = N_("{score} high")
_NOT_HIGH: Final = N_("{score} low")


class AxesLens(Lens):
    """A sheet with two scales and four panels."""

    name = "axes"

    def __init__(self, up: str = "power", across: str = "interest") -> None:
        self.fields = (up, across)
        self._up, self._across = axis_of(up), axis_of(across)

    @property
    @override
    def title(self) -> str:
        return _("Power × interest grid") if self.fields == PAIRS[0] else self.name_of_axes

    @property
    def name_of_axes(self) -> str:
        """Both scores, the one upwards first."""
        up, across = map(word, self.fields)
        return f"{up[:1].upper()}{up[1:]} × {across}"

    @property
    @override
    def axes(self) -> tuple[Axis, Axis]:
        return self._up, self._across

    @override
    def layout(self, width: float, height: float) -> Frame:
        lengths = _AIRY if height > theme().px(_LOW) else _DENSE
        strip, gap, pad = (float(theme().px(length)) for length in lengths)
        return Frame(width, height, strip, gap, pad, self._up, self._across)

    @override
    def score(self, marks: Marks) -> Score | None:
        up, across = (getattr(marks, name) for name in self.fields)
        if up is None or across is None:
            return None
        return Score(self._up.held(up), self._across.held(across))

    @override
    def values(self, score: Score, marks: Marks) -> Mapping[str, Any]:
        return {
            name: _typed(name, value)
            for name, value in zip(self.fields, (score.up, score.across), strict=True)
        }

    @override
    def shifted(self, origin: Score, start: Score, target: Score) -> Score:
        return self._moved(origin, target.up - start.up, target.across - start.across)

    @override
    def stepped(self, layout: Layout, score: Score, up: int, across: int) -> Score:
        return self._moved(score, up * self._up.step, across * self._across.step)

    @override
    def told(self, marks: Sequence[Marks], start: Score, target: Score) -> Sequence[str]:
        if len(marks) < 2:
            return super().told(marks, start, target)
        head = ngettext("{count} actor", "{count} actors", len(marks))
        shifts = (target.up - start.up, target.across - start.across)
        parts = [
            f"{word(name)} {_signed(by)}" for name, by in zip(self.fields, shifts, strict=True)
        ]
        return (" · ".join((head.format(count=formats.number(len(marks))), *parts)),)

    @override
    def kind(self, score: Score) -> str:
        return self._name(self._panel_of(score))

    @override
    def short(self, score: Score) -> str:
        return f"{formats.number(score.up)} · {formats.number(score.across)}"

    @override
    def panel(self, score: Score) -> Quadrant:
        return self._panel_of(score)

    @override
    def ground(self, score: Score) -> str:
        return _ground(self._panel_of(score))

    @override
    def captions(self, layout: Layout) -> Sequence[Caption]:
        if not isinstance(layout, Frame):
            return ()
        return [
            Caption(
                each,
                layout.panel(each),
                layout.strip,
                self._name(each),
                self._advice(each),
                each is Quadrant.COLLABORATE,
                _ground(each),
            )
            for each in Quadrant
        ]

    @override
    def hint_box(self, layout: Layout) -> Box:
        # The largest panel: a line across all four would be hard to read.
        if isinstance(layout, Frame):
            return layout.panel(Quadrant.MONITOR)
        return super().hint_box(layout)

    @override
    def paint(self, painter: QPainter, layout: Layout, exposed: QRectF) -> None:
        if not isinstance(layout, Frame):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for quadrant in Quadrant:
            favourable = quadrant is Quadrant.COLLABORATE
            edge = theme().colour("accent", 0.35) if favourable else theme().colour("border")
            painter.setPen(QPen(edge, 1))
            painter.setBrush(theme().colour(_ground(quadrant)))
            box = rect_of(layout.panel(quadrant)).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, theme().px(_CORNER), theme().px(_CORNER))
        _paint_dots(painter, layout, exposed)

    def _moved(self, score: Score, up: float, across: float) -> Score:
        return Score(self._up.held(score.up + up), self._across.held(score.across + across))

    def _panel_of(self, score: Score) -> Quadrant:
        return Frame(1, 1, up=self._up, across=self._across).quadrant(score)

    def _name(self, quadrant: Quadrant) -> str:
        if set(self.fields) == _MENDELOW:
            return _(STRATEGIES[self._mendelow(quadrant)].name)
        highs = {
            Quadrant.COLLABORATE: (True, True),
            Quadrant.SATISFY: (True, False),
            Quadrant.INFORM: (False, True),
            Quadrant.MONITOR: (False, False),
        }[quadrant]
        parts = [
            (_(_HIGH) if high else _(_NOT_HIGH)).format(score=word(name))
            for name, high in zip(self.fields, highs, strict=True)
        ]
        text = ", ".join(parts)
        return text[:1].upper() + text[1:]

    def _advice(self, quadrant: Quadrant) -> str:
        if set(self.fields) != _MENDELOW:
            return ""
        return _(STRATEGIES[self._mendelow(quadrant)].advice)

    def _mendelow(self, quadrant: Quadrant) -> Quadrant:
        """Return the quadrant of Mendelow's grid, whichever way round the axes are."""
        if self.fields == PAIRS[0]:
            return quadrant
        turned = {Quadrant.SATISFY: Quadrant.INFORM, Quadrant.INFORM: Quadrant.SATISFY}
        return turned.get(quadrant, quadrant)


def _typed(name: str, value: float) -> float:
    return int(value) if ACTOR.field(name).kind is FieldKind.INTEGER else value


def _ground(quadrant: Quadrant) -> str:
    return "accent_soft" if quadrant is Quadrant.COLLABORATE else "surface"


def _paint_dots(painter: QPainter, layout: Frame, exposed: QRectF) -> None:
    """Draw the dots that scores snap to."""
    painter.setPen(Qt.PenStyle.NoPen)
    near = exposed.adjusted(-2, -2, 2, 2)
    for score in layout.scores():
        point = QPointF(*layout.point(score.up, score.across))
        if near.contains(point):
            whole = float(score.up).is_integer() and float(score.across).is_integer()
            painter.setBrush(theme().colour("edge", 0.55 if whole else 0.28))
            painter.drawEllipse(point, *([1.6 if whole else 1.1] * 2))


def _signed(points: float) -> str:
    return formats.signed(points) if points else "="

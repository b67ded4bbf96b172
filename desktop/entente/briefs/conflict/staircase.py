"""The stages of escalation over time, drawn as a staircase."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from entente.briefs.conflict.where import StageView
from entente.briefs.dates import long_date, short_date
from entente.briefs.picture import INK, MUTED, Anchor, Area, Disc, Mark, Picture, Trace, Words
from entente.briefs.text import fitted, one_line
from entente.briefs.type import SMALL_SIZE, Face, width
from entente.domain.difficulty import STAGE_MAX, STAGES
from entente.domain.labelling import Label, place_labels
from entente.domain.placement import Box, around
from entente.i18n import N_, _

_ROW: Final = 13.0
_INSET: Final = 16.0
_BAND: Final = 80.0
_DATE_LINE: Final = 11.0
_DATE_LINES: Final = 2
_BOTTOM: Final = STAGE_MAX * _ROW
_DOT: Final = 3.2
_NAMES_MAX: Final = 130.0
#: A fact longer than this is read in the table below, not in the drawing.
_FACT_MAX: Final = 42

_LEVELS: Final = ("I", "II", "III")
_OUTCOMES: Final = (N_("win–win"), N_("win–lose"), N_("lose–lose"))
#: Darker with the level, so that a photocopy keeps them apart.
_TINTS: Final = ("#F8F6F2", "#F7EED8", "#F0DCD7")
_EDGE: Final = "#CFC9BC"


@dataclass(frozen=True, slots=True)
class Staircase:
    """The drawing, and whether every fact and date found its place in it."""

    picture: Picture
    complete: bool


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where dates and stages lie."""

    left: float
    right: float
    first: dt.date
    last: dt.date

    def x(self, day: dt.date) -> float:
        span = (self.last - self.first).days
        if span == 0:
            return (self.left + self.right) / 2
        inner = self.right - self.left - 2 * _INSET
        return self.left + _INSET + inner * (day - self.first).days / span

    def y(self, stage: float) -> float:
        return (STAGE_MAX - stage + 0.5) * _ROW


def draw_staircase(stages: Sequence[StageView], room: float, language: str) -> Staircase:
    """Return the drawing of one or more dated stages, oldest first.

    Dots are what was observed; the line only joins them and ends at the last.

    Args:
        stages: What the reader may know.
        room: Width to fill, in points.
        language: Of the dates.
    """
    visited = {view.stage for view in stages}
    names = {stage: _(STAGES[stage - 1].name) for stage in visited}
    names_width = max(width(name, Face.SANS, SMALL_SIZE) for name in names.values())
    plot = _Plot(
        left=min(names_width, _NAMES_MAX) + 22,
        right=room - _BAND,
        first=stages[0].dated_on,
        last=stages[-1].dated_on,
    )
    points = [(plot.x(view.dated_on), plot.y(view.stage)) for view in stages]
    line = _steps(points)
    facts, all_facts = _facts(stages, points, line, plot)
    dates, lines = _dates(stages, plot, language)
    marks: list[Mark] = [*_bands(plot), *_scale(plot, names)]
    marks.append(Trace(tuple(line), INK, 1.4))
    marks += [Disc(x, y, _DOT, "#FFFFFF", INK, 1.2) for x, y in points]
    marks += [*facts, *dates]
    picture = Picture(room, _BOTTOM + 4 + _DATE_LINE * min(lines, _DATE_LINES), tuple(marks))
    return Staircase(picture, all_facts and lines <= _DATE_LINES)


def _bands(plot: _Plot) -> Iterator[Mark]:
    for level, tint in enumerate(_TINTS):
        top = plot.y(3 * level + 3) - _ROW / 2
        yield Area(plot.left, top, plot.right - plot.left, 3 * _ROW, tint, _EDGE)
        middle = top + 1.5 * _ROW + 3
        label = f"{_LEVELS[level]} · {_(_OUTCOMES[level])}"
        shown = fitted(label, Face.SANS, SMALL_SIZE, _BAND - 6)
        yield Words(plot.right + 6, middle, shown, colour=MUTED)


def _scale(plot: _Plot, names: dict[int, str]) -> Iterator[Mark]:
    for stage in range(1, STAGE_MAX + 1):
        baseline = plot.y(stage) + 3
        face, ink = (Face.SEMIBOLD, INK) if stage in names else (Face.SANS, MUTED)
        yield Words(plot.left - 6, baseline, str(stage), SMALL_SIZE, face, ink, Anchor.END)
        if stage in names:
            name = fitted(names[stage], Face.SANS, SMALL_SIZE, plot.left - 22)
            yield Words(plot.left - 17, baseline, name, colour=INK, anchor=Anchor.END)


def _steps(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    line = [points[0]]
    for x, y in points[1:]:
        line += [(x, line[-1][1]), (x, y)]
    return line


def _facts(
    stages: Sequence[StageView],
    points: Sequence[tuple[float, float]],
    line: Sequence[tuple[float, float]],
    plot: _Plot,
) -> tuple[list[Mark], bool]:
    """Return the observed facts as labels if every one of them fits, else none."""
    told = [(point, view) for point, view in zip(points, stages, strict=True) if view.fact]
    words = [one_line(view.fact) for _point, view in told]
    if any(len(text) > _FACT_MAX for text in words):
        return [], False
    sizes = [[(width(text, Face.SANS, SMALL_SIZE) + 4, 11.0)] for text in words]
    bounds = Box(plot.left + 2, 1, plot.right - 2, _BOTTOM - 1)
    taken = [around(point, _DOT) for point in points] + _walls(line)
    edges = [Box(plot.left, y - 0.3, plot.right, y + 0.3) for y in (3 * _ROW, 6 * _ROW)]
    # Clear of the lines between the bands if possible, else across them.
    for obstacles in ([*taken, *edges], taken):
        places = place_labels([p for p, _view in told], _DOT + 2, sizes, bounds, obstacles)
        found = [place for place in places if place]
        if len(found) == len(words):
            labelled = zip(found, words, strict=True)
            return [mark for place, text in labelled for mark in _labelled(place, text)], True
    return [], False


def _labelled(place: Label, text: str) -> Iterator[Mark]:
    if place.leader:
        yield Trace(place.leader, MUTED, 0.5)
    yield Words(place.box.left + 2, place.box.bottom - 2.5, text)


def _walls(line: Sequence[tuple[float, float]]) -> list[Box]:
    return [
        Box(min(x1, x2) - 1, min(y1, y2) - 1, max(x1, x2) + 1, max(y1, y2) + 1)
        for (x1, y1), (x2, y2) in pairwise(line)
    ]


def _dates(stages: Sequence[StageView], plot: _Plot, language: str) -> tuple[list[Mark], int]:
    """Return the dates under the drawing, and how many lines they would need not to touch.

    A date that would need a line too many keeps its tick only.
    """
    days = sorted({view.dated_on for view in stages})
    one_year = len({day.year for day in days}) == 1
    marks: list[Mark] = []
    ends: list[float] = []
    for day in days:
        text = short_date(day, language) if one_year else long_date(day, language)
        half = width(text, Face.SANS, SMALL_SIZE) / 2
        middle = min(max(plot.x(day), half), plot.right + _BAND - half)
        line = next((n for n, end in enumerate(ends) if middle - half > end + 5), len(ends))
        ends[line : line + 1] = [middle + half]
        marks.append(Trace(((plot.x(day), _BOTTOM), (plot.x(day), _BOTTOM + 3)), MUTED, 0.6))
        if line < _DATE_LINES:
            baseline = _BOTTOM + 12 + _DATE_LINE * line
            marks.append(Words(middle, baseline, text, anchor=Anchor.MIDDLE))
    return marks, len(ends)

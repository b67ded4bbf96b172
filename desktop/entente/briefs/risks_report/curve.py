"""The curve of the exposure, drawn in steps: between two days nothing changes."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from entente.briefs.dates import long_date
from entente.briefs.picture import HAIRLINE, MUTED, WHITE, Anchor, Disc, Mark, Picture, Trace, Words
from entente.briefs.risk_book.book import number
from entente.briefs.type import SMALL_SIZE, Face, width
from entente.domain.risk_exposure import Exposure

_LEFT: Final = 34.0
_RIGHT: Final = 24.0
_TOP: Final = 16.0
_HEIGHT: Final = 100.0
_BOTTOM: Final = 20.0
_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500, 5000, 10_000)
_LINES: Final = 5
_ACCENT: Final = "#0F6A70"
_SPACE: Final = 8.0
#: More points than this are a line without dots.
_DOTS: Final = 30


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where days and scores lie."""

    first: dt.date
    last: dt.date
    top: float
    room: float

    def x(self, day: dt.date) -> float:
        span = max((self.last - self.first).days, 1)
        inner = self.room - _LEFT - _RIGHT
        return _LEFT + inner * (day - self.first).days / span

    def y(self, score: float) -> float:
        return _TOP + _HEIGHT * (1 - score / self.top)


def draw(points: Sequence[Exposure], room: float, language: str) -> tuple[Picture, bool]:
    """Return the curve, and whether every value and date stands in it.

    Args:
        points: One for each day on which the exposure changes, the earliest first.
        room: Width to fill, in points.
        language: Of the dates.
    """
    highest = max(*(point.score for point in points), 1)
    step = next((each for each in _STEPS if each * _LINES >= highest), highest)
    top = step * -(-highest // step)
    plot = _Plot(points[0].on, points[-1].on, top, room)
    marks: list[Mark] = list(_lines(plot, step))
    stairs = [(plot.x(points[0].on), plot.y(points[0].score))]
    for before, after in pairwise(points):
        stairs += [
            (plot.x(after.on), plot.y(before.score)),
            (plot.x(after.on), plot.y(after.score)),
        ]
    marks.append(Trace(tuple(stairs), _ACCENT, 1.8))
    if len(points) <= _DOTS:
        marks += (Disc(plot.x(p.on), plot.y(p.score), 2.6, WHITE, _ACCENT, 1.2) for p in points)
    told, all_told = _told(plot, points, language)
    height = _TOP + _HEIGHT + _BOTTOM
    return Picture(room, height, (*marks, *told)), all_told


def _lines(plot: _Plot, step: int) -> Iterator[Mark]:
    for score in range(0, int(plot.top) + 1, step):
        y = plot.y(score)
        yield Trace(((_LEFT, y), (plot.room - _RIGHT, y)), HAIRLINE, 0.5)
        yield Words(_LEFT - 6, y + 3, number(score), colour=MUTED, anchor=Anchor.END)


def _told(plot: _Plot, points: Sequence[Exposure], language: str) -> tuple[list[Mark], bool]:
    """Return values and dates as far as they do not touch one another."""
    marks: list[Mark] = []
    whole = True
    last = len(points) - 1
    order = sorted(range(len(points)), key=lambda place: (place not in {0, last}, place))
    taken: dict[str, list[tuple[float, float]]] = {"value": [], "day": []}
    for place in order:
        point = points[place]
        x = plot.x(point.on)
        for name, words, y in (
            ("value", number(point.score), plot.y(point.score) - 6),
            ("day", long_date(point.on, language), _TOP + _HEIGHT + 14),
        ):
            long = width(words, Face.SEMIBOLD, SMALL_SIZE)
            # Beside what comes down from above; the last would leave the page.
            start = x + 3 if name == "value" else x - long / 2
            start = max(min(start, plot.room - long), 0.0)
            span = (start - _SPACE, start + long)
            if any(span[0] < right and left < span[1] for left, right in taken[name]):
                whole = False
                continue
            taken[name].append(span)
            face = Face.SEMIBOLD if name == "value" else Face.SANS
            marks.append(Words(start, y, words, SMALL_SIZE, face))
    return marks, whole

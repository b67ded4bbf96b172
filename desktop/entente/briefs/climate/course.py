"""The index in time as one drawing: its natural limits, its gaps, and what happened meanwhile."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from entente.briefs.climate_book.values import Line
from entente.briefs.climate_book.words import figure
from entente.briefs.dates import short_date
from entente.briefs.picture import (
    HAIRLINE,
    INK,
    MUTED,
    WHITE,
    Anchor,
    Disc,
    Mark,
    Picture,
    Shape,
    Trace,
    Words,
)
from entente.briefs.type import Face
from entente.i18n import _

_LEFT: Final = 26.0
_RIGHT: Final = 92.0
_TOP: Final = 22.0
_HEIGHT: Final = 100.0
_BOTTOM: Final = 20.0
_ACCENT: Final = "#0F6A70"
_SIGNAL: Final = "#8C3A06"
_DAY_ROOM: Final = 36.0
_MARK_ROOM: Final = 11.0
_LEADING: Final = 10.0
_SPARE: Final = 0.25
_SCALE: Final = (1.0, 5.0)


class _Frame:
    """Where days and values lie on the page."""

    def __init__(self, line: Line, days: Sequence[dt.date], room: float) -> None:
        known = [value for value in line.values if value is not None]
        if line.limits:
            known += [line.limits.lower, line.limits.upper]
        self.low = max(_SCALE[0], min(known) - _SPARE)
        self.high = min(_SCALE[1], max(known) + _SPARE)
        self.first = days[0]
        self.span = max((days[-1] - days[0]).days, 1)
        self.right = room - _RIGHT

    def x(self, day: dt.date) -> float:
        share = (day - self.first).days / self.span
        return _LEFT + 8 + (self.right - _LEFT - 16) * share

    def y(self, value: float) -> float:
        value = min(max(value, self.low), self.high)
        return _TOP + _HEIGHT * (1 - (value - self.low) / (self.high - self.low))


def draw(
    line: Line, days: Sequence[dt.date], events: Sequence[dt.date], room: float, code: str
) -> Picture:
    """Return the course of the index.

    Args:
        line: The index.
        days: Of the waves, oldest first.
        events: Days of what happened, in the order they are numbered.
        room: Width in points.
        code: The language of the page.
    """
    first = min([*days, *events])
    frame = _Frame(line, [first, max(days)], room)
    marks = [
        *_ground(frame, code, days),
        *_happened(frame, events),
        *_limits(frame, line),
        *_points(frame, line, days),
    ]
    return Picture(room, _TOP + _HEIGHT + _BOTTOM, tuple(marks))


def _ground(frame: _Frame, code: str, days: Sequence[dt.date]) -> Iterator[Mark]:
    for value in range(int(_SCALE[0]), int(_SCALE[1]) + 1):
        if frame.low <= value <= frame.high:
            level = frame.y(value)
            yield Trace(((_LEFT, level), (frame.right, level)), HAIRLINE, 0.5)
            yield Words(_LEFT - 6, level + 3, str(value), colour=MUTED, anchor=Anchor.END)
    after = -_DAY_ROOM
    for day in days:
        if frame.x(day) - after >= _DAY_ROOM:
            after = frame.x(day)
            level = _TOP + _HEIGHT + 14
            yield Words(after, level, short_date(day, code), colour=MUTED, anchor=Anchor.MIDDLE)


def _happened(frame: _Frame, events: Sequence[dt.date]) -> Iterator[Mark]:
    """Yield a line for each day, and the numbers of what happened as far as there is room."""
    after = -_MARK_ROOM
    for number, day in enumerate(events, 1):
        x = frame.x(day)
        yield Trace(((x, _TOP - 4), (x, _TOP + _HEIGHT)), MUTED, 0.5, (1, 2))
        if x - after >= _MARK_ROOM:
            after = x
            yield Words(x, _TOP - 8, str(number), colour=MUTED, anchor=Anchor.MIDDLE)


def _limits(frame: _Frame, line: Line) -> Iterator[Mark]:
    if line.limits is None:
        return
    named = (
        (line.limits.upper, _("upper limit"), (5.0, 2.0)),
        (line.limits.centre, _("mean"), ()),
        (line.limits.lower, _("lower limit"), (5.0, 2.0)),
    )
    below = -_LEADING
    for value, words, dash in named:
        level = frame.y(value)
        yield Trace(((_LEFT, level), (frame.right, level)), INK, 0.8, dash)
        below = max(level + 3, below + _LEADING)
        yield Words(frame.right + 6, below, f"{words} {figure(value)}", colour=INK)


def _points(frame: _Frame, line: Line, days: Sequence[dt.date]) -> Iterator[Mark]:
    """Yield the line, which a gap parts, and its points: a square is a signal."""
    spots = [
        None if value is None else (frame.x(day), frame.y(value))
        for day, value in zip(days, line.values, strict=True)
    ]
    for one, other in pairwise(spots):
        if one and other:
            yield Trace((one, other), _ACCENT, 1.6)
    for place, spot in enumerate(spots):
        if spot is None:
            continue
        x, y = spot
        if place in line.signals.places:
            corners = ((x - 4, y - 4), (x + 4, y - 4), (x + 4, y + 4), (x - 4, y + 4))
            yield Shape(corners, _SIGNAL, WHITE, 0.8)
        else:
            yield Disc(x, y, 3.2, _ACCENT, WHITE, 0.8)
    last = next((at for at in reversed(range(len(spots))) if spots[at]), None)
    value = line.values[last] if last is not None else None
    if last is not None and value is not None and (spot := spots[last]):
        yield Words(spot[0], spot[1] - 8, figure(value), face=Face.SEMIBOLD, anchor=Anchor.MIDDLE)

"""Answers from 1 to 5 as bars that part in the middle: who disagrees at the left.

In grey, on a photocopy, the order and the side say what the colours say; under disagreement
runs a fringe.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from entente.briefs.picture import (
    HAIRLINE,
    INK,
    MUTED,
    WHITE,
    Anchor,
    Area,
    Mark,
    Picture,
    Trace,
    Words,
)
from entente.briefs.text import fitted
from entente.briefs.type import SMALL_SIZE, Face
from entente.i18n import _

_CODE: Final = 34.0
_LABEL: Final = 158.0
_MEAN: Final = 34.0
_BAR: Final = 15.0
_STEP: Final = 21.0
_TOP: Final = 32.0
_GAP: Final = 6.0
_FRINGE: Final = 3.0
_EDGE: Final = "#4A4F54"
#: A count is written where its part of the bar is at least so wide.
_ROOM: Final = 9.0
#: From 1 to 5: dark at both ends, pale in the middle.
_FILLS: Final = (
    ("#8C3A06", WHITE),
    ("#F6B77A", INK),
    ("#F4F1EA", INK),
    ("#9CCBC6", INK),
    ("#0F5A60", WHITE),
)
_MIDDLE: Final = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """One item: its code and words, how many gave each answer, and its mean."""

    code: str
    label: str
    counts: tuple[int, ...]
    mean: str


def draw(bars: Sequence[Bar], room: float) -> Picture:
    """Return the bars of some items, each as wide as its answers are shares of all."""
    left = _CODE + _LABEL + _GAP
    wide = room - left - _MEAN
    ahead = max((_before(bar.counts) for bar in bars), default=0.5)
    behind = max((1 - _before(bar.counts) for bar in bars), default=0.5)
    unit = wide / (ahead + behind)
    middle = left + ahead * unit
    height = _TOP + _STEP * len(bars)
    marks = [
        *_legend(left, wide),
        Words(room, _TOP - 8, _("Mean"), face=Face.SEMIBOLD, anchor=Anchor.END),
    ]
    marks.append(Trace(((middle, _TOP - 4), (middle, height - 2)), INK, 0.6, (1.5, 1.5)))
    for place, bar in enumerate(bars):
        marks += _bar(bar, _TOP + _STEP * place, middle, unit)
        level = _TOP + _STEP * place + _BAR - 4
        marks.append(
            Words(
                0, level, fitted(bar.code, Face.SEMIBOLD, SMALL_SIZE, _CODE - 4), face=Face.SEMIBOLD
            )
        )
        marks.append(Words(_CODE, level, fitted(bar.label, Face.SANS, SMALL_SIZE, _LABEL)))
        marks.append(Words(room, level, bar.mean, face=Face.SEMIBOLD, anchor=Anchor.END))
    return Picture(room, height, tuple(marks))


def _before(counts: Sequence[int]) -> float:
    """Return the share of the answers that lies left of the middle."""
    whole = sum(counts) or 1
    return (sum(counts[:_MIDDLE]) + counts[_MIDDLE] / 2) / whole


def _bar(bar: Bar, top: float, middle: float, unit: float) -> Iterator[Mark]:
    whole = sum(bar.counts) or 1
    x = middle - _before(bar.counts) * unit
    for place, count in enumerate(bar.counts):
        wide = unit * count / whole
        if not count:
            continue
        fill, ink = _FILLS[place]
        yield Area(x, top, wide, _BAR, fill, _EDGE)
        if place < _MIDDLE:
            yield from _fringe(x, top + _BAR, wide)
        if wide >= _ROOM:
            words = str(count)
            yield Words(x + wide / 2, top + _BAR - 4, words, colour=ink, anchor=Anchor.MIDDLE)
        x += wide


def _fringe(left: float, top: float, wide: float) -> Iterator[Mark]:
    for step in range(int(wide / _FRINGE) + 1):
        x = left + step * _FRINGE
        yield Trace(((x, top), (x, top + _FRINGE)), MUTED, 0.6)


def _legend(left: float, wide: float) -> Iterator[Mark]:
    size = 13.0
    start = left + wide / 2 - size * len(_FILLS) / 2
    yield Words(start - 6, 11, _("disagree"), colour=MUTED, anchor=Anchor.END)
    for place, (fill, ink) in enumerate(_FILLS):
        x = start + place * size
        yield Area(x, 1, size, size, fill, _EDGE)
        yield Words(x + size / 2, 11, str(place + 1), colour=ink, anchor=Anchor.MIDDLE)
        if place < _MIDDLE:
            yield from _fringe(x, 1 + size, size - 1)
    yield Words(start + size * len(_FILLS) + 6, 11, _("agree"), colour=MUTED)
    yield Trace(((left, _TOP - 4), (left + wide, _TOP - 4)), HAIRLINE, 0.5)

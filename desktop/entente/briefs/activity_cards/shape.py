"""The shape of an activity as a drawing: six spokes, each with its name and its number."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.activity_book.words import numbered
from entente.briefs.picture import (
    HAIRLINE,
    INK,
    MUTED,
    Anchor,
    Disc,
    Mark,
    Picture,
    Shape,
    Trace,
    Words,
)
from entente.briefs.type import SMALL_SIZE, Face
from entente.domain.radar import Spoke
from entente.i18n import _

HEIGHT: Final = 112.0
_RADIUS: Final = 36.0
_RINGS: Final = 3
_GAP: Final = 5.0
_LINE: Final = 10.0
_ACCENT: Final = "#0F6A70"
_TINT: Final = "#CFE3E1"
_STRAIGHT: Final = 1e-6

Spot = tuple[float, float]


def draw(spokes: Sequence[Spoke], wide: float) -> Picture:
    """Return a shape in the middle of some width, in points."""
    return Picture(wide, HEIGHT, tuple(_marks(spokes, (wide / 2, HEIGHT / 2))))


def _marks(spokes: Sequence[Spoke], centre: Spot) -> Iterator[Mark]:
    places = range(len(spokes))
    corners = tuple(
        _spot(place, spoke.share, len(spokes), centre) for place, spoke in enumerate(spokes)
    )
    yield Shape(corners, _TINT, _ACCENT, 1.2)
    for ring in range(1, _RINGS + 1):
        net = tuple(_spot(place, ring / _RINGS, len(spokes), centre) for place in places)
        yield Trace((*net, net[0]), HAIRLINE, 0.5)
    for place in places:
        yield Trace((centre, _spot(place, 1, len(spokes), centre)), HAIRLINE, 0.5)
    yield Trace((*corners, corners[0]), _ACCENT, 1.4)
    for corner, spoke in zip(corners, spokes, strict=True):
        if spoke.value:
            yield Disc(*corner, 2.0, _ACCENT)
    for place, spoke in enumerate(spokes):
        yield from _named(spoke, _spot(place, 1, len(spokes), centre), centre)


def _named(spoke: Spoke, end: Spot, centre: Spot) -> Iterator[Mark]:
    """Yield the name of a spoke beside its end, and its number below."""
    x, y = end
    aside = x - centre[0]
    is_above = y < centre[1]
    figure = f"{numbered(spoke.value)}/{spoke.most}"
    if abs(aside) < _STRAIGHT:
        # One line, above or below: two would take the room of the steps.
        y += -_GAP if is_above else _GAP + SMALL_SIZE
        words = _("{label} {figure}").format(label=_(spoke.label), figure=figure)
        yield Words(x, y, words, colour=INK if spoke.value else MUTED, anchor=Anchor.MIDDLE)
        return
    anchor = Anchor.START if aside > 0 else Anchor.END
    x += _GAP if aside > 0 else -_GAP
    y += -1.0 if is_above else 1.0
    yield Words(x, y, _(spoke.label), colour=MUTED, anchor=anchor)
    face = Face.SEMIBOLD if spoke.value else Face.SANS
    ink = INK if spoke.value else MUTED
    yield Words(x, y + _LINE, figure, face=face, colour=ink, anchor=anchor)


def _spot(place: int, share: float, count: int, centre: Spot) -> Spot:
    angle = math.tau * place / count
    return (
        centre[0] + math.sin(angle) * _RADIUS * share,
        centre[1] - math.cos(angle) * _RADIUS * share,
    )

"""The shape of one group as a drawing: ten spokes, broken where nobody looked."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.picture import (
    HAIRLINE,
    MUTED,
    Anchor,
    Disc,
    Mark,
    Picture,
    Shape,
    Trace,
    Words,
)
from entente.briefs.type import Face
from entente.domain.change.impact import DEPTH_MAX
from entente.domain.change.impact_figures import DIMENSIONS
from entente.services.impact_words import NONE, dimension_words

HEIGHT: Final = 186.0
_RADIUS: Final = 70.0
_GAP: Final = 6.0
_LINE: Final = 10.0
_ACCENT: Final = "#0F6A70"
_TINT: Final = "#CFE3E1"
_STRAIGHT: Final = 1e-6

Spot = tuple[float, float]


def draw(depths: Sequence[int | None], room: float) -> Picture:
    """Return the shape in the middle of some width, in points."""
    return Picture(room, HEIGHT, tuple(_marks(depths, (room / 2, HEIGHT / 2))))


def _marks(depths: Sequence[int | None], centre: Spot) -> Iterator[Mark]:
    places = range(len(DIMENSIONS))
    corners = [
        None if depth is None else _spot(place, depth / DEPTH_MAX, centre)
        for place, depth in enumerate(depths)
    ]
    known = tuple(corner for corner in corners if corner is not None)
    if len(known) == len(corners):
        yield Shape(known, _TINT)
    for ring in range(1, DEPTH_MAX + 1):
        net = tuple(_spot(place, ring / DEPTH_MAX, centre) for place in places)
        yield Trace((*net, net[0]), HAIRLINE, 0.5)
    for place in places:
        yield Trace((centre, _spot(place, 1, centre)), HAIRLINE, 0.5)
    for place, one in enumerate(corners):
        other = corners[(place + 1) % len(corners)]
        if one is not None and other is not None:
            yield Trace((one, other), _ACCENT, 1.4)
    for corner in known:
        yield Disc(*corner, 2.0, _ACCENT)
    for place, depth in enumerate(depths):
        yield from _named(place, depth, centre)


def _named(place: int, depth: int | None, centre: Spot) -> Iterator[Mark]:
    """Yield the name of a spoke beside its end, and its number below."""
    x, y = _spot(place, 1, centre)
    aside = x - centre[0]
    name = dimension_words(DIMENSIONS[place])
    figure = NONE if depth is None else f"{depth}/{DEPTH_MAX}"
    if abs(aside) < _STRAIGHT:
        y += -_GAP if y < centre[1] else _GAP + _LINE - 2
        yield Words(x, y, f"{name} {figure}", colour=MUTED, anchor=Anchor.MIDDLE)
        return
    anchor = Anchor.START if aside > 0 else Anchor.END
    x += _GAP if aside > 0 else -_GAP
    yield Words(x, y, name, colour=MUTED, anchor=anchor)
    yield Words(x, y + _LINE, figure, face=Face.SEMIBOLD, anchor=anchor)


def _spot(place: int, share: float, centre: Spot) -> Spot:
    angle = math.tau * place / len(DIMENSIONS)
    return (
        centre[0] + math.sin(angle) * _RADIUS * share,
        centre[1] - math.cos(angle) * _RADIUS * share,
    )

"""Shapes on spokes as a drawing: one filled, another dashed over it, broken where nobody looked."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from entente.briefs.text import fitted
from entente.briefs.type import SMALL_SIZE, Face

HEIGHT: Final = 186.0
_RADIUS: Final = 70.0
_GAP: Final = 6.0
_LINE: Final = 10.0
_TINT: Final = "#CFE3E1"
#: Colour and dash of each shape, told apart without colours.
_STROKES: Final[Sequence[tuple[str, tuple[float, ...]]]] = (
    ("#0F6A70", ()),
    ("#9A5B00", (4.0, 2.5)),
    ("#6A3F9A", (1.0, 2.0)),
    ("#1F5FA8", (6.0, 2.0, 1.0, 2.0)),
)
#: So many shapes can be told apart.
MOST: Final = len(_STROKES)
_SAMPLE: Final = 22.0
_COLUMN: Final = 150.0
_STRAIGHT: Final = 1e-6
_NONE: Final = "–"

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Net:
    """What shapes are drawn on.

    Attributes:
        names: Of the spokes, clockwise from the top, in the language in use.
        most: The highest value there is; the middle stands for none.
    """

    names: Sequence[str]
    most: int

    def spot(self, place: int, share: float, centre: Spot) -> Spot:
        """Return where a share of a spoke ends."""
        angle = math.tau * place / len(self.names)
        return (
            centre[0] + math.sin(angle) * _RADIUS * share,
            centre[1] - math.cos(angle) * _RADIUS * share,
        )


def draw(
    net: Net,
    shapes: Sequence[Sequence[int | None]],
    room: float,
    legend: Sequence[str] = (),
) -> Picture:
    """Return shapes in the middle of some width, in points.

    Args:
        net: The spokes.
        shapes: At most `MOST`, of one value a spoke; None where nobody looked. The first is
            filled, and its values stand beside the spokes.
        room: The width.
        legend: What each shape is called, beside its line; nothing for a single one.
    """
    marks = [*_marks(net, shapes, (room / 2, HEIGHT / 2)), *_legend(legend)]
    return Picture(room, HEIGHT, tuple(marks))


def _legend(names: Sequence[str]) -> Iterator[Mark]:
    for place, (name, (colour, dash)) in enumerate(zip(names, _STROKES, strict=False)):
        level = _GAP + place * (_LINE + 4)
        yield Trace(((0, level), (_SAMPLE, level)), colour, 1.4, dash)
        words = fitted(name, Face.SANS, SMALL_SIZE, _COLUMN - _SAMPLE)
        yield Words(_SAMPLE + _GAP, level + 3, words, colour=MUTED)


def _marks(net: Net, shapes: Sequence[Sequence[int | None]], centre: Spot) -> Iterator[Mark]:
    places = range(len(net.names))
    corners = [_corners(net, shape, centre) for shape in shapes]
    first = tuple(corner for corner in corners[0] if corner is not None)
    if len(first) == len(places):
        yield Shape(first, _TINT)
    for ring in range(1, net.most + 1):
        ends = tuple(net.spot(place, ring / net.most, centre) for place in places)
        yield Trace((*ends, ends[0]), HAIRLINE, 0.5)
    for place in places:
        yield Trace((centre, net.spot(place, 1, centre)), HAIRLINE, 0.5)
    for found, (colour, dash) in zip(corners, _STROKES, strict=False):
        yield from _outline(found, colour, dash)
    for place in places:
        yield from _named(net, place, shapes[0][place], centre)


def _corners(net: Net, shape: Sequence[int | None], centre: Spot) -> list[Spot | None]:
    return [
        None if value is None else net.spot(place, value / net.most, centre)
        for place, value in enumerate(shape)
    ]


def _outline(
    corners: Sequence[Spot | None], colour: str, dash: tuple[float, ...]
) -> Iterator[Mark]:
    for place, one in enumerate(corners):
        other = corners[(place + 1) % len(corners)]
        if one is not None and other is not None:
            yield Trace((one, other), colour, 1.4, dash)
    for corner in corners:
        if corner is not None:
            yield Disc(*corner, 2.0, colour)


def _named(net: Net, place: int, value: int | None, centre: Spot) -> Iterator[Mark]:
    """Yield the name of a spoke beside its end, and its number below."""
    x, y = net.spot(place, 1, centre)
    aside = x - centre[0]
    name = net.names[place]
    figure = _NONE if value is None else f"{value}/{net.most}"
    if abs(aside) < _STRAIGHT:
        y += -_GAP if y < centre[1] else _GAP + _LINE - 2
        yield Words(x, y, f"{name} {figure}", colour=MUTED, anchor=Anchor.MIDDLE)
        return
    anchor = Anchor.START if aside > 0 else Anchor.END
    x += _GAP if aside > 0 else -_GAP
    yield Words(x, y, name, colour=MUTED, anchor=anchor)
    yield Words(x, y + _LINE, figure, face=Face.SEMIBOLD, anchor=anchor)

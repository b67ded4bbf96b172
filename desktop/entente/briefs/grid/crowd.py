"""Tokens and names on the grid: apart from one another, however many there are."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from entente.briefs.camps import BADGE, camp_colour, camp_marks
from entente.briefs.dates import short_date
from entente.briefs.grid.frame import Frame
from entente.briefs.picture import INK, MUTED, WHITE, Anchor, Disc, Mark, Trace, Words
from entente.briefs.text import fitted, one_line
from entente.briefs.type import SMALL_SIZE, Face, width
from entente.domain.actor import Quadrant
from entente.domain.labelling import Label, place_labels, strung
from entente.domain.placement import Box, Point, Size, are_apart, around, spread
from entente.services.actors import GridToken

#: Of a token; the smaller where a panel is crowded. A reference still fits inside.
_RADII: Final = (10.5, 9.2)
#: By which the badge makes a token wider.
_BADGE_REACH: Final = 1.8
#: So much of a panel can be filled with round tokens.
_FILL: Final = 0.8
_HEIGHT: Final = 11.0
_WIDEST: Final = 120.0


@dataclass(frozen=True, slots=True)
class Crowd:
    """The marks of the tokens, and those whose names found no place beside them."""

    marks: tuple[Mark, ...]
    unnamed: tuple[GridToken, ...]


def draw_crowd(tokens: Sequence[GridToken], frame: Frame, language: str) -> Crowd:
    """Return the tokens that have a place, with names, badges and earlier positions.

    A token whose name finds no room shows its reference instead of its initials.
    """
    placed = [token for token in tokens if token.is_placed]
    stand = _standing(placed, frame)
    points, radius = stand.points, stand.radius
    trails = [_trail(token, point, frame) for token, point in zip(placed, points, strict=True)]
    names = [_writings(token) for token in placed]
    labels = _labels(stand, names, trails, frame)
    marks: list[Mark] = [mark for trail in trails for mark in _trail_marks(trail)]
    marks += frame.captions()
    marks += _dates(placed, trails, stand, labels, frame, language)
    unnamed = []
    for token, point, label, name in zip(placed, points, labels, names, strict=True):
        sign = token.initials
        if label is None:
            unnamed.append(token)
            sign = token.ref
        else:
            marks += _name_marks(label, name[label.choice])
        marks += _token_marks(token, point, radius, sign)
    return Crowd(tuple(marks), tuple(unnamed))


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where the tokens stand, and how large they are."""

    points: tuple[Point, ...]
    radius: float

    @property
    def reach(self) -> float:
        return self.radius + _BADGE_REACH

    def badges(self) -> list[Point]:
        return [_badge(point, self.radius) for point in self.points]


def _standing(tokens: Sequence[GridToken], frame: Frame) -> _Stand:
    """Return where the tokens stand: inside their own panel while it can hold them all."""
    wished = [frame.point(token.power or 0, token.interest or 0) for token in tokens]
    for radius in _RADII:
        points = _in_panels(tokens, wished, frame, radius + _BADGE_REACH)
        if points:
            return _Stand(points, radius)
    radius = _RADII[-1]
    obstacles = (*frame.strips(), *frame.gaps())
    return _Stand(spread(wished, radius + _BADGE_REACH, frame.box, obstacles), radius)


def _in_panels(
    tokens: Sequence[GridToken], wished: Sequence[Point], frame: Frame, reach: float
) -> tuple[Point, ...]:
    """Return where tokens of a size stand in their panels; nothing if one is too small."""
    points: dict[int, Point] = {}
    for quadrant in Quadrant:
        inside = [index for index, token in enumerate(tokens) if token.quadrant is quadrant]
        ground = frame.ground(quadrant)
        area = (ground.right - ground.left) * (ground.bottom - ground.top)
        if len(inside) * math.pi * reach**2 > _FILL * area:
            return ()
        found = spread([wished[index] for index in inside], reach, ground)
        if not are_apart(found, reach):
            return ()
        points |= dict(zip(inside, found, strict=True))
    return tuple(points[index] for index in range(len(tokens)))


def _badge(point: Point, radius: float) -> Point:
    return point[0] + radius * 0.78, point[1] - radius * 0.78


def _labels(
    stand: _Stand,
    names: Sequence[Sequence[str]],
    trails: Sequence[Sequence[Point]],
    frame: Frame,
) -> tuple[Label | None, ...]:
    sizes = [[_size(name) for name in each] for each in names]
    badges = [around(badge, BADGE) for badge in stand.badges()]
    obstacles = (*frame.strips(), *frame.gaps(), *badges, *_lines(trails))
    return place_labels(stand.points, stand.reach, sizes, frame.box, obstacles)


def _writings(token: GridToken) -> list[str]:
    """Return the ways to write a name, in full first."""
    whole = fitted(token.name, Face.SANS, SMALL_SIZE, _WIDEST)
    words = one_line(token.name).split()
    short = [f"{words[0]} {words[-1][0]}."] if len(words) in {2, 3} else []
    return [whole, *(fitted(each, Face.SANS, SMALL_SIZE, _WIDEST) for each in short)]


def _size(name: str) -> Size:
    return width(name, Face.SANS, SMALL_SIZE) + 4, _HEIGHT


def _trail(token: GridToken, point: Point, frame: Frame) -> tuple[Point, ...]:
    earlier = (frame.point(each.power, each.interest) for each in token.trail)
    return (*earlier, point)


def _lines(trails: Sequence[Sequence[Point]]) -> list[Box]:
    """Return what words keep clear of so as not to be crossed out."""
    return [
        box for trail in trails for start, end in pairwise(trail) for box in strung(start, end, 6)
    ]


def _trail_marks(trail: Sequence[Point]) -> Iterator[Mark]:
    if len(trail) > 1:
        yield Trace(tuple(trail), MUTED, 0.7, (2, 2))
        for x, y in trail[:-1]:
            yield Disc(x, y, 2.6, WHITE, MUTED, 0.7)


def _dates(
    tokens: Sequence[GridToken],
    trails: Sequence[Sequence[Point]],
    stand: _Stand,
    labels: Sequence[Label | None],
    frame: Frame,
    language: str,
) -> Iterator[Mark]:
    """Yield the days of earlier positions, where there is room."""
    spots = [
        (point, short_date(position.dated_on, language))
        for token, trail in zip(tokens, trails, strict=True)
        for position, point in zip(token.trail, trail, strict=False)
    ]
    taken = [around(point, stand.reach) for point in stand.points]
    taken += [around(badge, BADGE) for badge in stand.badges()]
    taken += [label.box for label in labels if label]
    sizes = [[_size(day)] for _point, day in spots]
    places = place_labels(
        [p for p, _ in spots], 3.5, sizes, frame.box, [*taken, *frame.strips(), *_lines(trails)]
    )
    for place, (_point, day) in zip(places, spots, strict=True):
        if place and not place.leader:
            yield Words(place.box.left + 2, place.box.bottom - 2.5, day, colour=MUTED)


def _name_marks(label: Label, name: str) -> Iterator[Mark]:
    if label.leader:
        yield Trace(label.leader, MUTED, 0.5)
    yield Words(label.box.left + 2, label.box.bottom - 2.5, name, colour=INK)


def _token_marks(token: GridToken, point: Point, radius: float, sign: str) -> Iterator[Mark]:
    x, y = point
    inside = fitted(sign, Face.SEMIBOLD, SMALL_SIZE, 2 * radius - 2)
    yield Disc(x, y, radius, WHITE, camp_colour(token.camp), 1.8)
    yield Words(x, y + 3, inside, SMALL_SIZE, Face.SEMIBOLD, INK, Anchor.MIDDLE)
    yield from camp_marks(token.camp, *_badge(point, radius))

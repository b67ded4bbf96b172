"""Relations as lines that a black-and-white printer tells apart: pattern, thickness, sign."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from entente.briefs.network.places import Taken
from entente.briefs.picture import WHITE, Anchor, Area, Mark, Shape, Trace, Words
from entente.briefs.type import SMALL_SIZE, Face, width
from entente.domain.placement import Box, Point
from entente.domain.relation import KIND_LABELS, STRONG
from entente.domain.relation_line import RELATION_LINES, RelationLine
from entente.i18n import _
from entente.services.relation_map import MapRelation

_GOOD: Final = "#2563A8"
_BAD: Final = "#A8322A"
_NEUTRAL: Final = "#555E66"
_UNKNOWN: Final = "#8A929A"

#: Between lines that join the same two.
_BESIDE: Final = 5.0
_SIGN_HEIGHT: Final = 11.0
#: Along a line, the places a sign can stand, the best first.
_STOPS: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
_HEAD: Final = 7.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line of some quality looks."""

    colour: str
    line: RelationLine
    sign: str

    def trace(self, start: Point, end: Point) -> Trace:
        """Return a line from one point to another."""
        return Trace((start, end), self.colour, self.line.width, self.line.dash)


#: By quality; None where nobody has judged it.
STROKES: Final[Mapping[int | None, Stroke]] = MappingProxyType(
    {
        quality: Stroke(colour, RELATION_LINES[quality], sign)
        for quality, colour, sign in (
            (2, _GOOD, "++"),
            (1, _GOOD, "+"),
            (0, _NEUTRAL, "0"),
            (-1, _BAD, "−"),
            (-2, _BAD, "−−"),
            (None, _UNKNOWN, ""),
        )
    }
)


def kind_letter(kind: str) -> str:
    """Return the letter of a nature, in the language in use."""
    return _(KIND_LABELS[kind])[:1].upper() if kind in KIND_LABELS else ""


@dataclass(frozen=True, slots=True)
class _Line:
    relation: MapRelation
    start: Point
    end: Point

    def at(self, part: float) -> Point:
        (x, y), (end_x, end_y) = self.start, self.end
        return x + (end_x - x) * part, y + (end_y - y) * part


def draw_lines(relations: Sequence[MapRelation], cards: Mapping[str, Box]) -> list[Mark]:
    """Return the lines, which go below the cards."""
    # The better known above the others.
    lines = sorted(_lines(relations, cards), key=lambda each: abs(each.relation.quality or 0))
    return [STROKES[line.relation.quality].trace(line.start, line.end) for line in lines]


def draw_heads(relations: Sequence[MapRelation], cards: Mapping[str, Box]) -> Iterator[Mark]:
    """Yield the heads of arrows: which way, and who depends on whom."""
    for line in _lines(relations, cards):
        yield from _heads(line, STROKES[line.relation.quality])


def ways(
    relations: Sequence[MapRelation], cards: Mapping[str, Box]
) -> tuple[tuple[Point, Point], ...]:
    """Return from where to where the lines run."""
    return tuple((line.start, line.end) for line in _lines(relations, cards))


def draw_signs(
    relations: Sequence[MapRelation], cards: Mapping[str, Box], taken: Iterable[Box]
) -> list[Mark]:
    """Return what stands on the lines: nature and quality; nothing where there is no room."""
    free = Taken([*cards.values(), *taken])
    marks: list[Mark] = []
    lines = sorted(_lines(relations, cards), key=lambda each: -abs(each.relation.quality or 0))
    for line in lines:
        stroke = STROKES[line.relation.quality]
        text = f"{kind_letter(line.relation.kind)}{stroke.sign}"
        if text:
            half = max(_SIGN_HEIGHT, width(text, Face.SEMIBOLD, SMALL_SIZE) + 6) / 2
            box = next((box for box in _sign_boxes(line, half) if free.is_free(box)), None)
            if box is not None:
                free.add(box)
                marks += sign_marks(box, text, stroke.colour)
    return marks


def sign_marks(box: Box, text: str, colour: str) -> Iterator[Mark]:
    """Yield a sign in its box."""
    high = box.bottom - box.top
    yield Area(box.left, box.top, box.right - box.left, high, WHITE, colour, radius=high / 2)
    middle = (box.left + box.right) / 2
    yield Words(middle, box.bottom - 2.6, text, SMALL_SIZE, Face.SEMIBOLD, colour, Anchor.MIDDLE)


def head_marks(tip: Point, back: Point, colour: str, *, hollow: bool) -> Iterator[Mark]:
    """Yield the head of an arrow that comes from `back`; hollow for a dependence."""
    length = math.dist(tip, back)
    if length < 1:
        return
    ux, uy = (tip[0] - back[0]) / length, (tip[1] - back[1]) / length
    base = tip[0] - ux * _HEAD, tip[1] - uy * _HEAD
    side = _HEAD * 0.42
    points = (
        tip,
        (base[0] - uy * side, base[1] + ux * side),
        (base[0] + uy * side, base[1] - ux * side),
    )
    yield Shape(points, WHITE if hollow else colour, colour, 0.9)


def _heads(line: _Line, stroke: Stroke) -> Iterator[Mark]:
    relation = line.relation
    length = max(math.dist(line.start, line.end), 1.0)
    beside = line.at(max(0.0, 1 - (_HEAD + 2) / length))
    if relation.one_way:
        yield from head_marks(line.end, line.start, stroke.colour, hollow=False)
    if relation.dependence >= STRONG:
        tip = beside if relation.one_way else line.end
        yield from head_marks(tip, line.start, stroke.colour, hollow=True)
    if relation.dependence_back >= STRONG:
        yield from head_marks(line.start, line.end, stroke.colour, hollow=True)


def _sign_boxes(line: _Line, half: float) -> Iterator[Box]:
    if math.dist(line.start, line.end) < 2 * half:
        return
    for part in _STOPS:
        x, y = line.at(part)
        yield Box(x - half, y - _SIGN_HEIGHT / 2, x + half, y + _SIGN_HEIGHT / 2)


def _lines(relations: Sequence[MapRelation], cards: Mapping[str, Box]) -> Iterator[_Line]:
    """Yield a straight line from rim to rim, those between the same two side by side."""
    between = Counter(frozenset((each.from_id, each.to_id)) for each in relations)
    drawn: dict[frozenset[str], int] = defaultdict(int)
    for each in relations:
        if each.from_id == each.to_id:
            continue
        pair = frozenset((each.from_id, each.to_id))
        off = _BESIDE * (drawn[pair] - (between[pair] - 1) / 2)
        drawn[pair] += 1
        one, other = cards[each.from_id], cards[each.to_id]
        start, end = _middle(one), _middle(other)
        # To the same side, from whichever end the relation is told.
        turn = 1 if each.from_id < each.to_id else -1
        length = max(math.dist(start, end), 1e-6)
        dx = -(end[1] - start[1]) / length * off * turn
        dy = (end[0] - start[0]) / length * off * turn
        start, end = (start[0] + dx, start[1] + dy), (end[0] + dx, end[1] + dy)
        yield _Line(each, _rim(start, end, one), _rim(end, start, other))


def _middle(box: Box) -> Point:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _rim(inside: Point, towards: Point, box: Box) -> Point:
    """Return where a line leaves a box."""
    dx, dy = towards[0] - inside[0], towards[1] - inside[1]
    parts = [1.0]
    if dx:
        parts.append(((box.right if dx > 0 else box.left) - inside[0]) / dx)
    if dy:
        parts.append(((box.bottom if dy > 0 else box.top) - inside[1]) / dy)
    part = max(0.0, min(parts))
    return inside[0] + dx * part, inside[1] + dy * part

"""Actors as cards, the organisations around them, and the notes beside."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entente.briefs.camps import BADGE, camp_marks
from entente.briefs.network.places import Arrangement
from entente.briefs.picture import INK, MUTED, WHITE, Area, Mark, Words
from entente.briefs.text import fitted, one_line
from entente.briefs.type import SMALL_SIZE, Face, width
from entente.domain.actor import Camp
from entente.domain.canvas import NoteShape
from entente.domain.canvas_layout import around_all
from entente.domain.placement import Box, Point
from entente.services.relation_map import MapActor, MapOrganisation, MapText, RelationMap

_EDGE: Final = "#555E66"
_BOX: Final = "#F6F4EE"
_BOX_EDGE: Final = "#B9B4A9"
_NOTE: Final = "#FFFDF3"

_PAD: Final = 3.0
_LINE: Final = 10.5
#: Around the cards of an organisation, and above them for its name.
_MARGIN: Final = 5.0
_HEAD: Final = 13.0


@dataclass(frozen=True, slots=True)
class Crowd:
    """The cards, and the actors whose cards do not tell their whole name."""

    marks: tuple[Mark, ...]
    unnamed: tuple[MapActor, ...]


@dataclass(frozen=True, slots=True)
class Homes:
    """The boxes of organisations.

    Attributes:
        marks: The boxes, below everything.
        names: Their names, above the lines.
        heads: Where the names stand.
        scattered: Organisations without a box, because others stand among their people.
    """

    marks: tuple[Mark, ...]
    names: tuple[Mark, ...]
    heads: tuple[Box, ...]
    scattered: tuple[MapOrganisation, ...]


def draw_cards(actors: Sequence[MapActor], cards: Mapping[str, Box]) -> Crowd:
    """Return the cards with as much of each name as finds room: all of it, or a reference."""
    marks: list[Mark] = []
    unnamed = []
    for actor in actors:
        box = cards[actor.id]
        lines, is_whole = _lines(actor, box)
        marks += _card(actor, box, lines)
        if not is_whole:
            unnamed.append(actor)
    return Crowd(tuple(marks), tuple(unnamed))


def draw_homes(
    shown: RelationMap, cards: Mapping[str, Box], ways: Sequence[tuple[Point, Point]]
) -> Homes:
    """Return a box around the people of each organisation, where nobody else stands in it.

    Args:
        shown: The map.
        cards: Where everybody stands.
        ways: The lines, of which the names keep clear as far as they can.
    """
    members: dict[str, list[str]] = defaultdict(list)
    for actor in shown.actors:
        members[actor.organisation_id].append(actor.id)
    marks: list[Mark] = []
    names: list[Mark] = []
    boxes: list[Box] = []
    heads: list[Box] = []
    scattered = []
    for group in shown.groups:
        own = set(members[group.id])
        inside = around_all(cards[key] for key in own)
        if inside is None:
            continue
        box = Box(
            inside.left - _MARGIN,
            inside.top - _HEAD,
            inside.right + _MARGIN,
            inside.bottom + _MARGIN,
        )
        others = (card for key, card in cards.items() if key not in own)
        if any(box.overlaps(card) for card in others) or any(box.overlaps(one) for one in boxes):
            scattered.append(group)
            continue
        boxes.append(box)
        wide, high = box.right - box.left, box.bottom - box.top
        marks.append(Area(box.left, box.top, wide, high, _BOX, _BOX_EDGE, radius=5))
        name, head = _named(group, box, ways)
        names += name
        heads.append(head)
    return Homes(tuple(marks), tuple(names), tuple(heads), tuple(scattered))


def draw_texts(texts: Sequence[MapText], placed: Arrangement) -> Iterator[Mark]:
    """Yield the notes and frames of the view, each text cut to its own place."""
    for each in texts:
        left, top = placed.point(
            each.place.x - each.place.width / 2, each.place.y - each.place.height / 2
        )
        wide, high = each.place.width * placed.scale, each.place.height * placed.scale
        is_frame = each.shape == NoteShape.FRAME
        yield Area(left, top, wide, high, "" if is_frame else _NOTE, _BOX_EDGE, radius=2)
        room, most = wide - 2 * _PAD, 1 if is_frame else int((high - 2) // _LINE)
        for number, line in enumerate(wrapped(one_line(each.text), room)[: max(0, most)]):
            y = top + _LINE * (number + 0.9)
            yield Words(left + _PAD, y, fitted(line, Face.SANS, SMALL_SIZE, room), colour=MUTED)


def wrapped(text: str, room: float, face: Face = Face.SANS) -> list[str]:
    """Return a text in lines of at most `room` points, except for longer words."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, face, SMALL_SIZE) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _lines(actor: MapActor, box: Box) -> tuple[list[str], bool]:
    """Return what a card says, and whether that is the whole name."""
    room = box.right - box.left - 2 * BADGE - 3 * _PAD
    most = max(1, int((box.bottom - box.top + 1) // _LINE))
    name = one_line(actor.name)
    whole = wrapped(name, room, Face.SEMIBOLD)
    if 0 < len(whole) <= most and all(_fits(line, room) for line in whole):
        return whole, True
    words = name.split()
    short = f"{words[0][0]}. {' '.join(words[1:])}" if len(words) in {2, 3} else ""
    if short and _fits(short, room - width(f" {actor.ref}", Face.SANS, SMALL_SIZE)):
        return [f"{short} {actor.ref}"], False
    return [actor.ref], False


def _fits(text: str, room: float) -> bool:
    return width(text, Face.SEMIBOLD, SMALL_SIZE) <= room


def _card(actor: MapActor, box: Box, lines: Sequence[str]) -> Iterator[Mark]:
    wide, high = box.right - box.left, box.bottom - box.top
    yield Area(box.left, box.top, wide, high, WHITE, _EDGE, radius=3)
    middle = (box.top + box.bottom) / 2
    yield from camp_marks(Camp(actor.camp) if actor.camp else None, box.left + BADGE + _PAD, middle)
    top = middle - _LINE * len(lines) / 2
    for number, line in enumerate(lines):
        y = top + _LINE * (number + 1) - 2.4
        x = box.left + 2 * BADGE + 2 * _PAD
        yield Words(x, y, line, SMALL_SIZE, Face.SEMIBOLD, INK)


def _named(
    group: MapOrganisation, box: Box, ways: Sequence[tuple[Point, Point]]
) -> tuple[list[Mark], Box]:
    """Return the name of an organisation where the fewest lines cross it, and its place."""
    room = box.right - box.left - 2 * _MARGIN
    fits = width(one_line(group.name), Face.SANS, SMALL_SIZE) <= room
    name = fitted(
        group.name if fits else group.short_name or group.name, Face.SANS, SMALL_SIZE, room
    )
    wide = width(name, Face.SANS, SMALL_SIZE) + 4
    lefts = (box.left + 3, box.right - wide - 3, (box.left + box.right - wide) / 2)
    places = [Box(left, box.top + 1.5, left + wide, box.top + _HEAD - 1) for left in lefts]
    place = min(places, key=lambda each: sum(_crosses(each, way) for way in ways))
    high = place.bottom - place.top
    backing = Area(place.left, place.top, wide, high, _BOX, radius=2)
    return [backing, Words(place.left + 2, box.top + _HEAD - 3.5, name, colour=MUTED)], place


def _crosses(box: Box, way: tuple[Point, Point]) -> bool:
    """Return whether a line passes through a box, about."""
    (x, y), (end_x, end_y) = way
    if max(y, end_y) < box.top or min(y, end_y) > box.bottom:
        return False
    middle = (min(max(box.top, min(y, end_y)), box.bottom) + box.bottom) / 2
    part = 0.5 if y == end_y else min(1.0, max(0.0, (middle - y) / (end_y - y)))
    at = x + (end_x - x) * part
    return box.left - 4 <= at <= box.right + 4

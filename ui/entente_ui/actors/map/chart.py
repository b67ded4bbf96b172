"""What is where on the map: who is shown, at which place, and which lines run between them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF

from entente.domain.canvas_layout import (
    BOX_HEAD,
    BOX_MARGIN,
    CARD_HEIGHT,
    CARD_WIDTH,
    EMPTY_HEIGHT,
    EMPTY_WIDTH,
)
from entente.domain.placement import Box
from entente.services.maps import MapActor, MapData, MapNote, MapOrganisation
from entente_ui.actors.map.showing import Shown, choose, placed

#: Left, top, right and bottom of a line, its run across and down, and how far it is off.
Bounds: TypeAlias = tuple[float, float, float, float, float, float, float]

_CELL: Final = 512
#: Px of the map around what is looked at within which lines are kept at hand.
_NEAR: Final = 640
_HALF_X: Final = CARD_WIDTH / 2
_HALF_Y: Final = CARD_HEIGHT / 2
#: Between two lines that join the same two actors.
_BESIDE: Final = 10.0


@dataclass(frozen=True, slots=True)
class OrganisationBox:
    """An organisation and its people that are shown."""

    organisation: MapOrganisation
    members: tuple[str, ...]
    rect: QRectF


class Chart:
    """A view of the map, worked out.

    Attributes:
        data: What it was made of.
        actors: Who is shown, by key, in the order of their references.
        at: Where the middle of each stands, also of those not shown.
        faded: Those who step back.
        automatic: Keys of those whose place is not kept yet.
        relations: Those shown.
        lines: A line for each of them, in the same order.
    """

    def __init__(self, data: MapData, shown: Shown | None = None) -> None:
        self.data = data
        self.shown = shown or Shown()
        self.at, self.automatic = placed(data)
        choice = choose(data, self.shown)
        self.actors: dict[str, MapActor] = {actor.id: actor for actor in choice.people}
        self.faded = choice.faded
        self.relations = choice.relations
        self._order = {key: number for number, key in enumerate(self.actors)}
        self._organisation = {actor.id: actor.organisation_id for actor in data.actors}
        self._members: dict[str, list[str]] = defaultdict(list)
        for actor in choice.people:
            if actor.organisation_id:
                self._members[actor.organisation_id].append(actor.id)
        self._draw_lines()
        self._boxes: dict[str, OrganisationBox] | None = None
        self._by_quality: dict[int | None, list[QLineF]] | None = None
        self._by_camp: dict[tuple[str, bool], list[QRectF]] | None = None
        self._near_area = QRectF()
        self._looked_at = QRectF()
        self._near: list[int] = []
        self._cells: dict[tuple[int, int], set[str]] = defaultdict(set)
        for key in self.actors:
            self._cells[self._cell(key)].add(key)

    @property
    def boxes(self) -> Mapping[str, OrganisationBox]:
        """The organisations, by key."""
        if self._boxes is None:
            self._boxes = {}
            self._draw_boxes({each.id for each in self.data.organisations})
        return self._boxes

    @property
    def notes(self) -> Sequence[MapNote]:
        """The texts and frames."""
        return self.data.notes

    def card(self, key: str) -> QRectF:
        """Return what the card of an actor fills."""
        x, y = self.at[key]
        return QRectF(x - _HALF_X, y - _HALF_Y, CARD_WIDTH, CARD_HEIGHT)

    def card_box(self, key: str) -> Box:
        """Return the same as plain geometry."""
        x, y = self.at[key]
        return Box(x - _HALF_X, y - _HALF_Y, x + _HALF_X, y + _HALF_Y)

    def people_of(self, organisation: str) -> tuple[str, ...]:
        """Return the keys of all actors of an organisation, shown or not."""
        return tuple(a.id for a in self.data.actors if a.organisation_id == organisation)

    def actors_in(self, area: QRectF) -> list[str]:
        """Return the actors whose card touches an area, in their order."""
        left, top = int((area.left() - _HALF_X) // _CELL), int((area.top() - _HALF_Y) // _CELL)
        right = int((area.right() + _HALF_X) // _CELL)
        bottom = int((area.bottom() + _HALF_Y) // _CELL)
        if (right - left + 1) * (bottom - top + 1) > len(self._cells):
            found: Iterable[str] = self.actors
        else:
            columns, rows = range(left, right + 1), range(top, bottom + 1)
            near = [self._cells[x, y] for x in columns for y in rows if (x, y) in self._cells]
            found = sorted((k for cell in near for k in cell), key=self._order.__getitem__)
        a, b = area.left() - _HALF_X, area.top() - _HALF_Y
        c, d = area.right() + _HALF_X, area.bottom() + _HALF_Y
        at = self.at
        return [key for key in found if a < at[key][0] < c and b < at[key][1] < d]

    def lines_in(self, area: QRectF) -> list[int]:
        """Return the places in `lines` of those that touch an area."""
        if not self._near_area.contains(area):
            # What is looked at next is most often close by: the strips on both sides that
            # come into view belong together.
            around = area.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
            if around.intersects(self._looked_at):
                around = around.united(self._looked_at.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR))
            self._near_area = around
            self._near = self._touching(self._near_area, range(len(self.lines)))
        self._looked_at = area
        return self._touching(area, self._near)

    def _touching(self, area: QRectF, places: Iterable[int]) -> list[int]:
        a, b, c, d = area.left(), area.top(), area.right(), area.bottom()
        x, y, half_x, half_y = (a + c) / 2, (b + d) / 2, (c - a) / 2, (d - b) / 2
        bounds = self._bounds
        found = []
        for place in places:
            left, top, right, bottom, dx, dy, off = bounds[place]
            if left > c or right < a or top > d or bottom < b:
                continue
            # How far the middle lies from the line, against how far the corners reach
            # towards it: long lines pass by most of what they enclose.
            if abs(dx * y - dy * x - off) <= abs(dx) * half_y + abs(dy) * half_x:
                found.append(place)
        return found

    def lines_of(self, keys: Collection[str]) -> list[int]:
        """Return the places in `lines` of those that end at any of these actors."""
        found = {place for key in keys for place in self._ends.get(key, ())}
        return sorted(found)

    def by_quality(self) -> dict[int | None, list[QLineF]]:
        """Return the lines of each quality; a moved line moves in them too."""
        if self._by_quality is None:
            groups: dict[int | None, list[QLineF]] = defaultdict(list)
            for relation, line in zip(self.relations, self.lines, strict=True):
                groups[relation.quality].append(line)
            self._by_quality = groups
        return self._by_quality

    def cards_by_camp(self) -> Mapping[tuple[str, bool], Sequence[QRectF]]:
        """Return what the cards of each camp fill, apart those that step back."""
        if self._by_camp is None:
            groups: dict[tuple[str, bool], list[QRectF]] = defaultdict(list)
            for key, actor in self.actors.items():
                groups[actor.camp, key in self.faded].append(self.card(key))
            self._by_camp = groups
        return self._by_camp

    def neighbours(self, key: str) -> list[str]:
        """Return who has a line to an actor."""
        found: dict[str, None] = {}
        for place in self._ends.get(key, ()):
            relation = self.relations[place]
            found[relation.to_id if relation.from_id == key else relation.from_id] = None
        return list(found)

    def move(self, spots: Mapping[str, tuple[float, float]]) -> None:
        """Put actors somewhere else, with the lines that end at them."""
        touched: set[int] = set()
        for key, spot in spots.items():
            if key not in self.at:
                continue
            if key in self.actors:
                self._cells[self._cell(key)].discard(key)
                self.at[key] = spot
                self._cells[self._cell(key)].add(key)
                touched.update(self._ends.get(key, ()))
            else:
                self.at[key] = spot
        for place in touched:
            self._draw_line(place)
        self._by_camp = None
        if touched:
            self._near_area = QRectF()
        if self._boxes is not None:
            self._draw_boxes({self._organisation[key] for key in spots if key in self.at})

    def adopt(self, data: MapData) -> bool:
        """Take over new places of the same people; say whether that was all there is to it."""
        before, after = self.data.places, data.places
        hidden = [{k for k, place in each.items() if place.hidden} for each in (before, after)]
        if data.view != self.data.view or hidden[0] != hidden[1] or before.keys() - after.keys():
            return False
        self.data = data
        self.automatic = tuple(key for key in self.automatic if key not in after)
        spots = {key: (float(place.x), float(place.y)) for key, place in after.items()}
        self.move({key: spot for key, spot in spots.items() if self.at.get(key) != spot})
        return True

    def bounds(self) -> QRectF:
        """Return what everything shown fills; empty for nothing."""
        if self.actors:
            xs = [self.at[key][0] for key in self.actors]
            ys = [self.at[key][1] for key in self.actors]
            corner = QPointF(min(xs) - _HALF_X, min(ys) - _HALF_Y)
            whole = QRectF(corner, QPointF(max(xs) + _HALF_X, max(ys) + _HALF_Y))
        else:
            whole = QRectF()
        for box in self.boxes.values():
            whole = whole.united(box.rect)
        for note in self.notes:
            whole = whole.united(note_rect(note))
        return whole

    def _draw_lines(self) -> None:
        self._ends: dict[str, list[int]] = defaultdict(list)
        pairs: dict[frozenset[str], list[int]] = defaultdict(list)
        for place, relation in enumerate(self.relations):
            self._ends[relation.from_id].append(place)
            self._ends[relation.to_id].append(place)
            pairs[frozenset((relation.from_id, relation.to_id))].append(place)
        #: How far each line runs beside the straight one; only those that are not alone.
        self._beside = {
            place: (number - (len(places) - 1) / 2) * _BESIDE
            for places in pairs.values()
            if len(places) > 1
            for number, place in enumerate(places)
        }
        count = len(self.relations)
        self.lines: list[QLineF] = [QLineF() for _ in range(count)]
        self._bounds: list[Bounds] = [(0.0,) * 7] * count
        for place in range(count):
            self._draw_line(place)

    def _draw_line(self, place: int) -> None:
        relation = self.relations[place]
        x1, y1 = self.at[relation.from_id]
        x2, y2 = self.at[relation.to_id]
        if place in self._beside:
            # Both directions of a pair are turned the same way, else they would cover.
            turn = 1 if relation.from_id < relation.to_id else -1
            length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
            off = self._beside[place] * turn / length
            dx, dy = (y2 - y1) * off, (x1 - x2) * off
            x1, y1, x2, y2 = x1 + dx, y1 + dy, x2 + dx, y2 + dy
        self.lines[place].setLine(x1, y1, x2, y2)
        dx, dy = x2 - x1, y2 - y1
        box = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        self._bounds[place] = (*box, dx, dy, dx * y1 - dy * x1)

    def _draw_boxes(self, keys: Collection[str]) -> None:
        if self._boxes is None or not self.shown.filter.boxes:
            return
        for organisation in self.data.organisations:
            if organisation.id not in keys:
                continue
            people = self._members.get(organisation.id, ())
            if people:
                rect = self._around(people)
            elif organisation.id in self.shown.filter.folded:
                rect = self._folded(organisation.id)
            else:
                continue
            self._boxes[organisation.id] = OrganisationBox(organisation, tuple(people), rect)

    def _folded(self, key: str) -> QRectF:
        spots = [self.at[each] for each in self.people_of(key)] or [(0.0, 0.0)]
        x = sum(spot[0] for spot in spots) / len(spots)
        y = sum(spot[1] for spot in spots) / len(spots)
        return QRectF(x - EMPTY_WIDTH / 2, y - EMPTY_HEIGHT / 2, EMPTY_WIDTH, EMPTY_HEIGHT)

    def _around(self, people: Sequence[str]) -> QRectF:
        spots = [self.at[key] for key in people]
        left = min(spot[0] for spot in spots) - _HALF_X - BOX_MARGIN
        right = max(spot[0] for spot in spots) + _HALF_X + BOX_MARGIN
        top = min(spot[1] for spot in spots) - _HALF_Y - BOX_HEAD
        bottom = max(spot[1] for spot in spots) + _HALF_Y + BOX_MARGIN
        return QRectF(left, top, right - left, bottom - top)

    def _cell(self, key: str) -> tuple[int, int]:
        x, y = self.at[key]
        return int(x // _CELL), int(y // _CELL)


def note_rect(note: MapNote) -> QRectF:
    """Return what a note or a frame fills."""
    left, top = note.x - note.width / 2, note.y - note.height / 2
    return QRectF(left, top, note.width, note.height)

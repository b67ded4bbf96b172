"""The drawn sheet: tokens, crowds, trails and captions on a sheet of any size."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene
from typing_extensions import override

from entente.domain.placement import Box, around
from entente_ui.actors.arrange import arrange
from entente_ui.actors.crowd_item import CrowdItem
from entente_ui.actors.data import Person
from entente_ui.actors.frame import Layout, Score
from entente_ui.actors.ground import CaptionsItem
from entente_ui.actors.hand import Hand
from entente_ui.actors.labels import Labels
from entente_ui.actors.lens import Lens
from entente_ui.actors.lenses.axes import AxesLens
from entente_ui.actors.marks import WordsItem
from entente_ui.actors.opened import OpenedCrowd
from entente_ui.actors.painting import DIMMED, Layer
from entente_ui.actors.stands import Arrangement, Crowd, Stand
from entente_ui.actors.ties import Ties
from entente_ui.actors.token_item import NameItem, TokenItem
from entente_ui.actors.trails import TrailMode, Trails
from entente_ui.look.theme import theme

#: What can be pointed at: an actor by key, or a crowd by its position.
Spot: TypeAlias = str | Score

#: Radii of a token in px at 100 %, the best first.
_RADII: Final = (17.0, 15.0, 13.0)
#: Actors beyond which nobody looks for a place for every name.
_NAMED: Final = 400
_HALO: Final = 5


class Board(QGraphicsScene):
    """Draws people on the grid. It changes nothing: what is carried is put back or written.

    Attributes:
        lens: What is looked through.
        frame: The sheet at the size in use.
        visible: The part of it that is in view.
        labels, trails, ties, opened, hand: Names, earlier positions, what joins actors, the
            crowd that is open, and what is carried.
        tag: Words about what is under the pointer.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lens: Lens = AxesLens()
        self.frame: Layout = self.lens.layout(1.0, 1.0)
        self.visible = QRectF()
        self._people: dict[str, Person] = {}
        self._tokens: dict[str, TokenItem] = {}
        self._crowds: dict[Score, CrowdItem] = {}
        self._arrangement = Arrangement(_RADII[0])
        self._seen_at: dict[str, QPointF] = {}
        self._picked: frozenset[str] = frozenset()
        self._current: Spot | None = None
        self._dimmed: frozenset[str] = frozenset()
        self.labels = Labels()
        self.trails = Trails(self)
        self.ties = Ties(self)
        self.opened = OpenedCrowd(self)
        self.hand = Hand(self)
        self.tag = WordsItem()
        self._captions = CaptionsItem()
        self.addItem(self.tag)
        self.addItem(self._captions)

    @property
    def arrangement(self) -> Arrangement:
        """Where everything is."""
        return self._arrangement

    @property
    def tokens(self) -> Mapping[str, TokenItem]:
        """The tokens that can be seen, by key of the actor."""
        return self._tokens

    def person(self, key: str) -> Person | None:
        """Return somebody who is on the grid."""
        return self._people.get(key)

    def crowd(self, score: Score) -> Crowd | None:
        """Return the crowd at a position."""
        return self._crowds[score].crowd if score in self._crowds else None

    def crowd_with(self, key: str) -> Crowd | None:
        """Return the crowd an actor stands in."""
        return next((each for each in self._arrangement.crowds if key in each.keys), None)

    def look_through(self, lens: Lens) -> None:
        """Take another lens; the tokens go to their new places with `show_people`."""
        self.opened.close()
        self.tag.say(())
        self.trails.clear()
        self.ties.end()
        self.lens = lens
        self.frame = lens.layout(self.frame.width, self.frame.height)
        self._show_captions()
        self.update()

    def fit(self, width: float, height: float) -> None:
        """Take another size; things move along, and `settle` sets them right."""
        old = self.frame
        self.frame = self.lens.layout(width, height)
        self.setSceneRect(0, 0, width, height)
        self.opened.close()
        for key, token in self._tokens.items():
            score = self._people[key].score
            if score is not None:
                off = token.rest - QPointF(*old.point(score.up, score.across))
                token.lie_at(self.middle(score) + off, animate=token.is_flying)
        for score, crowd in self._crowds.items():
            crowd.setPos(self.middle(score))
        self.trails.clear()
        self.ties.draw((), {}, ())
        self.tag.say(())
        self.update()

    def look_at(self, visible: QRectF) -> None:
        """Take note of which part is in view."""
        self.visible = visible
        self._show_captions()

    def show_people(self, people: Sequence[Person], *, animate: bool = True) -> None:
        """Show who is placed; only those move whose place changed."""
        self._people = {person.key: person for person in people}
        self._captions.count(
            Counter(self.lens.panel(person.score) for person in people if person.score)
        )
        self._show_captions()
        self.labels.forget()
        self.settle(animate=animate)

    def show_names(self, *, on: bool) -> None:
        """Show or hide the names."""
        self.labels.shown = on
        self.settle(animate=False)

    def show_trails(self, mode: TrailMode) -> None:
        """Choose whose earlier positions are drawn."""
        self.trails.mode = mode
        self._draw_trails()

    def settle(self, *, animate: bool) -> None:
        """Put everything where it belongs."""
        named = len(self._people) <= _NAMED
        stands = [
            Stand(person.key, person.score, self.labels.sizes(person) if named else ())
            for person in self._people.values()
            if person.score is not None
        ]
        radii = [float(theme().px(radius)) for radius in _RADII]
        self._arrangement = arrange(stands, self.frame, radii, theme().px(_HALO))
        self._show_crowds()
        self._show_tokens(animate=animate)
        self.opened.refresh(animate=animate)
        self._mark()
        self._draw_trails()
        self.update()

    def mark(self, picked: Collection[str], current: Spot | None) -> None:
        """Show what is selected and where the keyboard is."""
        changed = frozenset(picked) != self._picked
        self._picked, self._current = frozenset(picked), current
        self._mark()
        if changed:
            self._draw_trails()

    def dim(self, keys: Collection[str]) -> None:
        """Let these step back."""
        self._dimmed = frozenset(keys)
        self._mark()
        self._draw_trails()

    def expect(self, keys: Collection[str], point: QPointF) -> None:
        """Note where newcomers will come from, so that they are seen to arrive."""
        self._seen_at |= dict.fromkeys(keys, point)

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the token, by itself or its name, or the crowd under a point."""
        for item in self.items(point):
            match item:
                case TokenItem() | NameItem():
                    return item.key
                case CrowdItem() if not self.opened.box.contains(point):
                    return item.crowd.score
        return None

    def middle(self, score: Score) -> QPointF:
        """Return where a position is."""
        return QPointF(*self.frame.point(score.up, score.across))

    def centre(self, spot: Spot) -> QPointF:
        """Return where a token or the crowd it stands in is drawn, or a position."""
        if isinstance(spot, Score):
            return self._crowds[spot].pos() if spot in self._crowds else self.middle(spot)
        if spot in self._tokens:
            return self._tokens[spot].rest
        crowd = self.crowd_with(spot)
        return QPointF(*crowd.point) if crowd else QPointF()

    def resting_place(self, person: Person) -> QPointF:
        """Return where somebody stands, apart from any sheet that is open."""
        point = self._arrangement.points.get(person.key)
        crowd = None if point else self.crowd_with(person.key)
        place = point or (crowd.point if crowd else None)
        return QPointF(*place) if place else QPointF()

    def rect_around(self, spot: Spot) -> QRectF:
        """Return the square around a token or a crowd."""
        radius = self._arrangement.radius + theme().px(3)
        centre = self.centre(spot)
        return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)

    def keys_at(self, score: Score) -> tuple[str, ...]:
        """Return who stands at a place."""
        return tuple(key for key, person in self._people.items() if person.score == score)

    def keys_of(self, spot: Spot) -> tuple[str, ...]:
        """Return who is meant by a token or a crowd."""
        if isinstance(spot, str):
            return (spot,)
        crowd = self.crowd(spot)
        return crowd.keys if crowd else ()

    def spot_of(self, key: str) -> Spot | None:
        """Return the token of an actor, or the crowd it stands in."""
        if key in self._tokens:
            return key
        crowd = self.crowd_with(key)
        return crowd.score if crowd else None

    def stops(self) -> list[Spot]:
        """Return what the keyboard goes through, row by row from the upper left."""
        if self.opened.score is not None:
            return list(self.opened.keys)
        entries: list[tuple[float, float, float, Spot]] = []
        for key, (x, _) in self._arrangement.points.items():
            score = self._people[key].score
            if score and key not in self._dimmed:
                entries.append((*self._reading_order(score), x, key))
        for crowd in self._arrangement.crowds:
            if not self._dimmed.issuperset(crowd.keys):
                score = crowd.score
                entries.append((*self._reading_order(score), crowd.point[0], score))
        return [spot for *_, spot in sorted(entries, key=lambda entry: entry[:3])]

    def inside(self, box: QRectF) -> tuple[str, ...]:
        """Return who stands inside a rectangle; those who stepped back are left out."""
        return tuple(
            key
            for key, person in self._people.items()
            if key not in self._dimmed and box.contains(self.resting_place(person))
        )

    def obstacles(self) -> list[Box]:
        """Return what further words must keep clear of."""
        radius = self._arrangement.radius
        return [
            *(around(point, radius) for point in self._arrangement.points.values()),
            *(around(crowd.point, radius) for crowd in self._arrangement.crowds),
            *(label.box for label in self._arrangement.labels.values()),
            *self.frame.kept_clear(),
        ]

    def token_for(self, person: Person) -> TokenItem:
        """Return the token of somebody, made where it was last seen if there is none yet."""
        radius = self._arrangement.radius
        token = self._tokens.get(person.key)
        if token is None:
            token = TokenItem(person, radius)
            token.stop_at(self._seen_at.get(person.key, self.resting_place(person)))
            self._tokens[person.key] = token
            self.addItem(token)
        else:
            token.show_person(person, radius)
        return token

    def forget_tokens(self, keys: Collection[str]) -> None:
        """Take away tokens that do not stand on their own."""
        for key in keys:
            if key in self._tokens and key not in self._arrangement.points:
                self.removeItem(self._tokens.pop(key))

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self.lens.paint(painter, self.frame, QRectF(rect))

    def _show_captions(self) -> None:
        captions = self.lens.captions(self.frame)
        self._captions.show_on(captions, self.sceneRect(), self.visible)

    def _reading_order(self, score: Score) -> tuple[float, float]:
        """Return where a place comes when one reads line by line from the upper left."""
        x, y = self.frame.point(score.up, score.across)
        return round(y, 3), round(x, 3)

    def _show_tokens(self, *, animate: bool) -> None:
        self.forget_tokens([key for key in self._tokens if key not in self.opened.keys])
        for key, point in self._arrangement.points.items():
            person, place = self._people[key], QPointF(*point)
            token = self.token_for(person)
            token.set_layer(Layer.TOKEN)
            # A sheet that is laid out anew does not end what is under way.
            token.lie_at(place, animate=animate or token.is_flying)
            label = self._arrangement.labels.get(key)
            lines = self.labels.ways(person)[label.choice] if label else ()
            ground = self.lens.ground(person.score) if person.score else "surface"
            token.name.write(lines, label, place, ground)
            self._seen_at[key] = place
        for crowd in self._arrangement.crowds:
            self._seen_at |= dict.fromkeys(crowd.keys, QPointF(*crowd.point))
        self._seen_at = {key: at for key, at in self._seen_at.items() if key in self._people}

    def _show_crowds(self) -> None:
        wanted = {crowd.score: crowd for crowd in self._arrangement.crowds}
        for score in [score for score in self._crowds if score not in wanted]:
            self.removeItem(self._crowds.pop(score))
        for score, crowd in wanted.items():
            camps = [self._people[key].token.camp for key in crowd.keys]
            if score in self._crowds:
                self._crowds[score].show_crowd(crowd, camps, self._arrangement.radius)
            else:
                self._crowds[score] = CrowdItem(crowd, camps, self._arrangement.radius)
                self.addItem(self._crowds[score])
            self._crowds[score].setPos(*crowd.point)

    def _mark(self) -> None:
        for key, token in self._tokens.items():
            token.mark(selected=key in self._picked, current=key == self._current)
            if key not in self.hand.keys:
                token.setOpacity(DIMMED if key in self._dimmed else 1.0)
        for score, item in self._crowds.items():
            picked = not self._picked.isdisjoint(item.crowd.keys)
            item.mark(selected=picked, current=score == self._current)
            item.setOpacity(DIMMED if self._dimmed.issuperset(item.crowd.keys) else 1.0)

    def _draw_trails(self) -> None:
        forward = {key: p for key, p in self._people.items() if key not in self._dimmed}
        self.trails.draw(forward, self._picked)
        ends = {key: self.resting_place(person) for key, person in forward.items()}
        self.ties.draw(self.lens.ties, ends if self.lens.ties else {}, self._picked)

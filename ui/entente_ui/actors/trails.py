"""Earlier positions on the drawn grid, and places for their dates."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from entente.domain.labelling import Label, place_labels
from entente.domain.placement import Box, Size
from entente_ui import formats
from entente_ui.actors.data import Passed, Person
from entente_ui.actors.frame import Layout
from entente_ui.actors.lens import Lens
from entente_ui.actors.shapes import rect_of
from entente_ui.actors.trail_item import STOP, Stop, TrailItem
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from entente_ui.actors.board import Board

_PAD: Final = 2.0


class TrailMode(StrEnum):
    """Whose earlier positions are drawn."""

    NONE = "none"
    SELECTED = "selected"
    ALL = "all"


def trail_items(
    people: Sequence[Person],
    ends: Mapping[str, QPointF],
    sheet: tuple[Lens, Layout],
    radius: float,
    obstacles: Iterable[Box],
) -> list[TrailItem]:
    """Return the trails of some people; a date that finds no room is left out.

    Args:
        people: Whose trails.
        ends: Where each of them is drawn now, by key.
        sheet: What is looked through, and the sheet.
        radius: Of a token.
        obstacles: What the dates must not cover.
    """
    lens, frame = sheet
    shown = [person for person in people if person.trail and person.key in ends]
    passed = [place for person in shown for place in person.trail]
    if not passed:
        return []
    labels = place_labels(
        [frame.point(place.score.up, place.score.across) for place in passed],
        theme().px(STOP + 1),
        [(_size(place),) for place in passed],
        Box(0, 0, frame.width, frame.height),
        obstacles,
    )
    stops = map(partial(_stop, lens, frame), passed, labels)
    return [
        TrailItem(
            person.token.camp,
            list(islice(stops, len(person.trail))),
            ends[person.key],
            radius,
        )
        for person in shown
    ]


def _size(place: Passed) -> Size:
    metrics = QFontMetricsF(theme().font("small"))
    date = formats.short_date(place.dated_on)
    return metrics.horizontalAdvance(date) + 2 * _PAD, metrics.height()


def _stop(lens: Lens, frame: Layout, place: Passed, label: Label | None) -> Stop:
    return Stop(
        QPointF(*frame.point(place.score.up, place.score.across)),
        formats.short_date(place.dated_on),
        rect_of(label.box) if label else None,
        lens.ground(place.score),
    )


class Trails:
    """The trails on a board.

    Attributes:
        mode: Whose are drawn.
        items: Those that are.
    """

    def __init__(self, board: "Board") -> None:
        self._board = board
        self.mode = TrailMode.SELECTED
        self.items: list[TrailItem] = []

    def clear(self) -> None:
        """Wipe them away."""
        for item in self.items:
            self._board.removeItem(item)
        self.items = []

    def draw(self, people: Mapping[str, Person], picked: Collection[str]) -> None:
        """Draw those that are wanted.

        Args:
            people: Whose can be drawn.
            picked: Who is selected.
        """
        self.clear()
        if self.mode is TrailMode.NONE:
            return
        chosen = people if self.mode is TrailMode.ALL else picked
        shown = [person for key, person in people.items() if key in chosen]
        ends = {person.key: self._board.resting_place(person) for person in shown}
        sheet, radius = (self._board.lens, self._board.frame), self._board.arrangement.radius
        self.items = trail_items(shown, ends, sheet, radius, self._board.obstacles())
        for item in self.items:
            self._board.addItem(item)

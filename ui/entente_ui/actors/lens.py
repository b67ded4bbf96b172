"""What a lens is: a sheet on which every actor has a place, and every place is a rating."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from entente.domain.actor import ACTOR
from entente.domain.placement import Box
from entente.domain.records import FieldKind
from entente.domain.values import NO, YES
from entente.i18n import _, ngettext
from entente_ui import formats
from entente_ui.actors.data import Marks, Passed, Past, Person
from entente_ui.actors.frame import Axis, Layout, Score


@dataclass(frozen=True, slots=True)
class Caption:
    """Words on the sheet.

    Attributes:
        panel: What they are about; as `Lens.panel` names it.
        box: Where that is.
        strip: Height of the words, at the head of the box.
        name, advice: The words; the advice is left out where there is no room for it.
        stands_out: Whether they are in the colour of what is to be wished for.
        ground: Role of the colour behind.
        is_centred: Whether they stand in the middle.
    """

    panel: Hashable
    box: Box
    strip: float
    name: str
    advice: str = ""
    stands_out: bool = False
    ground: str = "surface"
    is_centred: bool = False


class Lens(ABC):
    """One way to place actors by what is known of them.

    Attributes:
        fields: The scores that a place stands for.
        is_neutral: Whether places are called by words that those they are about may read.
    """

    #: Name in settings.
    name: ClassVar[str] = ""
    #: Whether dragging draws a tie from one to another rather than moving anybody.
    draws_ties: ClassVar[bool] = False
    #: Whether only the mediator may look through it.
    is_private: ClassVar[bool] = False

    fields: tuple[str, ...] = ()
    is_neutral: bool = False
    #: Height in px at 100 % below which names would find no room.
    least_height: ClassVar[int] = 280

    @property
    @abstractmethod
    def title(self) -> str:
        """What it is called."""

    @property
    def axes(self) -> tuple[Axis, Axis] | None:
        """The scales upwards and across; None where there are none."""
        return None

    @property
    def ties(self) -> tuple[tuple[str, str, bool], ...]:
        """What joins actors: from whom, to whom, and whether it draws them together."""
        return ()

    @abstractmethod
    def layout(self, width: float, height: float) -> Layout:
        """Return the sheet at a size."""

    @abstractmethod
    def score(self, marks: Marks) -> Score | None:
        """Return where somebody with these marks stands; None where they say too little."""

    @abstractmethod
    def values(self, score: Score, marks: Marks) -> Mapping[str, Any]:
        """Return the ratings that put somebody with these marks at a place."""

    @abstractmethod
    def kind(self, score: Score) -> str:
        """Return what a place is called."""

    @abstractmethod
    def paint(self, painter: QPainter, layout: Layout, exposed: QRectF) -> None:
        """Draw the sheet, as far as it is exposed."""

    def words(self, score: Score, marks: Marks) -> str:
        """Return a place in words: `power 4 · interest 4.5`."""
        return described(self.values(score, marks))

    def shifted(self, origin: Score, start: Score, target: Score) -> Score:
        """Return where somebody goes who is moved along with another.

        Args:
            origin: Where they stand.
            start: Where the other stood.
            target: Where the other is moved to.
        """
        del origin, start
        return target

    def stepped(self, layout: Layout, score: Score, up: int, across: int) -> Score:
        """Return the place an arrow key leads to: the nearest one in its direction.

        Args:
            layout: The sheet.
            score: Where one is.
            up: How many steps upwards, downwards if negative.
            across: How many to the right.
        """
        x, y = layout.point(score.up, score.across)
        best, shortest = score, float("inf")
        for other in layout.scores():
            to_x, to_y = layout.point(other.up, other.across)
            ahead = (to_x - x) * _sign(across) - (to_y - y) * _sign(up)
            aside = abs((to_y - y) if across else (to_x - x))
            if other != score and ahead > 1 and ahead + 2 * aside < shortest:
                best, shortest = other, ahead + 2 * aside
        return best

    def told(self, marks: Sequence[Marks], start: Score, target: Score) -> Sequence[str]:
        """Return what letting go would mean, in words beside the pointer.

        Args:
            marks: Of those who are moved.
            start: Where the first of them stood.
            target: Where that one is moved to.
        """
        del start
        if len(marks) > 1:
            head = ngettext("{count} actor", "{count} actors", len(marks))
            return head.format(count=formats.number(len(marks))), self.kind(target)
        return (self.words(target, marks[0] if marks else Marks()),)

    def ground(self, score: Score) -> str:
        """Return the role of the colour behind a place."""
        del score
        return "surface"

    def panel(self, score: Score) -> Hashable:
        """Return what a place belongs to, for counting."""
        return score

    def captions(self, layout: Layout) -> Sequence[Caption]:
        """Return the words on the sheet."""
        del layout
        return ()

    def light(self, layout: Layout, score: Score) -> QPainterPath:
        """Return what is lit when something would land at a place."""
        box = layout.cell(score)
        path = QPainterPath()
        path.addRoundedRect(
            QRectF(box.left + 1, box.top + 1, box.right - box.left - 2, box.bottom - box.top - 2),
            6,
            6,
        )
        return path

    def hint_box(self, layout: Layout) -> Box:
        """Return where words go while nobody is on the sheet."""
        return Box(0, 0, layout.width, layout.height)

    def completed(self, marks: Marks, typed: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what was typed with what it needs to make a place."""
        values = {name: getattr(marks, name) for name in self.fields} | dict(typed)
        return {
            name: self._middle(name) if value is None else value for name, value in values.items()
        }

    def blank(self) -> Mapping[str, Any]:
        """Return the ratings that leave somebody without a place."""
        return dict.fromkeys(self.fields)

    def seen(self, person: Person) -> Person:
        """Return somebody with the place they have through this lens, and their way there."""
        score = self.score(person.marks)
        if score is None:
            return replace(person, score=None, trail=(), where="", kind="", short="")
        return replace(
            person,
            score=score,
            trail=self._trail(person.past, score),
            where=self.words(score, person.marks),
            kind=self.kind(score),
            short=self.short(score),
        )

    def short(self, score: Score) -> str:
        """Return a place in a word, for a narrow list."""
        return self.kind(score)

    def _trail(self, past: Sequence[Past], now: Score) -> tuple[Passed, ...]:
        """Return each earlier place once, with the day it was taken up."""
        trail: list[Passed] = []
        for each in past:
            score = self.score(each.marks)
            if score is not None and (not trail or trail[-1].score != score):
                trail.append(Passed(each.dated_on, score))
        if trail and trail[-1].score == now:
            trail.pop()
        return tuple(trail)

    @staticmethod
    def _middle(name: str) -> float | bool:
        field = ACTOR.field(name)
        if field.kind is FieldKind.FLAG:
            return False
        low, high = field.minimum or 0.0, field.maximum or 0.0
        middle = (low + high) / 2
        return int(middle) if field.kind is FieldKind.INTEGER else middle


def word(field: str) -> str:
    """Return what a score is called inside a sentence."""
    label = _(ACTOR.field(field).label)
    return label[:1].lower() + label[1:]


def value_word(value: float | bool | None) -> str:
    """Return a score or an answer in words."""
    if isinstance(value, bool):
        return _(YES) if value else _(NO)
    return formats.number(value) if value is not None else "–"


def described(values: Mapping[str, Any]) -> str:
    """Return scores in words, in their order."""
    return " · ".join(f"{word(name)} {value_word(value)}" for name, value in values.items())


def changed(person: Person, values: Mapping[str, Any]) -> str:
    """Return what a move changes: `Hippolyte Versoir: interest 4 → 4.5`."""
    if person.score is None:
        return formats.labelled(person.name, described(values))
    parts = [
        f"{word(name)} {value_word(before)} → {value_word(after)}"
        for name, after in values.items()
        if (before := getattr(person.marks, name)) != after
    ]
    return formats.labelled(person.name, " · ".join(parts) or described(values))


def _sign(steps: int) -> int:
    return (steps > 0) - (steps < 0)

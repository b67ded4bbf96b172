"""The sociogram: who chooses whom and who sets whom aside. Only the mediator looks at it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from typing_extensions import override

from entente.domain.sociogram import STANDING_LABELS, Tie, sociogram
from entente.i18n import _, ngettext
from entente.services.sociogram import Reading
from entente_ui import formats
from entente_ui.actors.data import Marks, Person
from entente_ui.actors.frame import Layout, Score
from entente_ui.actors.lens import Lens
from entente_ui.actors.lenses.target import RINGS, Target, place
from entente_ui.actors.painting import paint_sheet
from entente_ui.look.theme import theme


class ChoicesLens(Lens):
    """The answers to one question.

    Attributes:
        reading: The answers.
    """

    name = "choices"
    draws_ties = True
    is_private = True

    def __init__(self) -> None:
        self.reading = Reading(None, frozenset(), frozenset(), sociogram((), ()))
        self._places: Mapping[str, int] = {}
        self._layout = Target(1.0, 1.0)

    @property
    @override
    def title(self) -> str:
        return _("Sociogram")

    def show(self, reading: Reading) -> None:
        """Take over the answers to a question."""
        self.reading = reading
        members = tuple(reading.group.statuses)
        self._places = {key: number for number, key in enumerate(members)}
        ties = sorted(reading.choices | reading.rejections)
        parts = place(members, reading.group, ties)
        self._layout = replace(self._layout, parts=parts)

    @property
    @override
    def ties(self) -> tuple[tuple[str, str, bool], ...]:
        return (
            *((*tie, True) for tie in sorted(self.reading.choices)),
            *((*tie, False) for tie in sorted(self.reading.rejections)),
        )

    @override
    def layout(self, width: float, height: float) -> Target:
        self._layout = replace(self._layout, width=width, height=height)
        return self._layout

    @override
    def score(self, marks: Marks) -> Score | None:
        del marks
        return None

    @override
    def values(self, score: Score, marks: Marks) -> Mapping[str, Any]:
        return {}

    @override
    def kind(self, score: Score) -> str:
        return ""

    @override
    def seen(self, person: Person) -> Person:
        number = self._places.get(person.key)
        if number is None:
            return replace(person, score=None, trail=(), where="", kind="", short="")
        status = self.reading.group.statuses[person.key]
        asked = self.reading.question is not None
        standing = _(STANDING_LABELS[status.standing]) if asked else ""
        chosen = ngettext("chosen by {count}", "chosen by {count}", status.chosen)
        aside = ngettext("set aside by {count}", "set aside by {count}", status.set_aside)
        words = " · ".join(
            text.format(count=formats.number(count))
            for text, count in ((chosen, status.chosen), (aside, status.set_aside))
        )
        words = " · ".join(part for part in (words, asked_words(self.reading)) if part)
        return replace(
            person,
            score=Score(float(number), 0.0),
            trail=(),
            where=words if asked else "",
            kind=standing,
            short="",
        )

    @override
    def told(self, marks: Sequence[Marks], start: Score, target: Score) -> Sequence[str]:
        return ()

    @override
    def paint(self, painter: QPainter, layout: Layout, exposed: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sheet(painter, layout.width, layout.height)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = QPointF(layout.width / 2, layout.height / 2)
        for inner, outer in zip(RINGS, (*RINGS[1:], 1.06), strict=True):
            between = (inner + outer) / 2
            pen = QPen(theme().colour("border", 0.8), 1)
            pen.setDashPattern([3, 4])
            painter.setPen(pen)
            painter.drawEllipse(middle, between * middle.x(), between * middle.y())


def asked_words(reading: Reading) -> str:
    """Return when what is answered was asked; empty where nobody noted it."""
    day = reading.question.asked_on if reading.question is not None else None
    return formats.labelled(_("Asked on"), formats.long_date(day)) if day else ""


def words_of(tie: Tie, people: Mapping[str, Person], *, is_choice: bool | None) -> str:
    """Return what a tie is called as a step of the history.

    Args:
        tie: From whom to whom.
        people: Everybody there is, by key.
        is_choice: Whether it is a choice or a setting aside; None takes it back.
    """
    giver, taker = (people[key].name if key in people else "" for key in tie)
    if is_choice is None:
        text = _("Take back: {giver} on {taker}")
    elif is_choice:
        text = _("{giver} chooses {taker}")
    else:
        text = _("{giver} sets {taker} aside")
    return text.format(giver=giver, taker=taker)

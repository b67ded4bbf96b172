"""Carries out what is wished on the grid: moves, drops, facts; and asks what it must know."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from entente.domain.actor import ACTOR
from entente.domain.records import Values
from entente.i18n import _, ngettext
from entente_ui import formats
from entente_ui.actors.asking import FactPopover, PositionPopover
from entente_ui.actors.data import Person
from entente_ui.actors.deeds import NOTHING_SAID, Deeds, Observation
from entente_ui.actors.frame import Score
from entente_ui.actors.grid_table import CONFIDENCE, FACT
from entente_ui.actors.lens import changed

if TYPE_CHECKING:
    from entente_ui.actors.grid_tab import GridTab


class GridWork:
    """Works for one grid."""

    def __init__(self, tab: "GridTab") -> None:
        self._tab = tab
        self._deeds = Deeds(tab.context.document)

    def move(self, targets: Mapping[str, Score], *, ask: bool) -> None:
        """Rate actors at new places as one step; with `ask`, ask for the fact then."""
        ratings = self._rate(self._values(targets), NOTHING_SAID) if self.may_write() else []
        if not ratings:
            self._tab.view.board.settle(animate=True)
        elif ask and not self._tab.context.document.is_presenting:
            self._ask(tuple(targets), ratings, NOTHING_SAID)

    def drop(self, keys: Sequence[str], score: Score) -> None:
        """Rate actors at the position they were dropped on."""
        known = [key for key in keys if key in self._tab.people]
        if not self._tab.lens.fields or not self.may_write():
            return
        targets = {key: score for key in known if self._tab.people[key].score != score}
        if known:
            self._tab.view.setFocus()
        if targets:
            self.move(targets, ask=True)
        self._tab.pick(known)

    def take_off(self, keys: Sequence[str]) -> None:
        """Leave actors without a position."""
        placed = [key for key in keys if self._is_placed(key)]
        blank = self._tab.lens.blank()
        if (
            placed
            and blank
            and self.may_write()
            and self._deeds.take_off(self._tab.people, placed, blank)
        ):
            self._tab.select(())

    def ask_fact(self, keys: Sequence[str]) -> None:
        """Ask what stands behind the present position of actors."""
        people = [self._tab.people[key] for key in keys if key in self._tab.people]
        rated = [person for person in people if person.rating_id]
        if not rated or self._tab.context.document.is_presenting or not self.may_write():
            return
        known = NOTHING_SAID
        if len(rated) == 1:
            known = Observation(rated[0].fact, rated[0].confidence)
        self._ask([p.key for p in rated], [p.rating_id for p in rated], known)

    def ask_position(self, keys: Sequence[str], at: tuple[QWidget, QRect]) -> None:
        """Ask for the position of actors, and what stands behind it."""
        known = [key for key in keys if key in self._tab.people]
        if not known or not self._tab.lens.fields or not self.may_write():
            return
        owner, rect = at
        start = self._tab.lens.completed(self._tab.people[known[0]].marks, {})
        popover = PositionPopover(owner, self._name(known), start)

        def answered(values: Values, observation: Observation) -> None:
            wanted = {key: values for key in known if self._differs(key, values)}
            if wanted:
                self._rate(wanted, observation)

        popover.ask_position(rect, answered)

    def may_write(self) -> bool:
        """Return whether anything can be changed; say why not."""
        if self._tab.day is None:
            return True
        self._tab.context.toast(_("The past is not edited: go back to today first."), False)
        return False

    def edit_cell(self, person: Person, column: str, value: Any) -> bool:  # noqa: ANN401  # as typed
        """Write what was typed into the table."""
        if not self.may_write():
            return False
        if column in self._tab.lens.fields:
            wanted = self._tab.lens.completed(person.marks, {column: value})
            return bool(self._rate({person.key: wanted}, NOTHING_SAID))
        if not person.rating_id:
            return False
        fact = str(value) if column == FACT else person.fact
        confidence = str(value) if column == CONFIDENCE else person.confidence
        observation = Observation(fact.strip(), confidence)
        return self._deeds.note(self._tab.people, [person.key], [person.rating_id], observation)

    def _values(self, targets: Mapping[str, Score]) -> Mapping[str, Values]:
        people, lens = self._tab.people, self._tab.lens
        return {
            key: lens.values(score, people[key].marks)
            for key, score in targets.items()
            if key in people
        }

    def _differs(self, key: str, values: Values) -> bool:
        marks = self._tab.people[key].marks
        return any(getattr(marks, name) != value for name, value in values.items())

    def _rate(self, wanted: Mapping[str, Values], observation: Observation) -> list[str]:
        before = self._tab.people
        ratings = self._deeds.rate(before, wanted, observation)
        if ratings:
            self._tab.context.toast(_told(before, wanted), True)
        return ratings

    def _ask(self, keys: Sequence[str], ratings: Sequence[str], known: Observation) -> None:
        owner, rect = self._tab.rect_of(keys)
        popover = FactPopover(owner, _(ACTOR.rating_help), known, self._name(keys))
        popover.ask(rect, lambda said: self._deeds.note(self._tab.people, keys, ratings, said))

    def _is_placed(self, key: str) -> bool:
        person = self._tab.people.get(key)
        return person is not None and person.score is not None

    def _name(self, keys: Sequence[str]) -> str:
        if len(keys) == 1:
            return self._tab.people[keys[0]].name
        return ngettext("{count} actor", "{count} actors", len(keys)).format(
            count=formats.number(len(keys))
        )


def _told(people: Mapping[str, Person], wanted: Mapping[str, Values]) -> str:
    """Return what a message says was changed."""
    if len(wanted) == 1:
        key, values = next(iter(wanted.items()))
        return changed(people[key], values)
    text = ngettext("{count} actor moved", "{count} actors moved", len(wanted))
    return text.format(count=formats.number(len(wanted)))

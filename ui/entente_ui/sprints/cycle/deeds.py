"""What can be done to sprints: each is one step with a name."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.card_line import CardLine
from entente.domain.sprint import SPRINT
from entente.i18n import _
from entente.services import board_edits, records, sprint_edits
from entente.services.board import Card
from entente.services.sprints import SprintView
from entente.store.session import Session
from entente_ui.formats import labelled
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.sprints.board.deeds import named
from entente_ui.sprints.board.words import counted, votes

Action = Callable[[Session], object]


class Deeds:
    """Writes what was decided about sprints; what is refused is told in a sentence."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def take_in(self, some: Sequence[Card], view: SprintView, before: str | None = None) -> bool:
        """Take cards into a sprint, before another if one is named."""
        keys = [card.id for card in some]
        label = _("Take {cards} into {sprint}").format(cards=named(some), sprint=view.name)

        def action(session: Session) -> None:
            sprint_edits.take_in(session, keys, view.id)
            _order(session, keys, before)

        return bool(keys) and self._do(label, action)

    def take_out(self, some: Sequence[Card], view: SprintView, before: str | None = None) -> bool:
        """Take cards out of a sprint, before another of the backlog if one is named."""
        keys = [card.id for card in some]
        label = _("Take {cards} out of {sprint}").format(cards=named(some), sprint=view.name)

        def action(session: Session) -> None:
            sprint_edits.take_out(session, keys, view.id)
            _order(session, keys, before)

        return bool(keys) and self._do(label, action)

    def add(self, line: CardLine, view: SprintView | None) -> str:
        """Add what a line was read as, into a sprint if one is given; return its key."""
        made: list[str] = []

        def action(session: Session) -> None:
            key = board_edits.add(session, line)
            if view is not None and line.sprint != view.id:
                sprint_edits.take_in(session, [key], view.id)
            made.append(key)

        self._do(_("Add a card"), action)
        return made[0] if made else ""

    def add_all(self, titles: Sequence[str], view: SprintView | None, before: str) -> Sequence[str]:
        """Add a card for each title, into a sprint if one is given, and return their keys."""
        made: list[str] = []

        def action(session: Session) -> None:
            made.extend(board_edits.add_all(session, titles, before=before))
            if view is not None:
                sprint_edits.take_in(session, made, view.id)

        label = _("Add {cards}").format(cards=counted(len(titles)))
        if not self._do(label, action):
            return ()
        self._context.toast(_("Added: {cards}").format(cards=counted(len(made))), True)
        return made

    def vote(self, some: Sequence[Card], view: SprintView, by: int) -> bool:
        """Give cards one dot more, or take one back, but never fewer than none."""
        wanted = {card.id: max(0, card.dots + by) for card in some}
        away = [card for card in some if card.dots != wanted[card.id]]
        if not away:
            return False
        if len(away) == 1:
            said = votes(wanted[away[0].id])
            label = labelled(_("Dots for {cards}").format(cards=away[0].ref), said)
        else:
            words = _("One more dot for {cards}") if by > 0 else _("One dot less for {cards}")
            label = words.format(cards=named(away))

        def action(session: Session) -> None:
            for card in away:
                sprint_edits.vote(session, view.id, card.id, wanted[card.id])

        return self._do(label, action)

    def size(
        self, some: Sequence[Card], view: SprintView, effort: float | None, held: frozenset[str]
    ) -> bool:
        """Say how much work cards are: as they are planned, for those in the sprint.

        Args:
            some: The cards.
            view: The sprint.
            effort: In half-days.
            held: Keys of the cards that are in it.
        """
        label = _("Effort of {cards}").format(cards=named(some))

        def action(session: Session) -> None:
            for card in some:
                if card.id in held:
                    sprint_edits.plan_effort(session, view.id, card.id, effort)
                if card.id not in held or effort is None:
                    records.change(session, BACKLOG_ITEM, card.id, {"effort": effort})

        return self._do(label, action)

    def change(self, view: SprintView, values: Mapping[str, Any], words: str) -> bool:
        """Give a sprint another goal, or another capacity."""
        label = labelled(words, view.name)
        return self._do(label, lambda s: records.change(s, SPRINT, view.id, values))

    def create(self, values: Mapping[str, Any]) -> tuple[str, str]:
        """Add a sprint and return its key, or nothing and why it was refused."""
        made: list[str] = []
        label = _("Add {sprint}").format(sprint=values.get("name") or _(SPRINT.label))
        problem = self._problem(label, lambda s: made.append(sprint_edits.create(s, values)))
        return (made[0] if made and not problem else "", problem)

    def close(
        self,
        view: SprintView,
        outcomes: Mapping[str, str],
        reasons: Mapping[str, str],
        *,
        make_next: bool,
    ) -> tuple[str, str]:
        """Close a sprint; return the key of the next one, and why it was refused.

        Args:
            view: The sprint.
            outcomes: What came of cards, by their keys.
            reasons: Why cards were not done, likewise.
            make_next: Whether there is to be a next sprint if none is open.
        """
        found: list[str] = []
        close = partial(
            sprint_edits.close,
            sprint=view.id,
            outcomes=outcomes,
            reasons=reasons,
            make_next=make_next,
        )
        label = _("Close {sprint}").format(sprint=view.name)
        problem = self._problem(label, lambda s: found.append(close(s)))
        if not problem:
            self._context.toast(_("Closed: {sprint}").format(sprint=view.name), True)
        return (found[0] if found and not problem else "", problem)

    def reopen(self, view: SprintView) -> bool:
        """Open a closed sprint again."""
        label = _("Open {sprint} again").format(sprint=view.name)
        done = self._do(label, partial(sprint_edits.reopen, sprint=view.id))
        if done:
            self._context.toast(_("Open again: {sprint}").format(sprint=view.name), True)
        return done

    def remove(self, view: SprintView) -> None:
        """Delete a sprint; its cards stay in the backlog. Offer to take that back."""
        label = _("Delete {cards}").format(cards=view.name)
        if self._do(label, lambda s: records.remove(s, SPRINT, view.id)):
            self._context.toast(_("Deleted: {cards}").format(cards=view.name), True)

    def _do(self, label: str, action: Action) -> bool:
        if self._context.document.is_presenting:
            return False
        return self._context.taken(self._problem(label, action))

    def _problem(self, label: str, action: Action) -> str:
        return work.attempt(self._context.document, label, action)


def _order(session: Session, keys: Sequence[str], before: str | None) -> None:
    if before:
        board_edits.move(session, keys, before=before)

"""What can be done to cards: each is one step with a name."""

from collections.abc import Mapping, Sequence
from typing import Any

from entente.domain.card_line import CardLine
from entente.i18n import _
from entente.services import board_edits, mission, sprint_edits
from entente.services.board import Card, SprintName
from entente.services.board_edits import Place
from entente_ui.formats import labelled
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.sprints.board.words import counted


class Deeds:
    """Writes what was decided about cards; what is refused is told in a sentence."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def move(self, some: Sequence[Card], place: Place, title: str) -> bool:
        """Put cards elsewhere; say whether it was done."""
        keys = [card.id for card in some]
        label = _("Move {cards} to {place}").format(cards=named(some), place=title)
        return bool(keys) and self._do(label, lambda s: board_edits.put(s, keys, place))

    def order(self, some: Sequence[Card], before: str) -> bool:
        """Put cards before another of the same column."""
        keys = [card.id for card in some]
        label = _("Order {cards}").format(cards=named(some))
        return bool(keys) and self._do(label, lambda s: board_edits.move(s, keys, {}, before))

    def change(self, some: Sequence[Card], values: Mapping[str, Any], words: str) -> bool:
        """Give cards the same values."""
        keys = [card.id for card in some]
        label = labelled(words, named(some))
        return bool(keys) and self._do(label, lambda s: board_edits.move(s, keys, values))

    def add_labels(self, some: Sequence[Card], labels: str) -> bool:
        """Give cards further labels."""
        keys = [card.id for card in some]
        label = _("Label {cards}").format(cards=named(some))
        return bool(labels) and self._do(label, lambda s: board_edits.add_labels(s, keys, labels))

    def explain(self, some: Sequence[Card], reason: str) -> None:
        """Say why cards were moved."""
        keys = [card.id for card in some]
        label = _("Say why {cards} went there").format(cards=named(some))
        self._do(label, lambda s: board_edits.explain(s, keys, reason))

    def add(self, line: CardLine, values: Mapping[str, Any]) -> str:
        """Add what a line was read as and return its key, empty if it was refused."""
        made: list[str] = []
        label = _("Add a card")
        self._do(label, lambda s: made.append(board_edits.add(s, line, values)))
        return made[0] if made else ""

    def add_all(self, titles: Sequence[str], place: Place) -> Sequence[str]:
        """Add a card for each title, and return their keys."""
        made: list[str] = []
        label = _("Add {cards}").format(cards=counted(len(titles)))
        values, before = place.values, place.before or ""
        done = self._do(
            label,
            lambda s: made.extend(board_edits.add_all(s, titles, values, before, place.sprint)),
        )
        if done:
            self._context.toast(_("Added: {cards}").format(cards=counted(len(made))), True)
        return made if done else ()

    def split(self, card: Card) -> str:
        """Part a card in two and return the key of the new one."""
        made: list[str] = []
        label = _("Split {cards} in two").format(cards=card.ref)
        self._do(label, lambda s: made.append(board_edits.split(s, card.id)))
        return made[0] if made else ""

    def duplicate(self, some: Sequence[Card]) -> Sequence[str]:
        """Copy cards and return the keys of the copies."""
        made: list[str] = []
        keys = [card.id for card in some]
        label = _("Duplicate {cards}").format(cards=named(some))
        if keys:
            self._do(label, lambda s: made.extend(board_edits.duplicate(s, keys)))
        return made

    def archive(self, some: Sequence[Card]) -> None:
        """Put cards out of sight, or bring them back if all of them are."""
        keys = [card.id for card in some]
        on = not all(card.archived_on for card in some)
        label = _("Archive {cards}") if on else _("Bring back {cards}")
        told = _("Archived: {cards}") if on else _("Back on the board: {cards}")
        names = named(some)
        done = bool(keys) and self._do(
            label.format(cards=names), lambda s: board_edits.archive(s, keys, on=on)
        )
        if done:
            self._context.toast(told.format(cards=names), True)

    def remove(self, some: Sequence[Card]) -> None:
        """Delete cards, and offer to take that back."""
        keys, names = [card.id for card in some], named(some)
        label = _("Delete {cards}").format(cards=names)
        if keys and self._do(label, lambda s: board_edits.remove(s, keys)):
            self._context.toast(_("Deleted: {cards}").format(cards=names), True)

    def take(self, some: Sequence[Card], sprint: SprintName) -> None:
        """Take cards into a sprint, or out of it if all of them are in it."""
        keys = [card.id for card in some]
        if all(sprint.id in card.sprints for card in some):
            label = _("Take {cards} out of {sprint}")
            self._do(
                label.format(cards=named(some), sprint=sprint.name),
                lambda s: sprint_edits.take_out(s, keys, sprint.id),
            )
            return
        label = _("Take {cards} into {sprint}")
        self._do(
            label.format(cards=named(some), sprint=sprint.name),
            lambda s: sprint_edits.take_in(s, keys, sprint.id),
        )

    def limit(self, most: int | None) -> bool:
        """Say how many cards may be in progress at once, None for any number."""
        label = _("Limit the cards in progress")
        return self._do(label, lambda s: mission.change(s, {"wip_limit": most}))

    def rename(self, card: Card, title: str) -> bool:
        """Give a card another title."""
        label = _("Rename {cards}").format(cards=card.ref)
        return self._do(label, lambda s: board_edits.move(s, [card.id], {"title": title}))

    def _do(self, label: str, action: Any) -> bool:  # noqa: ANN401  # an Action
        document = self._context.document
        if document.is_presenting:
            return False
        return self._context.taken(work.attempt(document, label, action))


def named(some: Sequence[Card]) -> str:
    """Return cards inside the name of a step: the reference of one, the number of more."""
    return some[0].ref if len(some) == 1 else counted(len(some))

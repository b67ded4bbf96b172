"""What can be done to commitments: each is one step with a name."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from entente.domain.card_line import CardLine
from entente.domain.follow_up import COMMITMENT
from entente.i18n import _, ngettext
from entente.services import commitment_wall as walls
from entente.services import records
from entente.services.commitment_wall import STATES, Promise
from entente.store.session import Session
from entente_ui.formats import long_date, number
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.sprints.commitments.words import PLACE_LABELS


class Deeds:
    """Writes what became of commitments; what is refused is told in a sentence."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def add(self, line: CardLine, *, level: str, in_public: bool) -> str:
        """Note a commitment and return its key, empty if it was refused."""
        made: list[str] = []

        def action(session: Session) -> None:
            made.append(walls.add(session, line, level=level, in_public=in_public))

        self._do(_("Note a commitment"), action)
        return made[0] if made else ""

    def settle(self, some: Sequence[Promise], place: str) -> bool:
        """Say what became of commitments."""
        keys = [each.id for each in some]
        label = _("Move {cards} to {place}").format(cards=named(some), place=_(PLACE_LABELS[place]))
        return self._do(label, partial(walls.settle, keys=keys, state=STATES[place]))

    def renegotiate(self, some: Sequence[Promise], day: dt.date) -> bool:
        """Agree on another date."""
        keys = [each.id for each in some]
        label = _("Renegotiate {cards} to {date}").format(cards=named(some), date=long_date(day))
        return self._do(label, partial(walls.renegotiate, keys=keys, due_on=day))

    def prove(self, some: Sequence[Promise], evidence: str) -> None:
        """Say what shows that commitments were kept."""
        keys = [each.id for each in some]
        label = _("Say what shows that {cards} was kept").format(cards=named(some))
        self._do(label, partial(walls.prove, keys=keys, evidence=evidence))

    def explain(self, some: Sequence[Promise], reason: str) -> None:
        """Say why commitments were moved."""
        keys = [each.id for each in some]
        label = _("Say why {cards} went there").format(cards=named(some))
        self._do(label, partial(walls.explain, keys=keys, reason=reason))

    def reword(self, promise: Promise, statement: str) -> None:
        """Give a commitment other words."""
        label = _("Reword {cards}").format(cards=promise.ref)
        values = {"statement": statement}
        self._do(label, lambda s: records.change(s, COMMITMENT, promise.id, values))

    def remove(self, some: Sequence[Promise]) -> None:
        """Delete commitments, and offer to take that back."""
        keys, names = [each.id for each in some], named(some)

        def action(session: Session) -> None:
            for key in keys:
                records.remove(session, COMMITMENT, key)

        if keys and self._do(_("Delete {cards}").format(cards=names), action):
            self._context.toast(_("Deleted: {cards}").format(cards=names), True)

    def _do(self, label: str, action: Callable[[Session], object]) -> bool:
        document = self._context.document
        if document.is_presenting:
            return False
        return self._context.taken(work.attempt(document, label, action))


def named(some: Sequence[Promise]) -> str:
    """Return commitments inside the name of a step: the reference of one, the number of more."""
    if len(some) == 1:
        return some[0].ref
    words = ngettext("{count} commitment", "{count} commitments", len(some))
    return words.format(count=number(len(some)))

"""What is written about a cooperation from here: each a step of its own that can be undone."""

from collections.abc import Callable
from typing import Final

from entente.domain.actor import ORGANISATION
from entente.domain.cooperation.factors import FACTOR_LABELS
from entente.domain.cooperation.records import CONVENTION, FEAR, TRIGGER, TRIGGER_ACCEPTANCE
from entente.domain.records import LEVEL_FIELD, RecordType
from entente.domain.text import shorten
from entente.i18n import _
from entente.services import conventions, cooperation, records
from entente.services.cooperation import Partner
from entente.store.session import Session
from entente_ui.change.cooperation.words import score_words
from entente_ui.formats import labelled
from entente_ui.pane import Context
from entente_ui.registers import work

_NAME: Final = 40


class Deeds:
    """Writes; while others look on it writes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def add_partner(self, name: str) -> str:
        """Let an organisation take part, a new one if none has that name; return its key."""

        def write(session: Session) -> str:
            for row in records.list_rows(session, ORGANISATION).dicts():
                if name.casefold() in {(row["name"] or "").casefold(), row["ref"].casefold()}:
                    records.change(session, ORGANISATION, row["id"], {"membership": "member"})
                    return str(row["id"])
            return records.create(session, ORGANISATION, {"name": name, "membership": "member"})

        return self._made(_("Add {name} to the cooperation").format(name=_short(name)), write)

    def rate(self, partner: Partner, factor: str, score: int) -> str:
        """Judge a factor of an organisation; return the key of the rating."""
        where = f"{_short(partner.name)}, {_(FACTOR_LABELS[factor])}"
        return self._made(
            labelled(where, score_words(score)),
            lambda s: records.rate(s, ORGANISATION, partner.id, {factor: score}),
        )

    def explain(self, rating: str, fact: str) -> bool:
        """Note what shows a rating."""
        return self._do(
            _("Note what shows it"),
            lambda s: records.annotate(s, ORGANISATION, rating, {"fact": fact}),
        )

    def answer(self, trigger: str, organisation: str, answer: str) -> None:
        """Note whether an organisation accepts a trigger."""

        def write(session: Session) -> None:
            pair = {"trigger_id": trigger, "organisation_id": organisation}
            there = records.list_rows(session, TRIGGER_ACCEPTANCE, where=pair).rows
            if there and not answer:
                records.remove(session, TRIGGER_ACCEPTANCE, there[0][0])
            elif there:
                records.change(session, TRIGGER_ACCEPTANCE, there[0][0], {"answer": answer})
            elif answer:
                level = records.get(session, TRIGGER, trigger)[LEVEL_FIELD]
                said = {"answer": answer, "said_on": session.today, LEVEL_FIELD: level}
                records.create(session, TRIGGER_ACCEPTANCE, pair | said)

        self._do(_("Note who accepts the trigger"), write)

    def note_risk(self, factor: str) -> None:
        """Write down the risk a weak factor stands for."""
        label = _("Note the risk: {factor}").format(factor=_(FACTOR_LABELS[factor]))
        if self._do(label, lambda s: cooperation.note(s, factor)):
            self._context.toast(_("The risk is in the register"), True)

    def add_trigger(self) -> tuple[str, str]:
        """Add a trigger to be worded; return its key, or why not."""
        return work.create(self._context.document, TRIGGER, {"title": _("New trigger")})

    def add_fear(self) -> tuple[str, str]:
        """Add a fear to be worded; return its key, or why not."""
        return work.create(self._context.document, FEAR, {"text": _("New fear")})

    def add_convention(self) -> tuple[str, str]:
        """Begin a convention with the usual clauses; return its key, or why not."""
        made: list[str] = []
        title = _("Convention of cooperation")
        label = _("Add: {kind}").format(kind=_(CONVENTION.label))
        problem = work.attempt(
            self._context.document, label, lambda s: made.append(conventions.begin(s, title))
        )
        return (made[0], "") if made and not problem else ("", problem)

    def add_part(self, kind: RecordType, values: dict[str, object]) -> tuple[str, str]:
        """Add a part of a convention; return its key, or why not."""
        return work.create(self._context.document, kind, values)

    def _made(self, label: str, action: Callable[[Session], str]) -> str:
        made: list[str] = []
        return made[0] if self._do(label, lambda s: made.append(action(s))) else ""

    def _do(self, label: str, action: Callable[[Session], object]) -> bool:
        document = self._context.document
        if document.is_presenting:
            return False
        return self._context.taken(work.attempt(document, label, action))


def _short(name: str) -> str:
    return shorten(name, _NAME)

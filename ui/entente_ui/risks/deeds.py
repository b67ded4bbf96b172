"""What is done to risks from here: each a step of its own that can be undone."""

from collections.abc import Mapping, Sequence
from typing import Any

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.records import RecordType
from entente.domain.risk import RISK, STATUS_LABELS
from entente.domain.risk_layout import Cell
from entente.i18n import _, ngettext
from entente.services import records, risk_edits
from entente.services.risk_edits import LinkView
from entente.services.risks import RiskView
from entente.store.session import Session
from entente_ui.document import Document
from entente_ui.formats import labelled, number
from entente_ui.risks.words import rated_label


class Deeds:
    """Writes what is decided about risks; while others look on it writes nothing."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @property
    def is_locked(self) -> bool:
        """Whether nothing may be written."""
        return self._document.is_presenting

    def rate(self, view: RiskView, reading: str, cell: Cell, fact: str = "") -> str:
        """Rate one reading; return the key of the rating, or nothing if there is none."""
        made: list[str] = []

        def action(session: Session) -> None:
            probability, impact = cell
            made.append(
                risk_edits.re_rate(session, view.id, reading, probability, impact, fact=fact)
            )

        done = not self.is_locked and self._document.run(rated_label(view, reading, cell), action)
        return made[0] if done else ""

    def note_fact(self, view: RiskView, rating: str, fact: str) -> bool:
        """Keep why a risk was rated so."""
        label = _("Note why {ref} is rated so").format(ref=view.ref)
        return self._run(label, lambda s: records.annotate(s, RISK, rating, {"fact": fact}))

    def change(self, view: RiskView, label: str, values: Mapping[str, Any]) -> bool:
        """Change fields of a risk."""
        return self._run(label, lambda s: records.change(s, RISK, view.id, values))

    def set_status(self, view: RiskView, status: str) -> bool:
        """Say how far the treatment has come."""
        label = _("{ref}: {status}").format(ref=view.ref, status=_(STATUS_LABELS[status]))
        return self.change(view, label, {"status": status})

    def occur(self, view: RiskView, fact: str) -> str:
        """Let a risk have occurred; return the key of the difficulty it has become."""
        made: list[str] = []
        label = _("{ref} has occurred").format(ref=view.ref)
        done = self._run(label, lambda s: made.append(risk_edits.occur(s, view.id, fact)))
        return made[0] if done else ""

    def review_again(self, view: RiskView, weeks: int) -> bool:
        """Set the next review."""
        label = ngettext(
            "Review {ref} again in {count} week", "Review {ref} again in {count} weeks", weeks
        ).format(ref=view.ref, count=number(weeks))
        return self._run(label, lambda s: risk_edits.review_again(s, view.id, weeks))

    def link(self, view: RiskView, record_type: RecordType, keys: Sequence[str]) -> bool:
        """Link a risk with other records."""
        label = labelled(_("Link {ref}").format(ref=view.ref), _(record_type.label))
        return self._run(label, lambda s: risk_edits.link(s, view.id, record_type.name, keys))

    def unlink(self, view: RiskView, one: LinkView) -> bool:
        """Take a link away."""
        label = _("Take a link of {ref} away").format(ref=view.ref)
        return self._run(label, lambda s: risk_edits.unlink(s, view.id, one))

    def add_action(self, view: RiskView, title: str, role: str) -> bool:
        """Note something to do about a risk."""
        label = _("Add an action to {ref}").format(ref=view.ref)
        return self._run(label, lambda s: risk_edits.add_action(s, view.id, title, role))

    def tick(self, action: Mapping[str, Any], *, done: bool) -> bool:
        """Say that an action is done, or is not after all."""
        text = _("{ref} is done") if done else _("{ref} is not done after all")
        label = text.format(ref=action.get("ref") or _(BACKLOG_ITEM.label))
        return self._run(label, lambda s: risk_edits.tick(s, str(action["id"]), done=done))

    def _run(self, label: str, action: Any) -> bool:  # noqa: ANN401  # whatever it returns
        return not self.is_locked and self._document.run(label, action)

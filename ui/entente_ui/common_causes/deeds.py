"""What is done with common causes, as steps that can be undone."""

from collections.abc import Callable, Sequence

from entente.domain.cause import COMMON_CAUSE, SUPPORTER
from entente.i18n import _, ngettext
from entente.services import common_causes, records
from entente.services.common_causes import CauseView, Support
from entente.store.session import Session
from entente_ui.common_causes.words import strength_words
from entente_ui.formats import labelled, number
from entente_ui.pane import Context
from entente_ui.registers import work


class Deeds:
    """Writes what was said of causes; what is refused is told in a sentence."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def add(self, statement: str) -> str:
        """Add a cause and return its key, empty if it was refused."""
        made: list[str] = []
        values = {"statement": statement}
        self._do(
            _("Add a common cause"),
            lambda s: made.append(records.create(s, COMMON_CAUSE, values)),
        )
        return made[0] if made else ""

    def remove(self, view: CauseView) -> None:
        """Delete a cause, and offer to take that back."""
        name = str(view.row["ref"])
        if self._do(
            _("Delete {record}").format(record=name),
            lambda s: records.remove(s, COMMON_CAUSE, view.id),
        ):
            self._context.toast(_("Deleted: {record}").format(record=name), True)

    def support(self, cause: str, actors: Sequence[str]) -> None:
        """Let actors support a cause; those who do already are left as they are."""
        count: list[int] = []
        label = ngettext("Add a supporter", "Add {count} supporters", len(actors))
        done = self._do(
            label.format(count=number(len(actors))),
            lambda s: count.append(common_causes.support(s, cause, actors)),
        )
        if done and count and not count[0]:
            self._context.toast(_("They support it already."), False)

    def strengthen(self, support: Support, by: int) -> None:
        """Say that somebody is more for a cause, or less."""
        label = labelled(_("Strength of the support"), support.name)
        self._do(label, lambda s: common_causes.strengthen(s, support.id, by))

    def set_strength(self, support: Support, strength: int) -> None:
        """Say how strongly somebody supports a cause."""
        label = labelled(support.name, strength_words(strength))
        self._do(label, lambda s: common_causes.set_strength(s, support.id, strength))

    def desert(self, support: Support) -> None:
        """Let somebody no longer support a cause."""
        label = _("No longer a supporter: {name}").format(name=support.name)
        if self._do(label, lambda s: records.remove(s, SUPPORTER, support.id)):
            self._context.toast(label, True)

    def suggest(self, cause: str, actor: str) -> None:
        """Think of somebody who could carry a cause, or of nobody any more."""
        label = _("Think of a champion") if actor else _("No champion any more")
        self._do(label, lambda s: common_causes.suggest(s, cause, actor))

    def solicit(self, cause: str) -> None:
        """Note that whoever was thought of was asked."""
        self._do(_("The champion was asked"), lambda s: common_causes.solicit(s, cause))

    def answer(self, cause: str, *, accepted: bool) -> None:
        """Note what whoever was asked has answered."""
        label = _("The champion has accepted") if accepted else _("The champion has declined")
        self._do(label, lambda s: common_causes.answer(s, cause, accepted=accepted))

    def _do(self, label: str, action: Callable[[Session], object]) -> bool:
        document = self._context.document
        if document.is_presenting:
            return False
        return self._context.taken(work.attempt(document, label, action))

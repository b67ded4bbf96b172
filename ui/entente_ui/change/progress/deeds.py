"""What is written about the progress from here: each a step of its own that can be undone."""

from collections.abc import Callable
from typing import Final

from entente.domain.change.progress import ADKAR, ADKAR_LABELS, KOTTER_STEP
from entente.domain.kotter import KOTTER_LABELS
from entente.domain.records import RecordType
from entente.domain.text import shorten
from entente.i18n import _
from entente.services import adkar, kotter, records, surveys
from entente.services.change_figures import Change
from entente.services.progress_words import step_words
from entente.store.session import Session
from entente_ui.formats import labelled, number
from entente_ui.pane import Context
from entente_ui.registers import work

_NAME: Final = 40
_ICAP: Final = "icap"


class Deeds:
    """Writes; while others look on it writes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def judge(self, step: str, score: int) -> str:
        """Judge a step; return the key of the rating."""
        label = labelled(_(KOTTER_LABELS[step]), step_words(score))
        return self._made(label, lambda s: kotter.rate(s, step, score))

    def explain(self, kind: RecordType, rating: str, fact: str) -> bool:
        """Note what shows a score, or what was seen of a mark."""
        label = _("Note what shows it") if kind is KOTTER_STEP else _("Note what was seen")
        return self._do(label, lambda s: records.annotate(s, kind, rating, {"fact": fact}))

    def add_card(self, step: str, title: str) -> str:
        """Add a card that serves a step, and return its key."""
        label = _("Add card {title}").format(title=_short(title))
        key = self._made(label, lambda s: kotter.add_card(s, step, title))
        if key:
            self._context.toast(_("A card is in the backlog"), True)
        return key

    def add(self, subject: str, name: str) -> str:
        """Take in a person or a group, and return the key."""
        label = _("Follow the change of {name}").format(name=_short(name))
        return self._made(label, lambda s: adkar.add(s, subject))

    def mark(self, found: Change, element: str, value: int | None) -> str:
        """Mark an element; return the key of the rating."""
        where = f"{_short(found.name)}, {_(ADKAR_LABELS[element])}"
        said = _("not marked") if value is None else number(value)
        return self._made(labelled(where, said), lambda s: adkar.mark(s, found.id, element, value))

    def remove(self, found: Change) -> bool:
        """Take a person or a group out of the grid, with all marks."""
        label = _("No longer follow the change of {name}").format(name=_short(found.name))
        return self._do(label, lambda s: records.remove(s, ADKAR, found.id))

    def take_survey(self) -> str:
        """Take the questionnaire on the four axes out of the library; return its key."""
        label = _("Take the ICAP barometer out of the library")
        return self._made(label, lambda s: surveys.load(s, _ICAP))

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

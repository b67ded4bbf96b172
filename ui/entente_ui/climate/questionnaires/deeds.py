"""What is done to questionnaires, each as one step."""

from collections.abc import Callable

from entente.domain.climate.survey import QUESTIONNAIRE
from entente.i18n import _
from entente.services import questions, records, surveys
from entente.services.surveys import Asked, Bank
from entente.store.session import Session
from entente_ui.document import Document


class QuestionnaireDeeds:
    """Does it through the document, which says why something is refused."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def banks(self) -> tuple[Bank, ...]:
        """Return the questionnaires of ours the mission does not have."""
        return tuple(bank for bank in self._document.read(surveys.banks) if not bank.is_there)

    def asked(self, key: str) -> tuple[Asked, ...]:
        """Return every question a questionnaire ever had."""
        return self._document.read(lambda s: surveys.asked(s, key))

    def was_asked(self, key: str) -> bool:
        """Return whether a wave of the questionnaire was ever opened."""
        return self._document.read(lambda s: surveys.was_asked(s, key))

    def load(self, bank: str) -> str:
        """Take over one of ours; return its key."""
        return self._made(_("Load a questionnaire"), lambda s: surveys.load(s, bank))

    def begin(self, name: str) -> str:
        """Begin one of the mission's own; return its key."""
        return self._made(_("New questionnaire"), lambda s: questions.begin(s, name))

    def set_aside(self, key: str, *, on: bool) -> bool:
        """Offer a questionnaire no longer for new waves, or again."""
        label = _("Set a questionnaire aside") if on else _("Take a questionnaire up again")
        values = {"set_aside": on}
        return self._document.run(label, lambda s: records.change(s, QUESTIONNAIRE, key, values))

    def add(self, key: str, text: str, scale: str, cause: str | None) -> str:
        """Add a question; return its key."""
        label = _("Add a question")
        return self._made(label, lambda s: questions.add(s, key, text, scale, cause))

    def reword(self, question: str, text: str) -> str:
        """Put a question in other words; return the key of the one that is asked now."""
        label = _("Reword a question")
        return self._made(label, lambda s: surveys.reword(s, question, text))

    def move(self, question: str, step: int) -> bool:
        """Ask a question earlier or later."""
        label = _("Move a question")
        return self._document.run(label, lambda s: questions.move(s, question, step))

    def take_out(self, question: str) -> bool:
        """Ask a question no longer."""
        label = _("Take a question out")
        return self._document.run(label, lambda s: questions.take_out(s, question))

    def _made(self, label: str, act: Callable[[Session], str]) -> str:
        made: list[str] = []
        is_done = self._document.run(label, lambda s: made.append(act(s)))
        return made[0] if is_done and made else ""

"""The assistant as a whole: five steps, then one step of the history."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from entente.domain.climate.survey import QUESTIONNAIRE
from entente.i18n import _
from entente.services import arrangement, records, surveys
from entente.services.arrangement import Draft, Made
from entente.store.session import Session
from entente_ui.home.mission.assistant.ladder_page import LadderPage
from entente_ui.home.mission.assistant.looking_pages import Asked, ClimatePage, RelationsPage
from entente_ui.home.mission.assistant.readers_page import ReadersPage
from entente_ui.home.mission.assistant.who_page import WhoPage
from entente_ui.kit.steps import StepsDialog
from entente_ui.pane import Context
from entente_ui.registers import work


class ArrangementDialog(StepsDialog):
    """Puts the arrangement of a project in place.

    Attributes:
        who, relations, climate, ladder, readers: The steps.
        made: What came of it; None before the end.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._context = context
        document = context.document
        self.made: Made | None = None
        self._draft = draft = document.read(arrangement.propose)
        self.who = WhoPage(draft.seats)
        self.relations = RelationsPage(draft)
        self.climate = ClimatePage(draft, document.read(_asked), self._wave_days)
        self.ladder = LadderPage(draft, lambda: self.who.people.seats)
        today = document.read(lambda session: session.today)
        self.readers = ReadersPage(draft, today, self._recap)
        self._steps = (self.who, self.relations, self.climate, self.ladder, self.readers)
        finish = (_("Put in place"), self._write)
        super().__init__(_("Mediation arrangement"), self._steps, finish, parent)

    @property
    def draft(self) -> Draft:
        """What has been said so far."""
        draft = self._draft
        for step in self._steps:
            draft = step.filled(draft)
        return draft

    def _wave_days(self, draft: Draft) -> tuple[dt.date, ...]:
        return self._context.document.read(lambda s: arrangement.wave_days(s, draft))

    def _recap(self) -> tuple[Draft, int]:
        draft = self.draft
        return draft, len(self._wave_days(draft))

    def _write(self) -> str:
        """Write it all as one step; say why it was refused, if it was."""
        draft = self.draft
        made: list[Made] = []

        def action(session: Session) -> None:
            made.append(arrangement.put_in_place(session, draft))

        problem = work.attempt(
            self._context.document, _("Put the mediation arrangement in place"), action
        )
        if not problem:
            self.made = made[0]
        return problem


def _asked(session: Session) -> tuple[Asked, ...]:
    """Return the questionnaires there are: ours, then those of the mission, then none."""
    ours = tuple(Asked(bank.name, bank.key, "", bank.purpose) for bank in surveys.banks(session))
    known = {each.name for each in ours}
    rows = records.list_rows(session, QUESTIONNAIRE).dicts()
    own = (Asked(row["name"], "", row["id"]) for row in rows if row["name"] not in known)
    return (*ours, *own, Asked(_("No questionnaire")))

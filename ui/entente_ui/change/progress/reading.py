"""What the tab of the progress reads of a mission."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Slot

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.progress import ADKAR, KOTTER_STEP
from entente.domain.climate.survey import QUESTION, QUESTIONNAIRE, WAVE
from entente.domain.confidentiality import Audience
from entente.services import change_figures, icap, kotter
from entente.services.change_figures import Change
from entente.services.icap import IcapWave
from entente.services.kotter import Course
from entente.store.journal import ChangeSet
from entente.store.session import Session
from entente_ui.document import Document

#: What the waves are read from, which takes longer than all the rest.
ASKED: Final = frozenset({QUESTIONNAIRE.name, QUESTION.name, WAVE.name})
#: What anything is read from.
TABLES: Final = ASKED | {
    *(KOTTER_STEP.name, KOTTER_STEP.rating_name, ADKAR.name, ADKAR.rating_name),
    *(BACKLOG_ITEM.name, BACKLOG_ITEM.rating_name, ACTOR.name, FUNCTIONAL_GROUP.name),
}


@dataclass(frozen=True, slots=True)
class Read:
    """Steps, people and groups, waves."""

    course: Course
    changes: tuple[Change, ...]
    waves: tuple[IcapWave, ...]


class Source(QObject):
    """Reads them; the waves only where they may have changed."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._waves: tuple[IcapWave, ...] | None = None
        document.changed.connect(self._on_changed)
        document.viewer_changed.connect(self.forget)

    def read(self) -> Read:
        """Return what whoever looks may see."""
        viewer, known = self._document.viewer, self._waves
        found = self._document.read(lambda session: _read(session, viewer, known))
        self._waves = found.waves
        return found

    @Slot()
    def forget(self) -> None:
        """Read the waves anew next time."""
        self._waves = None

    @Slot(object)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if ASKED & change_set.tables:
            self.forget()


def _read(session: Session, viewer: Audience, waves: tuple[IcapWave, ...] | None) -> Read:
    return Read(
        kotter.course(session, viewer),
        change_figures.changes(session, viewer),
        icap.icap(session, viewer) if waves is None else waves,
    )

"""Every kind of document there is, and what has to be chosen before one can be made.

The window and the command line read the same list. Nothing is imported of a kind before it is
asked for.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from importlib import import_module
from types import MappingProxyType
from typing import Final, Protocol

from entente.briefs.production import Form, Report, unheard
from entente.briefs.told import Told
from entente.domain.agreement import AGREEMENT, ENTRY, SETTLEMENT
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.climate.survey import QUESTIONNAIRE, WAVE
from entente.domain.confidentiality import Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.records import RecordType
from entente.domain.risk import RISK
from entente.domain.sprint import SPRINT
from entente.domain.start.arrangement import ARRANGEMENT
from entente.domain.working_group import INTERVIEW_GUIDE
from entente.i18n import N_
from entente.store.session import Session


class Group(Enum):
    """What a document is for; the list of kinds is in this order."""

    CONFLICT = N_("For a difficulty")
    SESSION = N_("For a session")
    PROJECT = N_("For the project")


class Readers(Enum):
    """Whom a kind of document is first of all for."""

    MEDIATOR = auto()
    PARTIES = auto()
    ROOM = auto()  # the same for whoever is there


class _Module(Protocol):
    """What the package of a kind offers."""

    gather: Callable[..., Told]
    produce: Callable[[Told, str, Report, Form], bytes]


@dataclass(frozen=True, slots=True)
class Offered:
    """One kind of document.

    Attributes:
        name: What it is asked for by, from a shell and within the program.
        label: What people see, in English; translated when shown.
        stem: What a file of it is called, in English; translated when shown.
        package: Where it is made.
        about: The kind of record it is about; None if it is about the whole mission.
        only: Fields of that record and the values one of which they must have.
        first: Whom it is first of all for.
        can_be_short: Whether long lists can be cut.
    """

    name: str
    label: str
    stem: str
    package: str
    group: Group
    about: RecordType | None = None
    only: tuple[tuple[str, frozenset[str]], ...] = ()
    first: Readers = Readers.PARTIES
    can_be_short: bool = False
    kind: str = ""

    def gather(
        self,
        session: Session,
        key: str,
        audience: Audience,
        on: dt.date | None = None,
        *,
        full: bool = True,
    ) -> Told:
        """Return what one reader may know of the record it is about.

        Args:
            session: The open mission.
            key: Of the record; nothing where it is about the mission.
            audience: The reader.
            on: The day whose state is shown; today if None.
            full: Whether long lists are told to their end.
        """
        gather = self._module().gather
        if self.about is None:
            return gather(session, audience, on)
        if self.can_be_short:
            return gather(session, key, audience, on, full=full)
        if self.kind:
            return gather(session, key, audience, on, kind=self.kind)
        return gather(session, key, audience, on)

    def produce(
        self, told: Told, language: str, report: Report = unheard, form: Form = Form.PDF
    ) -> bytes:
        """Return a file fit to leave: rendered, then audited.

        Raises:
            WithheldTextError: If the finished file holds a text its reader may not read.
        """
        return self._module().produce(told, language, report, form)

    def _module(self) -> _Module:
        return import_module(f"entente.briefs.{self.package}")


_HELD: Final = (("kind", frozenset({"individual", "plenary"})),)
_OVER: Final = (("status", frozenset({"settled", "interrupted", "closed"})),)

_ALL: Final = (
    Offered(
        "conflict",
        N_("Conflict-resolution brief"),
        N_("brief"),
        "conflict",
        Group.CONFLICT,
        DIFFICULTY,
        first=Readers.MEDIATOR,
        can_be_short=True,
    ),
    Offered(
        "convention",
        N_("Agreement to mediate"),
        N_("convention"),
        "agreement",
        Group.CONFLICT,
        AGREEMENT,
        (("kind", frozenset({ENTRY})),),
        kind=ENTRY,
    ),
    Offered(
        "agreement",
        N_("Settlement agreement"),
        N_("agreement"),
        "agreement",
        Group.CONFLICT,
        AGREEMENT,
        (("kind", frozenset({SETTLEMENT})),),
        kind=SETTLEMENT,
    ),
    Offered(
        "finding",
        N_("Finding of the end"),
        N_("finding"),
        "finding",
        Group.CONFLICT,
        DIFFICULTY,
        _OVER,
    ),
    Offered(
        "minutes",
        N_("Minutes of a session"),
        N_("minutes"),
        "minutes",
        Group.SESSION,
        MEDIATION_SESSION,
        _HELD,
    ),
    Offered(
        "forms",
        N_("Blank forms for the room"),
        N_("forms"),
        "forms",
        Group.SESSION,
        first=Readers.ROOM,
    ),
    Offered(
        "arrangement",
        N_("Mediation arrangement of the project"),
        N_("arrangement"),
        "arrangement",
        Group.PROJECT,
        ARRANGEMENT,
    ),
    Offered(
        "progress",
        N_("Progress report"),
        N_("progress-report"),
        "progress",
        Group.PROJECT,
        SPRINT,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "post",
        N_("Post of the week"),
        N_("post"),
        "post",
        Group.PROJECT,
        first=Readers.ROOM,
    ),
    Offered("board", N_("Board of the backlog"), N_("board"), "board", Group.PROJECT),
    Offered("roadmap", N_("Roadmap"), N_("roadmap"), "roadmap", Group.PROJECT),
    Offered("cards", N_("Cards to stick"), N_("cards"), "cards", Group.PROJECT),
    Offered("wall", N_("Wall of commitments"), N_("wall"), "wall", Group.PROJECT),
    Offered(
        "activity-cards",
        N_("Cards of activities"),
        N_("activity-cards"),
        "activity_cards",
        Group.PROJECT,
    ),
    Offered(
        "action-sheet",
        N_("Action sheet"),
        N_("action-sheet"),
        "action_sheet",
        Group.PROJECT,
        BACKLOG_ITEM,
    ),
    Offered(
        "interview-guide",
        INTERVIEW_GUIDE.label,
        N_("interview-guide"),
        "interview_guide",
        Group.PROJECT,
        INTERVIEW_GUIDE,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "estimate",
        N_("Estimate"),
        N_("estimate"),
        "estimate",
        Group.PROJECT,
        first=Readers.MEDIATOR,
    ),
    Offered("wave", N_("Report of a wave"), N_("wave"), "wave", Group.PROJECT, WAVE),
    Offered(
        "climate",
        N_("Climate of the project"),
        N_("climate"),
        "climate",
        Group.PROJECT,
        QUESTIONNAIRE,
    ),
    Offered(
        "ballot",
        N_("Paper ballot"),
        N_("ballot"),
        "ballot",
        Group.PROJECT,
        WAVE,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "notice",
        N_("Who sees what, for respondents"),
        N_("who-sees-what"),
        "notice",
        Group.PROJECT,
        WAVE,
        first=Readers.MEDIATOR,
    ),
    Offered("glossary", N_("Glossary"), N_("glossary"), "glossary", Group.PROJECT),
    Offered("decisions", N_("Log of decisions"), N_("decisions"), "decisions", Group.PROJECT),
    Offered(
        "risks",
        N_("Register of risks"),
        N_("risks"),
        "risks",
        Group.PROJECT,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "risk-report",
        N_("Report on the risks"),
        N_("risk-report"),
        "risks_report",
        Group.PROJECT,
        first=Readers.MEDIATOR,
    ),
    Offered(
        "bowtie",
        N_("Bow-tie of a risk"),
        N_("bow-tie"),
        "risks_bowtie",
        Group.PROJECT,
        RISK,
        first=Readers.MEDIATOR,
    ),
)

#: By the name a kind is asked for.
KINDS: Final = MappingProxyType({each.name: each for each in _ALL})

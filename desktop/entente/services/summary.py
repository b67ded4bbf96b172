"""What is in a mission, and what in it asks for attention today."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sqlalchemy import func, select

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.agreement import AGREEMENT, CLAUSE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.cause import COMMON_CAUSE
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.glossary import MEANING, TERM
from entente.domain.guard_rails import DECLARATION, EXHIBIT
from entente.domain.interaction import INTERACTION
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.note import NOTE, STEP
from entente.domain.objective import OBJECTIVE
from entente.domain.option import INTEREST, OFFER, OPTION, STANDARD
from entente.domain.party import PARTY
from entente.domain.raid import RAID_ITEM
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.domain.responsibility import DELIVERABLE
from entente.domain.risk import RISK
from entente.services import actors, difficulties, follow_up_figures, risk_figures
from entente.services.actors import Assessment
from entente.services.calendar import day_of
from entente.services.difficulties import NextStep, Overview
from entente.services.follow_up_figures import Late
from entente.services.risks import RiskView
from entente.store.schema import TABLES
from entente.store.session import Session

#: Registers by the name that programs know them by.
REGISTERS: Final[Mapping[str, RecordType]] = MappingProxyType(
    {
        "actors": ACTOR,
        "organisations": ORGANISATION,
        "relations": RELATION,
        "difficulties": DIFFICULTY,
        "parties": PARTY,
        "notes": NOTE,
        "options": OPTION,
        "steps": STEP,
        "sessions": MEDIATION_SESSION,
        "interests": INTEREST,
        "standards": STANDARD,
        "offers": OFFER,
        "agreements": AGREEMENT,
        "clauses": CLAUSE,
        "decisions": DECISION,
        "commitments": COMMITMENT,
        "terms": TERM,
        "meanings": MEANING,
        "declarations": DECLARATION,
        "exhibits": EXHIBIT,
        "causes": COMMON_CAUSE,
        "objectives": OBJECTIVE,
        "interactions": INTERACTION,
        "deliverables": DELIVERABLE,
        "risks": RISK,
        "raid": RAID_ITEM,
        "backlog": BACKLOG_ITEM,
    }
)


@dataclass(frozen=True, slots=True)
class Attention:
    """What a mediator would want to know before going there.

    Attributes:
        on: The day it was asked for.
        stale: Actors whose last assessment is old, the oldest first.
        never_assessed: Actors nobody has assessed yet.
        overdue: Steps whose day has passed, the longest overdue first.
        late: Decisions and commitments whose day has passed, the longest overdue first.
        mandate: Difficulties not closed whose stage touches the limit of the mandate.
        reviews: Risks whose review is past, the longest overdue first.
    """

    on: dt.date
    stale: tuple[Assessment, ...]
    never_assessed: tuple[Assessment, ...]
    overdue: tuple[NextStep, ...]
    mandate: tuple[Overview, ...]
    late: tuple[Late, ...] = ()
    reviews: tuple[RiskView, ...] = ()


def counts(session: Session) -> dict[str, int]:
    """Return how many records each register holds, by the names of `REGISTERS`."""
    return {
        name: session.rows(select(func.count()).select_from(TABLES[kind.name]))[0][0]
        for name, kind in REGISTERS.items()
    }


def attention(
    session: Session, audience: Audience = MEDIATOR, *, stale_days: int = actors.STALE_DAYS
) -> Attention:
    """Return what asks for attention today, as far as `audience` may know of it.

    Args:
        session: The open mission.
        audience: The mediator, or whoever sees the projected screen.
        stale_days: From how many days on an assessment is old.
    """
    return Attention(
        on=day_of(session),
        stale=actors.stale(session, stale_days, audience),
        never_assessed=actors.never_assessed(session, audience),
        overdue=difficulties.overdue_steps(session, audience),
        mandate=tuple(
            each
            for each in difficulties.overview(session, audience)
            if each.alert and not each.is_closed
        ),
        late=follow_up_figures.late(session, audience),
        reviews=risk_figures.overdue(session, audience),
    )

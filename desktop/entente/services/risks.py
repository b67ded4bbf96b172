"""The risks of a mission: their readings, levels, worth and what is done about them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.mission import MISSION
from entente.domain.risk import (
    PAST,
    RISK,
    RISK_CAUSE,
    Reading,
    RiskKind,
    impact_of,
    probability_of,
)
from entente.domain.risk_levels import Scales, scales_of, score
from entente.domain.risk_money import Stake
from entente.domain.risk_scales import RISK_BAND, RISK_CELL, RISK_STEP
from entente.services import presentation
from entente.services.calendar import day_of
from entente.store.session import Session

_READINGS: Final = tuple(Reading)


@dataclass(frozen=True, slots=True)
class Rated:
    """Probability and impact of one reading; None while unknown."""

    probability: int | None
    impact: int | None

    @property
    def score(self) -> int | None:
        """Their product, from 1 to 25."""
        return score(self.probability, self.impact)


@dataclass(frozen=True, slots=True)
class RiskView:
    """A risk as the reader may know it, as of a day.

    Attributes:
        readings: Inherent, current and target, by the names of `Reading`.
        owner: Name of its owner; empty for nobody, or where the reader may not know it.
        causes: Keys of the ten causes it is said to come of.
        is_overdue: Whether its review is past, and it is not.
    """

    id: str
    ref: str
    event: str
    kind: str
    status: str
    strategy: str
    owner: str
    amount: float | None
    review_on: dt.date | None
    is_overdue: bool
    readings: Mapping[str, Rated]
    causes: tuple[str, ...]

    @property
    def is_threat(self) -> bool:
        """Whether one would rather it did not happen."""
        return self.kind != RiskKind.OPPORTUNITY

    @property
    def is_past(self) -> bool:
        """Whether it has occurred or is closed."""
        return self.status in PAST

    def effectiveness(self, later: str = Reading.TARGET) -> float | None:
        """Return which share of the inherent score the treatment takes away.

        Below 0 where a reading is above the inherent one, which is allowed and said.
        """
        before, after = self.readings[Reading.INHERENT].score, self.readings[later].score
        return None if before is None or after is None else 1 - after / before


def scales(session: Session, audience: Audience = MEDIATOR) -> Scales:
    """Return what probability, impact and levels mean in this mission."""
    mission: Mapping[str, Any] = next(
        iter(presentation.table_for(session, MISSION, audience).dicts()), {}
    )
    return scales_of(
        presentation.table_for(session, RISK_STEP, audience).dicts(),
        presentation.table_for(session, RISK_BAND, audience).dicts(),
        presentation.table_for(session, RISK_CELL, audience).dicts(),
        mission.get("risk_appetite"),
        mission.get("risk_tolerance"),
    )


def overview(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[RiskView, ...]:
    """Return every risk `audience` may see, as of a day or now.

    Risks identified later than the day are left out.
    """
    day = on or day_of(session)
    names = presentation.labels_for(session, ACTOR, audience)
    causes: dict[str, list[str]] = defaultdict(list)
    for row in presentation.table_for(session, RISK_CAUSE, audience).dicts():
        causes[row["risk_id"]].append(row["cause"])
    return tuple(
        _view(row, names, tuple(causes[row["id"]]), day)
        for row in presentation.table_for(session, RISK, audience, on).dicts()
        if on is None or row["opened_on"] is None or row["opened_on"] <= on
    )


def _view(
    row: Mapping[str, Any], names: Mapping[str, str], causes: tuple[str, ...], day: dt.date
) -> RiskView:
    due = row["review_on"]
    return RiskView(
        id=row["id"],
        ref=row["ref"],
        event=row["event"] or "",
        kind=row["kind"],
        status=row["status"],
        strategy=row["strategy"] or "",
        owner=names.get(row["owner_id"] or "", ""),
        amount=row["amount"],
        review_on=due,
        is_overdue=due is not None and due < day and row["status"] not in PAST,
        readings={
            reading.value: Rated(row[probability_of(reading)], row[impact_of(reading)])
            for reading in _READINGS
        },
        causes=causes,
    )


def stake(view: RiskView, scale: Scales, reading: str = Reading.INHERENT) -> Stake | None:
    """Return what a risk may cost or bring; None where probability or amount is unknown."""
    probability = view.readings[reading].probability
    if probability is None or view.amount is None:
        return None
    return Stake(view.id, view.kind, scale.share(probability), view.amount)


def actions(session: Session, risk_id: str, audience: Audience = MEDIATOR) -> list[dict[str, Any]]:
    """Return what is to be done about a risk, as the backlog has it."""
    rows = presentation.table_for(session, BACKLOG_ITEM, audience).dicts()
    return [row for row in rows if row["risk_id"] == risk_id]

"""What came of a difficulty: agreements, decisions, commitments."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from entente.domain import values as field_values
from entente.domain.agreement import AGREEMENT
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.records import RecordType
from entente.i18n import _
from entente.services import presentation
from entente.services.presentation import rows_where
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Outcome:
    """A decision, a commitment or an agreement that belongs to a difficulty.

    Attributes:
        state: How it stands, in the user's language; empty where nothing is known.
        day: The day it is due or was concluded; None where it has none.
    """

    kind: RecordType
    key: str
    ref: str
    title: str
    state: str
    day: dt.date | None


def outcomes(
    session: Session, difficulty_id: str, audience: Audience = MEDIATOR
) -> tuple[Outcome, ...]:
    """Return what came of a difficulty and `audience` may see: agreements, decisions, promises."""
    agreements = rows_where(session, AGREEMENT, audience, difficulty_id=difficulty_id)
    found = [
        Outcome(
            AGREEMENT,
            row["id"],
            row["ref"],
            row["title"],
            field_values.show(AGREEMENT.field("status"), row["status"]),
            row["signed_on"],
        )
        for row in agreements
    ]
    for row in rows_where(session, DECISION, audience, difficulty_id=difficulty_id):
        state = _("carried out") if row["executed_on"] else _("to be carried out")
        day = row["executed_on"] or row["due_on"]
        found.append(Outcome(DECISION, row["id"], row["ref"], row["title"], state, day))
    for row in commitments_of(session, difficulty_id, audience):
        state = field_values.show(COMMITMENT.field("state"), row["state"])
        found.append(
            Outcome(COMMITMENT, row["id"], row["ref"], row["statement"], state, row["due_on"])
        )
    return tuple(found)


def commitments_of(
    session: Session, difficulty_id: str, audience: Audience = MEDIATOR
) -> list[dict[str, Any]]:
    """Return the commitments of a difficulty, by themselves or by one of its agreements."""
    agreements = rows_where(session, AGREEMENT, audience, difficulty_id=difficulty_id)
    keys = {row["id"] for row in agreements}
    return [
        row
        for row in presentation.table_for(session, COMMITMENT, audience).dicts()
        if row["difficulty_id"] == difficulty_id or row["agreement_id"] in keys
    ]

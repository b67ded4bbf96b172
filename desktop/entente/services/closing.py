"""Suspending, interrupting, closing a difficulty with a reason, and taking it up again."""

import datetime as dt

from entente.domain.agreement import AGREEMENT, SETTLEMENT, SIGNED, AgreementStatus
from entente.domain.closing import FINAL, Ending, Situation, offered, status_after
from entente.domain.confidentiality import Level
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import CommitmentState
from entente.domain.note import STEP
from entente.domain.records import LEVEL_FIELD
from entente.services import outcomes, records
from entente.services.calendar import day_of, past_day
from entente.services.presentation import rows_where
from entente.store.session import Session


def situation(session: Session, difficulty: str) -> Situation:
    """Return what is left open in a difficulty today."""
    agreements = rows_where(session, AGREEMENT, difficulty_id=difficulty)
    due = [
        row["due_on"]
        for row in outcomes.commitments_of(session, difficulty)
        if row["state"] == CommitmentState.OPEN
    ]
    steps = [row for row in rows_where(session, STEP, difficulty_id=difficulty) if not row["done"]]
    to_come = [
        row["follow_up_on"]
        for row in agreements
        if row["status"] in SIGNED and row["follow_up_on"] and row["follow_up_on"] > session.today
    ]
    today = day_of(session)
    return Situation(
        open_commitments=len(due),
        overdue_commitments=sum(day is not None and day < today for day in due),
        drafts=tuple(row["title"] for row in agreements if row["status"] == AgreementStatus.DRAFT),
        open_steps=len(steps),
        has_settlement=any(
            row["kind"] == SETTLEMENT and row["status"] in SIGNED for row in agreements
        ),
        follow_up_on=min(to_come, default=None),
    )


def ways(session: Session, difficulty: str) -> tuple[Ending, ...]:
    """Return what can be done about the course of a difficulty now."""
    return offered(records.get(session, DIFFICULTY, difficulty)["status"])


def carry_out(
    session: Session,
    difficulty: str,
    ending: Ending,
    *,
    reason: str = "",
    level: str = Level.MEDIATOR.value,
    on: dt.date | None = None,
) -> None:
    """Suspend, end or take up a difficulty again from a day on, today if none is named.

    Args:
        session: The open mission.
        difficulty: Its key.
        ending: What is done.
        reason: Why; kept with the status, and nobody's business unless `level` says so.
        level: Who may read the reason.
        on: The day, not after today.

    Raises:
        InvalidValueError: If the day is still to come.
        RecordMissingError: If there is no such difficulty.
    """
    day = past_day(session, on)
    past = [each.values["status"] for each in records.ratings(session, DIFFICULTY, difficulty)]
    status = status_after(ending, [each for each in past if each])
    rating = records.rate(
        session, DIFFICULTY, difficulty, {"status": status.value}, fact=reason, on=day
    )
    if level != Level.MEDIATOR.value:
        records.annotate(session, DIFFICULTY, rating, {LEVEL_FIELD: level})
    closed_on = day if ending in FINAL else None
    records.change(session, DIFFICULTY, difficulty, {"closed_on": closed_on})

"""Promoting and demoting difficulties, each time with a day and a reason."""

import datetime as dt

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY, Nature
from entente.domain.natures import DatedNature, NatureStep, nature_steps
from entente.services import presentation, records
from entente.store.session import Session


def history(
    session: Session, difficulty_id: str, audience: Audience = MEDIATOR
) -> tuple[NatureStep, ...]:
    """Return how the nature of a difficulty changed, by rising date.

    Whoever reads a difficulty reads what it was; the reason behind has its own level.
    """
    opened = {
        row["id"]: row["opened_on"]
        for row in presentation.table_for(session, DIFFICULTY, audience).dicts()
    }
    if difficulty_id not in opened:
        return ()
    reasons = {
        rating.id: rating.fact
        for rating in presentation.ratings_for(session, DIFFICULTY, audience, difficulty_id)
    }
    dated = [
        DatedNature(rating.dated_on, Nature(nature), reasons.get(rating.id, ""))
        for rating in records.ratings(session, DIFFICULTY, difficulty_id)
        if (nature := rating.values["nature"]) is not None
    ]
    since = opened[difficulty_id]
    if since is not None and (not dated or since < dated[0].dated_on):
        # Until somebody says otherwise a difficulty is what it is by default.
        dated.insert(0, DatedNature(since, Nature(DIFFICULTY.field("nature").default)))
    return nature_steps(dated)


def become(
    session: Session,
    difficulty_id: str,
    nature: Nature,
    *,
    reason: str = "",
    on: dt.date | None = None,
) -> None:
    """Hold a difficulty to be of another nature from a day on, today if none is named.

    Raises:
        RecordMissingError: If there is no such difficulty.
    """
    now = records.get(session, DIFFICULTY, difficulty_id)["nature"]
    if now != nature or on is not None:
        records.rate(
            session, DIFFICULTY, difficulty_id, {"nature": nature.value}, fact=reason, on=on
        )

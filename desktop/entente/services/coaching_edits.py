"""What is done about the support of a person; each function is one step to undo.

What the person says of themselves gets the level of the support as a whole; notes of sessions
begin with the mediator alone.
"""

import datetime as dt
from collections.abc import Mapping

from entente.domain.coaching.records import (
    COACHING_GOAL,
    COACHING_RATING,
    COACHING_SESSION,
    COACHING_TRACK,
    GOAL_READING,
    REFERRAL,
)
from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD, RecordType, Values
from entente.errors import InvalidValueError
from entente.i18n import _
from entente.services import records
from entente.services.calendar import past_day
from entente.services.presentation import rows_where
from entente.store.session import Session

_RUNNING = "running"
_CLOSED = "closed"


def begin(session: Session, actor: str) -> str:
    """Prepare the support of an actor, and return its key; nothing can be noted before consent."""
    values = {"actor_id": actor, "starts_on": session.today}
    return records.create(session, COACHING_TRACK, values)


def change(session: Session, track: str, values: Values) -> None:
    """Change what was agreed.

    Raises:
        CoachingError: If that would take consent back, or give it to somebody else.
        InvalidValueError: If a value is outside its field's range.
    """
    records.change(session, COACHING_TRACK, track, values)


def consent(session: Session, track: str, words: str, on: dt.date | None = None) -> None:
    """Record that the person consents, today if no day is named, and in which words.

    From then on the person may read what is theirs.

    Raises:
        InvalidValueError: If the day is still to come, or nothing is said.
    """
    field = COACHING_TRACK.field("consent_words")
    if not words.strip():
        raise InvalidValueError(field.label, None, _("what the person said"))
    values = {
        "consented_on": past_day(session, on),
        field.name: words,
        "status": _RUNNING,
        LEVEL_FIELD: Level.CAUCUS.value,
    }
    records.change(session, COACHING_TRACK, track, values)


def sign(session: Session, track: str, on: dt.date | None = None) -> None:
    """Note that the three have signed the agreement.

    Raises:
        InvalidValueError: If the day is still to come.
    """
    records.change(session, COACHING_TRACK, track, {"signed_on": past_day(session, on)})


def rate(
    session: Session,
    track: str,
    marks: Mapping[str, int | None],
    words: str = "",
    on: dt.date | None = None,
) -> str:
    """Note how the person rates themselves on a day, anew if they did that day; return its key.

    Raises:
        CoachingError: If the person has not consented.
        InvalidValueError: If a mark is outside its range, or the day is still to come.
    """
    day = past_day(session, on)
    values = {**marks, "words": words or None}
    return _put(session, COACHING_RATING, {"track_id": track, "rated_on": day}, values)


def aim(session: Session, track: str, values: Values) -> str:
    """Add a goal of the person after the others, and return its key.

    Raises:
        CoachingError: If the person has not consented.
        InvalidValueError: If a value is outside its field's range.
    """
    there = rows_where(session, COACHING_GOAL, track_id=track)
    place = max((row["position"] or 0 for row in there), default=0) + 1
    level = {LEVEL_FIELD: _level_of(session, track)}
    values = {"track_id": track, "position": place, **level, **values}
    return records.create(session, COACHING_GOAL, values)


def look(session: Session, goal: str, score: int, fact: str = "", on: dt.date | None = None) -> str:
    """Note how far a goal is attained on a day, anew if that was done; return its key.

    Raises:
        CoachingError: If the person has not consented.
        InvalidValueError: If it is not from −2 to +2, or the day is still to come.
    """
    where = {"goal_id": goal, "read_on": past_day(session, on)}
    return _put(session, GOAL_READING, where, {"score": score, "fact": fact or None})


def meet(session: Session, track: str, values: Values) -> str:
    """Add a session, planned for today unless `values` say otherwise, and return its key.

    Raises:
        CoachingError: If the person has not consented.
        InvalidValueError: If a value is outside its field's range.
    """
    begun = {"track_id": track, "held_on": session.today}
    return records.create(session, COACHING_SESSION, {**begun, **values})


def refer(session: Session, track: str, values: Values) -> str:
    """Note whom the person was referred to, today unless a day is given, and return its key.

    Raises:
        CoachingError: If the person has not consented.
        InvalidValueError: If a value is outside its field's range.
    """
    begun = {"track_id": track, "referred_on": session.today}
    return records.create(session, REFERRAL, {**begun, **values})


def close(session: Session, track: str, words: str, result: str, on: dt.date | None = None) -> None:
    """Bring a support to its end, today unless a day is named.

    Args:
        session: The open mission.
        track: Key of the support.
        words: The person's own, on the end.
        result: What was expected, and what was obtained.
        on: The day, not after today.

    Raises:
        CoachingError: If either is missing.
        InvalidValueError: If the day is still to come.
    """
    values = {
        "status": _CLOSED,
        "closed_on": past_day(session, on),
        "closing_person": words.strip() or None,
        "closing_result": result.strip() or None,
    }
    records.change(session, COACHING_TRACK, track, values)


def reopen(session: Session, track: str) -> None:
    """Take a support up again; what was said at its end stays until it is closed anew."""
    records.change(session, COACHING_TRACK, track, {"status": _RUNNING, "closed_on": None})


def _put(session: Session, kind: RecordType, where: Values, values: Values) -> str:
    """Write a record over the one in its place, or add it; return its key."""
    for row in rows_where(session, kind, **where):
        records.change(session, kind, row["id"], values)
        return str(row["id"])
    track = (
        where.get("track_id") or records.get(session, COACHING_GOAL, where["goal_id"])["track_id"]
    )
    level = {LEVEL_FIELD: _level_of(session, track)}
    return records.create(session, kind, {**where, **level, **values})


def _level_of(session: Session, track: str) -> str:
    return str(records.get(session, COACHING_TRACK, track)[LEVEL_FIELD])

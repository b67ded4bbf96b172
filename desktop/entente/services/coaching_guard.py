"""What protects a person supported, kept against every way a record can be changed.

Nothing is noted before consent, all that is noted is of the person who consented, consent is
not taken back without erasing, and nothing is closed without that person's words.
"""

from typing import Any, Final

from sqlalchemy import select

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.coaching.records import (
    COACHING_GOAL,
    COACHING_RATING,
    COACHING_SESSION,
    COACHING_TRACK,
    GOAL_READING,
    REFERRAL,
)
from entente.domain.records import RecordType, Values
from entente.errors import CoachingError, CoachingFault, RecordMissingError
from entente.store.schema import TABLES
from entente.store.session import Session

_OF_TRACK: Final = "track_id"
_OF_GOAL: Final = "goal_id"
_PERSON: Final = "actor_id"
_CLOSED: Final = "closed"
#: What hangs on a track itself; readings hang on its goals.
PARTS: Final = (COACHING_RATING, COACHING_GOAL, COACHING_SESSION, REFERRAL)
#: Names of all kinds a support is made of.
KINDS: Final = frozenset({COACHING_TRACK.name, GOAL_READING.name, *(kind.name for kind in PARTS)})


def of_person(session: Session, record_type: RecordType, stored: Values) -> dict[str, Any]:
    """Return what a record is to hold, with the person whose support it is a part of.

    Raises:
        CoachingError: If that person has not consented.
    """
    values = dict(stored)
    if record_type.name not in KINDS or record_type is COACHING_TRACK:
        return values
    track = _track_of(session, record_type, values)
    if track is not None:
        if track["consented_on"] is None:
            raise CoachingError(CoachingFault.NO_CONSENT)
        values[_PERSON] = track[_PERSON]
    return values


def owner(session: Session, kind: str, key: str) -> str:
    """Return the key of the support a record is, or is a part of; empty for none.

    Raises:
        RecordMissingError: If there is no such record.
    """
    values = session.image(TABLES[kind], key)
    if values is None:
        raise RecordMissingError(kind, key)
    if kind == COACHING_TRACK.name:
        return key
    track = _track_of(session, RECORD_TYPES[kind], values)
    return str(track["id"]) if track else ""


def check_whole(record_type: RecordType, whole: Values) -> None:
    """Raise if a track is closed without the words that close it.

    Raises:
        CoachingError: If it is.
    """
    if record_type is not COACHING_TRACK or whole["status"] != _CLOSED:
        return
    if not (whole["closing_person"] and whole["closing_result"]):
        raise CoachingError(CoachingFault.NO_CLOSING)


def check_change(session: Session, record_type: RecordType, before: Values, new: Values) -> None:
    """Raise if a change would take consent back or give a support to somebody else.

    Raises:
        CoachingError: If it would.
    """
    if record_type is not COACHING_TRACK or before["consented_on"] is None:
        return
    whole = {**before, **new}
    if whole[_PERSON] != before[_PERSON]:
        raise CoachingError(CoachingFault.PERSON)
    if whole["consented_on"] is None and _is_begun(session, before["id"]):
        raise CoachingError(CoachingFault.GIVEN)


def check_removal(session: Session, record_type: RecordType, key: str) -> None:
    """Raise if a support would only be deleted, and stay in the history, after consent.

    Raises:
        CoachingError: If it would.
    """
    if record_type is not COACHING_TRACK:
        return
    track = session.image(TABLES[COACHING_TRACK.name], key)
    if track is not None and track["consented_on"] is not None and _is_begun(session, key):
        raise CoachingError(CoachingFault.BEGUN)


def _track_of(session: Session, record_type: RecordType, values: Values) -> Values | None:
    key = values.get(_OF_TRACK)
    if record_type is GOAL_READING:
        goal = session.image(TABLES[COACHING_GOAL.name], values.get(_OF_GOAL) or "")
        key = goal[_OF_TRACK] if goal else None
    if not key:
        return None
    track = session.image(TABLES[COACHING_TRACK.name], key)
    if track is None:
        raise RecordMissingError(COACHING_TRACK.name, str(key))
    return track


def _is_begun(session: Session, track: str) -> bool:
    tables = (TABLES[kind.name] for kind in PARTS)
    return any(
        session.rows(select(table.c.id).where(table.c[_OF_TRACK] == track).limit(1))
        for table in tables
    )

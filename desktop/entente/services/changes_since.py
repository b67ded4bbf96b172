"""What has changed since a day: ratings of actors and of relations."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.services import presentation
from entente.services.records import Rating
from entente.store.session import Session

#: Kinds of record whose ratings make up the replay of a mission.
KINDS: Final = (ACTOR, RELATION)


@dataclass(frozen=True, slots=True)
class Change:
    """One score that is not what it was.

    Attributes:
        kind, id: Kind and key of the record.
        name: Of the actor, or of both ends of the relation.
        field: Name of the score.
        before, after: Its values; None where it had not been judged.
        dated_on: Day of the latest rating.
        fact: What was seen or heard that day.
    """

    kind: str
    id: str
    name: str
    field: str
    before: Any
    after: Any
    dated_on: dt.date
    fact: str


@dataclass(frozen=True, slots=True)
class RatedDay:
    """A day on which something was rated."""

    day: dt.date
    count: int


def changes_since(
    session: Session,
    since: dt.date,
    until: dt.date | None = None,
    audience: Audience = MEDIATOR,
) -> tuple[Change, ...]:
    """Return the scores that differ from what they were at the end of a day, latest first.

    Args:
        session: The open mission.
        since: The day.
        until: The last day that counts; None for now.
        audience: Who looks.
    """
    found: list[Change] = []
    for record_type in KINDS:
        names = _names(session, record_type, audience)
        for key, ratings in _by_record(session, record_type, audience, until).items():
            if key in names:
                found += _changes(record_type, names[key], ratings, since)
    return tuple(sorted(found, key=lambda each: (-each.dated_on.toordinal(), each.kind, each.name)))


def rated_days(session: Session, audience: Audience = MEDIATOR) -> tuple[RatedDay, ...]:
    """Return the days on which actors or relations were rated, oldest first."""
    days = Counter(
        rating.dated_on
        for record_type in KINDS
        for rating in presentation.ratings_for(session, record_type, audience)
    )
    return tuple(RatedDay(day, days[day]) for day in sorted(days))


def _by_record(
    session: Session, record_type: RecordType, audience: Audience, until: dt.date | None
) -> Mapping[str, Sequence[Rating]]:
    found: dict[str, list[Rating]] = defaultdict(list)
    for rating in presentation.ratings_for(session, record_type, audience):
        if until is None or rating.dated_on <= until:
            found[rating.record_id].append(rating)
    return found


def _changes(
    record_type: RecordType, name: str, ratings: Sequence[Rating], since: dt.date
) -> Iterable[Change]:
    earlier = [rating for rating in ratings if rating.dated_on <= since]
    latest = ratings[-1]
    if latest.dated_on <= since:
        return
    for field in record_type.dated:
        before = earlier[-1].values[field.name] if earlier else None
        after = latest.values[field.name]
        if before != after:
            yield Change(
                record_type.name,
                latest.record_id,
                name,
                field.name,
                before,
                after,
                latest.dated_on,
                latest.fact,
            )


def _names(session: Session, record_type: RecordType, audience: Audience) -> Mapping[str, str]:
    actors = presentation.labels_for(session, ACTOR, audience)
    if record_type is ACTOR:
        return actors
    rows = presentation.table_for(session, record_type, audience).dicts()
    return {
        row["id"]: f"{actors[row['from_id']]} – {actors[row['to_id']]}"
        for row in rows
        if row["from_id"] in actors and row["to_id"] in actors
    }

"""The dated ratings of one record: the history of a field, the day of a rating, taking it back."""

import datetime as dt
from dataclasses import replace
from typing import Any

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.records import RecordType
from entente.services import presentation, records
from entente.services.calendar import past_day
from entente.services.records import Rating
from entente.store.schema import TABLES
from entente.store.session import Session


def of_field(
    session: Session, kind: RecordType, key: str, name: str, audience: Audience = MEDIATOR
) -> list[Rating]:
    """Return the ratings of one dated field that `audience` may see, by rising date.

    Each holds that field alone, whatever else was rated with it.
    """
    return [
        replace(rating, values={name: rating.values[name]})
        for rating in presentation.ratings_for(session, kind, audience, key)
        if rating.values[name] is not None
    ]


def redate(
    session: Session, kind: RecordType, rating_id: str, day: dt.date | None, fact: str = ""
) -> None:
    """Say of which day a rating is, and the fact behind it.

    Raises:
        InvalidValueError: If the day is still to come: nothing was observed then.
    """
    given: dict[str, Any] = {} if day is None else {"dated_on": past_day(session, day)}
    if fact.strip():
        given["fact"] = fact.strip()
    if given:
        records.annotate(session, kind, rating_id, given)


def drop_field(session: Session, kind: RecordType, rating_id: str, name: str) -> None:
    """Take back what a rating says of one field; the rest of it stays."""
    image = session.image(TABLES[kind.rating_name], rating_id)
    if image is None:
        return
    others = [f.name for f in kind.dated if f.name != name and image[f.name] is not None]
    if kind.sparse and others:
        session.update_rating(kind, rating_id, {name: None})
    else:
        session.delete_rating(kind, rating_id)

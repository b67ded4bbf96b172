"""The day a mission is looked at, and the days on which something can have taken place."""

import datetime as dt

from sqlalchemy import select

from entente.errors import InvalidValueError
from entente.i18n import N_, _
from entente.store.schema import TABLES
from entente.store.session import Session


def day_of(session: Session) -> dt.date:
    """Return the day from which lateness and age are counted.

    Today; for a mission that has ended, its last day: what was left open when it ended does
    not grow later for ever.
    """
    ends = session.rows(select(TABLES["mission"].c.ends_on).limit(1))
    last = ends[0][0] if ends else None
    return session.today if last is None else min(session.today, last)


def past_day(session: Session, day: dt.date | None = None) -> dt.date:
    """Return the day on which something took place: today if none is named.

    Raises:
        InvalidValueError: If it is still to come: nothing was seen or signed then.
    """
    if day is None:
        return session.today
    if day > session.today:
        raise InvalidValueError(N_("Date"), day.isoformat(), _("a day up to today"))
    return day

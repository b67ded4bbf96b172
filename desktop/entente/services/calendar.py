"""The day on which the state of a mission is looked at."""

import datetime as dt

from sqlalchemy import select

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

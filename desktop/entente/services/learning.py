"""Communities that learn from one another: who is in them, what was shared, how often they meet."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from entente.domain.change.spreading import SHARING
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.records import Values
from entente.domain.working_group import WORKING_GROUP
from entente.services import presentation, records, working_groups
from entente.services.working_groups import Group
from entente.store.session import Session

LEARNING = "learning"


@dataclass(frozen=True, slots=True)
class Month:
    """How often a community met and shared in a month, by its first day."""

    day: dt.date
    meetings: int
    sharings: int


@dataclass(frozen=True, slots=True)
class Community:
    """A learning community.

    Attributes:
        group: Who is in it, and its meetings.
        sharings: What was shared in it, the earliest first.
    """

    group: Group
    sharings: tuple[Values, ...]

    @property
    def id(self) -> str:
        """Its key."""
        return self.group.id

    @property
    def months(self) -> tuple[Month, ...]:
        """Every month from the first it met or shared in to the last."""
        met = Counter(_first(each.held_on) for each in self.group.meetings)
        shared = Counter(_first(row["shared_on"]) for row in self.sharings if row["shared_on"])
        days = sorted(met | shared)
        found, day = [], days[0] if days else dt.date.max
        while days and day <= days[-1]:
            found.append(Month(day, met[day], shared[day]))
            day = _first(day + dt.timedelta(days=31))
        return tuple(found)


def communities(session: Session, audience: Audience = MEDIATOR) -> tuple[Community, ...]:
    """Return the learning communities `audience` may know of, by reference."""
    shared = presentation.table_for(session, SHARING, audience).dicts()
    shared.sort(key=lambda row: (row["shared_on"] is None, row["shared_on"] or dt.date.max))
    return tuple(
        Community(group, _of(group.id, shared))
        for group in working_groups.overview(session, audience)
        if group.row["kind"] == LEARNING
    )


def found_community(session: Session, name: str) -> str:
    """Found a learning community today and return its key."""
    key = working_groups.found_group(session, name)
    records.change(session, WORKING_GROUP, key, {"kind": LEARNING})
    return key


def _of(key: str, shared: Sequence[Values]) -> tuple[Values, ...]:
    return tuple(row for row in shared if row["group_id"] == key)


def _first(day: dt.date) -> dt.date:
    return day.replace(day=1)

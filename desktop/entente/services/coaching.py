"""The supports of people: what was agreed, what each rates, aims at and chooses, what came of it.

Who is neither the mediator nor the person supported is told nothing here, not even that there
is a support.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.coaching.figures import Adherence, adherence, t_score
from entente.domain.coaching.mentions import Mention, mentions
from entente.domain.coaching.records import (
    COACHING_GOAL,
    COACHING_RATING,
    COACHING_SESSION,
    COACHING_TRACK,
    ELEMENT_LABELS,
    GOAL_READING,
    PROGRESS_LABELS,
    REFERRAL,
)
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.records import Values
from entente.i18n import language
from entente.services import presentation
from entente.services.method_texts import read_file
from entente.services.presentation import rows_where
from entente.store.session import Session

_LIMITS: Final = "posture.toml"
#: Of a session, what may mention a matter for somebody else.
SAID: Final = ("observation", "question", "choice", "feedback")
#: The marks of a self-rating.
MARKS: Final = (*ELEMENT_LABELS, *PROGRESS_LABELS)


@dataclass(frozen=True, slots=True)
class Line:
    """One support in the list.

    Attributes:
        person: What the person is called.
        planned: How many sessions were planned; None if nobody said.
        next_on: Day of the next session that is planned; None for none.
    """

    id: str
    ref: str
    person: str
    status: str
    consented_on: dt.date | None
    kept: Adherence
    planned: int | None
    next_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal and how far it has come.

    Attributes:
        values: The record.
        readings: Day and score, oldest first, with their records.
    """

    id: str
    values: Values
    readings: tuple[Values, ...]

    @property
    def first(self) -> int | None:
        """The first score, None while nobody looked."""
        return self.readings[0]["score"] if self.readings else None

    @property
    def last(self) -> int | None:
        """The latest score, None while nobody looked."""
        return self.readings[-1]["score"] if self.readings else None


@dataclass(frozen=True, slots=True)
class Raised:
    """What a session mentions that may be for somebody else.

    Attributes:
        session: Key of the session.
        held_on: Its day.
    """

    session: str
    held_on: dt.date
    mention: Mention


@dataclass(frozen=True, slots=True)
class Track:
    """One support, whole, as far as its reader may know it.

    Attributes:
        values: The record.
        person: What the person is called.
        ratings: Self-ratings, oldest first.
        goals: In their order.
        sessions: The latest first.
        kept: How many of the sessions that were due were held.
        first, last: All goals together at the first and at the latest look; None without.
        referrals: The latest first.
        raised: What sessions mention of which no referral was made since.
    """

    id: str
    values: Values
    person: str
    ratings: tuple[Values, ...]
    goals: tuple[Goal, ...]
    sessions: tuple[Values, ...]
    kept: Adherence
    first: float | None
    last: float | None
    referrals: tuple[Values, ...]
    raised: tuple[Raised, ...]

    @property
    def is_open(self) -> bool:
        """Whether the person consented, so that something may be noted."""
        return self.values["consented_on"] is not None

    @property
    def is_closed(self) -> bool:
        """Whether it has been brought to its end."""
        return bool(self.values["status"] == "closed")


def tracks(session: Session, audience: Audience = MEDIATOR) -> tuple[Line, ...]:
    """Return the supports in the order of their references."""
    table = presentation.table_for(session, COACHING_TRACK, audience)
    if not table.rows:
        return ()
    names = presentation.labels_for(session, ACTOR, audience)
    meetings: dict[str, list[Values]] = defaultdict(list)
    for row in presentation.table_for(session, COACHING_SESSION, audience).dicts():
        meetings[row["track_id"]].append(row)
    return tuple(
        Line(
            row["id"],
            row["ref"],
            names.get(row["actor_id"], ""),
            row["status"],
            row["consented_on"],
            adherence(each["presence"] for each in meetings[row["id"]]),
            row["sessions_planned"],
            _next(meetings[row["id"]], session.today),
        )
        for row in table.dicts()
    )


def read(session: Session, key: str, audience: Audience = MEDIATOR) -> Track | None:
    """Return a support; None if there is none that this reader may know of."""
    rows = rows_where(session, COACHING_TRACK, audience, id=key)
    if not rows:
        return None
    sessions = _by_day(rows_where(session, COACHING_SESSION, audience, track_id=key), "held_on")
    referrals = _by_day(rows_where(session, REFERRAL, audience, track_id=key), "referred_on")
    found = goals(session, key, audience)
    firsts = [goal.first for goal in found if goal.first is not None]
    lasts = [goal.last for goal in found if goal.last is not None]
    names = presentation.labels_for(session, ACTOR, audience)
    return Track(
        id=key,
        values=rows[0],
        person=names.get(rows[0]["actor_id"], ""),
        ratings=_by_day(rows_where(session, COACHING_RATING, audience, track_id=key), "rated_on"),
        goals=found,
        sessions=sessions[::-1],
        kept=adherence(row["presence"] for row in sessions),
        first=t_score(firsts),
        last=t_score(lasts),
        referrals=referrals[::-1],
        raised=raised(sessions, referrals),
    )


def goals(session: Session, track: str, audience: Audience = MEDIATOR) -> tuple[Goal, ...]:
    """Return the goals of a support in their order, short ones before long ones."""
    looks: dict[str, list[Values]] = defaultdict(list)
    for row in presentation.table_for(session, GOAL_READING, audience).dicts():
        looks[row["goal_id"]].append(row)
    rows = rows_where(session, COACHING_GOAL, audience, track_id=track)
    rows.sort(key=lambda row: (row["horizon"] == "long", row["position"] or 0))
    return tuple(Goal(row["id"], row, _by_day(looks[row["id"]], "read_on")) for row in rows)


def raised(sessions: Sequence[Values], referrals: Sequence[Values]) -> tuple[Raised, ...]:
    """Return what sessions mention for which nobody was referred since, the latest first.

    Each matter is told once, by the latest session that mentions it.
    """
    settled: dict[str, dt.date] = {}
    for row in referrals:
        settled[row["danger"]] = max(settled.get(row["danger"], dt.date.min), row["referred_on"])
    found: dict[str, Raised] = {}
    for row in sorted(sessions, key=lambda each: each["held_on"], reverse=True):
        for mention in mentions(*(row[name] or "" for name in SAID)):
            if settled.get(mention.danger, dt.date.min) < row["held_on"]:
                found.setdefault(mention.danger, Raised(row["id"], row["held_on"], mention))
    return tuple(found.values())


def limits() -> tuple[str, ...]:
    """Return the limits of the role, one sentence each, in the language in use."""
    return tuple(_posture()[language()]["limits"])


def clauses() -> tuple[str, ...]:
    """Return what the three agree to when a support begins, in the language in use."""
    return tuple(_posture()[language()]["clauses"])


def _by_day(rows: Sequence[Mapping[str, Any]], day: str) -> tuple[Values, ...]:
    return tuple(sorted(rows, key=lambda row: row[day]))


def _next(meetings: Sequence[Values], today: dt.date) -> dt.date | None:
    ahead = [row["held_on"] for row in meetings if row["presence"] == "planned"]
    return min((day for day in ahead if day >= today), default=None)


@cache
def _posture() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return read_file(_LIMITS)

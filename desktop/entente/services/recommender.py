"""What would help now: the state of a mission's community, read from its own registers."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.aims import ALIGNMENT, ALIGNMENT_MAX, ALIGNMENT_MIN
from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.cause import COMMON_CAUSE, SUPPORTER
from entente.domain.cause import STRENGTH_MAX as SUPPORT_MAX
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.objective import STANCE
from entente.domain.objective import STRENGTH_MAX as STANCE_MAX
from entente.domain.recommender import (
    CONNECTED,
    DIMENSIONS,
    MEASURING,
    Candidate,
    Facts,
    Scored,
    needs,
    rank,
    spread,
)
from entente.domain.records import RecordType
from entente.domain.relation import STRONG
from entente.domain.sprint import SPRINT, SPRINT_ITEM
from entente.services import (
    activity_library,
    follow_up_figures,
    network,
    presentation,
    recommender_words,
)
from entente.services.calendar import day_of
from entente.store.schema import TABLES
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Need:
    """One thing the community may need.

    Attributes:
        dimension: One of `DIMENSIONS`.
        value: From −1 to +1 for divergence, from 0 to 1 for the others; None if not known.
        sentence: What it is drawn from, or what would have to be known.
    """

    dimension: str
    value: float | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Recommended:
    """A kind of activity, and why it would help or not.

    Attributes:
        activity_id: Of its record; empty while it is only in the library of ours.
        key: Which of the library of ours it is; empty if it is the mission's own.
        effort: Of one of them, in half-days; None where it is not known.
        is_tired: Whether it was in the last sprint.
        reason: In words.
        gains: What each of `DIMENSIONS` adds to the score.
        cost: What the part of a sprint it takes costs.
    """

    activity_id: str
    key: str
    name: str
    score: float
    effort: float | None
    is_tired: bool
    reason: str
    gains: tuple[float, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class Advice:
    """What would help on a day.

    Attributes:
        capacity: Of the sprint it is reckoned for, in half-days; None where none is known.
        ranked: Every kind that is not set aside, the best first.
    """

    facts: Facts
    needs: tuple[Need, ...]
    ranked: tuple[Recommended, ...]
    capacity: float | None


def recommend(
    session: Session,
    audience: Audience = MEDIATOR,
    on: dt.date | None = None,
    capacity: float | None = None,
) -> Advice:
    """Return which activities would help, with what speaks for each.

    While a mission has no kinds of activities of its own, those of ours are weighed.

    Args:
        session: The open mission.
        audience: Who looks; what they may not read is not reckoned with.
        on: The day whose state is read; today, or the mission's last day, if None.
        capacity: Of the sprint to plan, in half-days; that of the latest sprint if None.
    """
    reading = _Reading(session, audience, on or day_of(session))
    facts = reading.facts()
    wanted = needs(facts)
    size = capacity or reading.capacity()
    rows = reading.kinds()
    found = rank(wanted, (reading.candidate(row) for row in rows.values()), size)
    told = recommender_words.observations(facts)
    return Advice(
        facts=facts,
        needs=tuple(Need(name, wanted[name], told[name]) for name in DIMENSIONS),
        ranked=tuple(_recommended(each, rows[each.candidate.key], told) for each in found),
        capacity=size,
    )


def _recommended(scored: Scored, row: Mapping[str, Any], told: Mapping[str, str]) -> Recommended:
    return Recommended(
        activity_id=row["id"],
        key=row["key"],
        name=row["name"],
        score=scored.score,
        effort=scored.candidate.effort,
        is_tired=scored.candidate.is_recent,
        reason=recommender_words.reason(scored, told),
        gains=scored.gains,
        cost=scored.cost,
    )


class _Reading:
    """The registers of a mission, as `audience` may read them at the end of a day."""

    def __init__(self, session: Session, audience: Audience, on: dt.date) -> None:
        self._session = session
        self._audience = audience
        self._on = on
        self._cards = [
            row
            for row in self._rows(BACKLOG_ITEM)
            if row["added_on"] is None or row["added_on"] <= on
        ]
        self._sprints = sorted(self._rows(SPRINT), key=lambda row: row["starts_on"])
        self._recent = self._of_last_sprint()

    def facts(self) -> Facts:
        """Return the state of the community."""
        seen = network.situation(self._session, self._audience, self._on).network
        key_steps = [
            tie.connection
            for tie in seen.ties
            if max(tie.needs, tie.needed) >= STRONG and tie.connection is not None
        ]
        kept = follow_up_figures.of_commitments(self._session, self._on, self._audience)
        return Facts(
            ideas=sum(
                row["status"] == ItemStatus.IDEA and row["archived_on"] is None
                for row in self._cards
            ),
            causes=len(self._rows(COMMON_CAUSE)),
            spread=spread(self._stances()),
            days_unmeasured=self._days_unmeasured(),
            keep_rate=kept.keep_rate,
            people=len(seen.actors) if seen.ties else 0,
            isolated=sum(not ties for ties in seen.neighbours.values()),
            key_pairs=len(key_steps),
            weak_pairs=sum(step < CONNECTED for step in key_steps),
        )

    def capacity(self) -> float | None:
        """Return the capacity of the latest sprint that has one."""
        sizes = [row["capacity"] for row in self._sprints if row["capacity"]]
        return sizes[-1] if sizes else None

    def kinds(self) -> dict[str, dict[str, Any]]:
        """Return the kinds of activities to choose from: the mission's own, else ours."""
        own = [
            {**row, "key": activity_library.shipped_key(row)} for row in self._rows(ACTIVITY_TYPE)
        ]
        ours = [
            {"id": "", "key": each.key, "set_aside": False, **each.values}
            for each in (() if own else activity_library.library(self._session))
        ]
        return {
            row["id"] or row["key"]: row
            for row in (*own, *ours)
            if not row["uncounted"] and not row["set_aside"]
        }

    def candidate(self, row: Mapping[str, Any]) -> Candidate:
        """Return a kind of activity as it is weighed."""
        return Candidate(
            key=row["id"] or row["key"],
            name=row["name"],
            grades=tuple(float(row[name] or 0) for name in DIMENSIONS),
            effort=row["unit_effort"],
            is_recent=row["id"] in self._recent,
        )

    def _stances(self) -> Iterator[Sequence[float]]:
        """Yield, for each objective, cause and topic of alignment, who stands where, −1 to +1."""
        sources = (
            (STANCE, "objective_id", "weight", STANCE_MAX),
            (SUPPORTER, "cause_id", "strength", SUPPORT_MAX),
        )
        for kind, question, field, most in sources:
            found: dict[str, list[float]] = defaultdict(list)
            for row in self._rows(kind):
                if row[field] is not None:
                    found[row[question]].append(row[field] / most)
            yield from found.values()
        said: dict[str, list[float]] = defaultdict(list)
        for row in self._rows(ALIGNMENT):
            if row["score"] is not None:
                middle, reach = (ALIGNMENT_MAX + ALIGNMENT_MIN) / 2, ALIGNMENT_MAX - ALIGNMENT_MIN
                said[row["topic"]].append((row["score"] - middle) * 2 / reach)
        yield from said.values()

    def _days_unmeasured(self) -> int | None:
        """Return how long ago a card was done that tells how the community is."""
        measuring = {
            row["id"] for row in self._rows(ACTIVITY_TYPE) if (row["measures"] or 0) >= MEASURING
        }
        done = {
            row["id"]
            for row in self._cards
            if row["status"] == ItemStatus.DONE and row["activity_id"] in measuring
        }
        if not done:
            return None
        # Whoever reads a card reads where it stands; only the fact behind it is private.
        table = TABLES[BACKLOG_ITEM.rating_name]
        rated = select(table.c.backlog_item_id, table.c.dated_on).where(
            table.c.status == ItemStatus.DONE.value, table.c.dated_on <= self._on
        )
        days = [day for key, day in self._session.rows(rated) if key in done]
        return (self._on - max(days)).days if days else None

    def _of_last_sprint(self) -> frozenset[str]:
        """Return the kinds of activities that were in the last sprint begun."""
        begun = [row["id"] for row in self._sprints if row["starts_on"] <= self._on]
        if not begun:
            return frozenset()
        taken = {row["item_id"] for row in self._rows(SPRINT_ITEM) if row["sprint_id"] == begun[-1]}
        kinds = (row["activity_id"] for row in self._cards if row["id"] in taken)
        return frozenset(filter(None, kinds))

    def _rows(self, kind: RecordType) -> list[dict[str, Any]]:
        return presentation.table_for(self._session, kind, self._audience, self._on).dicts()

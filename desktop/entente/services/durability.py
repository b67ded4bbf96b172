"""What will last once the mediator has gone: causes, promises, relations, what runs by itself."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.cause import COMMON_CAUSE, SUPPORTER, is_carried
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.follow_up import COMMITMENT, CommitmentState
from entente.domain.ladder import ACTED
from entente.domain.network import Pair
from entente.domain.records import RecordType, Values
from entente.services import ambassadors, learning, network, presentation
from entente.services.ambassadors import Spreading
from entente.services.calendar import day_of
from entente.services.learning import Community
from entente.store.schema import TABLES
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Named:
    """A record, by what it is called."""

    kind: str
    key: str
    ref: str
    title: str


@dataclass(frozen=True, slots=True)
class Cause:
    """A common cause and how many are for it.

    Attributes:
        supporters: Those who are for it, or whose strength nobody noted.
        is_carried: Whether somebody carries it.
    """

    record: Named
    supporters: int
    is_carried: bool


@dataclass(frozen=True, slots=True)
class Relations:
    """How far relations have come on the ladder since the mission began.

    Attributes:
        since: The first day of the mission.
        known: How many pairs whose step is known now.
        acted, acted_before: How many have acted together or further, now and at the start.
        higher: Those that stand higher than at the start.
        fresh: Those of whom nothing was known at the start, and that have met since.
        records: The relations of both, by their pairs; none where nothing was written of one.
    """

    since: dt.date
    known: int
    acted: int
    acted_before: int
    higher: tuple[Pair, ...]
    fresh: tuple[Pair, ...]
    records: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Durability:
    """What will last of a mission, as one reader may know it.

    Attributes:
        on: The day whose state it is.
        ends_on: The end of the mission; None if nobody set it.
        supporters: How many different people are for one cause at least.
        beyond: Commitments under way that are due after the end; none without an end.
        kept: Commitments that were kept.
        alone: Actions done without the mediator; `done` counts all that are done.
        ahead: Actions to be done without the mediator.
        relations: None where the mission has no first day, so that nothing can be compared.
        learning: Communities that learn from one another.
    """

    on: dt.date
    ends_on: dt.date | None
    causes: tuple[Cause, ...]
    supporters: int
    beyond: tuple[Named, ...]
    kept: tuple[Named, ...]
    alone: tuple[Named, ...]
    ahead: tuple[Named, ...]
    done: int
    relations: Relations | None
    spreading: Spreading
    learning: tuple[Community, ...]

    @property
    def share_alone(self) -> float | None:
        """Share of what is done that was done without the mediator; None while nothing is."""
        return len(self.alone) / self.done if self.done else None

    @property
    def meetings(self) -> int:
        """How often learning communities have met."""
        met = (meeting.held_on for each in self.learning for meeting in each.group.meetings)
        return sum(day <= self.on for day in met)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet that could last."""
        people = self.spreading.ambassadors or self.learning
        work = self.beyond or self.kept or self.alone or self.ahead
        grown = self.relations is not None and bool(self.relations.known)
        return not (self.causes or people or work or grown)


def durability(session: Session, audience: Audience = MEDIATOR) -> Durability:
    """Return what will last of the mission, as `audience` may know it."""
    day = day_of(session)
    mission = TABLES["mission"].c
    dates = session.rows(select(mission.starts_on, mission.ends_on).limit(1))
    starts_on, ends_on = dates[0] if dates else (None, None)
    causes, supporters = _causes(session, audience)
    promised = presentation.table_for(session, COMMITMENT, audience).dicts()
    made = [row for row in promised if row["made_on"] is None or row["made_on"] <= day]
    cards = presentation.table_for(session, BACKLOG_ITEM, audience).dicts()
    done = [row for row in cards if row["status"] == ItemStatus.DONE]
    coming = {ItemStatus.IDEA, ItemStatus.READY, ItemStatus.DOING, None}
    return Durability(
        on=day,
        ends_on=ends_on,
        causes=causes,
        supporters=supporters,
        beyond=tuple(_named(COMMITMENT, row) for row in made if _is_beyond(row, ends_on)),
        kept=tuple(_named(COMMITMENT, row) for row in made if row["state"] == CommitmentState.KEPT),
        alone=tuple(_named(BACKLOG_ITEM, row) for row in done if row["without_mediator"]),
        ahead=tuple(
            _named(BACKLOG_ITEM, row)
            for row in cards
            if row["without_mediator"] and row["status"] in coming and not row["archived_on"]
        ),
        done=len(done),
        relations=_relations(session, audience, starts_on) if starts_on else None,
        spreading=ambassadors.spreading(session, audience),
        learning=learning.communities(session, audience),
    )


def _causes(session: Session, audience: Audience) -> tuple[tuple[Cause, ...], int]:
    """Return the common causes, the best supported first, and how many support any of them."""
    people = presentation.labels_for(session, ACTOR, audience)
    rows = [
        row
        for row in presentation.table_for(session, SUPPORTER, audience).dicts()
        if row["actor_id"] in people and (row["strength"] is None or row["strength"] > 0)
    ]
    known = presentation.table_for(session, COMMON_CAUSE, audience).dicts()
    keys = {row["id"] for row in known}
    rows = [row for row in rows if row["cause_id"] in keys]
    counts = Counter(cause for cause, _actor in {(r["cause_id"], r["actor_id"]) for r in rows})
    causes = [Cause(_named(COMMON_CAUSE, row), counts[row["id"]], is_carried(row)) for row in known]
    causes.sort(key=lambda each: -each.supporters)
    return tuple(causes), len({row["actor_id"] for row in rows})


def _is_beyond(row: Values, ends_on: dt.date | None) -> bool:
    due, is_open = row["due_on"], row["state"] in {None, CommitmentState.OPEN.value}
    return is_open and ends_on is not None and due is not None and due > ends_on


def _relations(session: Session, audience: Audience, starts_on: dt.date) -> Relations:
    seen = network.situation(session, audience)
    now = seen.steps
    began = network.situation(session, audience, starts_on).steps
    before = {frozenset(pair): step for pair, step in began.items()}
    higher = tuple(p for p, step in now.items() if step > before.get(frozenset(p), step))
    fresh = tuple(p for p, step in now.items() if step and frozenset(p) not in before)
    return Relations(
        since=starts_on,
        known=len(now),
        acted=_acted(now),
        acted_before=_acted(began),
        higher=higher,
        fresh=fresh,
        records=tuple(_between(seen, (*higher, *fresh))),
    )


def _acted(steps: Mapping[Pair, int]) -> int:
    return sum(step >= ACTED for step in steps.values())


def _between(seen: network.Situation, pairs: tuple[Pair, ...]) -> Iterator[Named]:
    for one, other in pairs:
        names = " – ".join(seen.people[key].name for key in (one, other))
        for key in seen.relations.get((one, other), ())[:1]:
            yield Named("relation", key, "", names)


def _named(kind: RecordType, row: Values) -> Named:
    return Named(kind.name, row["id"], row["ref"] or "", str(row[kind.title] or ""))

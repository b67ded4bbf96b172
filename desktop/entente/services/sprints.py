"""The sprints of a mission: what was taken into each, what came of it, how fast work goes."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.ranking import rank_of
from entente.domain.sprint import SPRINT, SPRINT_ITEM, Outcome
from entente.domain.sprint_figures import (
    OUT,
    Chart,
    Planned,
    Totals,
    Velocity,
    chart,
    totals,
    velocity,
)
from entente.services import presentation
from entente.services.working_days import calendar_of
from entente.store.schema import TABLES
from entente.store.session import Session


class SprintState(StrEnum):
    """Where a sprint stands on a day."""

    AHEAD = "ahead"
    RUNNING = "running"
    ENDED = "ended"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class SprintCard:
    """A card in a sprint, as the reader may know it.

    Attributes:
        id: Key of what ties it to the sprint.
        item_id: Key of the card.
        effort: As it was planned, in half-days.
        status: Of the card, on the day looked at.
        outcome: As it was said at the close; else done if it was done by the last day; None
            while it is not.
        why: Why it was not done, the last fact noted in the sprint.
        planned: What figures are reckoned from.
    """

    id: str
    item_id: str
    ref: str
    title: str
    effort: float
    status: str
    outcome: str | None
    done_on: dt.date | None
    why: str
    planned: Planned


@dataclass(frozen=True, slots=True)
class SprintView:
    """A sprint as the reader may know it.

    Attributes:
        goal, phase: Empty where nothing is said.
        days: Its working days.
        holidays: Days off within it, and what they are called: in English if they are public.
        cards: In the order of the backlog.
        record: Every field of the sprint, by name.
    """

    id: str
    ref: str
    name: str
    goal: str
    phase: str
    starts_on: dt.date
    ends_on: dt.date
    closed_on: dt.date | None
    capacity: float | None
    state: SprintState
    days: tuple[dt.date, ...]
    holidays: Mapping[dt.date, str]
    cards: tuple[SprintCard, ...]
    totals: Totals
    record: Mapping[str, Any]

    @property
    def held(self) -> tuple[SprintCard, ...]:
        """The cards that are in it still: neither back in the backlog nor dropped."""
        return tuple(card for card in self.cards if card.outcome not in OUT)


def overview(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[SprintView, ...]:
    """Return the sprints `audience` may see with the cards it may see, the earliest first.

    As of a day, sprints that began later are left out, as is what was taken in or said later.
    """
    reader = _Reader(session, audience, on)
    rows = presentation.table_for(session, SPRINT, audience, on).dicts()
    found = [reader.view(row) for row in rows if on is None or row["starts_on"] <= on]
    return tuple(sorted(found, key=lambda view: (view.starts_on, view.ends_on, view.ref)))


def current(views: Iterable[SprintView]) -> SprintView | None:
    """Return the sprint to work on: the one that runs, else ended and not closed, else ahead."""
    for state in (SprintState.RUNNING, SprintState.ENDED, SprintState.AHEAD):
        found = next((view for view in views if view.state is state), None)
        if found:
            return found
    return None


def burn(view: SprintView, today: dt.date) -> Chart:
    """Return burndown and burn-up of a sprint as far as they are known at the end of a day."""
    planned = (card.planned for card in view.cards)
    return chart(planned, view.days, view.ends_on, today)


def speed(views: Iterable[SprintView]) -> Velocity | None:
    """Return how fast work goes, from the last three sprints that were closed with cards."""
    closed = (view for view in views if view.state is SprintState.CLOSED and view.cards)
    return velocity([view.totals.done for view in closed])


class _Reader:
    """Puts sprints together from what is read once for all of them."""

    def __init__(self, session: Session, audience: Audience, on: dt.date | None) -> None:
        self._session = session
        self._audience = audience
        self._on = on
        self._day = on or session.today
        self._calendar = calendar_of(session, audience)
        ties = presentation.table_for(session, SPRINT_ITEM, audience).dicts()
        taken = {row["item_id"] for row in ties}
        table = presentation.table_for(session, BACKLOG_ITEM, audience, on)
        # A backlog may be long; what is in sprints is little of it.
        key = table.column("id")
        rows = [row for row in table.rows if row[key] in taken]
        self._cards = {row[key]: dict(zip(table.columns, row, strict=True)) for row in rows}
        self._ties: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for tie in ties:
            late = on and tie["added_on"] and tie["added_on"] > on
            if tie["item_id"] in self._cards and not late:
                self._ties[tie["sprint_id"]].append(tie)
        self._statuses: dict[str, list[tuple[dt.date, str]]] = defaultdict(list)
        self._explained: set[str] = set()
        ratings, tied = TABLES[BACKLOG_ITEM.rating_name], TABLES[SPRINT_ITEM.name]
        of_card = ratings.c[f"{BACKLOG_ITEM.name}_id"]
        chosen = (
            select(of_card, ratings.c.dated_on, ratings.c.status, ratings.c.fact != "")
            .where(ratings.c.dated_on <= self._day, of_card.in_(select(tied.c.item_id)))
            .order_by(ratings.c.dated_on, ratings.c.seq)
        )
        # Whoever reads a card reads what became of it; only why that is may be private.
        for card, day, status, has_fact in session.rows(chosen):
            if status is not None:
                self._statuses[card].append((day, status))
            if has_fact:
                self._explained.add(card)

    def view(self, row: Mapping[str, Any]) -> SprintView:
        """Return one sprint."""
        first, last = row["starts_on"], row["ends_on"]
        closed = row["closed_on"]
        if self._on and closed and closed > self._on:
            closed = None
        days = self._calendar.working_days(first, last)
        # What came of a card is known on the day looked at unless the close is still to come.
        said = closed == row["closed_on"]
        ties = sorted(self._ties[row["id"]], key=self._rank)
        # A sprint may be closed before it begins: why its cards were not done is told all the same.
        since = min(first, closed or first)
        cards = [self._card(tie, since, last, said=said) for tie in ties]
        return SprintView(
            id=row["id"],
            ref=row["ref"],
            name=row["name"] or "",
            goal=row["goal"] or "",
            phase=row["phase"] or "",
            starts_on=first,
            ends_on=last,
            closed_on=closed,
            capacity=row["capacity"],
            state=self._state(first, last, closed),
            days=days,
            holidays=self._calendar.holidays(first, last),
            cards=tuple(cards),
            totals=totals((card.planned for card in cards), days[0] if days else last, last),
            record=row,
        )

    def _card(
        self, tie: Mapping[str, Any], first: dt.date, last: dt.date, *, said: bool
    ) -> SprintCard:
        item = self._cards[tie["item_id"]]
        effort = item["effort"] if tie["effort"] is None else tie["effort"]
        planned = Planned(
            item["id"],
            effort or 0.0,
            tie["added_on"],
            tie["outcome"] if said else None,
            tuple(self._statuses[item["id"]]),
        )
        done = planned.done_on(last)
        return SprintCard(
            id=tie["id"],
            item_id=item["id"],
            ref=item["ref"],
            title=item["title"] or "",
            effort=planned.effort,
            status=item["status"],
            outcome=planned.outcome or (Outcome.DONE.value if done else None),
            done_on=done,
            why="" if done else self._why(item["id"], first, last),
            planned=planned,
        )

    def _rank(self, tie: Mapping[str, Any]) -> float:
        item = self._cards[tie["item_id"]]
        return rank_of(item["ref"], item["rank"])

    def _why(self, key: str, first: dt.date, last: dt.date) -> str:
        """Return the last fact noted of a card within a sprint, as far as it may be known."""
        if key not in self._explained:
            return ""
        found = presentation.ratings_for(self._session, BACKLOG_ITEM, self._audience, key)
        until = min(last, self._day)
        facts = [each.fact for each in found if each.fact and first <= each.dated_on <= until]
        return facts[-1] if facts else ""

    def _state(self, first: dt.date, last: dt.date, closed: dt.date | None) -> SprintState:
        if closed is not None:
            return SprintState.CLOSED
        if self._day < first:
            return SprintState.AHEAD
        return SprintState.RUNNING if self._day <= last else SprintState.ENDED

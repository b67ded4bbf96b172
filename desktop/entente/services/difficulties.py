"""Difficulties as a whole: who, how far escalated, how fast, and what comes next."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import (
    DIFFICULTY,
    ENDED,
    Response,
    Scope,
    Standing,
    Status,
    suggested_scope,
)
from entente.domain.escalation import DatedStage, MandateAlert, mandate_alert, speed
from entente.domain.note import STEP
from entente.domain.party import PARTY
from entente.domain.proportion import proposed_response, response_gap
from entente.services import presentation, records
from entente.services.calendar import day_of
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class PartyName:
    """A party of a difficulty.

    Attributes:
        name: Of the actor, empty where the reader may not know it.
        speaks_for: The group it stands for; empty for a person who speaks for nobody else.
    """

    actor_id: str
    name: str
    speaks_for: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """What is to be done next.

    Attributes:
        who: Name of the actor; empty for nobody or where the reader may not know it.
        is_overdue: Whether its day has passed.
    """

    id: str
    difficulty_id: str
    text: str
    who: str
    due_on: dt.date | None
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """A difficulty at a glance.

    Attributes:
        history: Stages by rising date.
        scope: As it was set, else as it follows from the parties.
        scope_is_set: Whether somebody set it.
        steps: Those not done, the nearest first; those without a day last.
        stake: What the project may lose, from 1 to 5; None where the reader may not know.
        engaged: What is being done about it.
        desired, actual: How it should be and how it is; empty where nobody said.
        yields_solution: Whether something exists now that nobody had thought of before.
    """

    id: str
    ref: str
    title: str
    nature: str
    status: str
    opened_on: dt.date | None
    closed_on: dt.date | None
    history: tuple[DatedStage, ...]
    scope: Scope | None
    scope_is_set: bool
    parties: tuple[PartyName, ...]
    steps: tuple[NextStep, ...]
    stake: int | None = None
    engaged: Response | None = None
    desired: str = ""
    actual: str = ""
    yields_solution: bool = False

    @property
    def stage(self) -> int | None:
        """The stage it is at, None if it was never rated."""
        return self.history[-1].stage if self.history else None

    @property
    def speed(self) -> float | None:
        """Latest change in stages per thirty days; None while there is only one stage."""
        return speed(self.history)

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to do about it."""
        return self.status == "closed"

    @property
    def alert(self) -> MandateAlert | None:
        """Whether the stage touches the limit of the mandate."""
        return mandate_alert(self.stage)

    @property
    def proposed(self) -> Response | None:
        """What would be done in proportion; None while its stake is not known."""
        return proposed_response(self.stake, self.scope, self.stage)

    @property
    def response_gap(self) -> int | None:
        """By how many steps what is done is heavier than that; below zero where lighter."""
        return response_gap(self.proposed, self.engaged)

    @property
    def is_ended(self) -> bool:
        """Whether nobody works on it any more, whatever came of it."""
        return self.status in ENDED or self.status == Status.SETTLED


def overview(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[Overview, ...]:
    """Return every difficulty `audience` may see, with what it may see of it.

    Args:
        session: The open mission.
        audience: Who looks.
        on: The day whose ratings hold; what was noticed later is left out. None for now.
    """
    rows = [
        row
        for row in presentation.table_for(session, DIFFICULTY, audience, on).dicts()
        if on is None or row["opened_on"] is None or row["opened_on"] <= on
    ]
    histories = _histories(session, audience, on)
    parties = _by_difficulty(presentation.table_for(session, PARTY, audience).dicts())
    steps = _steps(session, audience)
    people = {row["id"]: row for row in presentation.table_for(session, ACTOR, audience).dicts()}
    return tuple(
        Overview(
            id=row["id"],
            ref=row["ref"],
            title=row["title"],
            nature=row["nature"],
            status=row["status"],
            opened_on=row["opened_on"],
            closed_on=row["closed_on"],
            history=histories.get(row["id"], ()),
            scope=_scope(row["scope"], parties.get(row["id"], ()), people),
            scope_is_set=bool(row["scope"]),
            parties=tuple(
                PartyName(
                    party["actor_id"],
                    people.get(party["actor_id"], {}).get("name") or "",
                    party["speaks_for"] or "",
                )
                for party in parties.get(row["id"], ())
            ),
            steps=tuple(step for step in steps if step.difficulty_id == row["id"]),
            stake=row["stake"],
            engaged=Response(row["response"]) if row["response"] else None,
            desired=row["desired"] or "",
            actual=row["actual"] or "",
            yields_solution=bool(row["solution"]),
        )
        for row in rows
    )


def scope_of(session: Session, difficulty_id: str) -> Scope | None:
    """Return the scope of a difficulty: as it was set, else as it follows from the parties.

    Raises:
        RecordMissingError: If there is no such difficulty.
    """
    chosen = records.get(session, DIFFICULTY, difficulty_id)["scope"]
    parties = _by_difficulty(records.list_rows(session, PARTY).dicts())
    people = {row["id"]: row for row in records.list_rows(session, ACTOR).dicts()}
    return _scope(chosen, parties.get(difficulty_id, ()), people)


def overdue_steps(session: Session, audience: Audience = MEDIATOR) -> tuple[NextStep, ...]:
    """Return the steps not done whose day has passed, the longest overdue first."""
    return tuple(step for step in _steps(session, audience) if step.is_overdue)


def _histories(
    session: Session, audience: Audience, on: dt.date | None = None
) -> Mapping[str, tuple[DatedStage, ...]]:
    found: dict[str, list[DatedStage]] = defaultdict(list)
    for rating in presentation.ratings_for(session, DIFFICULTY, audience):
        if on is not None and rating.dated_on > on:
            continue
        if (stage := rating.values["stage"]) is not None:
            found[rating.record_id].append(DatedStage(rating.dated_on, stage, rating.fact))
    return {key: tuple(stages) for key, stages in found.items()}


def _steps(session: Session, audience: Audience) -> list[NextStep]:
    names = {
        row["id"]: row["name"] for row in presentation.table_for(session, ACTOR, audience).dicts()
    }
    today = day_of(session)
    steps = [
        NextStep(
            id=row["id"],
            difficulty_id=row["difficulty_id"],
            text=row["text"],
            who=names.get(row["actor_id"], ""),
            due_on=row["due_on"],
            is_overdue=row["due_on"] is not None and row["due_on"] < today,
        )
        for row in presentation.table_for(session, STEP, audience).dicts()
        if not row["done"]
    ]
    return sorted(steps, key=lambda step: (step.due_on is None, step.due_on or today))


def _scope(
    chosen: str | None, parties: Iterable[Mapping[str, Any]], people: Mapping[str, Any]
) -> Scope | None:
    if chosen:
        return Scope(chosen)
    return suggested_scope(
        [
            Standing(
                people.get(party["actor_id"], {}).get("organisation_id") or "",
                party["speaks_for"] or "",
            )
            for party in parties
        ]
    )


def _by_difficulty(rows: Iterable[dict[str, Any]]) -> Mapping[str, Sequence[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["difficulty_id"]].append(row)
    return found

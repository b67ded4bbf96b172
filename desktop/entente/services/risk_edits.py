"""What is done to risks: rated, linked, given something to do, looked at again, let occur."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY, Nature
from entente.domain.follow_up import DECISION
from entente.domain.records import LEVEL_FIELD, RecordType
from entente.domain.risk import (
    PAST,
    RISK,
    RISK_CAUSE,
    RISK_LINK,
    Reading,
    RiskStatus,
    impact_of,
    probability_of,
)
from entente.domain.risk_layout import Cell
from entente.domain.ten_causes import WEIGHT_MIN
from entente.errors import AlreadyThereError
from entente.services import diagnosis, parties, presentation, records, risks
from entente.services.risks import RiskView
from entente.store.session import Session

#: Kinds a risk can be linked with, and the field of the link that holds each.
LINKED: Final[Mapping[str, tuple[RecordType, str]]] = {
    ACTOR.name: (ACTOR, "actor_id"),
    DIFFICULTY.name: (DIFFICULTY, "difficulty_id"),
    DECISION.name: (DECISION, "decision_id"),
}
_DONE: Final = "done"
_READY: Final = "ready"


@dataclass(frozen=True, slots=True)
class Passed:
    """An earlier position of a risk, and the day it was taken up."""

    dated_on: dt.date
    cell: Cell


@dataclass(frozen=True, slots=True)
class LinkView:
    """Something a risk is linked with, as the reader may know it.

    Attributes:
        id: Key of the link; empty where the risk itself points there.
        kind: Name of the kind of what is linked.
        key: Its key.
        name: What it is called.
    """

    id: str
    kind: str
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class RiskSheet:
    """Everything a review says of one risk, as the reader may know it.

    Attributes:
        record: Its fields by name.
        actions: What is to be done about it, as the backlog has it.
        owners: Names of actors, by key, for the owner of each action.
    """

    view: RiskView
    record: Mapping[str, Any]
    actions: tuple[Mapping[str, Any], ...]
    links: tuple[LinkView, ...]
    owners: Mapping[str, str]


def re_rate(
    session: Session, key: str, reading: str, probability: int, impact: int, *, fact: str = ""
) -> str:
    """Rate one reading of a risk as of today and return the key of the rating."""
    values = {probability_of(reading): probability, impact_of(reading): impact}
    return records.rate(session, RISK, key, values, fact=fact)


def trail(
    session: Session, key: str, reading: str, audience: Audience = MEDIATOR
) -> tuple[Passed, ...]:
    """Return where one reading of a risk stood before, oldest first, without where it is."""
    names = (probability_of(reading), impact_of(reading))
    known: dict[str, int] = {}
    found: list[Passed] = []
    for rating in presentation.ratings_for(session, RISK, audience, key):
        said = {name: rating.values[name] for name in names if rating.values.get(name) is not None}
        known |= said
        if not said or len(known) < len(names):
            continue
        cell = (known[names[0]], known[names[1]])
        if not found or found[-1].cell != cell:
            found.append(Passed(rating.dated_on, cell))
    record = records.get(session, RISK, key)
    now = (record[names[0]], record[names[1]])
    if found and found[-1].cell == now:
        found.pop()
    return tuple(found)


def link(session: Session, key: str, kind: str, others: Iterable[str]) -> int:
    """Link a risk with records of a kind and return how many links are new."""
    field = LINKED[kind][1]
    known = {each.key for each in links(session, key) if each.kind == kind}
    made = 0
    for other in dict.fromkeys(others):
        if other in known:
            continue
        try:
            records.create(session, RISK_LINK, {"risk_id": key, field: other})
        except AlreadyThereError:
            continue
        made += 1
    return made


def links(session: Session, key: str, audience: Audience = MEDIATOR) -> tuple[LinkView, ...]:
    """Return what a risk is linked with: its own difficulty first, then each link."""
    names = {
        kind: presentation.labels_for(session, record_type, audience)
        for kind, (record_type, _field) in LINKED.items()
    }
    found: list[LinkView] = []
    risk = records.get(session, RISK, key)
    own = risk["difficulty_id"]
    if own in names[DIFFICULTY.name]:
        found.append(LinkView("", DIFFICULTY.name, own, names[DIFFICULTY.name][own]))
    for row in presentation.table_for(session, RISK_LINK, audience).dicts():
        if row["risk_id"] != key:
            continue
        for kind, (_type, field) in LINKED.items():
            other = row[field]
            if other in names[kind]:
                found.append(LinkView(row["id"], kind, other, names[kind][other]))
    return tuple(found)


def unlink(session: Session, key: str, one: LinkView) -> None:
    """Take a link away; what was linked stays."""
    if one.id:
        records.remove(session, RISK_LINK, one.id)
    else:
        records.change(session, RISK, key, {"difficulty_id": None})


def add_action(session: Session, key: str, title: str, role: str) -> str:
    """Note something to do about a risk, as private as the risk, and return its key."""
    values = {
        "title": title,
        "risk_id": key,
        "role": role,
        "status": _READY,
        "added_on": session.today,
        LEVEL_FIELD: records.get(session, RISK, key)[LEVEL_FIELD],
    }
    return records.create(session, BACKLOG_ITEM, values)


def tick(session: Session, action: str, *, done: bool) -> None:
    """Say that an action is done, or is not after all."""
    records.change(session, BACKLOG_ITEM, action, {"status": _DONE if done else _READY})


def review_again(session: Session, key: str, weeks: int) -> dt.date:
    """Set the next review of a risk to so many weeks from today and return the day."""
    day = session.today + dt.timedelta(weeks=weeks)
    records.change(session, RISK, key, {"review_on": day})
    return day


def occur(session: Session, key: str, fact: str = "", on: dt.date | None = None) -> str:
    """Let a risk have occurred: note the difficulty it has become and return its key.

    The difficulty takes over wording, causes, owner and those concerned, and is as private
    as the risk; the risk points to it.

    Raises:
        RecordMissingError: If there is no such risk.
    """
    risk = records.get(session, RISK, key)
    day, level = on or session.today, risk[LEVEL_FIELD]
    told = "\n".join(filter(None, (risk["cause"], risk["effect"])))
    values = {
        "title": risk["event"],
        "opened_on": day,
        "nature": Nature.TENSION.value,
        "notes": told or None,
        LEVEL_FIELD: level,
    }
    difficulty = records.create(session, DIFFICULTY, values)
    for row in records.list_rows(session, RISK_CAUSE, where={"risk_id": key}).dicts():
        diagnosis.weigh_cause(session, difficulty, row["cause"], WEIGHT_MIN, row[LEVEL_FIELD])
    linked = records.list_rows(session, RISK_LINK, where={"risk_id": key}).dicts()
    concerned = (risk["owner_id"], *(row["actor_id"] for row in linked))
    for actor in dict.fromkeys(filter(None, concerned)):
        parties.add(session, difficulty, actor, level)
    records.rate(session, RISK, key, {"status": RiskStatus.OCCURRED.value}, fact=fact, on=day)
    records.change(session, RISK, key, {"difficulty_id": difficulty})
    return difficulty


def due_first(views: Iterable[RiskView]) -> list[RiskView]:
    """Return the risks to be reviewed: overdue ones first, then by day, then by weight.

    Those that have occurred or are closed are left out.
    """
    never = dt.date.max

    def order(view: RiskView) -> tuple[bool, dt.date, int, str]:
        now = view.readings[Reading.CURRENT].score or view.readings[Reading.INHERENT].score or 0
        return (not view.is_overdue, view.review_on or never, -now, view.ref)

    return sorted((view for view in views if view.status not in PAST), key=order)


def sheet(
    session: Session, key: str, audience: Audience = MEDIATOR, known: RiskView | None = None
) -> RiskSheet | None:
    """Return everything a review says of a risk, None if the reader may not know it.

    Args:
        session: The open mission.
        key: Of the risk.
        audience: Who reads.
        known: The risk as `risks.overview` has just given it to the same reader, if it has.
    """
    view = known or next(
        (each for each in risks.overview(session, audience) if each.id == key), None
    )
    if view is None:
        return None
    return RiskSheet(
        view,
        _record(session, key, audience),
        tuple(risks.actions(session, key, audience)),
        links(session, key, audience),
        presentation.labels_for(session, ACTOR, audience),
    )


def _record(session: Session, key: str, audience: Audience) -> Mapping[str, Any]:
    if audience == MEDIATOR:
        return records.get(session, RISK, key)
    table = presentation.table_for(session, RISK, audience)
    return next(row for row in table.dicts() if row["id"] == key)

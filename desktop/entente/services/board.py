"""The backlog as a board shows it: every card, in its order, with what it is called after."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Column, Select, select

from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.mission import MISSION
from entente.domain.ranking import rank_of
from entente.domain.records import LEVEL_FIELD
from entente.domain.sprint import DOT_VOTE, SPRINT, SPRINT_ITEM, Outcome
from entente.domain.text import fold
from entente.services import presentation, records
from entente.services.actors import known_people
from entente.store.schema import TABLES
from entente.store.session import Session

_NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})
#: S03 is called S3 as well.
_ZEROS: Final = re.compile(r"(?<=[^0-9])0+(?=[0-9])")
#: What became of cards that are no longer in the sprint they were taken into.
_OUT: Final = frozenset({Outcome.RETURNED, Outcome.DROPPED})
#: Fields of a card that point somewhere.
LINKS: Final = ("owner_id", "cause_id", "risk_id", "difficulty_id")


_COLUMNS: Final = (
    *("id", "ref", "title", "status", "effort", "owner_id", "due_on", "labels", "cause_id"),
    *("risk_id", "difficulty_id", "phase", "kotter", "horizon", "rank", "archived_on"),
    *(LEVEL_FIELD, "added_on"),
)
_of_record: Final = itemgetter(*_COLUMNS)


@dataclass(frozen=True, slots=True)
class Card:
    """A piece of work as its reader sees it.

    Attributes:
        since: The day it came to where it stands, if that is known.
        effort: In half-days, or None.
        owner, cause, risk, difficulty: Keys, or empty.
        phase, kotter, horizon: Values of these fields, or empty.
        rank: Where it stands among the others.
        level: Who may read it.
        sprints: Keys of the sprints it was taken into and not out of, the earliest first.
        dots: Votes it was given, in all sprints.
    """

    id: str
    ref: str
    title: str
    status: str
    since: dt.date | None
    effort: float | None
    owner: str
    due_on: dt.date | None
    labels: tuple[str, ...]
    cause: str
    risk: str
    difficulty: str
    phase: str
    kotter: str
    horizon: str
    rank: float
    archived_on: dt.date | None
    level: str
    sprints: tuple[str, ...] = ()
    dots: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        ended = {ItemStatus.DONE, ItemStatus.DROPPED}
        return self.archived_on is None and self.status not in ended


@dataclass(frozen=True, slots=True)
class SprintName:
    """A sprint a card may be in."""

    id: str
    ref: str
    name: str
    starts_on: dt.date
    ends_on: dt.date
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on a board.

    Attributes:
        cards: In their order.
        names: What records that cards point to are called, by key, for each field of `LINKS`.
        sprints: The earliest first.
        wip_limit: How many cards may be in progress at once; None for no limit.
        today: The day ages and lateness are counted from.
        people: What a line may call whom: key by folded reference or name.
    """

    cards: tuple[Card, ...] = ()
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sprints: tuple[SprintName, ...] = ()
    wip_limit: int | None = None
    today: dt.date = dt.date.min
    people: Mapping[str, str] = field(default_factory=dict)

    def name(self, name: str, key: str) -> str:
        """Return what the record is called that a field called `name` points to, or nothing."""
        return self.names.get(name, _NO_NAMES).get(key, "")

    def sprint_words(self) -> dict[str, str]:
        """Return what a line may call each sprint that goes on or is to come."""
        found: dict[str, str] = {}
        for sprint in self.sprints:
            if not sprint.is_closed:
                bare = _ZEROS.sub("", sprint.ref)
                for word in (sprint.ref, bare, sprint.name):
                    found.setdefault(fold(word), sprint.id)
        return found


def board(session: Session, viewer: Audience = MEDIATOR) -> Board:
    """Return the backlog as far as `viewer` may read it."""
    sprints = sprint_names(session, viewer)
    names = {
        name: presentation.labels_for(
            session, RECORD_TYPES[BACKLOG_ITEM.field(name).target], viewer
        )
        for name in LINKS
    }
    mission = presentation.table_for(session, MISSION, viewer).dicts()
    people = known_people(session, viewer, by_first_name=True)
    people.pop("", None)
    return Board(
        _cards(session, viewer, sprints),
        names,
        sprints,
        mission[0]["wip_limit"] if mission else None,
        session.today,
        people,
    )


def _cards(session: Session, viewer: Audience, sprints: tuple[SprintName, ...]) -> tuple[Card, ...]:
    table = presentation.table_for(session, BACKLOG_ITEM, viewer)
    since, dots = _since(session), _dots(session)
    taken = _taken(session, viewer, sprints)
    pick = itemgetter(*(table.column(name) for name in _COLUMNS))
    cards = [
        _card(pick(row), since.get(row[0]), taken.get(row[0], ()), dots.get(row[0], 0))
        for row in table.rows
    ]
    cards.sort(key=attrgetter("rank"))
    return tuple(cards)


def card(session: Session, key: str, sprints: tuple[SprintName, ...]) -> Card:
    """Return one card as the mediator reads it.

    Args:
        session: The open mission.
        key: Of the card.
        sprints: All there are.

    Raises:
        RecordMissingError: If there is none.
    """
    values = _of_record(records.get(session, BACKLOG_ITEM, key))
    taken = _taken(session, MEDIATOR, sprints, key).get(key, ())
    return _card(values, _since(session, key).get(key), taken, _dots(session, key).get(key, 0))


def _card(values: Sequence[Any], since: dt.date | None, taken: Sequence[str], dots: int) -> Card:
    """Return a card.

    Args:
        values: Those of `_COLUMNS`.
        since: The day it came to the status it has, if it was ever given one.
        taken: Keys of the sprints it is in.
        dots: Votes it was given.
    """
    key, ref, title, status, effort, owner, due_on, labels, *more = values
    cause, risk, difficulty, phase, kotter, horizon, rank, archived_on, level, added_on = more
    return Card(
        id=key,
        ref=ref,
        title=title or "",
        status=status or ItemStatus.IDEA.value,
        since=since or added_on,
        effort=effort,
        owner=owner or "",
        due_on=due_on,
        labels=tuple(labels.split(", ")) if labels else (),
        cause=cause or "",
        risk=risk or "",
        difficulty=difficulty or "",
        phase=phase or "",
        kotter=kotter or "",
        horizon=horizon or "",
        rank=rank_of(ref, rank),
        archived_on=archived_on,
        level=level,
        sprints=tuple(taken),
        dots=dots,
    )


def _since(session: Session, key: str = "") -> Mapping[str, dt.date]:
    """Return the day each card, or one of them, came to the status it has."""
    table = TABLES[BACKLOG_ITEM.rating_name]
    item = table.c[f"{BACKLOG_ITEM.name}_id"]
    chosen = select(item, table.c.status, table.c.dated_on)
    found: dict[str, tuple[str, dt.date]] = {}
    rows = session.rows(_only(chosen, item, key).order_by(table.c.dated_on, table.c.seq))
    for rated, status, day in rows:
        if status is not None and found.get(rated, ("",))[0] != status:
            found[rated] = (status, day)
    return {rated: day for rated, (_status, day) in found.items()}


def sprint_names(session: Session, viewer: Audience = MEDIATOR) -> tuple[SprintName, ...]:
    """Return the sprints there are, the earliest first."""
    found = [
        SprintName(
            row["id"],
            row["ref"],
            row["name"] or "",
            row["starts_on"],
            row["ends_on"],
            row["closed_on"] is not None,
        )
        for row in presentation.table_for(session, SPRINT, viewer).dicts()
    ]
    found.sort(key=lambda sprint: sprint.starts_on)
    return tuple(found)


def _taken(
    session: Session, viewer: Audience, sprints: Sequence[SprintName], key: str = ""
) -> Mapping[str, list[str]]:
    """Return the sprints each card, or one of them, was taken into, of those known, in order."""
    order = {sprint.id: at for at, sprint in enumerate(sprints)}
    found: dict[str, list[str]] = defaultdict(list)
    where = {"item_id": key} if key else {}
    table = presentation.table_for(session, SPRINT_ITEM, viewer, where=where)
    item, sprint, outcome = map(table.column, ("item_id", "sprint_id", "outcome"))
    for row in table.rows:
        if row[sprint] in order and row[outcome] not in _OUT:
            found[row[item]].append(row[sprint])
    for keys in found.values():
        keys.sort(key=order.__getitem__)
    return found


def _dots(session: Session, key: str = "") -> Mapping[str, int]:
    table = TABLES[DOT_VOTE.name]
    chosen = select(table.c.item_id, table.c.dots)
    found: dict[str, int] = defaultdict(int)
    for item, dots in session.rows(_only(chosen, table.c.item_id, key)):
        found[item] += dots or 0
    return found


def _only(chosen: Select[Any], item: Column[Any], key: str) -> Select[Any]:
    """Return a select of what belongs to one card, of everything without a key."""
    return chosen.where(item == key) if key else chosen

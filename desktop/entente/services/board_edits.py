"""What is done to cards on a board: moved, put in order, added, split, archived."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import func, select

from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.card_line import CardLine
from entente.domain.ranking import rank_of, ranks
from entente.domain.records import LEVEL_FIELD
from entente.services import records, sprint_edits
from entente.services.board import card, sprint_names
from entente.store.schema import TABLES
from entente.store.session import Session

_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
#: Of a piece of work that is split, what its second part has as well.
_SHARED: Final = (
    *("notes", "owner_id", "due_on", "labels", "cause_id", "risk_id", "role", "difficulty_id"),
    *("phase", "kotter", "activity_id", "horizon", LEVEL_FIELD),
)
_STEP: Final = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """Where cards are put.

    Attributes:
        values: What they take on there; a status becomes a rating of today.
        before: Key of the card they are put before, empty for the end; None leaves their order.
        sprint: Key of the sprint they are in there, empty for none; None leaves them in theirs.
    """

    values: Mapping[str, Any]
    before: str | None = None
    sprint: str | None = None


def put(session: Session, keys: Sequence[str], place: Place) -> None:
    """Put cards where they take on what the place stands for.

    Raises:
        InvalidValueError: If a value is not one a card can have.
        SprintClosedError: If they would get into a sprint that is closed, or out of one.
    """
    move(session, keys, place.values, place.before)
    if place.sprint is not None:
        _let_be_in(session, keys, place.sprint)


def _let_be_in(session: Session, keys: Sequence[str], sprint: str) -> None:
    """Take cards out of the last sprint each is in and into another; without a key into none.

    A sprint that is closed keeps them when they go on to another.
    """
    known = sprint_names(session)
    closed = {each.id for each in known if each.is_closed}
    for key in keys:
        taken = card(session, key, known).sprints
        now = taken[-1] if taken else ""
        if now == sprint:
            continue
        if now and not (sprint and now in closed):
            sprint_edits.take_out(session, [key], now)
        if sprint:
            sprint_edits.take_in(session, [key], sprint)


def move(
    session: Session,
    keys: Sequence[str],
    values: Mapping[str, Any] = _NOTHING,
    before: str | None = None,
) -> None:
    """Give cards what the place stands for where they are put, and their order there.

    Args:
        session: The open mission.
        keys: Of the cards, in the order they are to stand in.
        values: What they take on; a status becomes a rating of today.
        before: Key of the card they are put before, empty for the end; None leaves their order.

    Raises:
        InvalidValueError: If a value is not one a card can have.
    """
    if values:
        for key in keys:
            records.change(session, BACKLOG_ITEM, key, values)
    if before is not None:
        _write_ranks(session, keys, before)


def explain(session: Session, keys: Sequence[str], reason: str) -> None:
    """Say of the last rating of some cards why they were moved."""
    for key in keys:
        found = records.ratings(session, BACKLOG_ITEM, key)
        if found:
            records.annotate(session, BACKLOG_ITEM, found[-1].id, {"fact": reason})


def add(session: Session, line: CardLine, values: Mapping[str, Any] = _NOTHING) -> str:
    """Add the card a line was read as at the end of the others, and return its key.

    Args:
        session: The open mission.
        line: Title, effort and the rest.
        values: What the place stands for where it is added.

    Raises:
        InvalidValueError: If it has no title, or one that is too long.
        SprintClosedError: If it is to be in a sprint that is closed.
    """
    given = {
        **values,
        "title": line.title,
        "effort": line.effort,
        "labels": ", ".join(line.labels) or None,
        "due_on": line.due_on,
        "added_on": session.today,
    }
    if line.owner:
        given["owner_id"] = line.owner
    key = records.create(session, BACKLOG_ITEM, given)
    _write_ranks(session, [key], "")
    if line.sprint:
        sprint_edits.take_in(session, [key], line.sprint)
    return key


def add_all(
    session: Session,
    titles: Sequence[str],
    values: Mapping[str, Any] = _NOTHING,
    before: str = "",
    sprint: str | None = None,
) -> list[str]:
    """Add a card for each title where they are put, and return their keys.

    Raises:
        InvalidValueError: If one of them is too long.
        SprintClosedError: If they are to be in a sprint that is closed.
    """
    given = {**values, "added_on": session.today}
    made = [records.create(session, BACKLOG_ITEM, {**given, "title": title}) for title in titles]
    put(session, made, Place(_NOTHING, before, sprint))
    return made


def split(session: Session, key: str) -> str:
    """Part a card in two, each with half of the effort; return the key of the new one."""
    card = records.get(session, BACKLOG_ITEM, key)
    effort = card["effort"]
    half = None if effort is None else round(effort / 2 / _STEP) * _STEP
    values = {name: card[name] for name in _SHARED}
    title = f"{card['title']} (2)"
    made = records.create(
        session,
        BACKLOG_ITEM,
        {
            **values,
            "title": title,
            "effort": None if effort is None or half is None else effort - half,
            "status": card["status"],
            "added_on": session.today,
        },
    )
    if half is not None:
        records.change(session, BACKLOG_ITEM, key, {"effort": half})
    _write_ranks(session, [made], _next(session, [key], [made]))
    return made


def duplicate(session: Session, keys: Sequence[str]) -> list[str]:
    """Copy cards as ideas of today, behind the last of them; return the keys of the copies."""
    made = []
    for key in keys:
        copy = records.duplicate(session, BACKLOG_ITEM, key)
        values = {"archived_on": None, "added_on": session.today}
        records.change(session, BACKLOG_ITEM, copy, values)
        made.append(copy)
    _write_ranks(session, made, _next(session, keys, made))
    return made


def remove(session: Session, keys: Sequence[str]) -> None:
    """Remove cards for good, from the sprints they were in as well."""
    for key in keys:
        records.remove(session, BACKLOG_ITEM, key)


def archive(session: Session, keys: Sequence[str], *, on: bool = True) -> None:
    """Put cards out of sight, or bring them back where they were."""
    values = {"archived_on": session.today if on else None}
    for key in keys:
        records.change(session, BACKLOG_ITEM, key, values)


def add_labels(session: Session, keys: Sequence[str], labels: str) -> None:
    """Give cards further labels, beside those each has."""
    for key in keys:
        held = records.get(session, BACKLOG_ITEM, key)["labels"]
        both = ", ".join(filter(None, (held, labels)))
        records.change(session, BACKLOG_ITEM, key, {"labels": both})


def _order(session: Session) -> list[tuple[str, float]]:
    """Return key and rank of every card, in their order."""
    table = TABLES[BACKLOG_ITEM.name]
    chosen = select(table.c.id, table.c.ref, table.c.rank)
    # Of equal ranks the older reference comes first: the shorter one, then by its digits.
    rows = session.rows(chosen.order_by(func.length(table.c.ref), table.c.ref))
    found = [(key, rank_of(ref, rank)) for key, ref, rank in rows]
    found.sort(key=itemgetter(1))
    return found


def _write_ranks(session: Session, keys: Sequence[str], before: str) -> None:
    for key, rank in ranks(_order(session), keys, before).items():
        session.update(BACKLOG_ITEM, key, {"rank": rank})


def _next(session: Session, keys: Sequence[str], new: Sequence[str]) -> str:
    """Return the card behind the last of some, but for new ones; nothing at the end."""
    order = [key for key, _rank in _order(session) if key not in new]
    at = 1 + max((place for place, key in enumerate(order) if key in keys), default=len(order))
    return order[at] if at < len(order) else ""


def is_setback(old: str, new: str) -> bool:
    """Return whether a card goes back, or is given up: something people will ask about."""
    order = [status.value for status in ItemStatus]
    if new == ItemStatus.DROPPED:
        return old != new
    known = old in order and new in order and old != ItemStatus.DROPPED
    return known and order.index(new) < order.index(old)

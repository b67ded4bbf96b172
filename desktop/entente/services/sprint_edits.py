"""What is done to sprints: planned, filled, voted on, closed and opened again."""

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import select

from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.records import Values
from entente.domain.sprint import DEFAULT_DAYS, DOT_VOTE, SPRINT, SPRINT_ITEM, Outcome
from entente.errors import SprintClosedError
from entente.i18n import _, ngettext
from entente.services import mission, records, sprints
from entente.services.working_days import calendar_of
from entente.store.schema import TABLES
from entente.store.session import Session

_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
#: What an outcome makes of the status a card has; of any other where none is named.
_MEANT: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        (Outcome.DONE.value, ""): ItemStatus.DONE.value,
        (Outcome.DROPPED.value, ""): ItemStatus.DROPPED.value,
        (Outcome.RETURNED.value, ItemStatus.DOING.value): ItemStatus.READY.value,
        # It looked done, and was not.
        (Outcome.RETURNED.value, ItemStatus.DONE.value): ItemStatus.READY.value,
        (Outcome.CARRIED.value, ItemStatus.DONE.value): ItemStatus.DOING.value,
    }
)
#: Beyond so many times the usual length, the length of a sprint is worth a word.
_LONG: Final = 2


def proposed(session: Session) -> dict[str, Any]:
    """Return what the next sprint would be: as long as usual, after the last, not in the past."""
    known = records.list_rows(session, SPRINT).dicts()
    last = max(known, key=lambda row: row["ends_on"], default=None)
    yesterday = session.today - dt.timedelta(days=1)
    after = max(last["ends_on"], yesterday) if last else yesterday
    first = calendar_of(session).next_working_day(after)
    return {
        "name": _("Sprint {number}").format(number=len(known) + 1),
        "starts_on": first,
        "ends_on": end_of(session, first),
        "capacity": last["capacity"] if last else None,
    }


def end_of(session: Session, starts_on: dt.date, days: int | None = None) -> dt.date:
    """Return the last day of a sprint of so many working days, of the usual number by default."""
    return calendar_of(session).nth_working_day(starts_on, days or usual_days(session))


def usual_days(session: Session) -> int:
    """Return how many working days a sprint of this mission has."""
    return mission.read(session)["sprint_days"] or DEFAULT_DAYS


def create(session: Session, values: Values = _NOTHING) -> str:
    """Add a sprint and return its key; what is not said is as proposed, its length as usual.

    Raises:
        InvalidValueError: If it ends before it starts, or a year after.
    """
    whole = proposed(session) | dict(values)
    if "ends_on" not in values:
        whole["ends_on"] = end_of(session, whole["starts_on"])
    return records.create(session, SPRINT, whole)


def remarks(session: Session, values: Values, key: str = "") -> tuple[str, ...]:
    """Return what is worth saying of the dates of a sprint, which are allowed all the same.

    Args:
        session: The open mission.
        values: Its `starts_on` and `ends_on`, in order.
        key: Of the sprint itself, if it is there already.
    """
    first, last = values["starts_on"], values["ends_on"]
    said = []
    others = [
        row["name"]
        for row in records.list_rows(session, SPRINT).dicts()
        if row["id"] != key and row["starts_on"] <= last and first <= row["ends_on"]
    ]
    if others:
        text = _("It overlaps with {names}: the same days count in both.")
        said.append(text.format(names=", ".join(others)))
    count, usual = len(calendar_of(session).working_days(first, last)), usual_days(session)
    if count == 0:
        said.append(_("There is no working day in it."))
    elif count > _LONG * usual:
        said.append(
            ngettext(
                "It has {count} working day, where {usual} are usual.",
                "It has {count} working days, where {usual} are usual.",
                count,
            ).format(count=count, usual=usual)
        )
    return tuple(said)


def take_in(session: Session, keys: Sequence[str], sprint: str) -> int:
    """Take cards into a sprint and return how many were not in it yet.

    Raises:
        SprintClosedError: If it is closed.
    """
    check_open(session, sprint)
    return _take(session, dict.fromkeys(keys), sprint, session.today)


def take_out(session: Session, keys: Sequence[str], sprint: str) -> int:
    """Take cards out of a sprint and return how many were in it.

    Once the sprint has begun, a card that was planned goes back to the backlog and the sprint
    remembers it; one taken in that very day was never planned.

    Raises:
        SprintClosedError: If it is closed.
    """
    record = check_open(session, sprint)
    ties = _ties(session, sprint)
    found = [ties[key] for key in dict.fromkeys(keys) if key in ties]
    for tie in found:
        if session.today < record["starts_on"] or tie["added_on"] == session.today:
            records.remove(session, SPRINT_ITEM, tie["id"])
        else:
            values = {"outcome": Outcome.RETURNED.value}
            records.change(session, SPRINT_ITEM, tie["id"], values)
    return len(found)


def plan_effort(session: Session, sprint: str, item: str, effort: float | None) -> None:
    """Say what effort a card was planned with, None for that of the card itself.

    Raises:
        SprintClosedError: If the sprint is closed.
        InvalidValueError: If it is negative or out of all proportion.
    """
    check_open(session, sprint)
    tie = _ties(session, sprint)[item]
    records.change(session, SPRINT_ITEM, tie["id"], {"effort": effort})


def close(
    session: Session,
    sprint: str,
    outcomes: Mapping[str, str] = _NOTHING,
    reasons: Mapping[str, str] = _NOTHING,
    *,
    make_next: bool = False,
) -> str:
    """Close a sprint: say what came of every card, and carry on what was not done.

    Args:
        session: The open mission.
        sprint: Key of the sprint.
        outcomes: What came of cards, by their keys; of others, done or carried over as the
            cards themselves say.
        reasons: Why cards were not done, by their keys.
        make_next: Whether there is to be a next sprint for what is carried over, if there is
            none that is open.

    Returns:
        Key of the sprint that what is carried over went into, empty for none.

    Raises:
        SprintClosedError: If it is closed already.
    """
    record = check_open(session, sprint)
    view = next(each for each in sprints.overview(session) if each.id == sprint)
    day = max(min(session.today, record["ends_on"]), record["starts_on"])
    carried: dict[str, float | None] = {}
    for card in view.cards:
        outcome = outcomes.get(card.item_id) or card.outcome or Outcome.CARRIED.value
        records.change(session, SPRINT_ITEM, card.id, {"outcome": outcome})
        _conclude(session, card, outcome, reasons.get(card.item_id, ""), min(day, session.today))
        if outcome == Outcome.CARRIED:
            carried[card.item_id] = card.effort or None
    records.change(session, SPRINT, sprint, {"closed_on": session.today})
    following = _next(session, record) or (create(session) if make_next and carried else "")
    if following and carried:
        begins = records.get(session, SPRINT, following)["starts_on"]
        # What is carried over was planned from the start, however late the close.
        _take(session, carried, following, min(session.today, begins))
    return following if carried else ""


def reopen(session: Session, sprint: str) -> None:
    """Open a closed sprint again; what came of its cards is what the cards say, as before."""
    records.change(session, SPRINT, sprint, {"closed_on": None})
    kept = {Outcome.RETURNED, Outcome.DROPPED, None}
    for tie in _ties(session, sprint).values():
        if tie["outcome"] not in kept:
            records.change(session, SPRINT_ITEM, tie["id"], {"outcome": None})


def vote(session: Session, sprint: str, item: str, dots: int) -> None:
    """Say how many dots a card was given in the planning of a sprint.

    Raises:
        SprintClosedError: If the sprint is closed.
        InvalidValueError: If there are fewer than none.
    """
    check_open(session, sprint)
    table = TABLES[DOT_VOTE.name]
    mine = select(table.c.id).where(table.c.sprint_id == sprint, table.c.item_id == item)
    found = session.rows(mine)
    if not found:
        values = {"sprint_id": sprint, "item_id": item, "dots": dots}
        records.create(session, DOT_VOTE, values)
    elif dots:
        records.change(session, DOT_VOTE, found[0].id, {"dots": dots})
    else:
        records.remove(session, DOT_VOTE, found[0].id)


def votes(session: Session, sprint: str) -> dict[str, int]:
    """Return the dots each card was given in the planning of a sprint, by its key."""
    table = TABLES[DOT_VOTE.name]
    rows = session.rows(select(table.c.item_id, table.c.dots).where(table.c.sprint_id == sprint))
    return {row.item_id: row.dots for row in rows}


def check_open(session: Session, sprint: str) -> dict[str, Any]:
    """Return a sprint that can be changed.

    Raises:
        SprintClosedError: If it is closed: what was in it then, was in it.
    """
    record = records.get(session, SPRINT, sprint)
    if record["closed_on"] is not None:
        raise SprintClosedError(record["name"])
    return record


def _take(session: Session, keys: Mapping[str, float | None], sprint: str, day: dt.date) -> int:
    """Take cards in, each with an effort or as it is sized."""
    ties = _ties(session, sprint)
    new = 0
    for key, effort in keys.items():
        tie = ties.get(key)
        if tie is None:
            sized = records.get(session, BACKLOG_ITEM, key)["effort"] if effort is None else effort
            values = {"sprint_id": sprint, "item_id": key, "effort": sized, "added_on": day}
            records.create(session, SPRINT_ITEM, values)
        elif tie["outcome"] is None:
            continue
        else:
            records.change(session, SPRINT_ITEM, tie["id"], {"outcome": None})
        new += 1
    return new


def _conclude(
    session: Session, card: sprints.SprintCard, outcome: str, reason: str, day: dt.date
) -> None:
    """Let a card itself say what came of it, and why."""
    key = card.item_id
    then = _status_on(card, day)
    meant = _MEANT.get((outcome, then), _MEANT.get((outcome, ""), then))
    if meant != then or reason:
        records.rate(session, BACKLOG_ITEM, key, {"status": meant}, fact=reason, on=day)
    if outcome in {Outcome.DONE, Outcome.DROPPED}:
        # What was said after the last day of the sprint would have the last word.
        records.change(session, BACKLOG_ITEM, key, {"status": meant})


def _status_on(card: sprints.SprintCard, day: dt.date) -> str:
    known = [status for on, status in card.planned.statuses if on <= day]
    return known[-1] if known else ItemStatus.IDEA.value


def _next(session: Session, record: Mapping[str, Any]) -> str:
    """Return the earliest open sprint that begins after another, empty if there is none."""
    rows = [
        row
        for row in records.list_rows(session, SPRINT).dicts()
        if row["closed_on"] is None and row["starts_on"] > record["starts_on"]
    ]
    found = min(rows, key=lambda row: row["starts_on"], default=None)
    return found["id"] if found else ""


def _ties(session: Session, sprint: str) -> dict[str, dict[str, Any]]:
    """Return what ties each card to a sprint, by the key of the card."""
    rows = records.list_rows(session, SPRINT_ITEM, where={"sprint_id": sprint}).dicts()
    return {row["item_id"]: row for row in rows}

"""Sandbox sessions: what was tried, what was seen, and what becomes of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.card_line import CardLine
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.observation_line import ObservationLine
from entente.domain.records import LEVEL_FIELD, Values
from entente.domain.review import APPRAISAL, OBSERVATION, ROTI_MAX, SANDBOX
from entente.domain.roti import Roti
from entente.services import board_edits, presentation, records
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Observation:
    """What somebody saw.

    Attributes:
        kind: It helps, it hinders, a question, an idea.
        item, item_ref, item_status: The card made of it, if the reader may know; else empty.
        level: Who may read it.
    """

    id: str
    text: str
    kind: str
    level: str
    item: str = ""
    item_ref: str = ""
    item_status: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """One sandbox session.

    Attributes:
        row: Its fields.
        seen: In the order in which it was noted.
    """

    row: Values
    seen: tuple[Observation, ...] = ()

    @property
    def id(self) -> str:
        """Its key."""
        return str(self.row["id"])


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What people said an activity was worth, on one day.

    Attributes:
        item: Key of the activity, a card.
        name: Its reference and title.
    """

    id: str
    item: str
    name: str
    held_on: dt.date | None
    roti: Roti
    level: str


def overview(session: Session, viewer: Audience = MEDIATOR) -> tuple[Trial, ...]:
    """Return the sessions `viewer` may know of, the latest first."""
    cards = {
        row["id"]: row for row in presentation.table_for(session, BACKLOG_ITEM, viewer).dicts()
    }
    seen: dict[str, list[Observation]] = defaultdict(list)
    for row in presentation.table_for(session, OBSERVATION, viewer).dicts():
        seen[row["sandbox_id"]].append(_observation(row, cards))
    rows = presentation.table_for(session, SANDBOX, viewer).dicts()
    rows.sort(key=lambda row: row["held_on"], reverse=True)
    return tuple(Trial(row, tuple(seen[row["id"]])) for row in rows)


def _observation(row: Values, cards: Mapping[str, Values]) -> Observation:
    card = cards.get(row["item_id"] or "")
    found = Observation(row["id"], row["text"] or "", row["kind"] or "worked", row[LEVEL_FIELD])
    if card is None:
        return found
    return Observation(
        found.id, found.text, found.kind, found.level, card["id"], card["ref"], card["status"] or ""
    )


def begin(session: Session, title: str) -> str:
    """Begin a session of today and return its key."""
    return records.create(session, SANDBOX, {"title": title, "held_on": session.today})


def note(session: Session, sandbox: str, line: ObservationLine, level: str) -> str:
    """Note what was just seen and return its key.

    Raises:
        InvalidValueError: If it says nothing, or too much.
    """
    values = {"sandbox_id": sandbox, "text": line.text, "kind": line.kind, LEVEL_FIELD: level}
    return records.create(session, OBSERVATION, values)


def move(session: Session, keys: Sequence[str], kind: str) -> None:
    """Say that observations are of another kind."""
    for key in keys:
        records.change(session, OBSERVATION, key, {"kind": kind})


def to_cards(session: Session, keys: Sequence[str]) -> list[str]:
    """Make an idea of the backlog of each observation that has none; return their keys.

    They are as private as what they are made of.
    """
    made = []
    for key in keys:
        row = records.get(session, OBSERVATION, key)
        if not row["item_id"]:
            level = {LEVEL_FIELD: row[LEVEL_FIELD], "status": "idea"}
            made.append(board_edits.add(session, CardLine(row["text"]), level))
            records.change(session, OBSERVATION, key, {"item_id": made[-1]})
    return made


def appraisals(session: Session, viewer: Audience = MEDIATOR) -> tuple[Appraisal, ...]:
    """Return what activities were worth to people, the latest first."""
    cards = presentation.table_for(session, BACKLOG_ITEM, viewer).dicts()
    names = {row["id"]: f"{row['ref']} {row['title'] or ''}" for row in cards}
    rows = presentation.table_for(session, APPRAISAL, viewer).dicts()
    rows.sort(key=lambda row: row["held_on"] or dt.date.min, reverse=True)
    return tuple(
        Appraisal(
            row["id"],
            row["item_id"],
            names[row["item_id"]],
            row["held_on"],
            _roti(row),
            row[LEVEL_FIELD],
        )
        for row in rows
        if row["item_id"] in names
    )


def appraise(session: Session, item: str) -> str:
    """Return the key of today's appraisal of an activity, begun if there is none."""
    where = {"item_id": item, "held_on": session.today}
    rows = records.list_rows(session, APPRAISAL, where=where).dicts()
    return rows[0]["id"] if rows else records.create(session, APPRAISAL, where)


def mark(session: Session, key: str, value: int, by: int = 1) -> None:
    """Note that one more person gave a mark, or one fewer."""
    roti = _roti(records.get(session, APPRAISAL, key)).changed(value, by)
    records.change(session, APPRAISAL, key, {f"roti_{value}": roti.counts[value - 1]})


def _roti(row: Values) -> Roti:
    return Roti(tuple(row[f"roti_{value}"] or 0 for value in range(1, ROTI_MAX + 1)))

"""Assumptions, issues and dependencies: what is open, and what becomes of it."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.raid import RAID_ITEM
from entente.domain.records import LEVEL_FIELD
from entente.domain.risk import RISK
from entente.i18n import _
from entente.services import presentation, records
from entente.services.calendar import day_of
from entente.store.session import Session

ASSUMPTION: Final = "assumption"
ISSUE: Final = "issue"
DEPENDENCY: Final = "dependency"
_OPEN: Final = "open"
_REFUTED: Final = "refuted"


@dataclass(frozen=True, slots=True)
class RaidFigures:
    """What there is to do about the items.

    Attributes:
        total: How many there are.
        open: How many of each kind are open.
        overdue: Keys of the open ones whose day has passed.
        unheeded: Keys of the refuted assumptions of which no risk was made.
    """

    total: int
    open: Mapping[str, int]
    overdue: tuple[str, ...]
    unheeded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RiskWords:
    """How a risk that comes of an item may be worded."""

    cause: str
    event: str
    effect: str = ""


def figures(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> RaidFigures:
    """Return what there is to do about the items `audience` may see, as of a day or today."""
    day = on or day_of(session)
    rows = presentation.table_for(session, RAID_ITEM, audience).dicts()
    is_open = [row for row in rows if row["state"] == _OPEN]
    return RaidFigures(
        total=len(rows),
        open=Counter(row["kind"] for row in is_open),
        overdue=tuple(row["id"] for row in is_open if is_late(row["state"], row["due_on"], day)),
        unheeded=tuple(
            row["id"]
            for row in rows
            if row["kind"] == ASSUMPTION and row["state"] == _REFUTED and not row["risk_id"]
        ),
    )


def is_late(state: str | None, due_on: dt.date | None, day: dt.date) -> bool:
    """Return whether an item is open though its day has passed."""
    return state == _OPEN and due_on is not None and due_on < day


def worded(item: Mapping[str, Any]) -> RiskWords:
    """Return a first wording of the risk that comes of an item, to be put right."""
    text = _bare(item["text"] or "")
    if item["kind"] == DEPENDENCY:
        waits = item.get("depends_on") or ""
        told = _("The project waits for {whom}: {text}.") if waits else _("It depends on: {text}.")
        return RiskWords(
            told.format(whom=_bare(waits), text=text),
            _("Not there in time: {text}").format(text=text),
        )
    return RiskWords(
        _("The project was planned as if it were so: {text}.").format(text=text),
        _("It is not so: {text}").format(text=text),
    )


def note_risk(session: Session, key: str, words: RiskWords) -> str:
    """Make a risk of an item, as private as it and with its owner, and return its key.

    An assumption is refuted by it; the item points to the risk.

    Raises:
        RecordMissingError: If there is no such item.
        InvalidValueError: If the wording is empty.
    """
    item = records.get(session, RAID_ITEM, key)
    values = {
        "event": words.event,
        "cause": words.cause or None,
        "effect": words.effect or None,
        "owner_id": item["owner_id"],
        "opened_on": session.today,
        LEVEL_FIELD: item[LEVEL_FIELD],
    }
    made = records.create(session, RISK, values)
    state = _REFUTED if item["kind"] == ASSUMPTION else item["state"]
    records.change(session, RAID_ITEM, key, {"risk_id": made, "state": state})
    return made


def note_difficulty(session: Session, key: str) -> str:
    """Make a difficulty of an issue, as private as it, and return its key.

    Raises:
        RecordMissingError: If there is no such item.
    """
    item = records.get(session, RAID_ITEM, key)
    values = {
        "title": item["text"],
        "opened_on": session.today,
        "notes": item["notes"],
        LEVEL_FIELD: item[LEVEL_FIELD],
    }
    made = records.create(session, DIFFICULTY, values)
    records.change(session, RAID_ITEM, key, {"difficulty_id": made})
    return made


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(" .\N{HORIZONTAL ELLIPSIS}")

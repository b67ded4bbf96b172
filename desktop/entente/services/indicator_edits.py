"""What is written about indicators: readings, those that are worked out, counts of adoption."""

import datetime as dt
from typing import Any, Final

from entente.domain.change.progress import (
    ADOPTION,
    BUILT_IN_LABELS,
    CHANGE_INDICATOR,
    INDICATOR_READING,
)
from entente.domain.records import LEVEL_FIELD
from entente.i18n import _
from entente.services import records
from entente.services.calendar import past_day
from entente.store.session import Session

#: What a tool nobody counted yet begins with.
_NOBODY: Final[dict[str, Any]] = {"users": 0, "population": 1}


def read(session: Session, key: str, value: object, on: dt.date | None = None) -> str:
    """Note what an indicator says on a day, today if none is named; return the reading's key.

    A second reading of the same day is put in place of the first.

    Raises:
        InvalidValueError: If it is no number, or the day is still to come.
        RecordMissingError: If there is no such indicator.
    """
    level = records.get(session, CHANGE_INDICATOR, key)[LEVEL_FIELD]
    where = {"indicator_id": key, "read_on": past_day(session, on)}
    for row in records.list_rows(session, INDICATOR_READING, where=where).dicts():
        records.change(session, INDICATOR_READING, row["id"], {"value": value})
        return str(row["id"])
    return records.create(session, INDICATOR_READING, {**where, "value": value, LEVEL_FIELD: level})


def missing_built_in(session: Session) -> tuple[str, ...]:
    """Return the indicators that are worked out and are not on the board yet."""
    there = {row["built_in"] for row in records.list_rows(session, CHANGE_INDICATOR).dicts()}
    return tuple(name for name in BUILT_IN_LABELS if name not in there)


def add_built_in(session: Session, name: str) -> str:
    """Put an indicator that is worked out on the board, and return its key."""
    words = _(BUILT_IN_LABELS[name])
    values = {"name": words[:1].upper() + words[1:], "built_in": name, "frequency": "monthly"}
    return records.create(session, CHANGE_INDICATOR, values)


def count_again(session: Session, tool: str, group: str) -> str:
    """Count a tool once more as of today, beginning with what was counted last.

    Returns:
        The key of the count; the one of today if there is one.
    """
    where: dict[str, Any] = {"tool": tool, "group_id": group or None}
    rows = [
        row
        for row in records.list_rows(session, ADOPTION, where={"tool": tool}).dicts()
        if (row["group_id"] or "") == group
    ]
    last = max(rows, key=lambda row: row["read_on"], default=_NOBODY)
    if last.get("read_on") == session.today:
        return str(last["id"])
    names: tuple[str, ...] = ("users", "population", LEVEL_FIELD)
    copied = {name: last[name] for name in names if name in last}
    return records.create(session, ADOPTION, {**where, **copied, "read_on": session.today})

"""Whether a value from an untrusted file is one a mission can hold."""

import datetime as dt
import json
import math
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import Boolean, Column, Date, Float, Integer, LargeBinary, String, Table

from entente.domain.text import clean
from entente.store import schema
from entente.store.journal import SEALED

_KEY: Final = re.compile(r"[0-9a-f]{32}")

#: Beyond this a number is not the same in every program.
_LARGEST_INTEGER: Final = 2**53

_LONGEST_LABEL: Final = 1_000


class WrongValueError(Exception):
    """A value no mission holds.

    Attributes:
        column: Where it stands.
    """

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


def checked_row(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as SQLAlchemy writes it, every value of its own type.

    Raises:
        WrongValueError: If one is not.
    """
    checked = {column.name: _checked(column, row[column.name]) for column in table.columns}
    if table.name in _EXTRA:
        _EXTRA[table.name](checked)
    return checked


def _checked(column: Column[Any], value: object) -> Any:  # noqa: ANN401  # a value of any column
    if value is None:
        if not column.nullable:
            raise WrongValueError(column.name)
        return None
    for kind, check in _CHECKS.items():
        if isinstance(column.type, kind):
            try:
                checked = check(value)
            except (TypeError, ValueError):
                raise WrongValueError(column.name) from None
            _require_fit(column, checked)
            return checked
    raise WrongValueError(column.name)


def _require_fit(column: Column[Any], value: object) -> None:
    if not isinstance(value, str):
        return
    if column.type.length is not None and len(value) > column.type.length:  # type: ignore[attr-defined]  # a text has one
        raise WrongValueError(column.name)
    is_key = column.name in {"id", "row_id"} or bool(column.foreign_keys)
    if is_key and not _KEY.fullmatch(value):
        raise WrongValueError(column.name)


def _boolean(value: object) -> bool:
    if value not in (0, 1) or not isinstance(value, int):
        raise TypeError
    return bool(value)


def _integer(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _LARGEST_INTEGER:
        raise TypeError
    return value


def _number(value: object) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not math.isfinite(value):
        raise TypeError
    return value


def _date(value: object) -> dt.date:
    if not isinstance(value, str):
        raise TypeError
    return dt.date.fromisoformat(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return clean(value)


def _bytes(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise TypeError
    return value


#: In this order: the first kind a column belongs to counts.
_CHECKS: Final[Mapping[type, Callable[[object], object]]] = {
    Boolean: _boolean,
    Integer: _integer,
    Float: _number,
    Date: _date,
    String: _text,
    LargeBinary: _bytes,
}


def _journal_entry(row: dict[str, Any]) -> None:
    # Not to be undone: an undo would write what the sender put there.
    row["state"] = SEALED
    if len(row["label"]) > _LONGEST_LABEL:
        raise WrongValueError("label")
    try:
        dt.datetime.fromisoformat(row["made_at"])
    except ValueError:
        raise WrongValueError("made_at") from None


def _journal_change(row: dict[str, Any]) -> None:
    if row["table_name"] not in schema.RECORD_TABLES:
        raise WrongValueError("table_name")
    table = schema.TABLES[row["table_name"]]
    for name in ("before", "after"):
        if row[name] is not None:
            row[name] = _checked_image(table, row[name], name)


def _checked_image(table: Table, stored: bytes, place: str) -> bytes:
    """Return a row of the history, having looked at each of its values."""
    try:
        image = json.loads(stored)
    except (ValueError, RecursionError):
        raise WrongValueError(place) from None
    if not isinstance(image, dict) or not set(image) <= set(table.columns.keys()):
        raise WrongValueError(place)
    for name, value in image.items():
        if value is not None:
            _checked(table.columns[name], value)
    return stored


def _counter(row: dict[str, Any]) -> None:
    if row["name"] not in schema.TABLES or row["last"] < 0:
        raise WrongValueError("name")


_EXTRA: Final[Mapping[str, Callable[[dict[str, Any]], None]]] = {
    "journal_entry": _journal_entry,
    "journal_change": _journal_change,
    "counter": _counter,
}

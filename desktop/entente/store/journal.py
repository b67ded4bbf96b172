"""Row images of every change, so that any action can be undone and any record explained."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final, Self, TypeAlias

from sqlalchemy import Connection, Date, Table, bindparam, delete, insert, select, update

from entente.store.schema import JOURNAL_CHANGE, JOURNAL_ENTRY, RECORD_TABLES, TABLES

RowImage: TypeAlias = Mapping[str, Any]

DONE: Final = "done"
UNDONE: Final = "undone"
SEALED: Final = "sealed"
#: Label of a step whose record was erased for good.
ERASED: Final = "…"


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row before and after one action; None means it did not exist."""

    table: str
    id: str
    before: RowImage | None
    after: RowImage | None

    def inverse(self) -> "RowChange":
        """Return the change that takes this one back."""
        return RowChange(self.table, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything one action changed, at most once per row."""

    label: str
    changes: tuple[RowChange, ...]
    entry_id: str = ""

    @property
    def tables(self) -> frozenset[str]:
        """Names of the tables touched; views use this to decide what to reload."""
        return frozenset(change.table for change in self.changes)

    def inverse(self) -> Self:
        """Return the change set that undoes this one."""
        inverted = tuple(change.inverse() for change in reversed(self.changes))
        return type(self)(self.label, inverted, self.entry_id)


@dataclass(frozen=True, slots=True)
class Step:
    """One action in the history of the file.

    Attributes:
        seq: Its place; later actions have larger numbers.
        made_at: When, in ISO 8601 with the offset of the computer's clock.
        state: `done`, `undone`, or `sealed`: the beginning of the file, and whatever was
            done before an erasure, cannot be undone.
    """

    seq: int
    id: str
    label: str
    made_at: str
    state: str


@dataclass(frozen=True, slots=True)
class PastChange:
    """One change of one row, with the step it belongs to."""

    step: Step
    change: RowChange


class Recorder:
    """Collects what one action writes, keeping the first and last image of each row."""

    def __init__(self) -> None:
        self._changes: dict[tuple[str, str], RowChange] = {}

    def add(self, table: str, row_id: str, before: RowImage | None, after: RowImage | None) -> None:
        """Note that a row went from `before` to `after`."""
        earlier = self._changes.get((table, row_id))
        first = before if earlier is None else earlier.before
        self._changes[table, row_id] = RowChange(table, row_id, first, after)

    def changes(self) -> tuple[RowChange, ...]:
        """Return the rows that differ from what they were."""
        return tuple(c for c in self._changes.values() if c.before != c.after)


def write(connection: Connection, change_set: ChangeSet, made_at: str) -> None:
    """Store a change set as the newest step; what was undone can no longer be redone."""
    forget(connection, UNDONE)
    cursor = connection.exec_driver_sql(
        "INSERT INTO journal_entry (id, label, made_at, state) VALUES (?, ?, ?, ?)",
        (change_set.entry_id, change_set.label, made_at, DONE),
    )
    seq = cursor.lastrowid
    connection.exec_driver_sql(
        "INSERT INTO journal_change "
        '(entry_seq, position, table_name, row_id, "before", "after") VALUES (?, ?, ?, ?, ?, ?)',
        [
            (seq, position, change.table, change.id, _dump(change.before), _dump(change.after))
            for position, change in enumerate(change_set.changes)
        ],
    )


def join(connection: Connection, onto: str, change_set: ChangeSet) -> ChangeSet:
    """Take the newest step out of the history and return it joined with what goes on with it.

    Where `onto` is not the newest step that stands, `change_set` is returned as it is.
    """
    step = last_done(connection)
    if step is None or step.id != onto:
        return change_set
    recorder = Recorder()
    for change in (*load(connection, step).changes, *change_set.changes):
        recorder.add(change.table, change.id, change.before, change.after)
    of_step = JOURNAL_CHANGE.c.entry_seq == step.seq
    connection.execute(delete(JOURNAL_CHANGE).where(of_step))
    connection.execute(delete(JOURNAL_ENTRY).where(JOURNAL_ENTRY.c.seq == step.seq))
    return ChangeSet(change_set.label, recorder.changes(), change_set.entry_id)


def forget(connection: Connection, state: str) -> None:
    """Remove the steps in `state` from the history."""
    seqs = select(JOURNAL_ENTRY.c.seq).where(JOURNAL_ENTRY.c.state == state)
    if connection.execute(seqs.limit(1)).first() is None:
        return
    connection.execute(delete(JOURNAL_CHANGE).where(JOURNAL_CHANGE.c.entry_seq.in_(seqs)))
    connection.execute(delete(JOURNAL_ENTRY).where(JOURNAL_ENTRY.c.state == state))


def erase(connection: Connection, row_ids: Sequence[str]) -> None:
    """Strike rows out of the whole history and seal it.

    The labels of the steps go as well: they name what was acted upon.
    """
    held = JOURNAL_CHANGE.c.row_id.in_(row_ids)
    touched = select(JOURNAL_CHANGE.c.entry_seq).where(held)
    naming = JOURNAL_ENTRY.c.seq.in_(touched)
    connection.execute(update(JOURNAL_ENTRY).where(naming).values(label=ERASED))
    connection.execute(delete(JOURNAL_CHANGE).where(held))
    seal(connection)


def seal(connection: Connection) -> None:
    """Let every step so far stand for good: none of them can be undone or redone."""
    forget(connection, UNDONE)
    connection.execute(update(JOURNAL_ENTRY).values(state=SEALED))


def steps(connection: Connection, limit: int | None = None) -> list[Step]:
    """Return the newest steps, oldest of them first."""
    newest = select(JOURNAL_ENTRY).order_by(JOURNAL_ENTRY.c.seq.desc()).limit(limit)
    found = [_step(row) for row in connection.execute(newest).mappings()]
    return found[::-1]


def last_done(connection: Connection) -> Step | None:
    """Return the step that undo would take back."""
    return _first(connection, DONE, newest=True)


def first_undone(connection: Connection) -> Step | None:
    """Return the step that redo would make again."""
    return _first(connection, UNDONE, newest=False)


def _first(connection: Connection, state: str, *, newest: bool) -> Step | None:
    seq = JOURNAL_ENTRY.c.seq
    chosen = (
        select(JOURNAL_ENTRY)
        .where(JOURNAL_ENTRY.c.state == state)
        .order_by(seq.desc() if newest else seq)
        .limit(1)
    )
    row = connection.execute(chosen).mappings().first()
    return None if row is None else _step(row)


def load(connection: Connection, step: Step) -> ChangeSet:
    """Return what a step changed."""
    chosen = (
        select(JOURNAL_CHANGE)
        .where(JOURNAL_CHANGE.c.entry_seq == step.seq)
        .order_by(JOURNAL_CHANGE.c.position)
    )
    rows = connection.execute(chosen).mappings()
    return ChangeSet(step.label, tuple(_change(row) for row in rows), step.id)


def mark(connection: Connection, step: Step, state: str) -> None:
    """Put a step into another state."""
    connection.execute(
        update(JOURNAL_ENTRY).where(JOURNAL_ENTRY.c.seq == step.seq).values(state=state)
    )


def past_of(connection: Connection, row_ids: Sequence[str]) -> list[PastChange]:
    """Return every change of the given rows, newest first."""
    chosen = (
        select(JOURNAL_ENTRY, JOURNAL_CHANGE)
        .join_from(JOURNAL_CHANGE, JOURNAL_ENTRY)
        .where(JOURNAL_CHANGE.c.row_id.in_(row_ids))
        .order_by(JOURNAL_ENTRY.c.seq.desc(), JOURNAL_CHANGE.c.position)
    )
    return [PastChange(_step(row), _change(row)) for row in connection.execute(chosen).mappings()]


def apply(connection: Connection, change_set: ChangeSet) -> None:
    """Write a change set to the tables, keeping keys. Undo and redo are both this."""
    by_table = sorted(change_set.changes, key=lambda change: change.table)
    for name, changes in groupby(by_table, key=lambda change: change.table):
        _apply_to(connection, TABLES[name], tuple(changes))


def _apply_to(connection: Connection, table: Table, changes: Iterable[RowChange]) -> None:
    gone, new, altered = [], [], []
    for change in changes:
        if change.after is None:
            gone.append({"key": change.id})
        elif change.before is None:
            new.append(dict(change.after))
        else:
            altered.append({"key": change.id, **change.after})
    same_row = table.c.id == bindparam("key")
    if gone:
        connection.execute(delete(table).where(same_row), gone)
    if altered:
        connection.execute(update(table).where(same_row), altered)
    if new:
        connection.execute(insert(table), new)


def _dump(image: RowImage | None) -> bytes | None:
    if image is None:
        return None
    text = json.dumps(image, ensure_ascii=False, separators=(",", ":"), default=_iso)
    return text.encode()


def _iso(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(type(value))


def _change(row: Mapping[Any, Any]) -> RowChange:
    table = TABLES[row["table_name"]]
    before, after = _parse(table, row["before"]), _parse(table, row["after"])
    return RowChange(table.name, row["row_id"], before, after)


def _parse(table: Table, stored: bytes | None) -> RowImage | None:
    if stored is None:
        return None
    known: dict[str, Any] = json.loads(stored)
    # A migration since then may have added columns, or removed some.
    kind = RECORD_TABLES.get(table.name)
    lacking = {f.name: f.default for f in kind.fields if f.required} if kind else {}
    image: dict[str, Any] = {
        name: known.get(name, lacking.get(name))
        for name in table.columns.keys()  # noqa: SIM118  # no mapping
    }
    for column in table.columns:
        if isinstance(column.type, Date) and image.get(column.name):
            image[column.name] = dt.date.fromisoformat(image[column.name])
    return image


def _step(row: Mapping[Any, Any]) -> Step:
    return Step(row["seq"], row["id"], row["label"], row["made_at"], row["state"])

"""What an action works with: the rows of a mission, each write noted in the journal."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, Select, Table, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import Field, FieldKind, RecordType, Values
from entente.errors import RecordMissingError
from entente.store.journal import Recorder, RowImage
from entente.store.schema import COUNTER, TABLES
from entente.store.urn import WAVE_TABLE, Urn

#: Rows written by one statement; SQLite's own limit is on bound values.
_CHUNK: Final = 5_000


def new_key() -> str:
    """Return a key no other row has, in this mission or another."""
    return uuid4().hex


class Session:
    """The rows of a mission for the length of one action.

    Attributes:
        now: When the action began, with the offset of the computer's clock.
        today: The same, as a date.
        urn: Ballots of waves that are open.
        is_sealing: Whether no undo goes back behind this action.
    """

    def __init__(self, connection: Connection, now: dt.datetime) -> None:
        self._connection = connection
        self.recorder = Recorder()
        self.now = now
        self.today = now.date()
        self.urn = Urn(connection)
        self.is_sealing = False

    def seal(self) -> None:
        """Let everything up to this action stand for good: no undo goes back behind it."""
        self.is_sealing = True

    def rows(self, statement: Select[Any]) -> Sequence[Any]:
        """Return what a select finds: named tuples, one a row."""
        return self._connection.execute(statement).all()

    def image(self, table: Table, row_id: str) -> RowImage | None:
        """Return one whole row, or None if it is not there."""
        found = self._connection.execute(select(table).where(table.c.id == row_id))
        row = found.mappings().first()
        return None if row is None else dict(row)

    def insert(self, record_type: RecordType, values: Values) -> str:
        """Add a record and return its key; fields not given take their defaults."""
        (key,) = self.insert_many(record_type, [values])
        return key

    def insert_many(self, record_type: RecordType, records: Sequence[Values]) -> list[str]:
        """Add records, in order, and return their keys."""
        table = TABLES[record_type.name]
        defaults = {field.name: field.default for field in record_type.stored}
        rows = [{**defaults, "id": new_key(), **_known(table, values)} for values in records]
        if record_type.prefix:
            unnamed = [row for row in rows if not row.get("ref")]
            first = self.take_numbers(record_type.name, len(unnamed))
            for number, row in enumerate(unnamed, first):
                row["ref"] = f"{record_type.prefix}{number:0{record_type.digits}d}"
        self._insert(table, rows)
        return [row["id"] for row in rows]

    def update(self, record_type: RecordType, key: str, values: Values) -> None:
        """Change fields of a record.

        Raises:
            RecordMissingError: If there is no such record.
        """
        self._update(TABLES[record_type.name], key, values)

    def update_rating(self, record_type: RecordType, rating_id: str, values: Values) -> None:
        """Complete a dated rating: its fact, its confidence, who said it."""
        self._update(TABLES[record_type.rating_name], rating_id, values)

    def delete(self, record_type: RecordType, key: str) -> None:
        """Remove a record, its ratings and parts; references to it elsewhere are emptied."""
        self._remove(record_type, key)

    def delete_rating(self, record_type: RecordType, rating_id: str) -> None:
        """Remove one dated rating."""
        self._delete(TABLES[record_type.rating_name], rating_id)

    def rate(  # noqa: PLR0913  # a rating is all of this, and each part is named
        self,
        record_type: RecordType,
        key: str,
        values: Values,
        *,
        dated_on: dt.date | None = None,
        fact: str = "",
        confidence: str = "medium",
        author: str = "",
        confidentiality: str = "mediator",
    ) -> str:
        """Append a dated rating and return its key.

        Dated fields not in `values` keep what they were on that date; of a sparse kind
        they stay empty, and what was rated before goes on holding.

        Raises:
            RecordMissingError: If there is no such record.
        """
        if self.image(TABLES[record_type.name], key) is None:
            raise RecordMissingError(record_type.name, key)
        day = dated_on or self.today
        rating = {
            **self._rating_on(record_type, key, day),
            "dated_on": day,
            "fact": fact,
            "confidence": confidence,
            "author": author,
            "confidentiality": confidentiality,
            **values,
            f"{record_type.name}_id": key,
        }
        (rating_id,) = self.insert_ratings(record_type, [rating])
        return rating_id

    def insert_ratings(self, record_type: RecordType, ratings: Sequence[Values]) -> list[str]:
        """Append complete ratings, in order, and return their keys."""
        table = TABLES[record_type.rating_name]
        first = self.take_numbers(table.name, len(ratings))
        rows = [
            {**_known(table, rating), "id": new_key(), "seq": seq}
            for seq, rating in enumerate(ratings, first)
        ]
        self._insert(table, rows)
        return [row["id"] for row in rows]

    def take_numbers(self, name: str, count: int = 1) -> int:
        """Reserve `count` numbers of a series for ever and return the first."""
        if count == 0:
            return 0
        found = select(COUNTER.c.last).where(COUNTER.c.name == name)
        last = self._connection.execute(found).scalar() or 0
        self._remember_last(name, last + count)
        return int(last) + 1

    def keep_number(self, name: str, number: int) -> None:
        """Make sure a number that came from elsewhere is not given out again."""
        found = select(COUNTER.c.last).where(COUNTER.c.name == name)
        last = self._connection.execute(found).scalar() or 0
        if number > last:
            self._remember_last(name, number)

    def _remember_last(self, name: str, last: int) -> None:
        statement = upsert(COUNTER).values(name=name, last=last)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_={"last": last})
        )

    def _rating_on(self, record_type: RecordType, key: str, day: dt.date) -> dict[str, Any]:
        table = TABLES[record_type.rating_name]
        columns = [table.c[field.name] for field in record_type.dated]
        blank = {field.name: field.default for field in record_type.dated}
        if record_type.sparse:
            return dict.fromkeys(blank)
        latest = (
            select(*columns)
            .where(table.c[f"{record_type.name}_id"] == key, table.c.dated_on <= day)
            .order_by(table.c.dated_on.desc(), table.c.seq.desc())
            .limit(1)
        )
        row = self._connection.execute(latest).mappings().first()
        return blank | dict(row or {})

    def _insert(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        blank = dict.fromkeys(table.columns.keys())
        whole = [{**blank, **row} for row in rows]
        for start in range(0, len(whole), _CHUNK):
            self._connection.execute(insert(table), whole[start : start + _CHUNK])
        for row in whole:
            self.recorder.add(table.name, row["id"], None, row)

    def _update(self, table: Table, row_id: str, values: Values) -> None:
        before = self.image(table, row_id)
        if before is None:
            raise RecordMissingError(table.name, row_id)
        after = {**before, **_known(table, values), "id": row_id}
        if after == before:
            return
        changed = {name: after[name] for name in after if after[name] != before[name]}
        self._connection.execute(update(table).where(table.c.id == row_id).values(changed))
        self.recorder.add(table.name, row_id, before, after)

    def _delete(self, table: Table, row_id: str) -> None:
        before = self.image(table, row_id)
        if before is None:
            raise RecordMissingError(table.name, row_id)
        self._connection.execute(delete(table).where(table.c.id == row_id))
        self.recorder.add(table.name, row_id, before, None)

    def _remove(self, record_type: RecordType, key: str) -> None:
        for other, field in _references_to(record_type):
            table = TABLES[other.name]
            keys = select(table.c.id).where(table.c[field.name] == key)
            for part in self._connection.execute(keys).scalars().all():
                if field.owned:
                    self._remove(other, part)
                else:
                    self._update(table, part, {field.name: None})
        if record_type.dated:
            ratings = TABLES[record_type.rating_name]
            mine = select(ratings.c.id).where(ratings.c[f"{record_type.name}_id"] == key)
            for rating in self._connection.execute(mine).scalars().all():
                self._delete(ratings, rating)
        if record_type.name == WAVE_TABLE:
            self.urn.empty(key)
        self._delete(TABLES[record_type.name], key)


def _known(table: Table, values: Values) -> Mapping[str, Any]:
    unknown = set(values) - set(table.columns.keys())
    if unknown:
        raise KeyError(f"{table.name} has no {', '.join(sorted(unknown))}")
    return values


def _references_to(record_type: RecordType) -> Iterator[tuple[RecordType, Field]]:
    for other in RECORD_TYPES.values():
        for field in other.stored:
            if field.kind is FieldKind.REFERENCE and field.target == record_type.name:
                yield other, field

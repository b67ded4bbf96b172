"""A mission from somebody else: read behind a whitelist, copied row by row into a new file.

Its bytes may have been made to do harm. It is never opened for writing, nothing but plain
reading of the tables of a mission is let through, and each value is looked at before it
is taken. The history comes along sealed, the search index is made anew.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Timer
from typing import Any, Final

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2 as driver

from entente.domain.text import natural_key
from entente.errors import (
    DamagedFileError,
    JournalLeftError,
    NotAMissionError,
    ReceivedFault,
    ReceivedFileError,
    TooNewError,
    WrongPassphraseError,
)
from entente.store import health, lock, making, schema, search, whitelist
from entente.store.connection import (
    DRIVER_ERRORS,
    Access,
    RawConnection,
    connect,
    pragma,
    result_code,
    translate,
)
from entente.store.gate import Clock, system_clock
from entente.store.key import Key
from entente.store.opening import fitting_key
from entente.store.received_values import WrongValueError, checked_row
from entente.store.unlock import APPLICATION_ID, has_journal

_CHUNK: Final = 1_000

#: Not taken over: a new file says this of itself, and ballots are nobody else's to count.
_OWN_TABLES: Final = frozenset({"meta", "search_map", schema.URN.name, schema.URN_SOURCE.name})


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a received file is taken before it is refused.

    Attributes:
        file_bytes: Size of the whole file.
        rows: Rows of one table.
        value_bytes: Size of one value.
        seconds: Time to read it, from opening to the last row.
    """

    file_bytes: int = 1 << 30
    rows: int = 500_000
    value_bytes: int = 5_000_000
    seconds: float = 20.0


_LIMITS: Final = Limits()


def receive(
    source: Path,
    key: Key | None,
    target: Path,
    target_key: Key | None,
    *,
    limits: Limits = _LIMITS,
    clock: Clock = system_clock,
) -> dict[str, int]:
    """Copy what a received file holds into a new mission; all of it or nothing.

    Args:
        source: The received file; it is left as it is.
        key: What opens it, None if it is not encrypted: see `unlock.find_key`.
        target: The new mission; nothing may be there.
        target_key: Its key, None to leave it readable by anybody.
        limits: When to stop.
        clock: For the date the new file was made.

    Returns:
        Rows taken, by table.

    Raises:
        EntenteError: If it is not a mission of this version, or does not fit in.
    """
    with _opened(source, key, limits) as reader:
        counts: dict[str, int] = {}

        def fill(connection: Connection) -> None:
            for table in schema.METADATA.sorted_tables:
                if table.name not in _OWN_TABLES:
                    counts[table.name] = _copy(reader, table, connection)
            _lift_counters(connection)
            search.rebuild_index(connection)

        try:
            making.build(target, target_key, clock(), fill)
        except IntegrityError as error:
            # Neither message nor statement: they quote the values.
            raise ReceivedFileError(source, ReceivedFault.WRONG_VALUE) from error
    return counts


def preview(source: Path, key: Key | None, *, limits: Limits = _LIMITS) -> dict[str, int]:
    """Return how many rows each table of a received file has, if it is one of ours.

    Raises:
        EntenteError: As for `receive`.
    """
    with _opened(source, key, limits) as reader:
        return {
            table.name: reader.measure(table)
            for table in schema.METADATA.sorted_tables
            if table.name not in _OWN_TABLES
        }


class _Reader:
    """Reads a file that is not trusted; every error refuses the whole of it."""

    def __init__(self, path: Path, raw: RawConnection, limits: Limits, deadline: float) -> None:
        self._path = path
        self._raw = raw
        self._limits = limits
        self._deadline = deadline

    def measure(self, table: Table) -> int:
        """Return how many rows a table has, refusing too many and too large values."""
        names = table.columns.keys()
        sizes = ", ".join(f'max(octet_length("{name}"))' for name in names)
        sql = f'SELECT count(*), {sizes} FROM "{table.name}"'  # noqa: S608  # names of ours
        with self._refusing():
            number, *largest = self._raw.execute(sql).fetchone()
        if number > self._limits.rows:
            raise self._refusal(ReceivedFault.TOO_LARGE, f"{table.name}: {number}")
        for name, size in zip(names, largest, strict=True):
            if size is not None and size > self._limits.value_bytes:
                raise self._refusal(ReceivedFault.TOO_LARGE, f"{table.name}.{name}: {size}")
        return int(number)

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table, each value checked."""
        names = table.columns.keys()
        columns = ", ".join(f'"{name}"' for name in names)
        with self._refusing():
            found = self._raw.execute(f'SELECT {columns} FROM "{table.name}"')  # noqa: S608  # names of ours
        for number in count(1):
            with self._refusing():
                values = found.fetchone()
            if values is None:
                return
            try:
                yield checked_row(table, dict(zip(names, values, strict=True)))
            except WrongValueError as error:
                place = f"{table.name}.{error.column}, {number}"
                raise self._refusal(ReceivedFault.WRONG_VALUE, place) from None

    def require_ours(self, *, encrypted: bool) -> None:
        """Refuse what is not a whole mission of this very version."""
        with self._refusing():
            if pragma(self._raw, "application_id") != APPLICATION_ID:
                raise NotAMissionError(self._path)
            version = pragma(self._raw, "user_version")
            if version > schema.SCHEMA_VERSION:
                raise TooNewError(self._path, "", version)
            if version < schema.SCHEMA_VERSION:
                raise self._refusal(ReceivedFault.OLD_VERSION)
            unknown = whitelist.first_unknown(self._raw)
            if unknown is not None:
                raise self._refusal(*unknown)
            if encrypted and health.damage(self._raw, encrypted=True):
                raise DamagedFileError(self._path)
            for name in schema.TABLES:
                if self._raw.execute(f'PRAGMA quick_check("{name}")').fetchone() != ("ok",):
                    raise DamagedFileError(self._path)
        self._raw.set_authorizer(whitelist.only_reading)

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        if time.monotonic() > self._deadline:
            raise self._refusal(ReceivedFault.TOO_SLOW)
        try:
            yield
        except DRIVER_ERRORS as error:
            match result_code(error) & 0xFF:
                case driver.SQLITE_INTERRUPT:
                    raise self._refusal(ReceivedFault.TOO_SLOW) from error
                case driver.SQLITE_AUTH:
                    raise self._refusal(ReceivedFault.UNKNOWN_OBJECT) from error
            # What is left are values that are no text although they say so.
            meant = translate(error, self._path)
            raise meant or self._refusal(ReceivedFault.WRONG_VALUE) from error

    def _refusal(self, fault: ReceivedFault, place: str = "") -> ReceivedFileError:
        return ReceivedFileError(self._path, fault, place)


@contextmanager
def _opened(path: Path, key: Key | None, limits: Limits) -> Iterator[_Reader]:
    """Hold a received file open, once it has been found to be what it should be."""
    lock.require_free(path)
    key = fitting_key(path, key)
    if has_journal(path):
        raise JournalLeftError(path)
    if path.stat().st_size > limits.file_bytes:
        raise ReceivedFileError(path, ReceivedFault.TOO_LARGE)
    opened: list[RawConnection] = []

    def stop() -> None:
        for raw in opened:
            raw.interrupt()

    # From outside: a crafted tree can keep one step of a statement busy for years.
    alarm = Timer(limits.seconds, stop)
    alarm.daemon = True
    alarm.start()
    deadline = time.monotonic() + limits.seconds
    try:
        raw = _connect(path, key, opened)
        reader = _Reader(path, raw, limits, deadline)
        reader.require_ours(encrypted=key is not None)
        yield reader
    finally:
        alarm.cancel()
        alarm.join()
        for raw in opened:
            raw.close()


def _connect(path: Path, key: Key | None, opened: list[RawConnection]) -> RawConnection:
    try:
        return connect(path, key, Access.READ, prepare=opened.append)
    except NotAMissionError:
        if key is None:
            raise
        raise WrongPassphraseError(path) from None
    except driver.Error as error:
        raise ReceivedFileError(path, ReceivedFault.TOO_SLOW) from error


def _copy(reader: _Reader, table: Table, connection: Connection) -> int:
    rows = reader.measure(table)
    chunk: list[dict[str, Any]] = []
    for row in reader.rows(table):
        chunk.append(row)
        if len(chunk) == _CHUNK:
            connection.execute(insert(table), chunk)
            chunk = []
    if chunk:
        connection.execute(insert(table), chunk)
    return rows


def _lift_counters(connection: Connection) -> None:
    """Raise each counter to the largest number in use, whatever the file said."""
    for name, record_type in schema.RECORD_TABLES.items():
        table = schema.TABLES[name]
        if name == record_type.rating_name:
            largest = connection.execute(select(func.max(table.c.seq))).scalar() or 0
        elif record_type.prefix:
            refs = connection.execute(select(table.c.ref)).scalars()
            largest = max((natural_key(ref)[1] for ref in refs), default=0)
        else:
            continue
        counter = upsert(schema.COUNTER).values(name=name, last=largest)
        last = func.max(schema.COUNTER.c.last, counter.excluded.last)
        connection.execute(
            counter.on_conflict_do_update(index_elements=["name"], set_={"last": last})
        )

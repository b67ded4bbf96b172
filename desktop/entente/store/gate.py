"""The one gate through which a mission is read and changed."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import Final, Protocol, TypeAlias, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.records import RecordType
from entente.errors import EntenteError
from entente.store import erasing, journal, search
from entente.store.journal import ChangeSet, PastChange, Step
from entente.store.session import Session, new_key

T = TypeVar("T")
Query: TypeAlias = Callable[[Session], T]
Action: TypeAlias = Callable[[Session], object]
Clock: TypeAlias = Callable[[], dt.datetime]


def system_clock() -> dt.datetime:
    """Return the time with the offset of this computer."""
    return dt.datetime.now().astimezone()


class Guard(Protocol):
    """What stands behind the engine and knows whether a commit can be believed."""

    def before_commit(self) -> None:
        """Raise if the file is no longer the one that was opened, or may not change."""

    def after_commit(self) -> None:
        """Raise if the commit went into a file that is gone."""

    def failed_commit(self, entry_id: str, error: DBAPIError, state: str) -> bool:
        """Return whether a change is in the file although its commit reported an error.

        Args:
            entry_id: The step of the history; empty for a change that is no step.
            error: What the commit reported.
            state: What the step is once the change is made.

        Raises:
            EntenteError: What to tell the user when it is not.
        """

    def failed_read(self, error: DBAPIError) -> EntenteError | None:
        """Return what a failed reading means to the user, None if it is a bug."""


class NoGuard:
    """A guard for a database without a file."""

    def before_commit(self) -> None:
        """Nothing can have gone wrong."""

    def after_commit(self) -> None:
        """Nothing can have gone wrong."""

    def failed_commit(self, _entry_id: str, _error: DBAPIError, _state: str) -> bool:
        """A failed commit in memory is a failed commit."""
        return False

    def failed_read(self, _error: DBAPIError) -> None:
        """Reading memory fails for no reason a user could mend."""


@dataclass(slots=True)
class _Write:
    """A change under way, and how to recognise it in the file afterwards."""

    connection: Connection
    entry_id: str = ""
    state: str = journal.DONE
    is_traced: bool = False  # the log beside the file tells in which order ballots came


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure took away.

    Attributes:
        change_set: The rows removed from their tables, and those that pointed to them.
        past: How many changes were struck out of the history.
    """

    change_set: ChangeSet
    past: int


_NO_GUARD: Final = NoGuard()


class Gate:
    """Runs every query and action; one at a time, each in a transaction of its own."""

    def __init__(
        self, engine: Engine, guard: Guard = _NO_GUARD, clock: Clock = system_clock
    ) -> None:
        self._engine = engine
        self._guard = guard
        self._clock = clock
        self._lock = RLock()

    def read(self, query: Query[T]) -> T:
        """Return the result of `query`. Nothing it writes is kept."""
        with self._reading() as connection:
            return query(Session(connection, self._clock()))

    def run(self, label: str, action: Action, onto: str = "") -> ChangeSet:
        """Run one action as one transaction, one step of history, one undo.

        Args:
            label: The action's name in the Undo menu, in the user's language.
            action: Writes to the session it is given; an exception rolls back.
            onto: The `entry_id` of an earlier step that this one goes on with: while that is
                the newest, both are one step, as a measurement is that is still going on.

        Returns:
            What the action changed, nothing if it changed nothing.

        Raises:
            EntenteError: If the action refuses, or the change could not be kept.
        """
        with self._lock:
            with self._writing() as write:
                change_set = self._make_step(write, label, action, onto)
            if write.is_traced:
                self._empty_log()
        return change_set

    def found(self, label: str, action: Action) -> ChangeSet:
        """Run the action that a file begins with; no undo goes back behind it.

        Args:
            label: The action's name in the history, in the user's language.
            action: Writes to the session it is given; an exception rolls back.

        Returns:
            What the action changed.

        Raises:
            EntenteError: If the action refuses, or the change could not be kept.
        """
        with self._writing() as write:
            return self._make_step(write, label, action, seals=True)

    def undo(self) -> ChangeSet | None:
        """Take back the newest step that stands and return what that changed."""
        with self._writing() as write:
            step = journal.last_done(write.connection)
            if step is None:
                return None
            change_set = journal.load(write.connection, step).inverse()
            self._replay(write, step, change_set, journal.UNDONE)
        return change_set

    def redo(self) -> ChangeSet | None:
        """Make the oldest undone step again and return what that changed."""
        with self._writing() as write:
            step = journal.first_undone(write.connection)
            if step is None:
                return None
            change_set = journal.load(write.connection, step)
            self._replay(write, step, change_set, journal.DONE)
        return change_set

    def steps(self, limit: int | None = None) -> list[Step]:
        """Return the history of the file, oldest first."""
        with self._reading() as connection:
            return journal.steps(connection, limit)

    def next_steps(self) -> tuple[Step | None, Step | None]:
        """Return the steps that undo would take back and redo would make again."""
        with self._reading() as connection:
            return journal.last_done(connection), journal.first_undone(connection)

    def past_of(self, row_ids: Sequence[str]) -> list[PastChange]:
        """Return every change of the given rows, newest first."""
        with self._reading() as connection:
            return journal.past_of(connection, row_ids)

    def find(self, words: str, audience: Audience = MEDIATOR, limit: int = 50) -> list[search.Hit]:
        """Return the rows that hold the words looked for and that `audience` may read."""
        with self._bare_cursor() as cursor:
            return search.find(cursor, words, audience, limit)

    def erase(self, record_type: RecordType, key: str) -> Erased:
        """Remove a record and its parts for good: from tables, history and search index.

        That includes parts deleted long ago, of which only the history knew. No earlier step
        can be undone afterwards: undoing would need what is erased.

        Returns:
            What went, so that views can show it and a certificate can count it.

        Raises:
            RecordMissingError: If there is no such record.
        """
        with self._lock:
            with self._writing() as write:
                session = Session(write.connection, self._clock())
                session.delete(record_type, key)
                changes = session.recorder.changes()
                gone = [(c.table, c.id) for c in changes if c.after is None]
                keys = sorted(erasing.with_parts(write.connection, gone))
                past = erasing.count_of(write.connection, keys)
                journal.erase(write.connection, keys)
                search.rebuild_index(write.connection)
            with self._bare_cursor() as cursor:
                cursor.execute("VACUUM")
            # Until then the old pages stand in the file behind the log.
            self._empty_log()
        return Erased(ChangeSet("", changes), past)

    @contextmanager
    def exclusive(self) -> Iterator[Engine]:
        """Hold everybody else off the connection, for work on the file itself."""
        with self._lock:
            yield self._engine

    def _empty_log(self) -> None:
        """Bring what is in the log into the file, and leave nothing in the log."""
        with self._bare_cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.fetchall()

    @contextmanager
    def _bare_cursor(self) -> Iterator[DBAPICursor]:
        """Give the driver's own cursor, outside any transaction."""
        with self._lock:
            bare = self._engine.raw_connection()
            try:
                yield bare.cursor()
            finally:
                bare.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._lock:
            try:
                with self._engine.connect() as connection:
                    yield connection
            except DBAPIError as error:
                meant = self._guard.failed_read(error)
                if meant is None:
                    raise
                raise meant from error

    @contextmanager
    def _writing(self) -> Iterator[_Write]:
        with self._lock:
            self._guard.before_commit()
            with self._engine.connect() as connection, connection.begin() as transaction:
                write = _Write(connection)
                try:
                    yield write
                    transaction.commit()
                except DBAPIError as error:
                    transaction.close()
                    connection.close()
                    if not self._guard.failed_commit(write.entry_id, error, write.state):
                        raise
            self._guard.after_commit()

    def _make_step(
        self, write: _Write, label: str, action: Action, onto: str = "", *, seals: bool = False
    ) -> ChangeSet:
        write.entry_id = new_key()
        now = self._clock()
        session = Session(write.connection, now)
        action(session)
        write.is_traced = session.urn.is_touched
        changes = session.recorder.changes()
        change_set = ChangeSet(label, changes, write.entry_id)
        if changes:
            whole = journal.join(write.connection, onto, change_set) if onto else change_set
            journal.write(write.connection, whole, now.isoformat(timespec="seconds"))
            search.update_index(write.connection, changes)
        if seals or session.is_sealing:
            write.state = journal.SEALED
            journal.seal(write.connection)
        return change_set

    @staticmethod
    def _replay(write: _Write, step: Step, change_set: ChangeSet, state: str) -> None:
        write.entry_id, write.state = step.id, state
        journal.apply(write.connection, change_set)
        search.update_index(write.connection, change_set.changes)
        journal.mark(write.connection, step, state)

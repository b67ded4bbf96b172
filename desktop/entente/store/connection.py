"""Opening a mission file through SQLCipher, with every setting that keeps it whole."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias
from urllib.parse import quote_from_bytes

from sqlalchemy import Connection, Engine, create_engine, event, pool
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as driver

from entente.errors import (
    DamagedFileError,
    DiskFailedError,
    DiskFullError,
    EntenteError,
    FileGoneError,
    FileInUseError,
    NotAMissionError,
    ReadOnlyError,
    UnsoundLibraryError,
)
from entente.store.key import Key

#: Older ones lose a checkpoint (fixed in 3.51.3) or let a crafted index write out of
#: bounds (CVE-2026-11822, CVE-2026-11824, fixed in 3.53.3).
OLDEST_SOUND_SQLITE: Final = (3, 53, 3)

#: What the driver raises.
#: WORKAROUND: a message that quotes the bytes of a damaged file is not always text, and
#: then the driver cannot even make its own error.
DRIVER_ERRORS: Final = (driver.Error, UnicodeDecodeError)

_Authorizer: TypeAlias = Callable[[int, Any, Any, Any, Any], int]


class Cursor(Protocol):
    """What the driver returns for a statement."""

    def fetchone(self) -> Any:  # noqa: ANN401  # a row holds whatever the columns hold
        """Return the next row or None."""

    def fetchall(self) -> list[Any]:
        """Return all rows."""

    def __iter__(self) -> Iterator[Any]:
        """Yield the rows."""


class RawConnection(Protocol):
    """A connection of the driver, which has no types of its own."""

    in_transaction: bool

    def execute(self, sql: str, parameters: Sequence[object] = ..., /) -> Cursor:
        """Run one statement."""

    def set_authorizer(self, authorizer: _Authorizer | None) -> None:
        """Ask `authorizer` about everything a statement is going to do."""

    def interrupt(self) -> None:
        """Stop the statement another thread is running."""

    def close(self) -> None:
        """Close the file."""


class Access(Enum):
    """What a file is opened for."""

    EDIT = auto()
    READ = auto()  # takes no lock and leaves no trace; nobody may be changing the file


#: Statements that could make the file unreadable or leave it, whatever asks for them:
#: some of them write on happily, and the file no longer opens with its own key.
_FORBIDDEN_PRAGMAS: Final = frozenset(
    {"key", "rekey", "hexkey", "hexrekey", "kdf_iter", "writable_schema"}
)
#: Settings on which the promise "saved" rests; they may be asked for, not changed.
_FIXED_PRAGMAS: Final = frozenset({"journal_mode", "locking_mode", "synchronous", "trusted_schema"})
_HARMLESS_CIPHER_PRAGMAS: Final = frozenset({"cipher_version", "cipher_integrity_check"})


def _authorize(action: int, name: Any, value: Any, _database: Any, _trigger: Any) -> int:  # noqa: ANN401  # as the driver calls it
    if action == driver.SQLITE_PRAGMA:
        refused = _is_dangerous(str(name).lower(), value)
    elif action == driver.SQLITE_ATTACH:
        refused = name != ""  # VACUUM attaches a database without a name, in memory
    elif action == driver.SQLITE_FUNCTION:
        refused = str(value).lower() == "load_extension"
    else:
        refused = action == driver.SQLITE_DETACH
    return int(driver.SQLITE_DENY if refused else driver.SQLITE_OK)


def _is_dangerous(pragma: str, value: object) -> bool:
    if pragma.startswith("cipher"):
        return pragma not in _HARMLESS_CIPHER_PRAGMAS
    return pragma in _FORBIDDEN_PRAGMAS or (value is not None and pragma in _FIXED_PRAGMAS)


def connect(
    path: Path,
    key: Key | None,
    access: Access,
    prepare: Callable[[RawConnection], object] | None = None,
) -> RawConnection:
    """Open an existing file and return the connection, guarded, with its settings made.

    Args:
        path: The file. While it is open for editing nothing else in this process may open
            it by its path: on Unix, closing that would drop our locks.
        key: None for a file without encryption.
        access: What it is opened for.
        prepare: Called before anything is read.

    Raises:
        UnsoundLibraryError: If the library is not to be trusted.
        EntenteError: As `translate` says; `NotAMissionError` also when the key is wrong.
    """
    try:
        opened: RawConnection = driver.connect(
            _uri(path, access), uri=True, isolation_level=None, check_same_thread=False, timeout=0
        )
    except DRIVER_ERRORS as error:
        raise translate(error, path) or error from error
    try:
        _unlock(opened, key)
        if prepare is not None:
            prepare(opened)
        _configure(opened, access)
    except DRIVER_ERRORS as error:
        opened.close()
        raise translate(error, path) or error from error
    except BaseException:
        opened.close()
        raise
    opened.set_authorizer(_authorize)
    return opened


def _uri(path: Path, access: Access) -> str:
    quoted = quote_from_bytes(os.fsencode(path.absolute().as_posix()), safe="/:")
    slash = "" if quoted.startswith("/") else "/"
    query = "mode=ro&immutable=1" if access is Access.READ else "mode=rw"
    return f"file://{slash}{quoted}?{query}"


def _unlock(opened: RawConnection, key: Key | None) -> None:
    # First of all: by default errors go to standard error, with names of files.
    opened.execute("PRAGMA cipher_log_level = NONE").fetchall()
    version = opened.execute("PRAGMA cipher_version").fetchone()
    if not version or driver.sqlite_version_info < OLDEST_SOUND_SQLITE:
        needed = ".".join(map(str, OLDEST_SOUND_SQLITE))
        raise UnsoundLibraryError(driver.sqlite_version, needed)
    # Not cipher_memory_security: wiping what SQLite frees makes every edit four times and an
    # import seven times as slow, and the same text lies in Python's memory, which it cannot
    # wipe. Locking ends the process instead.
    if key is not None:
        opened.execute(f'PRAGMA key = "{key.pragma()}"').fetchall()


_SETTINGS: Final = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",
)
_EDIT_SETTINGS: Final = (
    "synchronous = FULL",  # NORMAL loses acknowledged edits in a power cut
    "journal_size_limit = 4194304",
    "fullfsync = ON",  # macOS: through the cache of the drive as well
    "checkpoint_fullfsync = ON",
)


def _configure(opened: RawConnection, access: Access) -> None:
    for setting in _SETTINGS:
        opened.execute(f"PRAGMA {setting}").fetchall()
    if access is Access.READ:
        opened.execute("PRAGMA query_only = ON").fetchall()
        read_schema(opened)
        return
    # Before the first read: the lock is then held until the end, and no -shm file appears.
    opened.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    read_schema(opened)
    (mode,) = opened.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        raise driver.OperationalError("no write-ahead log here")
    for setting in _EDIT_SETTINGS:
        opened.execute(f"PRAGMA {setting}").fetchall()
    # Taken now, not at the first edit, so that a second window is refused at once.
    opened.execute("BEGIN EXCLUSIVE")
    opened.execute("COMMIT")


def read_schema(opened: RawConnection) -> None:
    """Read the first page; a wrong key shows here."""
    opened.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()


@contextmanager
def unguarded(opened: RawConnection) -> Iterator[RawConnection]:
    """Let through what the guard forbids, for work on the file itself."""
    opened.set_authorizer(None)
    try:
        yield opened
    finally:
        opened.set_authorizer(_authorize)


def engine_over(give: Callable[[], RawConnection], access: Access) -> Engine:
    """Return an engine that works on one connection and no other.

    Args:
        give: Returns the connection; asked when the engine is first used.
        access: What the connection may do.
    """
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=give,
        poolclass=pool.StaticPool,
        hide_parameters=True,  # an error would otherwise quote the notes
    )
    begin = "BEGIN" if access is Access.READ else "BEGIN IMMEDIATE"

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", start)
    return engine


def settle(opened: RawConnection) -> None:
    """Bring every change into the one file and remove the journal beside it."""
    with unguarded(opened):
        checkpoint(opened)
        opened.execute("PRAGMA journal_mode = DELETE").fetchall()


def checkpoint(opened: RawConnection) -> None:
    """Bring every change into the file itself; the journal stays, empty."""
    opened.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def pragma(opened: RawConnection, name: str) -> int:
    """Return the value of a numeric setting of the file."""
    return int(opened.execute(f"PRAGMA {name}").fetchone()[0])


def result_code(error: BaseException) -> int:
    """Return SQLite's extended result code behind an error, 0 if there is none."""
    original = error.orig if isinstance(error, DBAPIError) else error
    return int(getattr(original, "sqlite_errorcode", None) or 0)


_MOVED: Final = driver.SQLITE_READONLY | 4 << 8  # SQLITE_READONLY_DBMOVED

_MEANINGS: Final[dict[int, Callable[[Path], EntenteError]]] = {
    driver.SQLITE_BUSY: lambda path: FileInUseError(path, ""),
    driver.SQLITE_LOCKED: lambda path: FileInUseError(path, ""),
    driver.SQLITE_READONLY: ReadOnlyError,
    driver.SQLITE_IOERR: DiskFailedError,
    driver.SQLITE_CORRUPT: DamagedFileError,
    driver.SQLITE_FULL: DiskFullError,
    driver.SQLITE_CANTOPEN: DiskFailedError,
    driver.SQLITE_NOTADB: NotAMissionError,
}


def translate(error: BaseException, path: Path) -> EntenteError | None:
    """Return what an error of the driver means to the user of `path`, None if it is a bug."""
    if isinstance(error, UnicodeDecodeError):
        return DamagedFileError(path)
    code = result_code(error)
    if code == _MOVED:
        return FileGoneError(path)
    meaning = _MEANINGS.get(code & 0xFF)
    return None if meaning is None else meaning(path)


@contextmanager
def translated(path: Path, *, keep: Iterable[type[Exception]] = ()) -> Iterator[None]:
    """Turn errors of the driver within the block into ours; those in `keep` pass."""
    try:
        yield
    except (*DRIVER_ERRORS, DBAPIError) as error:
        meant = translate(error, path)
        if meant is None or isinstance(error, tuple(keep)):
            raise
        raise meant from error

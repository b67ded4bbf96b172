"""How a mission file is made, and what is looked at before one is believed."""

import datetime as dt
import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import Connection

from entente import __version__
from entente.errors import (
    DamagedFileError,
    DiskFailedError,
    DiskFullError,
    FileExistsAlreadyError,
    FileInUseError,
    FileMissingError,
    MissionFileError,
    NotAMissionError,
    TooNewError,
    UnreadableFileError,
    WrongPassphraseError,
)
from entente.store import disk, health, lock, migrations, schema
from entente.store.connection import (
    Access,
    RawConnection,
    checkpoint,
    connect,
    engine_over,
    pragma,
    settle,
    translated,
)
from entente.store.key import Key
from entente.store.lock import LockFile
from entente.store.unlock import APPLICATION_ID, JOURNALS, has_journal, opens, read_salt

#: What a change of passphrase is written to.
REKEY: Final = ".rekey"
#: So often it is tried to copy a file that somebody writes.
_ATTEMPTS: Final = 5

_NOT_WRITABLE: Final = frozenset(
    {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EDQUOT}
)


@dataclass(slots=True)
class OpenFile:
    """An open file and what it holds on the disk.

    Attributes:
        path: Where the connection works: the mission, or a copy of our own.
        raw: The connection.
        key: What opened it, None if it is not encrypted.
        access: What may be done with it.
        lock: Ours, None when it is only read.
        private: Folder of the copy of our own, to be removed; None if there is none.
        recovered: Whether a crashed session left changes that were taken over.
    """

    path: Path
    raw: RawConnection
    key: Key | None
    access: Access
    lock: LockFile | None = None
    private: Path | None = None
    recovered: bool = False

    @property
    def version(self) -> int:
        """Schema of the file."""
        return pragma(self.raw, "user_version")

    def let_go(self) -> None:
        """Close the connection and leave nothing behind but the file."""
        self.raw.close()
        if self.lock is not None:
            self.lock.release()
        if self.private is not None:
            shutil.rmtree(self.private, ignore_errors=True)


def build(
    path: Path,
    key: Key | None,
    now: dt.datetime,
    fill: Callable[[Connection], None] | None = None,
) -> None:
    """Make a mission; nothing is at `path` until it is whole.

    Args:
        path: Where.
        key: None for a file without encryption.
        now: Noted in the file.
        fill: Writes what the mission begins with; without it the mission is empty.

    Raises:
        FileExistsAlreadyError: If something is there.
        EntenteError: If it cannot be written.
    """
    if has_journal(path):
        # Of another mission that once had this name: it would be played into this one.
        raise FileExistsAlreadyError(path)
    with disk.written(path) as part, translated(path):
        raw = connect(part, key, Access.EDIT)
        try:
            with engine_over(lambda: raw, Access.EDIT).begin() as connection:
                schema.create(connection)
                _describe(connection, now)
                if fill is not None:
                    fill(connection)
            settle(raw)
        finally:
            raw.close()


def _describe(connection: Connection, now: dt.datetime) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID:d}")
    facts = {
        "file_id": uuid4().hex,
        "created_at": now.isoformat(timespec="seconds"),
        "written_by": __version__,
    }
    for name, value in facts.items():
        connection.execute(schema.META.insert().values(key=name, value=value))


def open_file(
    path: Path, key: Key | None, *, read_only: bool, take_over: bool, examine: bool
) -> OpenFile:
    """Open a file for editing, or for reading where it cannot be changed.

    Raises:
        EntenteError: One for each thing that can be wrong.
    """
    path = _existing(path)
    held = None if read_only else _lock(path, take_over=take_over)
    if held is None:
        if read_only and not take_over and _is_edited_elsewhere(path):
            return _open_copy(path, fitting_key(path, key), examine=examine)
        return _open_to_read(path, key, take_over=take_over, examine=examine)
    try:
        opened = _open_to_edit(path, key, examine=examine)
    except BaseException:
        held.release()
        raise
    opened.lock = held
    with suppress(OSError):
        disk.part_of(path, REKEY).unlink(missing_ok=True)
    return opened


def _existing(path: Path) -> Path:
    try:
        found = path.resolve(strict=True)
    except FileNotFoundError:
        raise FileMissingError(path) from None
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError
        cause = error if isinstance(error, OSError) else OSError(errno.ELOOP, str(error))
        raise UnreadableFileError(path, cause) from error
    if not found.is_file():
        raise NotAMissionError(path)
    return found


def _lock(path: Path, *, take_over: bool) -> LockFile | None:
    """Return the lock of a mission, None where nothing can be written."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return None
    try:
        return LockFile.acquire(path, take_over=take_over)
    except OSError as error:
        if error.errno in _NOT_WRITABLE:
            return None
        raise UnreadableFileError(path, error) from error


def _open_to_edit(path: Path, key: Key | None, *, examine: bool) -> OpenFile:
    key = fitting_key(path, key)
    recovered = has_journal(path)
    if recovered:
        _require_key_for_journal(path, key)
    else:
        # Looked at before it is touched: a file refused stays as it is, to the byte.
        probe = _connect(path, key, Access.READ)
        try:
            _believe(probe, path, key, examine=examine)
        finally:
            probe.close()
    raw = _connect(path, key, Access.EDIT)
    try:
        if recovered:
            with suppress(DiskFullError), translated(path):
                checkpoint(raw)
            _believe(raw, path, key, examine=examine)
    except BaseException:
        raw.close()
        raise
    return OpenFile(path, raw, key, Access.EDIT, recovered=recovered)


def _is_edited_elsewhere(path: Path) -> bool:
    """Return whether another program has a file open, whose state can be copied.

    Our own must not be read: closing it again would drop the locks of SQLite on Unix.
    """
    if lock.is_open_here(path):
        return False
    try:
        lock.require_free(path)
    except FileInUseError:
        return True
    return False


def _open_to_read(path: Path, key: Key | None, *, take_over: bool, examine: bool) -> OpenFile:
    if not take_over:
        lock.require_free(path)
    key = fitting_key(path, key)
    if has_journal(path):
        return _open_copy(path, key, examine=examine)
    raw = _connect(path, key, Access.READ)
    try:
        _believe(raw, path, key, examine=examine)
        older = pragma(raw, "user_version") < schema.SCHEMA_VERSION
    except BaseException:
        raw.close()
        raise
    if not older:
        return OpenFile(path, raw, key, Access.READ)
    raw.close()
    return _open_copy(path, key, examine=False)


def _open_copy(path: Path, key: Key | None, *, examine: bool) -> OpenFile:
    """Open a copy of our own, where the journal can be played and the tables upgraded."""
    with _private_copy(path) as copy:
        opened = _open_to_edit(copy, key, examine=examine)
        try:
            if opened.version < schema.SCHEMA_VERSION:
                upgrade(opened)
            with translated(path):
                settle(opened.raw)
                opened.raw.execute("PRAGMA query_only = ON").fetchall()
        except BaseException:
            opened.raw.close()
            raise
        opened.private = copy.parent
    opened.access = Access.READ
    return opened


def _require_key_for_journal(path: Path, key: Key | None) -> None:
    """Refuse a wrong key without touching what a crash left.

    When the power failed while the first page was written, only the file and its journal
    together tell whether a key is right: then they are tried on copies.
    """
    if opens(path, key):
        return
    with _private_copy(path) as copy:
        _connect(copy, key, Access.EDIT).close()
        shutil.rmtree(copy.parent, ignore_errors=True)


@contextmanager
def _private_copy(path: Path) -> Iterator[Path]:
    """Give a copy of a file and its journal in a folder of its own, kept if all goes well."""
    folder = Path(tempfile.mkdtemp(prefix="entente-"))  # for our eyes only
    copy = folder / "mission"
    try:
        _copy_steadily(path, copy)
        yield copy
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise UnreadableFileError(path, error) from error
    except MissionFileError as error:
        shutil.rmtree(folder, ignore_errors=True)
        error.path = path  # the copy is nobody's business
        raise
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _copy_steadily(path: Path, copy: Path) -> None:
    """Copy a file and its journal as they were at one moment, though somebody may write.

    What comes to the journal meanwhile is passed over or is whole; only when the file
    itself has changed between the two, they may not belong together.
    """
    for _attempt in range(_ATTEMPTS):
        before = path.stat()
        for ending in ("", *JOURNALS):
            source, target = (file.with_name(file.name + ending) for file in (path, copy))
            target.unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                shutil.copyfile(source, target)
        after = path.stat()
        if (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size):
            return
    raise FileInUseError(path, "")


def fitting_key(path: Path, key: Key | None) -> Key | None:
    """Return the key to open a file with: none if it is not encrypted.

    Raises:
        WrongPassphraseError: If it is, and `key` is not made with its salt.
        EntenteError: As for `unlock.read_salt`.
    """
    salt = read_salt(path)
    if salt is None:
        return None
    if key is None or key.salt != salt:
        raise WrongPassphraseError(path)
    return key


def _connect(path: Path, key: Key | None, access: Access) -> RawConnection:
    try:
        return connect(path, key, access)
    except NotAMissionError:
        if key is None:
            raise
        raise WrongPassphraseError(path) from None


def _believe(raw: RawConnection, path: Path, key: Key | None, *, examine: bool) -> None:
    """Refuse what is not a whole mission of this version or an older one."""
    with translated(path):
        if pragma(raw, "application_id") != APPLICATION_ID:
            raise NotAMissionError(path)
        version = pragma(raw, "user_version")
        if version > schema.SCHEMA_VERSION:
            raise TooNewError(path, read_facts(raw).get("written_by", ""), version)
        damage = health.damage(raw, encrypted=key is not None) if examine else None
        if damage is not None:
            raise (DiskFailedError if damage.unread else DamagedFileError)(path)


def read_facts(raw: RawConnection) -> dict[str, str]:
    """Return what the file says of itself: `file_id`, `created_at`, `written_by`."""
    known = raw.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").fetchone()
    if known is None:
        return {}
    return {str(k): str(v) for k, v in raw.execute("SELECT key, value FROM meta")}


def upgrade(opened: OpenFile) -> None:
    """Bring the tables of an older file up to date, wholly or not at all."""
    raw = opened.raw
    with translated(opened.path):
        raw.execute("PRAGMA foreign_keys = OFF").fetchall()
        try:
            with engine_over(lambda: raw, Access.EDIT).begin() as connection:
                migrations.upgrade(connection, opened.version)
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise DamagedFileError(opened.path)
        finally:
            raw.execute("PRAGMA foreign_keys = ON").fetchall()


def sign(opened: OpenFile) -> None:
    """Note in the file which version of the program writes it now."""
    if read_facts(opened.raw).get("written_by") == __version__:
        return
    with translated(opened.path):
        opened.raw.execute(
            "INSERT INTO meta (key, value) VALUES ('written_by', ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (__version__,),
        )

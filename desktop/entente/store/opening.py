"""How a mission file is opened, and what is looked at before one is believed."""

import errno
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from entente.errors import (
    DamagedFileError,
    DiskFailedError,
    DiskFullError,
    FileInUseError,
    FileMissingError,
    NotAMissionError,
    TooNewError,
    UnreadableFileError,
    WrongPassphraseError,
)
from entente.store import disk, health, lock, schema
from entente.store.connection import (
    Access,
    RawConnection,
    checkpoint,
    connect,
    pragma,
    settle,
    translated,
)
from entente.store.key import Key
from entente.store.lock import LockFile
from entente.store.making import read_facts, upgrade
from entente.store.private_copy import private_copy
from entente.store.unlock import APPLICATION_ID, has_journal, opens, read_salt

#: What a change of passphrase is written to.
REKEY: Final = ".rekey"

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
    with private_copy(path) as copy:
        opened = _open_to_edit(copy, key, examine=examine)
        try:
            if opened.version < schema.SCHEMA_VERSION:
                upgrade(opened.raw, path)
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
    with private_copy(path) as copy:
        _connect(copy, key, Access.EDIT).close()
        shutil.rmtree(copy.parent, ignore_errors=True)


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

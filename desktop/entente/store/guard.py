"""Whether a change is in the file: asked before and after each commit, and when one fails."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as driver

from entente.errors import (
    DiskFailedError,
    DiskFullError,
    EntenteError,
    FileGoneError,
    NotSavedError,
    ReadOnlyError,
)
from entente.store.connection import (
    Access,
    RawConnection,
    checkpoint,
    connect,
    engine_over,
    result_code,
    translate,
    translated,
)
from entente.store.opening import OpenFile

#: After these the file may or may not hold the change: only reading it again tells.
_AMBIGUOUS: Final = frozenset(
    {
        driver.SQLITE_IOERR,
        driver.SQLITE_FULL,
        driver.SQLITE_CANTOPEN,
        driver.SQLITE_CORRUPT,
        driver.SQLITE_READONLY,
        driver.SQLITE_NOTADB,
        driver.SQLITE_PROTOCOL,
    }
)

_STEP: Final = "SELECT 1 FROM journal_entry WHERE id = ? AND state = ?"


class FileGuard:
    """Stands behind the gate of an open mission and tells saved from lost.

    Attributes:
        engine: What the gate works on; it goes on working over a new connection.
        edits: How many changes were saved.
    """

    def __init__(self, path: Path, opened: OpenFile) -> None:
        self._path = path
        self._opened = opened
        self._identity = identity(path)
        self._is_cut_off = False  # the disk failed, and the connection is not back yet
        self.engine = engine_over(self.live, opened.access)
        self.edits = 0

    def is_file(self, path: Path) -> bool:
        """Return whether `path` leads to the very file that is open."""
        return identity(path) == self._identity

    def require_in_place(self) -> None:
        """Raise if the file is not there any more or is another one; costs next to nothing.

        Raises:
            FileGoneError: The connection still holds the mission.
        """
        if self._opened.private is not None or self.is_file(self._path):
            return
        # Left in the journal, the changes could be played into whatever is there now.
        with suppress(driver.Error):
            checkpoint(self._opened.raw)
        raise FileGoneError(self._path)

    def before_commit(self) -> None:
        """Raise if a change could not be kept.

        Raises:
            ReadOnlyError: If the mission can only be looked at.
            FileGoneError: If the file is no longer the one that was opened.
        """
        if self._opened.access is Access.READ:
            raise ReadOnlyError(self._path)
        self.require_in_place()

    def after_commit(self) -> None:
        """Raise if the change went into a file nobody will find.

        Raises:
            FileGoneError: If the file is no longer the one that was opened.
        """
        self.require_in_place()
        self.edits += 1

    def failed_commit(self, entry_id: str, error: DBAPIError, state: str) -> bool:
        """Return whether a change is in the file although its commit reported an error.

        Args:
            entry_id: The step of the history.
            error: What the commit reported.
            state: What the step is once the change is made; undoing makes it `undone`.

        Raises:
            EntenteError: If it is not, and the user can do something about it.
        """
        if result_code(error) & 0xFF not in _AMBIGUOUS:
            return False
        self.require_in_place()
        self.reopen()
        with translated(self._path):
            if self._opened.raw.execute(_STEP, (entry_id, state)).fetchone() is not None:
                # What was read may be in memory only, if it was the writing that failed.
                with suppress(DiskFullError), translated(self._path):
                    checkpoint(self._opened.raw)
                return True
        meant = translate(error, self._path)
        raise (meant if isinstance(meant, DiskFullError) else NotSavedError(self._path)) from error

    def failed_read(self, error: DBAPIError) -> EntenteError | None:
        """Return what a failed reading means to the user, None if it is a bug."""
        meant = translate(error, self._path)
        if meant is not None and not self.is_file(self._path) and self._opened.private is None:
            return FileGoneError(self._path)
        return meant

    def live(self) -> RawConnection:
        """Return the connection; after an error of the disk, a new one if it opens again.

        Raises:
            DiskFailedError: If it does not; the next call tries again.
        """
        if self._is_cut_off:
            self._connect()
        return self._opened.raw

    def reopen(self) -> None:
        """Drop the connection and make another one, to the file that is there now.

        Raises:
            DiskFailedError: If it does not open.
        """
        with suppress(driver.Error):
            self._opened.raw.close()
        self._is_cut_off = True
        self.engine.dispose()
        self._identity = identity(self._path)
        self._connect()

    def _connect(self) -> None:
        opened = self._opened
        try:
            opened.raw = connect(opened.path, opened.key, Access.EDIT)
        except EntenteError as error:
            raise DiskFailedError(self._path) from error
        self._is_cut_off = False


def identity(path: Path) -> tuple[int, int]:
    """Return what tells a file from another one at the same place, zeros if none is there."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino

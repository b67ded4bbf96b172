"""An open mission: read and changed through its gate, copied, given another key, closed."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlcipher3 import dbapi2 as driver

from entente.errors import (
    DiskFailedError,
    FileExistsAlreadyError,
    JournalLeftError,
    MissionFileError,
)
from entente.store import copying, disk, health, making, opening, schema, unlock
from entente.store.connection import (
    Access,
    checkpoint,
    settle,
    translated,
)
from entente.store.gate import Clock, Gate, system_clock
from entente.store.guard import FileGuard
from entente.store.key import (
    PARAMETER_SETS,
    KdfParameters,
    Key,
    derive,
    read_recovery,
    recovery_text,
)
from entente.store.lock import holder_of
from entente.store.opening import OpenFile

SUFFIX: Final = ".entente"


class MissionFile:
    """An open mission.

    Attributes:
        path: The file, with links followed.
        gate: Through which everything is read and changed.
    """

    def __init__(self, path: Path, opened: OpenFile, clock: Clock = system_clock) -> None:
        """For `open` and `create`."""
        self.path = path
        self._opened = opened
        self._guard = FileGuard(path, opened)
        self._is_open = True
        self._facts = making.read_facts(opened.raw)
        self.gate = Gate(self._guard.engine, guard=self._guard, clock=clock)

    @classmethod
    def create(cls, path: Path, key: Key | None, *, clock: Clock = system_clock) -> Self:
        """Make an empty mission and open it.

        Args:
            path: Where; nothing may be there.
            key: From `key.new_key`. None leaves the mission readable by anybody: only
                after the user chose so.
            clock: For the history.

        Raises:
            FileExistsAlreadyError: If something is there.
            EntenteError: If it cannot be written.
        """
        making.build(path.absolute(), key, clock())
        return cls.open(path, key, clock=clock)

    @classmethod
    def open(
        cls,
        path: Path,
        key: Key | None,
        *,
        read_only: bool = False,
        take_over: bool = False,
        examine: bool = True,
        clock: Clock = system_clock,
    ) -> Self:
        """Open a mission; takes milliseconds, the key is made before.

        A file or folder that cannot be written to is opened for reading: see `read_only`.

        Args:
            path: The file.
            key: From `unlock.find_key` or `unlock.recover_key`; None without encryption.
            read_only: Whether to open for reading what could be changed.
            take_over: Whether to pass over the name another computer left there.
            examine: Whether to refuse a damaged file; what is left of it can be read.
            clock: For the history.

        Raises:
            EntenteError: One for each thing that can be wrong.
        """
        opened = opening.open_file(
            path, key, read_only=read_only, take_over=take_over, examine=examine
        )
        try:
            with translated(path):
                file = cls(path.resolve(), opened, clock)
                if opened.access is Access.EDIT:
                    file._bring_up_to_date()
        except BaseException:
            opened.let_go()
            raise
        return file

    def _bring_up_to_date(self) -> None:
        if self._opened.version < schema.SCHEMA_VERSION:
            from entente.store.backup import Backups  # noqa: PLC0415  # it copies missions

            Backups.of(self).make(self)
            making.upgrade(self._opened.raw, self._opened.path)
        making.sign(self._opened.raw, self._opened.path)

    def __enter__(self) -> Self:
        """Return the mission; it is closed at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the mission."""
        self.close()

    @property
    def name(self) -> str:
        """Name of the file without its ending."""
        return self.path.stem

    @property
    def read_only(self) -> bool:
        """Whether the mission can only be looked at."""
        return self._opened.access is Access.READ

    @property
    def encrypted(self) -> bool:
        """Whether the file needs a passphrase."""
        return self._opened.key is not None

    @property
    def key(self) -> Key | None:
        """What opens this file, and its backups since the last change of passphrase."""
        return self._opened.key

    @property
    def salt(self) -> bytes:
        """First bytes of an encrypted file: no secret, but new with every passphrase."""
        return b"" if self._opened.key is None else self._opened.key.salt

    @property
    def recovered(self) -> bool:
        """Whether changes were taken over from a session that ended in a crash."""
        return self._opened.recovered

    @property
    def holder(self) -> str:
        """Name of the computer that has the mission open for editing, empty if none has."""
        holder = holder_of(self.path)
        return holder.computer if holder else ""

    @property
    def file_id(self) -> str:
        """What stays the same when the file is moved, copied or restored."""
        return self._facts.get("file_id", "")

    @property
    def written_by(self) -> str:
        """Version of the program that wrote the file before it was opened."""
        return self._facts.get("written_by", "")

    @property
    def schema_version(self) -> int:
        """Number of the schema of the tables."""
        with self.gate.exclusive(), translated(self.path):
            return self._opened.version

    @property
    def edits(self) -> int:
        """How many changes were saved since it was opened."""
        return self._guard.edits

    def require_in_place(self) -> None:
        """Raise if the file is not there any more or is another one; costs next to nothing.

        Raises:
            FileGoneError: The mission is still open: offer `save_copy`.
        """
        self._guard.require_in_place()

    def checkpoint(self) -> None:
        """Bring every change into the file itself; for idle moments and before sleep."""
        if not self.read_only:
            with self.gate.exclusive(), translated(self.path):
                checkpoint(self._guard.live())

    def check(self) -> tuple[health.Problem, ...]:
        """Return everything found wrong with the file; may take seconds for a large one."""
        with self.gate.exclusive(), translated(self.path):
            raw = self._guard.live()
            if not self.read_only:
                checkpoint(raw)
            found = health.problems(raw, encrypted=self.encrypted)
            return found or health.content_problems(raw)

    def save_copy(self, target: Path, *, overwrite: bool = False) -> None:
        """Write a copy under the same passphrase; works when the file itself has vanished.

        Ballots of waves that are open stay behind: two copies would tell who came between.

        Raises:
            FileExistsAlreadyError: If `target` is there, or is this very file.
            EntenteError: If the copy cannot be written or is not whole.
        """
        if overwrite and self._guard.is_file(target):
            raise FileExistsAlreadyError(target)
        if unlock.has_journal(target) and target != self.path:
            raise FileExistsAlreadyError(target)  # the journal would be played into the copy
        with disk.written(target, overwrite=overwrite) as part, self.gate.exclusive():
            copying.copy_to(self._guard.live(), part)
            if copying.has_ballots(self._guard.live()):
                copying.empty_urn(part, self._opened.key)
            copying.verify(part, self._opened.key, self._guard.live())

    def row_counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        with self.gate.exclusive(), translated(self.path):
            return health.row_counts(self._guard.live())

    def recovery_text(self) -> str:
        """Return what the recovery sheet says, empty if the mission is not encrypted."""
        return "" if self._opened.key is None else recovery_text(self._opened.key)

    def is_recovery(self, text: str) -> bool:
        """Return whether a text typed from a sheet opens this mission."""
        key = self._opened.key
        typed = None if key is None else read_recovery(text, key.salt)
        return key is not None and typed is not None and key.is_same(typed)

    def is_passphrase(
        self, passphrase: str, sets: Sequence[KdfParameters] = PARAMETER_SETS
    ) -> bool:
        """Return whether this passphrase opens the mission; takes a second or two."""
        key = self._opened.key
        if key is None:
            return False
        return any(key.is_same(derive(passphrase, key.salt, known)) for known in sets)

    def change_key(self, key: Key | None) -> None:
        """Encrypt the mission with another key, or for the first time, or no longer.

        Older copies and backups keep the passphrase they had; the recovery sheet must be
        printed again. Interrupted at any point, the file opens with one of the two.

        Raises:
            EntenteError: If it cannot be done; the mission is open as before.
        """
        self._guard.before_commit()
        part = disk.part_of(self.path, opening.REKEY)
        with self.gate.exclusive():
            try:
                part.unlink(missing_ok=True)
                disk.create_private(part)
                copying.export_to(self._guard.live(), part, key)
                disk.sync_file(part)
                copying.verify(part, key, self._guard.live())
                self._exchange(part, key)
            except OSError as error:
                raise disk.refusal(self.path, error) from error
            except MissionFileError as error:
                error.path = self.path  # not that of the copy
                raise
            finally:
                with suppress(OSError):
                    part.unlink(missing_ok=True)

    def _exchange(self, part: Path, key: Key | None) -> None:
        try:
            with translated(self.path):
                settle(self._opened.raw)
            self._opened.raw.close()
            if unlock.has_journal(self.path):
                # It would be played into the new file, under the old key.
                raise JournalLeftError(self.path)
            disk.replace(part, self.path)
            self._opened.key = key
        finally:
            self._guard.reopen()

    def close(self, *, abandon: bool = False) -> None:
        """Close the mission and leave one file that can be copied.

        Args:
            abandon: Whether to close although the file is gone, and its content with it.

        Raises:
            FileGoneError: If the file is gone; the mission stays open for `save_copy`.
            JournalLeftError: If the disk took no more; closed, nothing is lost.
        """
        if not self._is_open:
            return
        if not self.read_only and not abandon:
            self.require_in_place()
        self._is_open = False
        with self.gate.exclusive() as engine:
            try:
                if not self.read_only:
                    settle(self._guard.live())
            except (driver.Error, DiskFailedError) as error:
                if not abandon:
                    raise JournalLeftError(self.path) from error
            finally:
                engine.dispose()
                self._opened.let_go()

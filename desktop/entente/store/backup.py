"""Backups of a mission: verified copies kept outside its folder, thinned with age."""

import datetime as dt
import hashlib
import re
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, TypeVar

from entente.errors import DiskFullError, EntenteError, WrongPassphraseError
from entente.i18n import _
from entente.store import copying, disk, health
from entente.store.connection import Access, RawConnection, connect, translated
from entente.store.key import Key
from entente.store.location import data_folder
from entente.store.opening import fitting_key
from entente.store.unlock import opens

if TYPE_CHECKING:
    from entente.store.mission_file import MissionFile

_T = TypeVar("_T")

#: How many are kept: the newest, and the newest of each day, week and month.
RECENT: Final = 12
DAILY: Final = 7
WEEKLY: Final = 4
MONTHLY: Final = 12

INTERVAL: Final = dt.timedelta(minutes=10)

#: A backup is refused before it starts unless this much more than the file is free.
_MARGIN: Final = 1.1

_NAME: Final = re.compile(r"(\d{8})-(\d{8}T\d{6})Z-([0-9a-f]{8})\.entente")
_TIME: Final = "%Y%m%dT%H%M%S"
_MARK_LENGTH: Final = 8

#: A copy still unfinished after so many seconds is nobody's any more.
_LEFT_BEHIND: Final = 3600

_LAST_STEP: Final = (
    "SELECT label, made_at FROM journal_entry WHERE state <> 'undone' ORDER BY seq DESC LIMIT 1"
)
_PAST: Final = "SELECT 1 FROM journal_change WHERE row_id = ? LIMIT 1"
_STATES: Final = "SELECT state, count(*), max(seq) FROM journal_entry GROUP BY state"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup.

    Attributes:
        path: The file; it opens with the passphrase the mission had then.
        number: Its place; clocks can be set back, numbers cannot.
        made_at: When, by the computer's clock then (UTC).
        mark: Short digest of the state it holds; the same for the same state.
    """

    path: Path
    number: int
    made_at: dt.datetime
    mark: str

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return self.path.stat().st_size


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds, to choose one by.

    Attributes:
        counts: Rows of each table.
        last_step: Name of the newest action that holds, empty if there is none.
        last_step_at: When that was, in ISO 8601, empty if it has none.
    """

    counts: dict[str, int]
    last_step: str
    last_step_at: str


def utc_now() -> dt.datetime:
    """Return the time."""
    return dt.datetime.now(dt.UTC)


class Backups:
    """The backups of one mission, in a folder that does not say whose they are."""

    def __init__(self, folder: Path, clock: Callable[[], dt.datetime] = utc_now) -> None:
        self.folder = folder
        self._clock = clock

    @classmethod
    def of(cls, file: "MissionFile", root: Path | None = None) -> Self:
        """Return the backups of an open mission, kept in the user's own folder.

        Copies of a mission share them: they are the same work.
        """
        name = hashlib.sha256(file.file_id.encode()).hexdigest()[:16]
        return cls((root or data_folder() / "backups") / name)

    def all(self) -> list[Backup]:
        """Return the backups, newest first."""
        try:
            found = [_parse(path) for path in self.folder.iterdir()]
        except FileNotFoundError:
            return []
        backups = [backup for backup in found if backup is not None]
        return sorted(backups, key=lambda backup: backup.number, reverse=True)

    def make(self, file: "MissionFile") -> Backup | None:
        """Write a backup, check it by opening it again, and thin out the old ones.

        Nothing is written when the newest backup holds the same state. Holds up whoever
        wants to change the mission meanwhile; may run in a worker thread.

        Returns:
            The backup, None if it was not needed.

        Raises:
            EntenteError: If it could not be made; older backups are untouched.
        """
        mark = _mark(file)
        older = self.all()
        if older and older[0].mark == mark:
            return None
        now = self._clock().astimezone(dt.UTC).replace(microsecond=0)
        number = older[0].number + 1 if older else 1
        path = self.folder / f"{number:08d}-{now.strftime(_TIME)}Z-{mark}.entente"
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            needed = file.path.stat().st_size if file.path.exists() else 0
            if disk.free_bytes(self.folder) < needed * _MARGIN:
                raise DiskFullError(path)
        except OSError as error:
            raise disk.refusal(path, error) from error
        file.save_copy(path)
        self.thin()
        return Backup(path, number, now, mark)

    def thin(self) -> None:
        """Remove backups that newer ones stand for; one from the future never.

        What interrupted backups left behind goes as well.
        """
        self.sweep(_LEFT_BEHIND)
        backups = self.all()
        kept = set(worth_keeping(backups, self._clock()))
        for backup in backups:
            if backup not in kept:
                self.remove(backup)

    def sweep(self, age: float = 0) -> None:
        """Remove what backups left behind that were interrupted so many seconds ago."""
        for left in self.folder.glob(".*.part"):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime >= age:
                    left.unlink()

    def remove(self, backup: Backup) -> None:
        """Remove one backup, as when a person must be erased from all copies."""
        with suppress(OSError):
            backup.path.unlink(missing_ok=True)

    def contents(self, backup: Backup, key: Key | None) -> Contents | None:
        """Return what a backup holds, None if it cannot be read with `key`.

        That is mostly because the passphrase has been changed since.
        """
        return _looked_into(backup, key, _contents)

    def holds(self, backup: Backup, key: Key | None, table: str, row_id: str) -> bool | None:
        """Return whether a row stands in a backup or its history, None if it cannot be read."""
        return _looked_into(backup, key, lambda opened: _holds(opened, table, row_id))

    def restore(self, backup: Backup, key: Key | None, target: Path) -> None:
        """Write a backup as a mission file under a new name; nothing is overwritten.

        Args:
            backup: Which one.
            key: What opens it: see `unlock.find_key`.
            target: See `beside`.

        Raises:
            EntenteError: If it does not open with that key, or cannot be written.
        """
        if not opens(backup.path, key):
            raise WrongPassphraseError(backup.path)
        with disk.written(target) as part:
            shutil.copyfile(backup.path, part)
            copying.verify(part, key)


def beside(mission: Path, backup: Backup) -> Path:
    """Return a free name for a restored backup, in the folder of the mission."""
    date = backup.made_at.astimezone().strftime("%Y-%m-%d %H.%M")
    stem = _("{name} (backup of {date})").format(name=mission.stem, date=date)
    names = (f"{stem}{mission.suffix}", *(f"{stem} {n}{mission.suffix}" for n in range(2, 100)))
    free = (mission.with_name(name) for name in names if not mission.with_name(name).exists())
    return next(free, mission.with_name(names[0]))


def worth_keeping(backups: Sequence[Backup], now: dt.datetime) -> list[Backup]:
    """Return the backups to keep, out of all, newest first.

    The newest is told by number, not by date: after the clock was wrong, dates lie. One
    from the future is kept whatever happens, and takes no place from the others.
    """
    past = [backup for backup in backups if backup.made_at <= now]
    kept = {backup for backup in backups if backup.made_at > now}
    kept.update(past[:RECENT])
    kept.update(_newest_of_each(past, DAILY, lambda day: (day.year, day.month, day.day)))
    kept.update(_newest_of_each(past, WEEKLY, lambda day: day.isocalendar()[:2]))
    kept.update(_newest_of_each(past, MONTHLY, lambda day: (day.year, day.month)))
    return [backup for backup in backups if backup in kept]


class Schedule:
    """When the next backup of an open mission is due."""

    def __init__(
        self, every: dt.timedelta = INTERVAL, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._every = every.total_seconds()
        self._clock = clock
        self._edits = 0
        self._last = clock()

    def due(self, edits: int) -> bool:
        """Return whether to make one now: something changed, and the last is old enough.

        Args:
            edits: `MissionFile.edits`.
        """
        return edits != self._edits and self._clock() - self._last >= self._every

    def made(self, edits: int) -> None:
        """Note that one was made, or tried: a full disk is not asked every second."""
        self._edits = edits
        self._last = self._clock()


def _newest_of_each(
    backups: Sequence[Backup], most: int, period: Callable[[dt.datetime], tuple[int, ...]]
) -> list[Backup]:
    newest: dict[tuple[int, ...], Backup] = {}
    for backup in backups:
        newest.setdefault(period(backup.made_at), backup)
    return list(newest.values())[:most]


def _looked_into(backup: Backup, key: Key | None, look: Callable[[RawConnection], _T]) -> _T | None:
    """Return what is seen in a backup, None if it does not open or is not to be read."""
    try:
        opened = connect(backup.path, fitting_key(backup.path, key), Access.READ)
    except EntenteError:
        return None
    try:
        with translated(backup.path):
            return look(opened)
    except EntenteError:
        return None
    finally:
        opened.close()


def _contents(opened: RawConnection) -> Contents:
    step = opened.execute(_LAST_STEP).fetchone() or ("", "")
    return Contents(health.row_counts(opened), str(step[0]), str(step[1]))


def _holds(opened: RawConnection, table: str, row_id: str) -> bool:
    known = opened.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    if known is None:
        return False  # of an older version
    found = (_PAST, f'SELECT 1 FROM "{table}" WHERE id = ?')  # noqa: S608  # a table of ours
    return any(opened.execute(each, (row_id,)).fetchone() is not None for each in found)


def _parse(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    number, made_at, mark = match.groups()
    try:
        moment = dt.datetime.strptime(made_at, _TIME).replace(tzinfo=dt.UTC)
    except ValueError:
        return None
    return Backup(path, int(number), moment, mark)


def _mark(file: "MissionFile") -> str:
    with file.gate.exclusive() as engine, engine.connect() as connection:
        steps = connection.exec_driver_sql(_STATES).all()
        state = (file.salt, file.schema_version, [tuple(row) for row in steps], file.row_counts())
    return hashlib.sha256(repr(state).encode()).hexdigest()[:_MARK_LENGTH]

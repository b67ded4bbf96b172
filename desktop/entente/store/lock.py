"""The lock file beside a mission, which names the computer that has it open."""

import datetime as dt
import errno
import json
import os
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from entente.errors import FileInUseError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LONGEST_TEXT: Final = 4096
_LONGEST_NAME: Final = 64
_ATTEMPTS: Final = 10
#: Windows locks bytes against reading too: one far beyond the text is taken.
_LOCKED_BYTE: Final = 1 << 30
_TAKEN: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a mission open.

    Attributes:
        computer: Name of the computer, empty if the lock file does not say.
        process: Number of the process on it.
    """

    computer: str
    process: int


def this_process() -> Holder:
    """Return how this program names itself in a lock file."""
    return Holder(_clean(platform.node()), os.getpid())


def lock_path(mission: Path) -> Path:
    """Return where the lock file of a mission stands."""
    return mission.with_name(mission.name + ".lock")


def holder_of(mission: Path) -> Holder | None:
    """Return who the lock file beside a mission names, None if there is none.

    After a crash the named holder may be long gone.
    """
    try:
        with lock_path(mission).open("rb") as file:
            text = file.read(_LONGEST_TEXT)
    except OSError:
        return None
    return _parse(text)


def is_open_here(mission: Path) -> bool:
    """Return whether this very process has the mission open for editing."""
    return holder_of(mission) == this_process()


class LockFile:
    """A lock file this process holds.

    Between computers the file itself is the lock. On one computer the operating system
    keeps it: it lets go by itself when the holder crashes, so what is left is told from
    what is in use.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def acquire(cls, mission: Path, *, take_over: bool = False) -> Self:
        """Take the lock of a mission.

        Args:
            mission: Its file.
            take_over: Take it even if another computer left its name there; only after
                the user said that nobody works on the mission there.

        Raises:
            FileInUseError: If somebody has it.
            OSError: If no file can be written there.
        """
        path = lock_path(mission)
        for _ in range(_ATTEMPTS):
            descriptor = _open(path, mission, take_over=take_over)
            # Whoever held it may have removed the name while we waited.
            if descriptor is not None and _is_at(path, descriptor):
                _write(descriptor)
                return cls(path, descriptor)
            if descriptor is not None:
                os.close(descriptor)
        raise FileInUseError(mission, "")

    def release(self) -> None:
        """Let go and remove the file."""
        if _is_at(self._path, self._descriptor):
            if sys.platform == "win32":
                os.close(self._descriptor)
                _remove(self._path)
                return
            _remove(self._path)  # while still held: nobody can take it in between
        os.close(self._descriptor)


def require_free(mission: Path) -> None:
    """Raise if somebody has the mission open for editing, as far as can be told.

    Raises:
        FileInUseError: If so.
    """
    try:
        descriptor = os.open(lock_path(mission), os.O_RDONLY)
    except OSError:
        return
    try:
        holder = _parse(os.read(descriptor, _LONGEST_TEXT))
        foreign = _is_foreign(holder)
        if foreign or not _hold(descriptor):
            raise FileInUseError(mission, holder.computer if foreign else "")
    finally:
        os.close(descriptor)


def _open(path: Path, mission: Path, *, take_over: bool) -> int | None:
    """Create the lock file or take one over; None if it went away in between."""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    except FileExistsError:
        try:
            descriptor = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            return None
    holder = _parse(os.read(descriptor, _LONGEST_TEXT))
    if not _hold(descriptor) or (_is_foreign(holder) and not take_over):
        os.close(descriptor)
        raise FileInUseError(mission, holder.computer if _is_foreign(holder) else "")
    return descriptor


def _is_foreign(holder: Holder) -> bool:
    return holder.computer not in {"", this_process().computer}


def _hold(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            # Not lockf: that one is dropped when any other handle of the file is closed.
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Drives that know no locks: the name in the file has to do.
        return error.errno not in _TAKEN
    return True


def _is_at(path: Path, descriptor: int) -> bool:
    try:
        there = path.stat()
    except OSError:
        return False
    return os.path.samestat(there, os.fstat(descriptor))


def _write(descriptor: int) -> None:
    me = this_process()
    since = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    text = json.dumps({"computer": me.computer, "process": me.process, "since": since})
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.ftruncate(descriptor, 0)
    with suppress(OSError):  # a full disk: the lock holds all the same, without a name
        os.write(descriptor, text.encode())
        os.fsync(descriptor)


def _parse(text: bytes) -> Holder:
    try:
        told = json.loads(text)
        return Holder(_clean(str(told["computer"])), int(told["process"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return Holder("", 0)


def _clean(name: str) -> str:
    return "".join(char for char in name if char.isprintable())[:_LONGEST_NAME]


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # The disk is gone, or another program takes over right now.
        return

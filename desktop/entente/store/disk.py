"""Writing to a disk so that a power cut or another program cannot spoil it."""

import errno
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from entente.errors import (
    DiskFullError,
    EntenteError,
    FileExistsAlreadyError,
    MissionFileError,
    OutputError,
)

#: Windows: access denied, sharing violation, lock violation. Virus scanners and indexers
#: hold a new file for a moment.
_HELD_FOR_A_MOMENT: Final = frozenset({5, 32, 33})
_FIRST_PAUSE: Final = 0.05
_LONGEST_PAUSE: Final = 1.0
_PATIENCE: Final = 5.0

_DIGEST: Final = 12

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_HARD_LINKS: Final = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})


def free_bytes(folder: Path) -> int:
    """Return how much room the disk of a folder has left."""
    return shutil.disk_usage(folder).free


def part_of(target: Path, ending: str = ".part") -> Path:
    """Return the name under which something is written before it becomes `target`.

    Always the same for one target, so that what an interruption left can be cleared away;
    and short, so that a long name does not become too long.
    """
    digest = hashlib.sha256(os.fsencode(target.name)).hexdigest()[:_DIGEST]
    return target.with_name(f".{digest}{ending}")


def create_private(path: Path) -> None:
    """Create an empty file nobody else on this computer may read.

    Raises:
        OSError: If it is there already or cannot be.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def sync_file(path: Path) -> None:
    """Return once the bytes of a file are on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Return once the names in a folder are on the disk; Windows does so by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network and FUSE drives cannot; the file itself is already down.
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF}:
            raise
    finally:
        os.close(descriptor)


def replace(source: Path, target: Path) -> None:
    """Put `source` in the place of `target` in one step, waiting for who holds it."""
    deadline = time.monotonic() + _PATIENCE
    pause = _FIRST_PAUSE
    while True:
        try:
            source.replace(target)
        except OSError as error:
            held = getattr(error, "winerror", None) in _HELD_FOR_A_MOMENT
            if not held or time.monotonic() + pause > deadline:
                raise
        else:
            sync_folder(target.parent)
            return
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


def place_new(source: Path, target: Path) -> None:
    """Give `source` the name `target`, never overwriting what may be there.

    Raises:
        FileExistsAlreadyError: If the name is taken.
    """
    try:
        if sys.platform == "win32":
            source.rename(target)  # refuses by itself
        else:
            _link(source, target)
    except FileExistsError:
        raise FileExistsAlreadyError(target) from None
    sync_folder(target.parent)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # FAT and some network drives: reserve the name, then take it.
        create_private(target)
        source.replace(target)
    else:
        source.unlink()


@contextmanager
def written(target: Path, *, overwrite: bool = False) -> Iterator[Path]:
    """Give the name to write to; it becomes `target` when the block ends well.

    The block must leave a finished file. Until then nothing of the old one is touched.

    Raises:
        FileExistsAlreadyError: If `target` is there and is not to be overwritten.
        DiskFullError: If the disk is full.
        OutputError: If the operating system refuses.
    """
    if not overwrite and target.exists():
        raise FileExistsAlreadyError(target)
    part = part_of(target)
    try:
        part.unlink(missing_ok=True)
        create_private(part)
        yield part
        sync_file(part)
        if overwrite:
            replace(part, target)
        else:
            place_new(part, target)
    except OSError as error:
        _forget(part)
        raise refusal(target, error) from error
    except MissionFileError as error:
        _forget(part)
        if error.path == part:
            error.path = target  # the name the user knows
        raise
    except BaseException:
        _forget(part)
        raise


def refusal(target: Path, error: OSError) -> EntenteError:
    """Return what an error of the operating system means to who writes `target`."""
    return DiskFullError(target) if error.errno in _FULL else OutputError(target, error)


def _forget(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        # Held by a scanner or on a disk that is gone: the next write clears it.
        return

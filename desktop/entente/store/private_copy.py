"""A copy of a mission for our eyes only, of a file that somebody else may be writing."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from entente.errors import FileInUseError, MissionFileError, UnreadableFileError
from entente.store.unlock import JOURNALS

#: So often it is tried to copy a file that somebody writes.
_ATTEMPTS: Final = 5


@contextmanager
def private_copy(path: Path) -> Iterator[Path]:
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

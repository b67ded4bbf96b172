"""Puts a finished document on the disk: whole, for its owner only, or not at all."""

import errno
import os
from pathlib import Path

from entente.errors import OutputError
from entente.store.disk import written


def save(data: bytes, path: Path) -> None:
    """Write a document, taking the place of what was there, and read it back.

    Raises:
        DiskFullError: If the disk is full.
        OutputError: If the operating system refuses, or what comes back differs.
    """
    with written(path, overwrite=True) as part:
        part.write_bytes(data)
    try:
        is_whole = path.read_bytes() == data
    except OSError as error:
        raise OutputError(path, error) from error
    if not is_whole:
        raise OutputError(path, OSError(errno.EIO, os.strerror(errno.EIO)))

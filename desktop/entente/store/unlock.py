"""From a passphrase or a recovery sheet to the key of one particular file.

All of this is slow or reads files, touches no open mission, and may run in a worker
thread before the file is opened.
"""

import errno
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from entente.errors import (
    DamagedFileError,
    DiskFailedError,
    FileInUseError,
    FileMissingError,
    NotAMissionError,
    UnreadableFileError,
    WrongPassphraseError,
    WrongRecoveryError,
)
from entente.store import lock
from entente.store.connection import Access, connect
from entente.store.key import PARAMETER_SETS, SALT_BYTES, KdfParameters, Key, derive, read_recovery

#: Endings of the journals SQLite keeps beside a file that was not closed.
JOURNALS: Final = ("-wal", "-journal")

#: "Ente" in ASCII: by this a mission in the clear is known, to us and to `file`.
APPLICATION_ID: Final = 0x456E7465

_PAGE: Final = 4096
_ID_AT: Final = 68  # where SQLite keeps it
_PLAIN: Final = b"SQLite format 3\0"
#: Bits per byte in a page; an encrypted one has 7.95 within a hundredth.
_LEAST_RANDOM: Final = 7.8


def is_encrypted(path: Path) -> bool:
    """Return whether a file needs a passphrase.

    Raises:
        FileMissingError: If there is no file.
        NotAMissionError: If it cannot be a mission.
        FileInUseError: If this program has it open; ask the open mission instead.
    """
    return _salt_unless_open(path) is not None


def find_key(
    path: Path, passphrase: str | None, sets: Sequence[KdfParameters] = PARAMETER_SETS
) -> Key | None:
    """Return the key a passphrase gives for a file, None for one without encryption.

    Takes a second or two for each parameter set. With one set left to try, the key is
    returned untried: opening the file tells whether it is right.

    Args:
        path: The file, not open in this program.
        passphrase: None or an empty text if the user gave none.
        sets: Parameter sets, newest first.

    Raises:
        WrongPassphraseError: If the file needs a passphrase and none was given.
        EntenteError: As for `is_encrypted`.
    """
    salt = _salt_unless_open(path)
    if salt is None:
        return None
    if not passphrase:
        raise WrongPassphraseError(path)
    for parameters in sets[:-1]:
        key = derive(passphrase, salt, parameters)
        if opens(path, key):
            return key
    return derive(passphrase, salt, sets[-1])


def recover_key(path: Path, text: str) -> Key:
    """Return the key on a recovery sheet after trying it on this file.

    Raises:
        WrongRecoveryError: If the sheet is mistyped, or is the sheet of another file.
        EntenteError: As for `is_encrypted`.
    """
    salt = _salt_unless_open(path)
    key = None if salt is None else read_recovery(text, salt)
    if key is None or not opens(path, key):
        raise WrongRecoveryError(path)
    return key


def opens(path: Path, key: Key | None) -> bool:
    """Return whether a key opens a file that is not open in this program."""
    try:
        connect(path, key, Access.READ).close()
    except NotAMissionError:
        return False
    except DamagedFileError:
        # The first page was read, or nothing could be said about the others: a damaged
        # file, or one whose journal holds the rest of it.
        return True
    return True


def has_journal(path: Path) -> bool:
    """Return whether a file was not closed and its last changes stand beside it."""
    journals = (path.with_name(path.name + ending) for ending in JOURNALS)
    return any(journal.exists() and journal.stat().st_size > 0 for journal in journals)


def read_salt(path: Path) -> bytes | None:
    """Return the first bytes of an encrypted file, None if it is a mission in the clear.

    Only for files this program has not open.

    Raises:
        EntenteError: As for `is_encrypted`.
    """
    page = _first_page(path)
    if page.startswith(_PLAIN):
        if page[_ID_AT : _ID_AT + 4] != APPLICATION_ID.to_bytes(4, "big"):
            raise NotAMissionError(path)
        return None
    torn = len(page) < _PAGE or _randomness(page) < _LEAST_RANDOM
    if len(page) < SALT_BYTES or (torn and not has_journal(path)):
        raise NotAMissionError(path)
    return page[:SALT_BYTES]


def _salt_unless_open(path: Path) -> bytes | None:
    if lock.is_open_here(path):
        # Reading would be safe, closing would not: it drops the locks on the open file.
        raise FileInUseError(path, "")
    return read_salt(path)


def _first_page(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise (NotAMissionError if path.exists() else FileMissingError)(path)
        with path.open("rb") as file:
            return file.read(_PAGE)
    except OSError as error:
        if error.errno == errno.EIO:
            raise DiskFailedError(path) from error
        raise UnreadableFileError(path, error) from error


def _randomness(page: bytes) -> float:
    """Return the entropy of a page in bits per byte, 0 to 8."""
    shares = [count / len(page) for count in Counter(page).values()]
    return -sum(share * math.log2(share) for share in shares)

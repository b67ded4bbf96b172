"""Which backups belong to a mission that is too damaged to be opened."""

from contextlib import suppress
from pathlib import Path

from entente.errors import EntenteError, UnreadableFileError
from entente.store.backup import Backups
from entente.store.connection import Access, connect
from entente.store.key import Key
from entente.store.location import data_folder
from entente.store.making import read_facts
from entente.store.mission_file import MissionFile
from entente.store.unlock import read_salt


def backups_of(path: Path, key: Key | None, root: Path | None = None) -> Backups | None:
    """Return the backups of a damaged mission, None if nothing tells which they are.

    What is left of it mostly still says so. If it cannot even be looked at, its bytes are
    searched for what each backup is known by.

    Args:
        path: The mission.
        key: What opens it, None without encryption.
        root: Where backups are kept, other than in the user's own folder.

    Raises:
        UnreadableFileError: If the file cannot be read.
    """
    root = root or data_folder() / "backups"
    with suppress(EntenteError):
        file = MissionFile.open(path, key, read_only=True, take_over=True, examine=False)
        try:
            return Backups.of(file, root)
        finally:
            file.close(abandon=True)
    try:
        content = path.read_bytes()
        folders = sorted(root.iterdir()) if root.is_dir() else []
    except OSError as error:
        raise UnreadableFileError(path, error) from error
    known = (Backups(folder) for folder in folders if folder.is_dir())
    return next((each for each in known if _belong_to(content, each)), None)


def _belong_to(content: bytes, backups: Backups) -> bool:
    signs = filter(None, (_sign(backup.path) for backup in backups.all()))
    return any(sign in content for sign in signs)


def _sign(path: Path) -> bytes:
    """Return what a mission and its backups are known by; empty if it cannot be read.

    It is the salt of the passphrase, with which an encrypted file begins, or the identity
    noted in a file without encryption.
    """
    with suppress(EntenteError):
        salt = read_salt(path)
        if salt is not None:
            return salt
        opened = connect(path, None, Access.READ)
        try:
            return read_facts(opened).get("file_id", "").encode()
        finally:
            opened.close()
    return b""

"""Looking after an open mission off the GUI thread: copies, versions, checks, passphrase."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from entente.errors import WrongPassphraseError
from entente_ui.background import Report

if TYPE_CHECKING:
    from entente.store.backup import Backup, Contents
    from entente.store.key import Key
    from entente.store.mission_file import MissionFile


@dataclass(frozen=True, slots=True)
class Version:
    """A backup, and what it holds; None if it has another passphrase."""

    backup: "Backup"
    size: int
    contents: "Contents | None"


def save_copy(file: "MissionFile", target: Path, report: Report) -> Path:
    """Write a copy of the mission; the user has agreed to replace what is there.

    Raises:
        EntenteError: If it cannot be written or is not whole.
    """
    report(0)
    file.save_copy(target, overwrite=True)
    return target


def find_faults(file: "MissionFile", report: Report) -> list[str]:
    """Return everything found wrong with the file, as short technical lines.

    Raises:
        EntenteError: If the disk cannot be read.
    """
    report(0)
    return [str(problem) for problem in file.check()]


def versions(file: "MissionFile", report: Report) -> list[Version]:
    """Return the backups of the mission, newest first.

    Raises:
        EntenteError: If one cannot be read.
    """
    from entente.store.backup import Backups  # noqa: PLC0415  # after the first paint

    backups = Backups.of(file)
    found = backups.all()
    key = _key_of(file)
    listed = []
    for place, backup in enumerate(found):
        report(round(100 * place / len(found)))
        listed.append(Version(backup, backup.size, backups.contents(backup, key)))
    return listed


def restore(file: "MissionFile", version: Version, passphrase: str, report: Report) -> Path:
    """Write a version beside the open mission and return where.

    Args:
        file: The open mission; it is left as it is.
        version: Which one.
        passphrase: Of the version, where it is not that of the mission.
        report: Told the progress.

    Raises:
        EntenteError: If it does not open with the passphrase, or cannot be written.
    """
    from entente.store import unlock  # noqa: PLC0415  # after the first paint
    from entente.store.backup import Backups, beside  # noqa: PLC0415  # after the first paint

    report(0)
    same = version.contents is not None
    key = _key_of(file) if same else unlock.find_key(version.backup.path, passphrase)
    target = beside(file.path, version.backup)
    Backups.of(file).restore(version.backup, key, target)
    return target


def change_passphrase(
    file: "MissionFile", old: str | None, new: str | None, report: Report
) -> None:
    """Encrypt the mission with another passphrase, or no longer.

    Args:
        file: The open mission.
        old: The passphrase it has; None if that need not be proved.
        new: The one it gets; None to leave it readable by anybody.
        report: Told the progress.

    Raises:
        WrongPassphraseError: If `old` is not the passphrase.
        EntenteError: If it cannot be done; the mission is open as before.
    """
    from entente.store import key  # noqa: PLC0415  # after the first paint

    report(0)
    if old is not None and not file.is_passphrase(old):
        raise WrongPassphraseError(file.path)
    report(30)
    new_key = None if new is None else key.new_key(new)
    report(60)
    file.change_key(new_key)


def _key_of(file: "MissionFile") -> "Key | None":
    from entente.store.key import read_recovery  # noqa: PLC0415  # after the first paint

    return read_recovery(file.recovery_text(), file.salt) if file.encrypted else None

"""Looking after an open mission off the GUI thread: copies, versions, checks, passphrase."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from entente.errors import WrongPassphraseError
from entente_ui.background import Report

if TYPE_CHECKING:
    from entente.store.backup import Backup, Backups, Contents
    from entente.store.key import Key
    from entente.store.mission_file import MissionFile


@dataclass(frozen=True, slots=True)
class Version:
    """A backup, one of several, and what it holds; None if it has another passphrase."""

    backups: "Backups"
    backup: "Backup"
    size: int
    contents: "Contents | None"


@dataclass(frozen=True, slots=True)
class Versions:
    """The backups of a mission.

    Attributes:
        mission: The file beside which one is restored.
        key: What opens those that have no other passphrase.
        listed: Newest first.
    """

    mission: Path
    key: "Key | None" = field(repr=False)
    listed: list[Version]


@dataclass(frozen=True, slots=True)
class Damaged:
    """A mission that does not open because it is damaged, and what is known to open it."""

    path: Path
    passphrase: str = field(default="", repr=False)
    recovery: str = field(default="", repr=False)
    key: "Key | None" = field(default=None, repr=False)


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


def versions(file: "MissionFile", report: Report) -> Versions:
    """Return the backups of the mission.

    Raises:
        EntenteError: If one cannot be read.
    """
    from entente.store.backup import Backups  # noqa: PLC0415  # after the first paint

    return _listed(file.path, Backups.of(file), file.key, report)


def versions_of_damaged(damaged: Damaged, report: Report) -> Versions:
    """Return the backups of a mission that does not open.

    Raises:
        EntenteError: If the passphrase is wrong, or a backup cannot be read.
    """
    from entente.store import rescue  # noqa: PLC0415  # after the first paint

    report(0)
    key = damaged.key or find_key(damaged.path, damaged.passphrase, damaged.recovery)
    return _listed(damaged.path, rescue.backups_of(damaged.path, key), key, report)


def _listed(path: Path, backups: "Backups | None", key: "Key | None", report: Report) -> Versions:
    listed: list[Version] = []
    if backups is None:
        return Versions(path, key, listed)
    found = backups.all()
    for place, backup in enumerate(found):
        report(round(100 * place / len(found)))
        listed.append(Version(backups, backup, backup.size, backups.contents(backup, key)))
    return Versions(path, key, listed)


def restore(of: Versions, version: Version, passphrase: str, report: Report) -> Path:
    """Write a version beside the mission and return where.

    Args:
        of: The versions it is one of; the mission is left as it is.
        version: Which one.
        passphrase: Of the version, where it is not that of the mission.
        report: Told the progress.

    Raises:
        EntenteError: If it does not open with the passphrase, or cannot be written.
    """
    from entente.store import unlock  # noqa: PLC0415  # after the first paint
    from entente.store.backup import beside  # noqa: PLC0415  # after the first paint

    report(0)
    same = version.contents is not None
    key = of.key if same else unlock.find_key(version.backup.path, passphrase)
    target = beside(of.mission, version.backup)
    version.backups.restore(version.backup, key, target)
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


def find_key(path: Path, passphrase: str, recovery: str) -> "Key | None":
    """Return what opens a file: by the text of its recovery sheet, or its passphrase.

    Raises:
        EntenteError: One for each thing that can be wrong.
    """
    from entente.store import unlock  # noqa: PLC0415  # after the first paint

    return (
        unlock.recover_key(path, recovery)
        if recovery
        else unlock.find_key(path, passphrase or None)
    )

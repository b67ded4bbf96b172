"""Erasing somebody or something for good, from the file and from the copies that are known."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from entente.domain.confidentiality import MEDIATOR
from entente.domain.records import RecordType
from entente.errors import EntenteError
from entente.services import records
from entente.services.disclosure import Head, head_of
from entente.store.backup import Backup, Backups
from entente.store.journal import ChangeSet
from entente.store.mission_file import MissionFile
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Copies:
    """The backups that an erasure reaches.

    Attributes:
        holding: Those that hold what is to be erased.
        sealed: Those that do not open any more, as the passphrase was changed since: nobody
            can say what is in them.
    """

    holding: tuple[Backup, ...]
    sealed: tuple[Backup, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was erased and where, without a word of what it said.

    Attributes:
        head: The mission it was erased from.
        kind: Kind of the record.
        ref: Its short reference, if it had one.
        made_at: When.
        rows: How many rows went out of each table.
        past: How many changes were struck out of the history.
        removed: How many backups were deleted.
        sealed: How many of these could not be looked into.
        left: How many such backups were left on purpose.
        failed: Names of the backups that should have gone and could not be deleted.
        is_replaced: Whether a new backup was made of the mission as it is now.
    """

    head: Head
    kind: str
    ref: str
    made_at: dt.datetime
    rows: tuple[tuple[str, int], ...]
    past: int
    removed: int
    sealed: int
    left: int
    failed: tuple[str, ...]
    is_replaced: bool


def copies(
    file: MissionFile,
    record_type: RecordType,
    key: str,
    report: Callable[[int], None] = lambda _percent: None,
) -> Copies:
    """Return the backups that hold a record, or of which nobody can say. Reads each of them."""
    backups = Backups.of(file)
    holding, sealed = [], []
    known = backups.all()
    for place, backup in enumerate(known):
        report(100 * place // len(known))
        held = backups.holds(backup, file.key, record_type.name, key)
        if held is None:
            sealed.append(backup)
        elif held:
            holding.append(backup)
    return Copies(tuple(holding), tuple(sealed))


def erase(
    file: MissionFile,
    record_type: RecordType,
    key: str,
    *,
    with_sealed: bool,
    report: Callable[[int], None] = lambda _percent: None,
) -> tuple[Certificate, ChangeSet]:
    """Erase a record and its parts from the file and its history, and the backups with it.

    Backups go whole: one is made at once of the mission as it is then. What was copied or
    printed elsewhere is beyond reach.

    Args:
        file: The open mission.
        record_type: Kind of the record.
        key: Its key.
        with_sealed: Whether the backups nobody can look into are deleted as well.
        report: Told the percentage done; it cannot stop the work once something is erased.

    Returns:
        The certificate, and what went, for whoever shows it.

    Raises:
        RecordMissingError: If there is no such record.
        EntenteError: If the file takes no change; then nothing was erased anywhere.
    """
    head, ref, now = file.gate.read(lambda session: _about(session, record_type, key))
    # Once more: one may have been made since the user saw them.
    found = copies(file, record_type, key, report)
    erased = file.gate.erase(record_type, key)
    backups = Backups.of(file)
    doomed = [*found.holding, *(found.sealed if with_sealed else ())]
    backups.sweep()
    for backup in doomed:
        backups.remove(backup)
    failed = [backup.path.name for backup in doomed if backup.path.exists()]
    is_replaced = False
    with suppress(EntenteError):  # the next one is made in ten minutes
        is_replaced = backups.make(file) is not None
    changes = erased.change_set.changes
    rows = Counter(change.table for change in changes if change.after is None)
    certificate = Certificate(
        head=head,
        kind=record_type.name,
        ref=ref,
        made_at=now,
        rows=tuple(sorted(rows.items())),
        past=erased.past,
        removed=len(doomed) - len(failed),
        sealed=len(found.sealed) if with_sealed else 0,
        left=0 if with_sealed else len(found.sealed),
        failed=tuple(failed),
        is_replaced=is_replaced,
    )
    return certificate, erased.change_set


def _about(session: Session, record_type: RecordType, key: str) -> tuple[Head, str, dt.datetime]:
    record = records.get(session, record_type, key)
    return head_of(session, MEDIATOR, session.today), str(record.get("ref") or ""), session.now

"""The urn: ballots of a wave that is open, kept without time or order until they are counted.

It stands outside the history of the file, and no copy of a mission holds it. A page of a
database fills from its end in the order rows arrive, and the log beside the file appends: so at
each ballot the urn is written anew, in the order of keys drawn by lot, and the log is emptied
(`Gate.run`). What is taken out is overwritten (`secure_delete`).
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select

from entente.store.schema import URN, URN_SOURCE

#: Name of the kind of record whose ballots lie here.
WAVE_TABLE: Final = "wave"


@dataclass(frozen=True, slots=True)
class Lot:
    """One ballot in the urn.

    Attributes:
        group_id: The group the respondent belongs to, empty for none.
        ballot: What was answered, as text.
    """

    group_id: str
    ballot: str


class Urn:
    """The urn of a mission, for the length of one action.

    Attributes:
        is_touched: Whether something was put in or taken out.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.is_touched = False

    def put(self, wave_id: str, lots: Sequence[Lot]) -> list[str]:
        """Put ballots in; return their keys, which must not be written anywhere."""
        keys = [secrets.token_hex(16) for _lot in lots]
        new = [
            {
                "id": key,
                "wave_id": wave_id,
                "group_id": lot.group_id or None,
                "ballot": lot.ballot,
            }
            for key, lot in zip(keys, lots, strict=True)
        ]
        self._write_anew([*self._all(), *new])
        return keys

    def note_source(self, wave_id: str, content: bytes) -> bool:
        """Note that answers collected in a file are put in; return whether they were before.

        What is kept of the file goes with the ballots. It is keyed by the wave, so that two
        waves cannot be seen to have had the same file.
        """
        fingerprint = hashlib.blake2b(content, key=wave_id.encode(), digest_size=32).hexdigest()
        of_file = {"wave_id": wave_id, "fingerprint": fingerprint}
        known = select(URN_SOURCE).filter_by(**of_file)
        if self._connection.execute(known).first() is not None:
            return True
        self._connection.execute(insert(URN_SOURCE), of_file)
        return False

    def count(self, wave_id: str) -> int:
        """Return how many ballots of a wave there are."""
        counted = select(func.count()).select_from(URN).where(URN.c.wave_id == wave_id)
        return int(self._connection.execute(counted).scalar_one())

    def lots(self, wave_id: str) -> list[Lot]:
        """Return the ballots of a wave, in no order."""
        chosen = select(URN.c.group_id, URN.c.ballot).where(URN.c.wave_id == wave_id)
        return [Lot(row.group_id or "", row.ballot) for row in self._connection.execute(chosen)]

    def take_back(self, wave_id: str, key: str) -> bool:
        """Take one ballot out; return whether it was there."""
        rows = self._all()
        left = [row for row in rows if (row["id"], row["wave_id"]) != (key, wave_id)]
        if len(left) == len(rows):
            return False
        self._write_anew(left)
        return True

    def empty(self, wave_id: str) -> None:
        """Take every ballot of a wave out."""
        self._connection.execute(delete(URN_SOURCE).where(URN_SOURCE.c.wave_id == wave_id))
        if self.count(wave_id):
            self._write_anew([row for row in self._all() if row["wave_id"] != wave_id])

    def _all(self) -> list[dict[str, Any]]:
        return [dict(row) for row in self._connection.execute(select(URN)).mappings()]

    def _write_anew(self, rows: list[dict[str, Any]]) -> None:
        self.is_touched = True
        self._connection.execute(delete(URN))
        if rows:
            self._connection.execute(insert(URN), sorted(rows, key=lambda row: str(row["id"])))

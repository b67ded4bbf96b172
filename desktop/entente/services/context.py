"""What presses a mission from outside, and how hard."""

from dataclasses import dataclass

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.records import LEVEL_FIELD
from entente.domain.start.context import PRESSURE, PRESSURE_LABELS
from entente.services import presentation, records
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Pressure:
    """One sort of pressure.

    Attributes:
        kind: One of `PRESSURE_LABELS`.
        id: Key of the record; empty while nobody looked.
        intensity: From 0 to 3; None while nobody weighed it, which is not zero.
        text: What it consists of.
        level: Who may read it; empty while nobody looked.
    """

    kind: str
    id: str = ""
    intensity: int | None = None
    text: str = ""
    level: str = ""


def pressures(session: Session, viewer: Audience = MEDIATOR) -> tuple[Pressure, ...]:
    """Return every sort of pressure, in the order of the list, as `viewer` may know of it."""
    rows = {row["kind"]: row for row in presentation.table_for(session, PRESSURE, viewer).dicts()}
    found = []
    for kind in PRESSURE_LABELS:
        row = rows.get(kind)
        if row is None:
            found.append(Pressure(kind))
        else:
            text, level = row["text"] or "", row[LEVEL_FIELD]
            found.append(Pressure(kind, row["id"], row["intensity"], text, level))
    return tuple(found)


def weigh(session: Session, kind: str, intensity: int | None) -> str:
    """Say how hard something presses, None to leave it open again; return the record's key.

    Raises:
        InvalidValueError: If there is no such pressure or intensity.
    """
    there = records.list_rows(session, PRESSURE, where={"kind": kind}).dicts()
    if not there:
        return records.create(session, PRESSURE, {"kind": kind, "intensity": intensity})
    key = str(there[0]["id"])
    records.change(session, PRESSURE, key, {"intensity": intensity})
    return key

"""The one mission a file is about."""

from typing import Any

from sqlalchemy import select

from entente.domain.mission import MISSION
from entente.domain.records import Values
from entente.services import records
from entente.store.schema import TABLES
from entente.store.session import Session


def read(session: Session) -> dict[str, Any]:
    """Return the values of the mission; every one is None in a file nothing was said about."""
    key = _key(session)
    if key is None:
        return {"id": None} | {field.name: None for field in MISSION.fields}
    return records.get(session, MISSION, key)


def change(session: Session, values: Values) -> None:
    """Change what is said of the mission.

    Raises:
        InvalidValueError: If the name is blank or a value outside what its field takes.
    """
    key = _key(session)
    if key is None:
        records.create(session, MISSION, values)
    else:
        records.change(session, MISSION, key, values)


def _key(session: Session) -> str | None:
    keys = session.rows(select(TABLES[MISSION.name].c.id).limit(1))
    return keys[0].id if keys else None

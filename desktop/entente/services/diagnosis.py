"""What a difficulty is made of: which of the ten causes, which of Moore's families."""

from collections.abc import Mapping

from entente.domain.confidentiality import Level
from entente.domain.family import CONFLICT_FAMILY
from entente.domain.records import LEVEL_FIELD, RecordType
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.services import records
from entente.store.session import Session


def weigh_cause(
    session: Session,
    difficulty_id: str,
    cause: str,
    weight: int | None,
    level: str = Level.MEDIATOR,
) -> None:
    """Say how much one of the ten causes counts in a difficulty; None takes it away.

    Args:
        session: The open mission.
        difficulty_id: Key of the difficulty.
        cause: One of the ten.
        weight: From 1 to 3.
        level: Who may read it, of a cause that was not there.
    """
    same = {"difficulty_id": difficulty_id, "cause": cause}
    _set_one(session, DIFFICULTY_CAUSE, same, ("weight", weight), level)


def set_family(session: Session, difficulty_id: str, family: str, ground: str | None) -> None:
    """Count a difficulty to a family of conflict, with what shows it; None takes it away."""
    same = {"difficulty_id": difficulty_id, "family": family}
    _set_one(session, CONFLICT_FAMILY, same, ("ground", ground), Level.MEDIATOR)


def _set_one(
    session: Session,
    kind: RecordType,
    same: Mapping[str, str],
    told: tuple[str, object],
    level: str,
) -> None:
    """Keep at most one record that is `same`, and a field of it, by its name, at a value."""
    name, value = told
    found = records.list_rows(session, kind, where=same).dicts()
    if value is None:
        for row in found:
            records.remove(session, kind, row["id"])
    elif found:
        records.change(session, kind, found[0]["id"], {name: value})
    else:
        records.create(session, kind, {**same, name: value, LEVEL_FIELD: level})

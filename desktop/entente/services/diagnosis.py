"""What a difficulty is made of: which of the ten causes, which of Moore's families."""

from collections.abc import Mapping

from entente.domain.family import CONFLICT_FAMILY
from entente.domain.records import RecordType
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.services import records
from entente.store.session import Session


def weigh_cause(session: Session, difficulty_id: str, cause: str, weight: int | None) -> None:
    """Say how much one of the ten causes counts in a difficulty; None takes it away."""
    _set_one(
        session,
        DIFFICULTY_CAUSE,
        {"difficulty_id": difficulty_id, "cause": cause},
        "weight",
        weight,
    )


def set_family(session: Session, difficulty_id: str, family: str, ground: str | None) -> None:
    """Count a difficulty to a family of conflict, with what shows it; None takes it away."""
    _set_one(
        session,
        CONFLICT_FAMILY,
        {"difficulty_id": difficulty_id, "family": family},
        "ground",
        ground,
    )


def _set_one(
    session: Session, kind: RecordType, same: Mapping[str, str], name: str, value: object
) -> None:
    """Keep at most one record that is `same`, and its field `name` at a value."""
    found = records.list_rows(session, kind, where=same).dicts()
    if value is None:
        for row in found:
            records.remove(session, kind, row["id"])
    elif found:
        records.change(session, kind, found[0]["id"], {name: value})
    else:
        records.create(session, kind, {**same, name: value})

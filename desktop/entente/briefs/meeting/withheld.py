"""Every text of the rows a meeting of two concerns, for the audit of the finished sheet."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from sqlalchemy import select

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.cause import COMMON_CAUSE
from entente.domain.confidentiality import Audience, AudienceKind
from entente.domain.difficulty import DIFFICULTY
from entente.domain.interaction import INTERACTION
from entente.domain.note import NOTE, STEP
from entente.domain.objective import OBJECTIVE
from entente.domain.option import OPTION
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.services.disclosure import (
    Concerned,
    Head,
    Texts,
    ratings_of,
    rows_of,
    sorted_texts,
)
from entente.store.schema import TABLES
from entente.store.session import Session

_Rows: TypeAlias = Mapping[str, list[Mapping[str, Any]]]

#: Fields of the two that they know of each other in any case.
_KNOWN: Final = ("name", "role")


def concerned_texts(
    session: Session, pair: tuple[str, str], audience: Audience, head: Head
) -> Texts:
    """Return every text concerned: those the reader may read, and the others."""
    rows = {kind: _rows(session, kind) for kind in _tables()}
    given = [*head.texts(), *_given_anyway(rows, pair, audience)]
    return sorted_texts(audience, _concerned(rows, pair), head.on, given)


def _tables() -> Iterator[str]:
    for kind in (ACTOR, ORGANISATION, RELATION, COMMON_CAUSE, OBJECTIVE, INTERACTION):
        yield kind.name
    for kind in (DIFFICULTY, PARTY, NOTE, OPTION, STEP):
        yield kind.name
    for kind in (ACTOR, RELATION, DIFFICULTY):
        yield kind.rating_name


def _rows(session: Session, table: str) -> list[Mapping[str, Any]]:
    return [row._asdict() for row in session.rows(select(TABLES[table]))]


def _concerned(rows: _Rows, pair: tuple[str, str]) -> Iterator[Concerned]:
    ties = [row for row in rows[RELATION.name] if {row["from_id"], row["to_id"]} == set(pair)]
    tied = {row["id"] for row in ties}
    quarrels = {row["difficulty_id"] for row in rows[PARTY.name] if row["actor_id"] in pair}
    yield rows_of(ACTOR, (row for row in rows[ACTOR.name] if row["id"] in pair))
    yield rows_of(ORGANISATION, _homes(rows, pair))
    yield rows_of(RELATION, ties)
    for kind in (COMMON_CAUSE, OBJECTIVE, INTERACTION):
        yield rows_of(kind, rows[kind.name])
    yield rows_of(DIFFICULTY, (row for row in rows[DIFFICULTY.name] if row["id"] in quarrels))
    for kind in (PARTY, NOTE, OPTION, STEP):
        parts = (row for row in rows[kind.name] if row["difficulty_id"] in quarrels)
        yield rows_of(kind, list(parts))
    for kind, owners in ((ACTOR, set(pair)), (RELATION, tied), (DIFFICULTY, quarrels)):
        yield ratings_of(_ratings(rows, kind, owners))


def _ratings(rows: _Rows, kind: RecordType, owners: set[str]) -> list[Mapping[str, Any]]:
    return [row for row in rows[kind.rating_name] if row[f"{kind.name}_id"] in owners]


def _homes(rows: _Rows, pair: tuple[str, str]) -> Iterator[Mapping[str, Any]]:
    homes = {row["organisation_id"] for row in rows[ACTOR.name] if row["id"] in pair}
    return (row for row in rows[ORGANISATION.name] if row["id"] in homes)


def _given_anyway(rows: _Rows, pair: tuple[str, str], audience: Audience) -> Iterator[str]:
    """Yield what the reader is told whatever its level: who meets."""
    if audience.kind is not AudienceKind.PARTY:
        return
    for row in rows[ACTOR.name]:
        if row["id"] in pair:
            yield from (row[name] for name in _KNOWN if row[name])
    yield from (row["name"] for row in _homes(rows, pair))

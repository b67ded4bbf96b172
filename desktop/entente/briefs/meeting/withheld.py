"""What the reader of a meeting sheet is not given, for the audit of the finished file.

This walks over every text of the rows concerned by the descriptions of the records. It
shares only `may_read` with the gathering of what the page shows, so that the audit finds
what the gathering may have let slip.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from sqlalchemy import select

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.cause import COMMON_CAUSE
from entente.domain.confidentiality import Audience, AudienceKind, may_read
from entente.domain.difficulty import DIFFICULTY, NOTE, OPTION, PARTY, STEP
from entente.domain.interaction import INTERACTION
from entente.domain.mission import MISSION
from entente.domain.objective import OBJECTIVE
from entente.domain.records import RATING_FIELDS, Field, RecordType
from entente.domain.relation import RELATION
from entente.store.schema import TABLES
from entente.store.search import level_of
from entente.store.session import Session

_Rows: TypeAlias = Mapping[str, list[Mapping[str, Any]]]

_MISSION_SHOWN: Final = ("name", "organisation", "mediator", "practice")
_DAYS: Final = ("dated_on", "noted_on", "held_on")
#: Fields of the two that they know of each other in any case.
_KNOWN: Final = ("name", "role")


def sorted_texts(
    session: Session, pair: tuple[str, str], audience: Audience, on: dt.date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return every text concerned: those the reader may read, and the others."""
    rows = {kind: _rows(session, kind) for kind in _tables()}
    readable = dict.fromkeys(_given_anyway(rows, pair, audience))
    withheld: dict[str, None] = {}
    for field, row in _every_text(rows, pair):
        words = row[field.name]
        if not words:
            continue
        caucus_of = row.get("actor_id") or ""
        may = may_read(audience, level_of(field, row), caucus_of) and not _is_later(row, on)
        (readable if may else withheld)[str(words)] = None
    return tuple(readable), tuple(words for words in withheld if words not in readable)


def _tables() -> Iterator[str]:
    for kind in (MISSION, ACTOR, ORGANISATION, RELATION, COMMON_CAUSE, OBJECTIVE, INTERACTION):
        yield kind.name
    for kind in (DIFFICULTY, PARTY, NOTE, OPTION, STEP):
        yield kind.name
    for kind in (ACTOR, RELATION, DIFFICULTY):
        yield kind.rating_name


def _rows(session: Session, table: str) -> list[Mapping[str, Any]]:
    return [row._asdict() for row in session.rows(select(TABLES[table]))]


def _every_text(rows: _Rows, pair: tuple[str, str]) -> Iterator[tuple[Field, Mapping[str, Any]]]:
    ties = [row for row in rows[RELATION.name] if {row["from_id"], row["to_id"]} == set(pair)]
    tied = {row["id"] for row in ties}
    concerned = {row["difficulty_id"] for row in rows[PARTY.name] if row["actor_id"] in pair}
    kinds: Iterable[tuple[Iterable[Field], Iterable[Mapping[str, Any]]]] = (
        (ACTOR.stored, (row for row in rows[ACTOR.name] if row["id"] in pair)),
        (ORGANISATION.stored, _homes(rows, pair)),
        (RELATION.stored, ties),
        (COMMON_CAUSE.stored, rows[COMMON_CAUSE.name]),
        (OBJECTIVE.stored, rows[OBJECTIVE.name]),
        (INTERACTION.stored, rows[INTERACTION.name]),
        (DIFFICULTY.stored, (row for row in rows[DIFFICULTY.name] if row["id"] in concerned)),
        (PARTY.stored, _parts(rows, PARTY, concerned)),
        (NOTE.stored, _parts(rows, NOTE, concerned)),
        (OPTION.stored, _parts(rows, OPTION, concerned)),
        (STEP.stored, _parts(rows, STEP, concerned)),
        (RATING_FIELDS, _ratings(rows, ACTOR, set(pair))),
        (RATING_FIELDS, _ratings(rows, RELATION, tied)),
        (RATING_FIELDS, _ratings(rows, DIFFICULTY, concerned)),
    )
    for fields, found in kinds:
        texts = [field for field in fields if field.is_text]
        for row in found:
            for field in texts:
                yield field, row


def _ratings(rows: _Rows, kind: RecordType, owners: set[str]) -> list[Mapping[str, Any]]:
    return [row for row in rows[kind.rating_name] if row[f"{kind.name}_id"] in owners]


def _parts(rows: _Rows, kind: RecordType, difficulties: set[str]) -> list[Mapping[str, Any]]:
    return [row for row in rows[kind.name] if row["difficulty_id"] in difficulties]


def _homes(rows: _Rows, pair: tuple[str, str]) -> Iterator[Mapping[str, Any]]:
    homes = {row["organisation_id"] for row in rows[ACTOR.name] if row["id"] in pair}
    return (row for row in rows[ORGANISATION.name] if row["id"] in homes)


def _given_anyway(rows: _Rows, pair: tuple[str, str], audience: Audience) -> Iterator[str]:
    """Yield what the reader is told whatever its level: the head of the page, who meets."""
    for row in rows[MISSION.name]:
        yield from (row[name] for name in _MISSION_SHOWN if row[name])
    if audience.kind is not AudienceKind.PARTY:
        return
    for row in rows[ACTOR.name]:
        if row["id"] in pair:
            yield from (row[name] for name in _KNOWN if row[name])
    yield from (row["name"] for row in _homes(rows, pair))


def _is_later(row: Mapping[str, Any], on: dt.date) -> bool:
    return any(row.get(name) is not None and row[name] > on for name in _DAYS)

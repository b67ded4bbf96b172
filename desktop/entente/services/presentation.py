"""What a projected screen may show: no private record, roles instead of names."""

import datetime as dt
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import select

from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, PUBLIC, Audience, may_read
from entente.domain.pseudonym import Concealer, pseudonyms
from entente.domain.records import LEVEL_FIELD, Field, FieldKind, RecordType, Values
from entente.domain.values import show
from entente.services import records
from entente.services.records import Rating, RecordTable
from entente.store.schema import TABLES
from entente.store.session import Session

_ALL: Final[Values] = MappingProxyType({})


def table_for(
    session: Session,
    record_type: RecordType,
    viewer: Audience,
    on: dt.date | None = None,
    *,
    where: Values = _ALL,
) -> RecordTable:
    """Return the records `viewer` sees on the screen.

    Args:
        session: The open mission.
        record_type: The kind of record.
        viewer: The mediator, or the public of a presentation, who sees roles for names.
        on: The day whose ratings hold; None for now.
        where: Values of stored fields the records have; all of the kind by default.
    """
    table = records.list_rows(session, record_type, viewer, on, where=where)
    if viewer != PUBLIC:
        return table
    concealer = Concealer(_stand_ins(session))
    names = _pseudonyms(session) if record_type is ACTOR else {}
    fields = {field.name: field for field in record_type.fields}
    rows = []
    for row in table.rows:
        values = [
            _concealed(fields.get(name), value, concealer)
            for name, value in zip(table.columns, row, strict=True)
        ]
        if names:
            values[table.column("name")] = names[row[0]]
        rows.append(tuple(values))
    return RecordTable(record_type, table.columns, rows, table.hidden)


def rows_where(
    session: Session,
    record_type: RecordType,
    viewer: Audience = MEDIATOR,
    **values: Any,  # noqa: ANN401  # what a field can hold
) -> list[dict[str, Any]]:
    """Return the records of a kind that have these values in stored fields, as `viewer` sees them.

    `rows_where(session, PARTY, viewer, difficulty_id=key)` are the parties of a difficulty.
    """
    return table_for(session, record_type, viewer, where=values).dicts()


def ratings_for(
    session: Session, record_type: RecordType, viewer: Audience, key: str | None = None
) -> list[Rating]:
    """Return the dated ratings `viewer` may see of one record, or of all, oldest first."""
    found = records.ratings(session, record_type, key, viewer)
    if viewer != PUBLIC:
        return found
    concealer = Concealer(_stand_ins(session))
    return [
        replace(
            rating, fact=concealer.conceal(rating.fact), author=concealer.conceal(rating.author)
        )
        for rating in found
    ]


def labels_for(session: Session, record_type: RecordType, viewer: Audience) -> dict[str, str]:
    """Return the name of each record `viewer` sees, by key."""
    if viewer == MEDIATOR:
        return records.titles(session, record_type)
    table = records.list_rows(session, record_type, viewer)
    if record_type is ACTOR:
        seen = {row[0] for row in table.rows}
        return {key: name for key, name in _pseudonyms(session).items() if key in seen}
    field, place = record_type.field(record_type.title), table.column(record_type.title)
    if field.kind is FieldKind.REFERENCE:
        # Whoever may read a part need not be one who may read what it is named by.
        names = labels_for(session, RECORD_TYPES[field.target], viewer)
        return {row[0]: names.get(row[place], "") for row in table.rows}
    concealer = Concealer(_stand_ins(session))
    return {row[0]: concealer.conceal(show(field, row[place])) for row in table.rows}


def _concealed(field: Field | None, value: Any, concealer: Concealer) -> Any:  # noqa: ANN401  # a cell
    if field is None or value is None:
        return value
    if field.personal:
        return None
    return concealer.conceal(value) if field.is_text else value


def _actors(session: Session) -> list[tuple[str, str, str]]:
    """Return key, name and role of each actor; no role where the record is private."""
    table = TABLES[ACTOR.name]
    found = session.rows(
        select(table.c.id, table.c.name, table.c.role, table.c[LEVEL_FIELD].label("level"))
    )
    return [
        (row.id, row.name or "", (row.role or "") if may_read(PUBLIC, row.level) else "")
        for row in found
    ]


def _pseudonyms(session: Session) -> dict[str, str]:
    return pseudonyms(_actors(session))


def _stand_ins(session: Session) -> dict[str, str]:
    actors = _actors(session)
    names = pseudonyms(actors)
    return {name: names[key] for key, name, _ in actors}

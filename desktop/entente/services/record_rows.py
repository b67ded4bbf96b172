"""Rows of records as their reader sees them: rated as of a day, without what is private."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Table, select

from entente.domain.confidentiality import Audience, may_read
from entente.domain.records import Field, RecordType
from entente.store.schema import TABLES
from entente.store.search import level_of
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Seen:
    """Who looks at ratings, and up to which day; None for all of them."""

    audience: Audience
    on: dt.date | None


def with_ratings(
    session: Session,
    record_type: RecordType,
    found: Sequence[Any],
    keys: int,
    seen: Seen,
) -> list[tuple[Any, ...]]:
    """Return rows of a kind with the dated fields in their places among the others.

    Args:
        session: The open mission.
        record_type: The kind of record.
        found: Keys, then the stored fields of each record.
        keys: How many keys each begins with.
        seen: Whose ratings count.
    """
    dated = {field.name for field in record_type.dated}
    if not dated:
        return [tuple(row) for row in found]
    current = _current_ratings(session, record_type, seen)
    blank = tuple(unrated(record_type).values())
    # Where the value of each field comes from: the row itself, or its rating behind it.
    places = _interleave(record_type.fields, dated, keys, len(found[0]) if found else 0)
    pick: Callable[[tuple[Any, ...]], tuple[Any, ...]] = itemgetter(*places)
    return [pick((*row, *current.get(row[0], blank))) for row in found]


def readable(
    record_type: RecordType,
    columns: tuple[str, ...],
    rows: list[tuple[Any, ...]],
    audience: Audience,
) -> list[tuple[Any, ...]]:
    """Return the rows `audience` may read, single fields it may not as None."""
    own = [field for field in record_type.fields if field.level_field or field.fixed_level]
    places = {name: place for place, name in enumerate(columns)}
    seen = []
    for row in rows:
        image = dict(zip(columns, row, strict=True))
        caucus = record_type.caucus_of(image)
        if not may_read(audience, level_of(None, image), caucus):
            continue
        values = list(row)
        for field in own:
            if not may_read(audience, level_of(field, image), caucus):
                values[places[field.name]] = None
        seen.append(tuple(values))
    return seen


def unrated(record_type: RecordType) -> dict[str, Any]:
    """Return what dated fields are before anybody rated them."""
    return {field.name: field.default if field.with_record else None for field in record_type.dated}


def _interleave(fields: Iterable[Field], dated: set[str], keys: int, width: int) -> tuple[int, ...]:
    places = list(range(keys))
    stored, rated = keys, width
    for field in fields:
        if field.name in dated:
            places.append(rated)
            rated += 1
        else:
            places.append(stored)
            stored += 1
    return tuple(places)


def _current_ratings(
    session: Session, record_type: RecordType, seen: Seen
) -> Mapping[str, tuple[Any, ...]]:
    table: Table = TABLES[record_type.rating_name]
    columns = [table.c[field.name] for field in record_type.dated]
    chosen = select(table.c[f"{record_type.name}_id"], table.c.confidentiality, *columns)
    if seen.on is not None:
        chosen = chosen.where(table.c.dated_on <= seen.on)
    found = session.rows(chosen.order_by(table.c.dated_on, table.c.seq))
    if not record_type.sparse:
        return {row[0]: tuple(row[2:]) for row in found if may_read(seen.audience, row[1])}
    open_to_all = [field.with_record for field in record_type.dated]
    blank = tuple(unrated(record_type).values())
    current: dict[str, tuple[Any, ...]] = {}
    for row in found:
        reads = may_read(seen.audience, row[1])
        before = current.get(row[0], blank)
        current[row[0]] = tuple(
            new if new is not None and (reads or is_open) else old
            for old, new, is_open in zip(before, row[2:], open_to_all, strict=True)
        )
    return current

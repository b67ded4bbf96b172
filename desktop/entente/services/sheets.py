"""All that a form shows of one record: its values, how they came about, what hangs on it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.records import Field, FieldKind, RecordType
from entente.errors import RecordMissingError
from entente.services import presentation, records
from entente.services.records import Rating
from entente.store.journal import ChangeSet, RowChange
from entente.store.schema import TABLES
from entente.store.session import Session

#: Records of one kind listed beneath another; the register shows more of them.
MOST_LISTED: Final = 60
_RATINGS: Final = frozenset(kind.rating_name for kind in RECORD_TYPES.values())


@dataclass(frozen=True, slots=True)
class Referrers:
    """Records of one kind that point to a record.

    Attributes:
        record_type: Their kind.
        field: The field by which they do.
        rows: Their values, at most `MOST_LISTED` of them.
        count: How many there are.
    """

    record_type: RecordType
    field: Field
    rows: tuple[Mapping[str, Any], ...]
    count: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One record as its form shows it.

    Attributes:
        values: Its fields by name, with `id` and, if it has one, `ref`.
        ratings: Its dated ratings, oldest first.
        referrers: What points to it.
        names: Names of the records that it and its referrers point to, by kind and key.
    """

    record_type: RecordType
    key: str
    values: Mapping[str, Any]
    ratings: tuple[Rating, ...]
    referrers: tuple[Referrers, ...]
    names: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Common:
    """What several records have in common.

    Attributes:
        values: Values of one of them.
        differing: Names of the fields in which they differ.
    """

    values: Mapping[str, Any]
    differing: frozenset[str]


def tables_of(record_type: RecordType) -> frozenset[str]:
    """Return the tables whose changes show on the sheet of a kind of record."""
    kinds = {record_type.name} | {other.name for other, _field in references_to(record_type)}
    for name in tuple(kinds):
        kinds |= {field.target for field in RECORD_TYPES[name].stored if field.target}
    return frozenset(kinds | {RECORD_TYPES[name].rating_name for name in kinds})


def concerns(change_set: ChangeSet, record_type: RecordType, keys: Sequence[str]) -> bool:
    """Return whether a change may show on the sheets of some records.

    What was only added, and has nothing to do with them, does not.
    """
    if tables_of(record_type).isdisjoint(change_set.tables):
        return False
    added = {change.id for change in change_set.changes if change.before is None}
    known = set(keys)
    return any(
        change.before is not None or not _is_apart(change, added, known)
        for change in change_set.changes
    )


def _is_apart(change: RowChange, added: set[str], known: set[str]) -> bool:
    """Return whether a new row points neither to known records nor, as a rating, to older ones."""
    values = {value for value in (change.after or {}).values() if isinstance(value, str)}
    if change.id in known or values & known:
        return False
    return change.table not in _RATINGS or not values.isdisjoint(added - {change.id})


def references_to(record_type: RecordType) -> Iterator[tuple[RecordType, Field]]:
    """Yield every kind of record, and its field, that may point to a kind and is listed there."""
    for other in RECORD_TYPES.values():
        if other.inner:
            continue
        for field in other.stored:
            if field.kind is FieldKind.REFERENCE and field.target == record_type.name:
                yield other, field


def read(
    session: Session, record_type: RecordType, key: str, viewer: Audience = MEDIATOR
) -> Sheet | None:
    """Return what `viewer` may see of a record, None if that is nothing."""
    if viewer != MEDIATOR:
        return _as_seen(session, record_type, key, viewer)
    try:
        values = records.get(session, record_type, key)
    except RecordMissingError:
        return None
    ratings = records.ratings(session, record_type, key) if record_type.dated else []
    referrers = tuple(
        _referrers(session, other, field, key) for other, field in references_to(record_type)
    )
    names = _names(session, _mentioned(record_type, [values], referrers))
    return Sheet(record_type, key, values, tuple(ratings), referrers, names)


def read_common(session: Session, record_type: RecordType, keys: Sequence[str]) -> Common | None:
    """Return what some records have in common; None if none of them is left."""
    if len(keys) > MOST_LISTED:
        wanted = set(keys)
        everything = records.list_rows(session, record_type).dicts()
        rows = [row for row in everything if row["id"] in wanted]
    else:
        table = TABLES[record_type.name]
        left = [key for key in keys if session.image(table, key) is not None]
        rows = [records.get(session, record_type, key) for key in left]
    if not rows:
        return None
    first, names = rows[0], [field.name for field in record_type.fields]
    return Common(
        first, frozenset(name for name in names if any(row[name] != first[name] for row in rows))
    )


def names_of(
    session: Session, record_type: RecordType, values: Mapping[str, Any]
) -> dict[str, dict[str, str]]:
    """Return the names of the records that some values point to, by kind and key."""
    return _names(session, _mentioned(record_type, [values], ()))


def _mentioned(
    record_type: RecordType,
    rows: Iterable[Mapping[str, Any]],
    referrers: Iterable[Referrers],
) -> dict[str, set[str]]:
    """Keys of the records that rows point to, by kind."""
    found: dict[str, set[str]] = {}
    for kind, some in ((record_type, rows), *((one.record_type, one.rows) for one in referrers)):
        for field in kind.stored:
            if field.kind is FieldKind.REFERENCE:
                keys = {str(row[field.name]) for row in some if row[field.name]}
                found.setdefault(field.target, set()).update(keys)
    return found


def _names(session: Session, keys_by_kind: Mapping[str, set[str]]) -> dict[str, dict[str, str]]:
    return {
        kind: {key: _name(session, RECORD_TYPES[kind], key) for key in keys}
        for kind, keys in keys_by_kind.items()
    }


def _name(session: Session, record_type: RecordType, key: str) -> str:
    image = session.image(TABLES[record_type.name], key) or {}
    field = record_type.field(record_type.title)
    value = str(image.get(field.name) or "")
    if field.kind is FieldKind.REFERENCE and value:
        return _name(session, RECORD_TYPES[field.target], value)
    return value


def _referrers(session: Session, other: RecordType, field: Field, key: str) -> Referrers:
    table = TABLES[other.name]
    keys = [row[0] for row in session.rows(select(table.c.id).where(table.c[field.name] == key))]
    rows = tuple(records.get(session, other, one) for one in keys[:MOST_LISTED])
    return Referrers(other, field, rows, len(keys))


def _as_seen(session: Session, record_type: RecordType, key: str, viewer: Audience) -> Sheet | None:
    seen = presentation.table_for(session, record_type, viewer).dicts()
    values = next((row for row in seen if row["id"] == key), None)
    if values is None:
        return None
    referrers = []
    for other, field in references_to(record_type):
        rows = presentation.table_for(session, other, viewer).dicts()
        mine = [row for row in rows if row[field.name] == key]
        referrers.append(Referrers(other, field, tuple(mine[:MOST_LISTED]), len(mine)))
    dated = presentation.ratings_for(session, record_type, viewer, key) if record_type.dated else []
    names = {
        kind: presentation.labels_for(session, RECORD_TYPES[kind], viewer)
        for kind in _mentioned(record_type, [values], referrers)
    }
    return Sheet(record_type, key, values, tuple(dated), tuple(referrers), names)

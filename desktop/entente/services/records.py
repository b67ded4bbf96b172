"""Reading and changing records of any kind by their description."""

import datetime as dt
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import select

from entente.domain import values as field_values
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, Audience, Level, may_read
from entente.domain.party import PARTY
from entente.domain.record_values import check_rated, check_whole, checked, split
from entente.domain.records import (
    LEVEL_FIELD,
    RATING_FIELDS,
    FieldKind,
    RecordType,
    Values,
)
from entente.domain.text import fold, natural_key
from entente.errors import (
    AlreadyThereError,
    RecordMissingError,
)
from entente.services import caucus, coaching_guard, wave_guard
from entente.services.record_places import last_places
from entente.services.record_rows import Seen, readable, unrated, with_ratings
from entente.store.schema import TABLES
from entente.store.session import Session

_KEYS: Final = ("id", "ref")
_ALL: Final[Values] = MappingProxyType({})
_FACT: Final = next(field for field in RATING_FIELDS if field.name == "fact")


@dataclass(frozen=True, slots=True)
class RecordTable:
    """Records as plain tuples.

    Attributes:
        record_type: The kind of record.
        columns: Names of the values in each row: `id`, `ref` if there is one, the fields.
        rows: One tuple a record, in the order of their references.
        hidden: How many records the audience may not see at all.
    """

    record_type: RecordType
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    hidden: int = 0

    def column(self, name: str) -> int:
        """Return the place of a value in each row."""
        return self.columns.index(name)

    def dicts(self) -> list[dict[str, Any]]:
        """Return the rows as mappings."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Rating:
    """One dated rating of a record.

    Attributes:
        values: The dated fields of the record on that day.
    """

    id: str
    record_id: str
    dated_on: dt.date
    values: Values
    fact: str
    confidence: str
    author: str
    confidentiality: str


def list_rows(
    session: Session,
    record_type: RecordType,
    audience: Audience = MEDIATOR,
    on: dt.date | None = None,
    *,
    where: Values = _ALL,
) -> RecordTable:
    """Return the records of a kind with their current ratings, or those of a day.

    What `audience` may not read is left out: whole records, and single fields as None.

    Args:
        session: The open mission.
        record_type: The kind of record.
        audience: Who reads.
        on: The last day whose ratings count; None for all of them.
        where: Values of stored fields the records have, as `{"difficulty_id": key}`; all of
            the kind by default.
    """
    table = TABLES[record_type.name]
    keys = [name for name in _KEYS if name in table.columns]
    stored = [field.name for field in record_type.stored]
    columns = (*keys, *(field.name for field in record_type.fields))
    wanted = select(*(table.c[name] for name in (*keys, *stored)))
    found = session.rows(wanted.where(*(table.c[name] == value for name, value in where.items())))
    rows = with_ratings(session, record_type, found, len(keys), Seen(audience, on))
    hidden = 0
    if audience != MEDIATOR:
        everything = len(rows)
        rows = readable(record_type, columns, rows, audience)
        hidden = everything - len(rows)
    if record_type.prefix:
        rows.sort(key=lambda row: natural_key(row[1]))
    return RecordTable(record_type, columns, rows, hidden)


def get(session: Session, record_type: RecordType, key: str) -> dict[str, Any]:
    """Return one record with its current ratings.

    Raises:
        RecordMissingError: If there is none.
    """
    image = session.image(TABLES[record_type.name], key)
    if image is None:
        raise RecordMissingError(record_type.name, key)
    record = dict(image)
    if record_type.dated:
        record |= unrated(record_type)
        for rating in ratings(session, record_type, key):
            record |= {
                name: value
                for name, value in rating.values.items()
                if value is not None or not record_type.sparse
            }
    return record


def ratings(
    session: Session,
    record_type: RecordType,
    key: str | None = None,
    audience: Audience = MEDIATOR,
) -> list[Rating]:
    """Return the dated ratings of one record, or of all, oldest first."""
    table = TABLES[record_type.rating_name]
    owner = f"{record_type.name}_id"
    chosen = select(table).order_by(table.c.dated_on, table.c.seq)
    if key is not None:
        chosen = chosen.where(table.c[owner] == key)
    dated = [field.name for field in record_type.dated]
    return [
        Rating(
            id=row.id,
            record_id=getattr(row, owner),
            dated_on=row.dated_on,
            values={name: getattr(row, name) for name in dated},
            fact=row.fact or "",
            confidence=row.confidence,
            author=row.author or "",
            confidentiality=row.confidentiality,
        )
        for row in session.rows(chosen)
        if may_read(audience, row.confidentiality)
    ]


def create(session: Session, record_type: RecordType, values: Values) -> str:
    """Add a record and return its key; dated fields become its first rating.

    Raises:
        InvalidValueError: If a value is missing or outside its field's range.
        AlreadyThereError: If there is one that may not be there twice.
        CoachingError: If it is a part of a support nobody consented to.
        WaveError: If it is a question, and a wave that would ask it is open.
    """
    stored, dated = split(record_type, checked(record_type, values))
    stored = last_places(session, record_type, stored) | stored
    stored = coaching_guard.of_person(session, record_type, stored)
    whole = {field.name: field.default for field in record_type.stored} | stored
    check_whole(record_type, whole)
    _check_alone(session, record_type, whole)
    coaching_guard.check_whole(record_type, whole)
    wave_guard.check_new(session, record_type, whole)
    key = session.insert(record_type, stored)
    given = {name: value for name, value in dated.items() if value is not None}
    if given:
        session.rate(record_type, key, given, dated_on=first_day(session, record_type, stored))
    return key


def first_day(session: Session, record_type: RecordType, values: Values) -> dt.date:
    """Return the day of the ratings a record begins with: never after today."""
    since = values.get(record_type.since_field)
    return min(since, session.today) if isinstance(since, dt.date) else session.today


def change(session: Session, record_type: RecordType, key: str, values: Values) -> None:
    """Change fields of a record; dated fields become a rating of today.

    Raises:
        InvalidValueError: If a value is outside its field's range.
        RecordMissingError: If there is no such record.
        AlreadyThereError: If it would be the same as another that may not be there twice.
        CoachingError: If it would pass over what protects a person supported.
        WaveError: If it would break what respondents of a wave were told.
    """
    stored, dated = split(record_type, checked(record_type, values))
    if stored:
        before = get(session, record_type, key)
        wave_guard.check_change(session, record_type, before, stored)
        coaching_guard.check_change(session, record_type, before, stored)
        whole = coaching_guard.of_person(session, record_type, before | stored)
        check_whole(record_type, whole)
        coaching_guard.check_whole(record_type, whole)
        if stored.keys() & set(record_type.unique):
            _check_alone(session, record_type, whole)
        new = {n: value for n, value in whole.items() if n in stored or value != before[n]}
        session.update(record_type, key, new)
    if dated:
        now = get(session, record_type, key)
        rated = {name: value for name, value in dated.items() if now[name] != value}
        if rated:
            check_rated(record_type, rated)
            session.rate(record_type, key, rated if record_type.sparse else dated)


def rate(
    session: Session,
    record_type: RecordType,
    key: str,
    values: Values,
    *,
    fact: str = "",
    on: dt.date | None = None,
) -> str:
    """Append a rating of a day, today if none is named, and return its key.

    Raises:
        InvalidValueError: If a value is outside its field's range.
    """
    __, dated = split(record_type, checked(record_type, values))
    check_rated(record_type, dated)
    said = field_values.check(_FACT, fact) or ""
    return session.rate(record_type, key, dated, dated_on=on, fact=said)


def annotate(session: Session, record_type: RecordType, rating_id: str, values: Values) -> None:
    """Complete a rating: its date, fact, confidence, author or confidentiality.

    Raises:
        InvalidValueError: If a value is outside its field's range.
    """
    fields = {field.name: field for field in RATING_FIELDS}
    good = {name: field_values.check(fields[name], value) for name, value in values.items()}
    session.update_rating(record_type, rating_id, good)


def remove(session: Session, record_type: RecordType, key: str) -> None:
    """Remove a record with its ratings and parts.

    What a party said in caucus stays, for the mediator alone: nobody who is no longer a
    party may read it.

    Raises:
        CoachingError: If it is a support the person consented to, which is erased instead.
        WaveError: If it was asked or counted in a wave that stays.
    """
    if record_type is PARTY:
        for kind, part in caucus.of_party(session, key):
            session.update(kind, part, {LEVEL_FIELD: Level.MEDIATOR.value})
    wave_guard.check_removal(session, record_type, key)
    coaching_guard.check_removal(session, record_type, key)
    session.delete(record_type, key)


def duplicate(session: Session, record_type: RecordType, key: str) -> str:
    """Copy a record's own fields into a new one and return its key; ratings stay behind."""
    record = get(session, record_type, key)
    copied = {field.name: record[field.name] for field in record_type.stored}
    return session.insert(record_type, copied)


def find(session: Session, record_type: RecordType, text: str) -> str:
    """Return the key of the record with this reference or, folded, this name.

    Raises:
        RecordMissingError: If there is none, or several of that name.
    """
    table = TABLES[record_type.name]
    wanted = fold(text.strip())
    if record_type.prefix:
        for row in session.rows(select(table.c.id, table.c.ref)):
            if fold(row.ref) == wanted:
                return str(row.id)
    named = [key for key, name in titles(session, record_type).items() if fold(name) == wanted]
    if len(named) != 1:
        raise RecordMissingError(record_type.name, text)
    return named[0]


def titles(session: Session, record_type: RecordType) -> dict[str, str]:
    """Return the name of every record of a kind by its key.

    A kind named by a reference (a party, by its actor) takes the name of what it points to.
    """
    table = TABLES[record_type.name]
    field = record_type.field(record_type.title)
    found = session.rows(select(table.c.id, table.c[field.name]))
    if field.kind is FieldKind.CHOICE:
        return {row[0]: field_values.show(field, row[1]) for row in found}
    if field.kind is not FieldKind.REFERENCE:
        return {row[0]: str(row[1] or "") for row in found}
    names = titles(session, RECORD_TYPES[field.target])
    return {row[0]: names.get(row[1], "") for row in found}


def labels(session: Session, record_type: RecordType) -> dict[str, str]:
    """Return what a person recognises a record by: reference and name, by key."""
    names = titles(session, record_type)
    if not record_type.prefix:
        return names
    table = TABLES[record_type.name]
    refs = {row[0]: row[1] for row in session.rows(select(table.c.id, table.c.ref))}
    return {key: f"{refs[key]} {name}" for key, name in names.items()}


def count(session: Session, record_type: RecordType) -> int:
    """Return how many records of a kind there are."""
    return len(session.rows(select(TABLES[record_type.name].c.id)))


def _check_alone(session: Session, record_type: RecordType, values: Values) -> None:
    """Raise if another record has the same values where no two may."""
    if not record_type.unique:
        return
    table = TABLES[record_type.name]
    same = [table.c[name] == values.get(name) for name in record_type.unique]
    found = session.rows(select(table.c.id).where(*same).limit(1))
    if found and found[0].id != values.get("id"):
        raise AlreadyThereError(record_type.name, titles(session, record_type)[found[0].id])

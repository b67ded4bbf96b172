"""A mission with each of some texts in every field that takes it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import product, repeat
from typing import Any

from entente.domain.confidentiality import Level
from entente.domain.records import RATING_FIELDS, Field, FieldKind, RecordType
from entente.errors import AlreadyThereError
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from tests.proof.naughty import TooLong, kept
from tests.proof.planting import INSTEAD, NEEDED, any_value, in_order, possible

#: Of how many days a kind that holds one record a day is given a record.
ROOM = 400
#: References by which a record is called that has no name of its own.
NAMING = {("ambassador", "actor_id")}
#: Key of each record, and of its rating, by the name of its table and of its text.
Keys = dict[tuple[str, str], str]
#: The keys there are of each kind, in the order in which they were written.
_Known = dict[str, list[str]]


def fill(gate: Gate, texts: Mapping[str, str], level: Level = Level.PUBLIC) -> Keys:
    """Add, for each text, a record of each kind that has it in all its text fields.

    Of a kind no two records of which may be alike, there are no more than there is room for;
    where one is there already, it is written anew.
    """
    keys: Keys = {}
    known: _Known = {}

    def write(session: Session) -> None:
        for kind in in_order():
            for text, place in zip(texts.items(), _places(kind, known), strict=False):
                _write(session, kind, text, level, keys, known, place)

    gate.run("Fill", write)
    return keys


def wanted(one: Field, title: str, text: tuple[str, str]) -> str | None:
    """Return what a field is to hold once a text was written into it.

    Args:
        one: The field.
        title: Name of the field that names a record of its kind.
        text: Name of the text, which stands where there would be nothing, and the text.
    """
    try:
        held = kept(one.kind, text[1])
    except TooLong:
        held = None
    return text[0] if held is None and (one.required or one.name == title) else held


def _write(
    session: Session,
    kind: RecordType,
    text: tuple[str, str],
    level: Level,
    keys: Keys,
    known: _Known,
    place: Mapping[str, Any],
) -> None:
    values: dict[str, Any] = {one.name: possible(one, level) for one in kind.level_fields}
    values |= NEEDED.get(kind.name, {})
    for one in kind.stored:
        if (kind.name, one.name) in INSTEAD:
            values[one.name] = None
        elif one.name in place:
            values[one.name] = place[one.name]
        elif one.is_text:
            values[one.name] = fit(one, kind.title, text)
        elif one.kind is FieldKind.REFERENCE and _is_given(kind, one):
            values[one.name] = _target(known, one)
        elif one.required and one.default is None:
            values[one.name] = any_value(one)
    name = text[0]
    key = keys[kind.name, name] = _put(session, kind, values)
    known.setdefault(kind.name, []).append(key)
    if kind.dated:
        rated = {one.name: any_value(one) for one in kind.dated}
        rating = keys[kind.rating_name, name] = records.rate(session, kind, key, rated)
        told = {one.name: fit(one, "", text) for one in RATING_FIELDS if one.is_text}
        records.annotate(session, kind, rating, {**told, "confidentiality": level.value})


def _is_given(kind: RecordType, one: Field) -> bool:
    """Whether a reference is set: whoever has no other name is called by it as well."""
    return one.required or one.name == kind.caucus_field or (kind.name, one.name) in NAMING


def _put(session: Session, kind: RecordType, values: Mapping[str, Any]) -> str:
    """Add a record, or write it over the one in its place, and return its key."""
    try:
        return records.create(session, kind, values)
    except AlreadyThereError:
        rows = records.list_rows(session, kind).dicts()
        taken = next(row for row in rows if all(row[one] == values[one] for one in kind.unique))
        records.change(session, kind, str(taken["id"]), values)
        return str(taken["id"])


def fit(one: Field, title: str, text: tuple[str, str]) -> str:
    """Return the text as it was given, unless the field takes nothing of the kind."""
    held = wanted(one, title, text)
    return text[1] if held is not None and held != text[0] else held or ""


def _target(known: _Known, one: Field) -> str:
    """Return a record to refer to; who a relation leads to is another than whence it comes."""
    return known[one.target][1 if one.name.startswith("to") else 0]


def _places(kind: RecordType, known: _Known) -> Iterator[dict[str, Any]]:
    """Yield what tells each record of a kind from the others, for as long as there is room."""
    fields = [kind.field(name) for name in kind.unique]
    if not fields or any(one.is_text for one in fields):
        # What is written tells them apart.
        yield from repeat({})
    fields = [one for one in fields if (kind.name, one.name) not in INSTEAD]
    names = [one.name for one in fields]
    for values in product(*(_distinct(one, known) for one in fields)):
        # Nothing is tied to itself.
        if len(set(values)) == len(values) or not any(one.target for one in fields):
            yield dict(zip(names, values, strict=True))


def _distinct(one: Field, known: _Known) -> Iterable[Any]:
    if one.target:
        return known.get(one.target, [])
    if one.choices:
        return one.choices
    if one.kind is FieldKind.DATE:
        return (dt.date(2026, 1, 1) + dt.timedelta(days=n) for n in range(ROOM))
    return range(int(one.minimum or 0), int(one.maximum or 0) + 1)

"""A mission with each of some texts in every field that takes it."""

from collections.abc import Mapping
from typing import Any

from entente.domain.confidentiality import Level
from entente.domain.records import RATING_FIELDS, Field, FieldKind, RecordType
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from tests.proof.naughty import TooLong, kept
from tests.proof.planting import any_value, in_order

#: Key of each record, and of its rating, by the name of its table and of its text.
Keys = dict[tuple[str, str], str]


def fill(gate: Gate, texts: Mapping[str, str], level: Level = Level.PUBLIC) -> Keys:
    """Add, for each text, a record of each kind that has it in all its text fields."""
    keys: Keys = {}

    def write(session: Session) -> None:
        for kind in in_order():
            for name, text in texts.items():
                _write(session, kind, (name, text), level, keys)

    gate.run("Fill", write)
    return keys


def wanted(one: Field, title: str, text: tuple[str, str]) -> str | None:
    """Return what a field is to hold once a text was written into it.

    Args:
        one: The field.
        title: Name of the field a record of its kind cannot do without.
        text: Name of the text, which stands where there would be nothing, and the text.
    """
    try:
        held = kept(one.kind, text[1])
    except TooLong:
        held = None
    return text[0] if held is None and one.name == title else held


def _write(
    session: Session, kind: RecordType, text: tuple[str, str], level: Level, keys: Keys
) -> None:
    values: dict[str, Any] = {one.name: level.value for one in kind.level_fields}
    for one in kind.stored:
        if one.is_text:
            values[one.name] = _fit(one, kind.title, text)
        elif one.kind is FieldKind.REFERENCE and (one.required or one.name == kind.caucus_field):
            values[one.name] = _target(keys, one)
        elif one.required and one.default is None:
            values[one.name] = any_value(one)
    name = text[0]
    key = keys[kind.name, name] = records.create(session, kind, values)
    if kind.dated:
        rated = {one.name: any_value(one) for one in kind.dated}
        rating = keys[kind.rating_name, name] = records.rate(session, kind, key, rated)
        told = {one.name: _fit(one, "", text) for one in RATING_FIELDS if one.is_text}
        records.annotate(session, kind, rating, {**told, "confidentiality": level.value})


def _fit(one: Field, title: str, text: tuple[str, str]) -> str:
    """Return the text as it was given, unless the field takes nothing of the kind."""
    held = wanted(one, title, text)
    return text[1] if held is not None and held != text[0] else held or ""


def _target(keys: Keys, one: Field) -> str:
    """Return a record to refer to; who a relation leads to is another than whence it comes."""
    known = [key for (kind, _name), key in keys.items() if kind == one.target]
    return known[1] if one.name.startswith("to") else known[0]

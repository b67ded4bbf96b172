"""The dated ratings of a kind of record as a list of their own: facts, dates, who said so."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from entente.domain.records import RATING_FIELDS, Field, FieldKind, RecordType
from entente.domain.text import clean
from entente.exchange.export import Column, Export, as_cell
from entente.exchange.mapping import REF, headings
from entente.i18n import N_, in_language
from entente.services.records import Rating, RecordTable

#: Name of the sheet beside a register.
SHEET: Final = N_("Ratings")


def rating_list(
    table: RecordTable,
    ratings: Iterable[Rating],
    references: Mapping[str, str],
    code: str,
    only: Sequence[Field] | None = None,
) -> Export:
    """Return dated ratings as they are written out, each with the record it is about.

    Args:
        table: The records, already without those their reader may not see.
        ratings: Their ratings, oldest first; those of other records are left out.
        references: What is written for the key of another record.
        code: Language of headings and choices.
        only: The dated fields that are written, by default all of them.
    """
    kind = table.record_type
    dated = kind.dated if only is None else only
    about = {row["id"]: _described(kind, row, references) for row in table.dicts()}
    columns = (*_about_columns(kind, code), *_columns((*dated, *RATING_FIELDS), kind, code))
    rows = []
    for rating in ratings:
        values = [rating.values[field.name] for field in dated]
        if rating.record_id not in about or all(value is None for value in values):
            continue
        values += [getattr(rating, field.name) for field in RATING_FIELDS]
        own = columns[-len(values) :]
        told = (as_cell(column, value, {}, code) for column, value in zip(own, values, strict=True))
        rows.append((*about[rating.record_id], *told))
    return Export(in_language(code, SHEET), code, columns, rows)


def _about_columns(kind: RecordType, code: str) -> tuple[Column, ...]:
    name = Column(in_language(code, kind.label))
    return (Column(headings(kind, code)[REF]), name) if kind.prefix else (name,)


def _columns(fields: Sequence[Field], kind: RecordType, code: str) -> tuple[Column, ...]:
    """Return a column a field, no two of them headed alike."""
    taken = {column.heading for column in _about_columns(kind, code)}
    columns = []
    for field in fields:
        label = in_language(code, field.label)
        heading = f"{label} ({field.name})" if label in taken else label
        taken.add(heading)
        columns.append(Column(heading, field))
    return tuple(columns)


def _described(
    kind: RecordType, row: Mapping[str, Any], references: Mapping[str, str]
) -> tuple[str, ...]:
    """Return what a person knows a record by: its reference, and its title or those it joins."""
    joined = [
        references.get(row[field.name] or "", "")
        for field in kind.fields
        if field.kind is FieldKind.REFERENCE and field.required
    ]
    title = " – ".join(filter(None, joined)) or str(row.get(kind.title) or "")
    return (str(row["ref"]), clean(title)) if kind.prefix else (clean(title),)

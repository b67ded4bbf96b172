"""The tables of a mission, made from the descriptions of its records."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.types import TypeEngine

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import RATING_FIELDS, Field, FieldKind, RecordType

#: Raised with every migration; the file carries it as its `user_version`.
SCHEMA_VERSION: Final = 14

METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_TYPES: Final[Mapping[FieldKind, TypeEngine[Any]]] = MappingProxyType(
    {
        FieldKind.TEXT: Text(),
        FieldKind.LONG_TEXT: Text(),
        FieldKind.TAGS: Text(),
        FieldKind.INTEGER: Integer(),
        FieldKind.NUMBER: Float(),
        FieldKind.FLAG: Boolean(),
        FieldKind.CHOICE: String(32),
        FieldKind.DATE: Date(),
        FieldKind.REFERENCE: String(32),
    }
)

META: Final = Table(
    "meta",
    METADATA,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

#: Numbers given out so far; outside the journal, so that no reference is ever reused.
COUNTER: Final = Table(
    "counter",
    METADATA,
    Column("name", String(64), primary_key=True),
    Column("last", Integer, nullable=False),
)

JOURNAL_ENTRY: Final = Table(
    "journal_entry",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("label", Text, nullable=False),
    Column("made_at", String(40), nullable=False),
    Column("state", String(8), nullable=False),
    CheckConstraint("state IN ('done', 'undone', 'sealed')", name="state_known"),
)

JOURNAL_CHANGE: Final = Table(
    "journal_change",
    METADATA,
    Column("entry_seq", Integer, ForeignKey("journal_entry.seq"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("table_name", String(64), nullable=False),
    Column("row_id", String(32), nullable=False, index=True),
    Column("before", LargeBinary),
    Column("after", LargeBinary),
)

#: Ballots of a wave that is open: outside the journal, in the order of keys drawn by lot, so
#: that neither when nor after whom somebody answered is to be found in the file.
URN: Final = Table(
    "urn",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("wave_id", String(32), nullable=False),
    Column("group_id", String(32), nullable=True),
    Column("ballot", Text, nullable=False),
    sqlite_with_rowid=False,
)

#: Which files of answers have been poured into an urn, by a fingerprint nobody can turn back;
#: emptied with it.
URN_SOURCE: Final = Table(
    "urn_source",
    METADATA,
    Column("wave_id", String(32), primary_key=True),
    Column("fingerprint", String(64), primary_key=True),
    sqlite_with_rowid=False,
)

#: Which row, and for whose eyes, each entry of the full-text index stands for.
SEARCH_MAP: Final = Table(
    "search_map",
    METADATA,
    Column("rowid", Integer, primary_key=True),
    Column("table_name", String(64), nullable=False),
    Column("row_id", String(32), nullable=False, index=True),
    Column("level", String(32), nullable=False),
    Column("caucus_of", String(32), nullable=False),
)

#: Contentless: the words are indexed, the text stays in its record. Accents fold here,
#: ligatures before (the tokenizer leaves œ alone).
SEARCH_DDL: Final = (
    "CREATE VIRTUAL TABLE search_text USING fts5("
    "body, content='', contentless_delete=1, "
    "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
)
SEARCH_SHADOWS: Final = ("config", "data", "docsize", "idx")


def table_for(record_type: RecordType) -> Table:
    """Build the table of a kind of record, and of its dated ratings if it has any."""
    name = record_type.name
    columns: list[Column[Any]] = [Column("id", String(32), primary_key=True)]
    if record_type.prefix:
        columns.append(Column("ref", String(16), nullable=False, unique=True))
    columns += [_column(field) for field in record_type.stored]
    table = Table(name, METADATA, *columns, *_checks(record_type.stored))
    if record_type.dated:
        key = f"{name}_id"
        Table(
            record_type.rating_name,
            METADATA,
            Column("id", String(32), primary_key=True),
            Column(key, String(32), _reference(name), nullable=False),
            Column("seq", Integer, nullable=False),
            *(_column(field) for field in (*RATING_FIELDS, *record_type.dated)),
            *_checks((*RATING_FIELDS, *record_type.dated)),
            Index(None, key, "dated_on", "seq"),
        )
    return table


def _reference(target: str) -> ForeignKey:
    # Checked at commit, so that undo may write rows in any order.
    return ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")


def _column(field: Field) -> Column[Any]:
    nullable = not field.required
    if field.kind is FieldKind.REFERENCE:
        # Only the parts of a record are looked for among many, by their owner. What points
        # elsewhere is looked for once, when that goes, and an index costs a page even in an
        # empty file and a write at every row.
        return Column(
            field.name, String(32), _reference(field.target), nullable=nullable, index=field.owned
        )
    return Column(field.name, _TYPES[field.kind], nullable=nullable)


def _checks(fields: tuple[Field, ...]) -> Iterator[CheckConstraint]:
    for field in fields:
        if field.minimum is not None and field.maximum is not None:
            limits = f"{field.name} BETWEEN {field.minimum:g} AND {field.maximum:g}"
            yield CheckConstraint(limits, name=f"{field.name}_range")
        if field.choices:
            known = ", ".join(f"'{value}'" for value in field.choices)
            yield CheckConstraint(f"{field.name} IN ({known})", name=f"{field.name}_known")


for _record_type in RECORD_TYPES.values():
    table_for(_record_type)

#: Tables whose rows are journaled and searched: the records and their ratings.
RECORD_TABLES: Final[Mapping[str, RecordType]] = MappingProxyType(
    {
        name: record_type
        for record_type in RECORD_TYPES.values()
        for name in (record_type.name, record_type.rating_name)
        if name in METADATA.tables
    }
)
TABLES: Final = METADATA.tables


def create(connection: Connection) -> None:
    """Create every table in an empty file and mark it with the schema's number."""
    for statement in _statements():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(SEARCH_DDL)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION:d}")


@cache
def _statements() -> tuple[str, ...]:
    """Return what makes the tables and indexes; to word it takes ten times as long as to do it."""
    dialect = sqlite.dialect()
    made: list[str] = []
    for table in METADATA.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    return tuple(made)


def expected_objects() -> dict[str, tuple[str, ...]]:
    """Return the tables a file holds, each with its columns in order.

    The shadow tables of the full-text index come with no columns: they are never read.
    """
    tables = {name: tuple(table.columns.keys()) for name, table in TABLES.items()}
    tables["search_text"] = ()
    tables.update({f"search_text_{name}": () for name in SEARCH_SHADOWS})
    return tables

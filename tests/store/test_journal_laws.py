"""Whatever is done, undoing all of it gives the beginning and redoing all of it the end."""

import datetime as dt
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import select

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import Field, FieldKind, RecordType
from entente.store.gate import Gate
from entente.store.schema import RECORD_TABLES, TABLES
from entente.store.session import Session
from tests.conftest import mission_engine

NOW = dt.datetime(2026, 6, 10, 9, 0, tzinfo=dt.UTC)
KINDS = st.sampled_from(sorted(RECORD_TYPES))
TEXTS = st.text(max_size=12).filter(lambda text: "\0" not in text) | st.sampled_from(
    ["<img src='x'>", "=cmd|' /C calc'!A0", "Œuvre à 38 000 €", "שלום", "🙂", "a" * 2_000]
)
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))

#: Where each record and rating is: of a hundred tables one question is quicker than a hundred.
EVERYWHERE = " UNION ALL ".join(f"SELECT '{name}', id FROM {name}" for name in RECORD_TABLES)  # noqa: S608  # our names

Dump = dict[str, list[tuple[Any, ...]]]


def dump(gate: Gate) -> Dump:
    """Return every row of every record's table."""

    def everything(session: Session) -> Dump:
        return {
            name: sorted((tuple(row) for row in session.rows(select(TABLES[name]))), key=repr)
            for name in RECORD_TABLES
        }

    return gate.read(everything)


def value_for(field: Field, draw: st.DataObject, keys: dict[str, list[str]]) -> object:
    match field.kind:
        case FieldKind.CHOICE:
            assert field.choices is not None
            return draw.draw(st.sampled_from(sorted(field.choices)))
        case FieldKind.INTEGER | FieldKind.NUMBER:
            assert field.minimum is not None
            assert field.maximum is not None
            return draw.draw(st.integers(int(field.minimum), int(field.maximum)))
        case FieldKind.FLAG:
            return draw.draw(st.booleans())
        case FieldKind.DATE:
            return draw.draw(DAYS)
        case FieldKind.REFERENCE:
            return draw.draw(st.sampled_from(keys[field.target]))
        case _:
            return draw.draw(TEXTS)


class JournalMachine(RuleBasedStateMachine):
    """Random actions on random records, with undo and redo in between."""

    def __init__(self) -> None:
        super().__init__()
        engine = mission_engine()
        self.gate = Gate(engine, clock=lambda: NOW)
        self.initial = dump(self.gate)
        self.given: set[str] = set()

    def keys(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {name: [] for name in RECORD_TABLES}
        with self.gate.exclusive() as engine, engine.connect() as connection:
            for name, key in connection.exec_driver_sql(EVERYWHERE):
                found[name].append(key)
        return found

    def possible(self, kind: RecordType, keys: dict[str, list[str]]) -> bool:
        return all(keys[f.target] for f in kind.stored if f.kind is FieldKind.REFERENCE)

    @rule(name=KINDS, draw=st.data())
    def add(self, name: str, draw: st.DataObject) -> None:
        kind, keys = RECORD_TYPES[name], self.keys()
        if self.possible(kind, keys):
            values = {field.name: value_for(field, draw, keys) for field in kind.stored}
            self.gate.run("add", lambda s: s.insert(kind, values))

    @rule(name=KINDS, draw=st.data())
    def alter(self, name: str, draw: st.DataObject) -> None:
        kind, keys = RECORD_TYPES[name], self.keys()
        if keys[name]:
            key = draw.draw(st.sampled_from(keys[name]))
            field = draw.draw(st.sampled_from(kind.stored))
            if field.kind is not FieldKind.REFERENCE or keys[field.target]:
                value = value_for(field, draw, keys)
                self.gate.run("alter", lambda s: s.update(kind, key, {field.name: value}))

    @rule(
        name=st.sampled_from(sorted(n for n, k in RECORD_TYPES.items() if k.dated)), draw=st.data()
    )
    def rate(self, name: str, draw: st.DataObject) -> None:
        kind, keys = RECORD_TYPES[name], self.keys()
        if keys[name]:
            key = draw.draw(st.sampled_from(keys[name]))
            field = draw.draw(st.sampled_from(kind.dated))
            value, day = value_for(field, draw, keys), draw.draw(DAYS)
            self.gate.run("rate", lambda s: s.rate(kind, key, {field.name: value}, dated_on=day))

    @rule(name=KINDS, draw=st.data())
    def remove(self, name: str, draw: st.DataObject) -> None:
        keys = self.keys()
        if keys[name]:
            key = draw.draw(st.sampled_from(keys[name]))
            self.gate.run("remove", lambda s: s.delete(RECORD_TYPES[name], key))

    @rule(name=st.sampled_from(["organisation", "actor"]), names=st.lists(TEXTS, max_size=8))
    def add_many(self, name: str, names: list[str]) -> None:
        values = [{"name": text, "confidentiality": "public"} for text in names]
        self.gate.run("import", lambda s: s.insert_many(RECORD_TYPES[name], values))

    @precondition(lambda self: not self.gate.steps())
    @rule(name=TEXTS)
    def begin(self, name: str) -> None:
        self.gate.found("begin", lambda s: s.insert(RECORD_TYPES["actor"], {"name": name}))
        self.initial = dump(self.gate)

    @rule()
    def undo(self) -> None:
        self.gate.undo()

    @rule()
    def redo(self) -> None:
        self.gate.redo()

    @precondition(lambda self: len(self.gate.steps()) > 0)
    @rule()
    def all_the_way_back_and_forth(self) -> None:
        while self.gate.redo():
            pass
        final = dump(self.gate)
        while self.gate.undo():
            pass
        assert dump(self.gate) == self.initial
        while self.gate.redo():
            pass
        assert dump(self.gate) == final

    @invariant()
    def references_are_sound(self) -> None:
        with self.gate.exclusive() as engine, engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []

    @invariant()
    def the_index_knows_exactly_what_is_there(self) -> None:
        with self.gate.exclusive() as engine, engine.connect() as connection:
            found = connection.exec_driver_sql("SELECT DISTINCT row_id FROM search_map").all()
            indexed = {row[0] for row in found}
            there = {key for _name, key in connection.exec_driver_sql(EVERYWHERE)}
            assert indexed <= there
            named = connection.execute(select(TABLES["actor"].c.id, TABLES["actor"].c.name))
            assert {row.id for row in named if row.name} <= indexed


TestJournalLaws = JournalMachine.TestCase
TestJournalLaws.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

"""Takes from a mission, field by field, what one reader may know of the records concerned.

What is picked for the page, and what the audit of the finished file looks for, share nothing
but `may_read`: the texts for the audit are walked over apart, as whole rows, so that it finds
what the picking let slip.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Final, TypeAlias

from sqlalchemy import select

from entente.briefs.told import Datum, Entry
from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import Audience, AudienceKind, Level, known_level, may_read
from entente.domain.party import PARTY
from entente.domain.records import LEVEL_FIELD, RATING_FIELDS, Field, FieldKind, RecordType
from entente.domain.text import natural_key
from entente.errors import RecordMissingError
from entente.services import records
from entente.services.disclosure import is_later
from entente.store.schema import TABLES
from entente.store.search import level_of
from entente.store.session import Session

Row: TypeAlias = Mapping[str, Any]

#: What was not so before the day it says.
_SINCE: Final = ("executed_on", "closed_on", "recognised_on", "agreed_on", "signed_on")
#: What came with such a day.
_WITH: Final = {
    "evidence": "executed_on",
    "recognition": "recognised_on",
    "definition": "agreed_on",
    "validated_by": "agreed_on",
}


class Gathering:
    """Who reads what on which day, and the rows it is about.

    Attributes:
        session: The open mission.
        audience: The reader.
        on: The day whose state is shown; what is dated later is left out.
        at_table: Keys of the actors who sit at one table: those among them who read know
            the names of the others.
    """

    def __init__(
        self, session: Session, audience: Audience, on: dt.date, at_table: Collection[str] = ()
    ) -> None:
        self.session = session
        self.audience = audience
        self.on = on
        self.at_table = frozenset(at_table)
        #: Whole rows by their table, as they were read.
        self.rows: dict[str, list[Row]] = {}
        self._ratings: dict[str, dict[str, list[Row]]] = {}

    @property
    def for_insider(self) -> bool:
        """Whether the reader sits at the table; without a key, all who do are meant."""
        reader = self.audience
        at_table = not reader.actor_id or reader.actor_id in self.at_table
        return reader.kind is AudienceKind.PARTY and at_table

    def seat(self, actors: Iterable[str]) -> None:
        """Say who sits at the table.

        Raises:
            RecordMissingError: If the reader is an actor who does not.
        """
        self.at_table = frozenset(actors)
        reader = self.audience
        if reader.kind is AudienceKind.PARTY and not self.for_insider:
            raise RecordMissingError(PARTY.name, self.ref(reader.actor_id) or reader.actor_id)

    def read(self, kind: RecordType, column: str, keys: Iterable[str]) -> list[Row]:
        """Read rows of a kind with the ratings that go with them, and keep them for the audit."""
        found = self.select(kind.name, column, keys)
        for name in ("people", "homes"):
            vars(self).pop(name, None)  # there may be others now
        self.rows.setdefault(kind.name, []).extend(found)
        if kind.dated:
            owners = [row["id"] for row in found]
            rated = self.select(kind.rating_name, f"{kind.name}_id", owners)
            rated.sort(key=lambda row: (row["dated_on"], row["seq"]))
            self.rows.setdefault(kind.rating_name, []).extend(rated)
            known = self._ratings.setdefault(kind.name, {})
            for row in rated:
                known.setdefault(row[f"{kind.name}_id"], []).append(row)
        return found

    def read_all(self, kind: RecordType) -> list[Row]:
        """Read every row of a kind."""
        keys = self.session.rows(select(TABLES[kind.name].c.id))
        return self.read(kind, "id", [row.id for row in keys])

    def knows(self, actor_id: str) -> bool:
        """Whether the reader may know an actor's name.

        Those at the table know one another; for the rest the level of the actor's own
        record decides.
        """
        if self.for_insider and actor_id in self.at_table:
            return True
        return may_read(self.audience, self.people[actor_id][LEVEL_FIELD])

    def name(self, actor_id: str | None) -> str:
        """Return the name the reader may know an actor by: a mere reference if need be."""
        if not actor_id or actor_id not in self.people:
            return ""
        name = str(self.people[actor_id]["name"]) if self.knows(actor_id) else ""
        return name or self.ref(actor_id)

    def ref(self, actor_id: str | None) -> str:
        """Return the short reference of an actor; empty without one."""
        row = self.people.get(actor_id or "")
        return str(row["ref"]) if row else ""

    def home(self, actor_id: str) -> str:
        """Return the name of an actor's organisation if the reader may know it."""
        home = self.homes.get(self.people[actor_id]["organisation_id"] or "")
        if home is None or not self.knows(actor_id):
            return ""
        at_table = self.for_insider and actor_id in self.at_table
        known = at_table or may_read(self.audience, home[LEVEL_FIELD])
        return str(home["name"] or "") if known else ""

    def recipient(self) -> str:
        """Return what the head of the page calls the party a document is for."""
        reader = self.audience.actor_id
        if self.audience.kind is not AudienceKind.PARTY or not reader:
            return ""
        known = ", ".join(filter(None, (self.name(reader), self.home(reader))))
        ref = self.ref(reader)
        return f"{known} ({ref})" if known and known != ref else ref

    def entries(self, kind: RecordType) -> tuple[Entry, ...]:
        """Return what the reader may know of the rows that were read of a kind."""
        made = (self.entry(kind, row) for row in self.rows.get(kind.name, ()))
        found = [entry for entry in made if entry]
        if kind.prefix:
            found.sort(key=lambda entry: natural_key(entry.ref))
        return tuple(found)

    def entry(self, kind: RecordType, row: Row) -> Entry | None:
        """Return what the reader may know of a record; None if it is nothing, or of later."""
        if is_later(row, self.on):
            return None
        owner = kind.caucus_of(row)
        data = tuple(self._data(kind.stored, row, owner))
        history = tuple(self._history(kind, row, owner)) if kind.dated else ()
        if may_read(self.audience, level_of(None, row), owner):
            data += tuple(self._state(kind, row, history))
        if not data and not history:
            return None
        return Entry(
            kind=kind.name,
            key=row["id"],
            data=data,
            level=known_level(level_of(None, row)),
            caucus_of=self.ref(owner),
            ref=row.get("ref") or "",
            links={f.name: row[f.name] or "" for f in kind.stored if points(f)},
            history=history,
        )

    def person(self, entry: Entry, row: Row) -> Entry:
        """Return an entry of somebody at the table with their name and whom they stand for."""
        actor_id = row["actor_id"]
        standing = entry.text("speaks_for")
        if not standing and actor_id == self.audience.actor_id:
            standing = row.get("speaks_for") or ""
        return replace(entry, name=self.name(actor_id), standing=standing or self.home(actor_id))

    @cached_property
    def people(self) -> dict[str, Row]:
        """Rows of the actors named by any row read so far, by key."""
        fields = {
            name: [
                f.name for f in kind.stored if f.kind is FieldKind.REFERENCE and f.target == "actor"
            ]
            for name, kind in RECORD_TYPES.items()
        }
        named = {
            row[field]
            for table, rows in self.rows.items()
            for field in fields.get(table, ())
            for row in rows
            if row[field]
        }
        keys = named | self.at_table | {self.audience.actor_id}
        return {row["id"]: row for row in self.select(ACTOR.name, "id", keys)}

    @cached_property
    def homes(self) -> dict[str, Row]:
        """Rows of their organisations, by key."""
        keys = {row["organisation_id"] for row in self.people.values() if row["organisation_id"]}
        return {row["id"]: row for row in self.select(ORGANISATION.name, "id", keys)}

    def select(self, table: str, column: str, keys: Iterable[str]) -> list[Row]:
        """Return rows of a table by the values of a column, without keeping them."""
        found = select(TABLES[table]).where(TABLES[table].c[column].in_(sorted(set(keys))))
        return [row._asdict() for row in self.session.rows(found)]

    def _data(self, fields: Sequence[Field], row: Row, owner: str) -> Iterator[Datum]:
        for each in fields:
            value: Any = row.get(each.name)
            if is_blank(each, value) or is_level(each) or self._is_to_come(each, row):
                continue
            level = level_of(each, row)
            if not may_read(self.audience, level, owner):
                continue
            if each.kind is not FieldKind.REFERENCE:
                yield Datum(each.name, value, known_level(level), each.is_text)
            elif each.target == ACTOR.name and (called := self.name(value)):
                yield Datum(each.name, called, known_level(level))

    def _is_to_come(self, each: Field, row: Row) -> bool:
        """Whether a field only came to hold what it holds after the day that is shown."""
        day = row.get(each.name if each.name in _SINCE else _WITH.get(each.name, ""))
        return isinstance(day, dt.date) and day > self.on

    def _state(self, kind: RecordType, row: Row, history: Sequence[Entry]) -> Iterator[Datum]:
        """Yield the dated values that whoever reads the record reads, as of the day."""
        level = known_level(level_of(None, row))
        for each in kind.dated:
            if each.with_record:
                rated: list[Any] = [
                    datum.value for rating in history if (datum := rating.datum(each.name))
                ]
                value = rated[-1] if rated else each.default
                if value is not None:
                    yield Datum(each.name, value, level, each.is_text)

    def _history(self, kind: RecordType, row: Row, owner: str) -> Iterator[Entry]:
        """Yield the ratings of a record: whoever reads it reads the values that go with it."""
        reads = may_read(self.audience, level_of(None, row), owner)
        for rating in self._ratings.get(kind.name, {}).get(row["id"], ()):
            if is_later(rating, self.on):
                continue
            data: list[Datum] = []
            for each in kind.dated:
                level = self._level_of_rated(each, row, rating)
                shown = reads if each.with_record else may_read(self.audience, level, owner)
                if rating[each.name] is not None and shown:
                    data.append(Datum(each.name, rating[each.name], level, each.is_text))
            data += self._data(RATING_FIELDS, rating, owner)
            if any(datum.name not in {"dated_on", "confidence"} for datum in data):
                if not any(datum.name == "dated_on" for datum in data):
                    day = rating["dated_on"]
                    data.append(Datum("dated_on", day, known_level(level_of(None, row)), False))
                yield Entry(
                    kind=kind.rating_name,
                    key=rating["id"],
                    data=tuple(data),
                    level=known_level(rating[LEVEL_FIELD]),
                    caucus_of=self.ref(owner),
                )

    def _level_of_rated(self, each: Field, row: Row, rating: Row) -> Level:
        if each.fixed_level is not None:
            return each.fixed_level
        return known_level(level_of(None, row) if each.with_record else rating[LEVEL_FIELD])


def require(session: Session, kind: RecordType, key: str) -> Row:
    """Return the row a document is about.

    Raises:
        RecordMissingError: If there is none with that key.
    """
    return records.get(session, kind, key)


def points(each: Field) -> bool:
    """Whether a field leads to another record."""
    return each.kind is FieldKind.REFERENCE


def is_level(each: Field) -> bool:
    """Whether a field says who may read."""
    return each.choices is not None and set(each.choices) <= set(Level)


def is_blank(each: Field, value: object) -> bool:
    """Whether nobody said anything; a number never counted stands at nought."""
    unsaid = value is None or value is False or value == ""
    return unsaid or (each.is_numeric and value == 0 and each.default == 0)

"""Takes from a mission, field by field, what one reader may know of the records concerned.

`Gathering` picks; `concerned` and `left_out` walk apart from it over whole rows, and share only
`may_read` with it, so that the audit of the finished file finds what the picking let slip.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Final, TypeAlias

from sqlalchemy import select

from entente.briefs.told import Datum, Entry, Reason, Withheld, known_level
from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import Audience, AudienceKind, Level, may_read
from entente.domain.difficulty import DIFFICULTY
from entente.domain.party import PARTY
from entente.domain.records import LEVEL_FIELD, RATING_FIELDS, Field, FieldKind, RecordType
from entente.domain.text import natural_key
from entente.i18n import N_
from entente.services import records
from entente.services.disclosure import (
    Concerned,
    Texts,
    is_later,
    ratings_of,
    rows_of,
    table_texts,
)
from entente.services.disclosure import sorted_texts as sort_texts
from entente.store.schema import TABLES
from entente.store.search import level_of
from entente.store.session import Session

Row: TypeAlias = Mapping[str, Any]

_NAME: Final = N_("Name")
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

    @property
    def for_insider(self) -> bool:
        """Whether the reader sits at the table; without a key, all who do are meant."""
        reader = self.audience
        at_table = not reader.actor_id or reader.actor_id in self.at_table
        return reader.kind is AudienceKind.PARTY and at_table

    def read(self, kind: RecordType, column: str, keys: Iterable[str]) -> list[Row]:
        """Read rows of a kind with the ratings that go with them, and keep them for the audit."""
        found = self._select(kind.name, column, keys)
        for known in ("people", "homes"):
            vars(self).pop(known, None)  # there may be others now
        self.rows.setdefault(kind.name, []).extend(found)
        if kind.dated:
            owners = [row["id"] for row in found]
            rated = self._select(kind.rating_name, f"{kind.name}_id", owners)
            rated.sort(key=lambda row: (row["dated_on"], row["seq"]))
            self.rows.setdefault(kind.rating_name, []).extend(rated)
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
        owner = _owner(kind, row)
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
            links={f.name: row[f.name] or "" for f in kind.stored if _points(f)},
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
        return {row["id"]: row for row in self._select(ACTOR.name, "id", keys)}

    @cached_property
    def homes(self) -> dict[str, Row]:
        """Rows of their organisations, by key."""
        keys = {row["organisation_id"] for row in self.people.values() if row["organisation_id"]}
        return {row["id"]: row for row in self._select(ORGANISATION.name, "id", keys)}

    def texts(self, given: Iterable[str]) -> Texts:
        """Return every text concerned: those the reader may read, and the others.

        Args:
            given: What the reader is told whatever its level, beside the names of those
                who sit at one table with them.
        """
        told = [*given, *self._table_talk()]
        return sort_texts(self.audience, self._concerned(), self.on, told)

    def texts_but(self, given: Iterable[str]) -> Texts:
        """Return every text concerned as withheld, whoever reads, but names and what is given."""
        names = (self.name(key) for key in self.people)
        told = dict.fromkeys(filter(None, (*given, *names, *map(self.home, self.people))))
        held = (
            str(row[each.name]) for table in self._concerned() for each, row in table_texts(table)
        )
        return Texts(tuple(told), tuple(dict.fromkeys(text for text in held if text not in told)))

    def texts_without_caucus(self, given: Iterable[str]) -> Texts:
        """Return every text concerned; whoever reads, what no minutes hold is withheld.

        That is what was said in caucus, and what the mediator noted on the side.
        """
        texts = self.texts(given)
        told: dict[bool, dict[str, None]] = {True: {}, False: {}}
        for table in self._concerned():
            for each, row in table_texts(table):
                private_ = level_of(each, row) == Level.CAUCUS or each.fixed_level is not None
                told[private_][str(row[each.name])] = None
        private = told[True].keys() - told[False].keys()
        kept = tuple(text for text in texts.readable if text not in private)
        held = (*texts.withheld, *(text for text in told[True] if text in private))
        return Texts(kept, tuple(dict.fromkeys(held)))

    def left_out(self) -> Iterator[Withheld]:
        """Yield each thing this reader is not given."""
        for name, rows in self.rows.items():
            kind = RECORD_TYPES.get(name)
            for row in rows:
                if kind is not None:
                    yield from self._left_out_of(kind, row)
                else:
                    yield from self._ratings_left_out(name, row)

    def count_for(self, audience: Audience) -> int:
        """Return how many things another reader's copy of the same rows leaves out."""
        other = Gathering(self.session, audience, self.on, self.at_table)
        other.rows = self.rows
        vars(other).update(people=self.people, homes=self.homes)
        return sum(1 for _item in other.left_out())

    def _select(self, table: str, column: str, keys: Iterable[str]) -> list[Row]:
        found = select(TABLES[table]).where(TABLES[table].c[column].in_(sorted(set(keys))))
        return [row._asdict() for row in self.session.rows(found)]

    def _data(self, fields: Sequence[Field], row: Row, owner: str) -> Iterator[Datum]:
        for each in fields:
            value: Any = row.get(each.name)
            if _is_blank(each, value) or _is_level(each) or self._is_to_come(each, row):
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
        for rating in self.rows.get(kind.rating_name, ()):
            if rating[f"{kind.name}_id"] != row["id"] or is_later(rating, self.on):
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

    def _concerned(self) -> Iterator[Concerned]:
        for name, rows in self.rows.items():
            kind = RECORD_TYPES.get(name)
            yield rows_of(kind, rows) if kind is not None else ratings_of(rows)
        yield rows_of(ACTOR, self.people.values())
        yield rows_of(ORGANISATION, self.homes.values())
        yield ratings_of(self._select(ACTOR.rating_name, "actor_id", self.people))

    def _table_talk(self) -> Iterator[str]:
        """Yield what somebody at the table is told whatever its level: who else sits there."""
        if not self.for_insider:
            return
        for actor_id in self.at_table:
            yield from filter(None, (str(self.people[actor_id]["name"]), self.home(actor_id)))
        for row in self.rows.get(PARTY.name, ()):
            if row["actor_id"] == self.audience.actor_id and row["speaks_for"]:
                yield str(row["speaks_for"])

    def _left_out_of(self, kind: RecordType, row: Row) -> Iterator[Withheld]:
        owner = _owner(kind, row)
        later = is_later(row, self.on)
        told = {each.name: each for each in kind.stored if _says(each, row)}
        own = {name: each for name, each in told.items() if each.level_field or each.fixed_level}
        hidden = later or not may_read(self.audience, level_of(None, row), owner)
        if kind is DIFFICULTY:
            hidden_names = [n for n in ("title", "notes") if n in told and hidden]
            if self.for_insider:
                hidden_names = [name for name in hidden_names if name != "title"]
            for name in hidden_names:
                yield self._withheld(kind, row, told[name].label, level_of(None, row))
        elif kind is PARTY:
            if not self.knows(row["actor_id"]):
                actor = self.people[row["actor_id"]]
                yield self._withheld(ACTOR, actor, _NAME, actor[LEVEL_FIELD])
        elif hidden and any(each.is_text for name, each in told.items() if name not in own):
            yield self._withheld(kind, row, kind.label, level_of(None, row))
        if later:
            return
        for each in own.values():
            level = level_of(each, row)
            if not may_read(self.audience, level, owner):
                yield self._withheld(kind, row, each.label, level)

    def _ratings_left_out(self, table: str, row: Row) -> Iterator[Withheld]:
        kind = RECORD_TYPES[table.removesuffix("_rating")]
        if may_read(self.audience, row[LEVEL_FIELD]) and not is_later(row, self.on):
            return
        rated = [each for each in kind.dated if row[each.name] is not None]
        shown = [each for each in rated if not each.with_record and not each.fixed_level]
        if shown or row["fact"]:
            label = (shown or rated or [RATING_FIELDS[1]])[0].label
            yield self._withheld(kind, row, label, row[LEVEL_FIELD], rating=True)

    def _withheld(
        self, kind: RecordType, row: Row, what: str, level: str, *, rating: bool = False
    ) -> Withheld:
        actor_id = row["id"] if kind is ACTOR else row.get(kind.caucus_field or "actor_id")
        actor = self.people.get(actor_id or "")
        return Withheld(
            table=kind.rating_name if rating else kind.name,
            key=row["id"],
            what=what,
            whose=f"{actor['ref']} {actor['name']}" if actor else "",
            reason=Reason.LATER if is_later(row, self.on) else Reason.LEVEL,
            level=known_level(level),
            caucus_of=str(actor["ref"]) if actor and level == Level.CAUCUS else "",
        )


def require(session: Session, kind: RecordType, key: str) -> Row:
    """Return the row a document is about.

    Raises:
        RecordMissingError: If there is none with that key.
    """
    return records.get(session, kind, key)


def _owner(kind: RecordType, row: Row) -> str:
    return str(row.get(kind.caucus_field) or "") if kind.caucus_field else ""


def _points(each: Field) -> bool:
    return each.kind is FieldKind.REFERENCE


def _is_level(each: Field) -> bool:
    return each.choices is not None and set(each.choices) <= set(Level)


def _is_blank(each: Field, value: object) -> bool:
    """Whether nobody said anything; a number never counted stands at nought."""
    unsaid = value is None or value is False or value == ""
    return unsaid or (each.is_numeric and value == 0 and each.default == 0)


def _says(each: Field, row: Row) -> bool:
    """Whether a field holds something that is told of as left out."""
    return not (_is_blank(each, row.get(each.name)) or _is_level(each) or _points(each))

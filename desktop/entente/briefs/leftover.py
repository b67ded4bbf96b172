"""What a reader is not given, told without its text: for the mediator's eyes on the screen.

Everything a document could tell is walked over once, whoever reads; which of it a reader may
not have is then a question of levels alone, so that all copies can be counted at once.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from entente.briefs.gathering import Gathering, Row, is_blank, is_level, points
from entente.briefs.told import Reason, Withheld
from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import Audience, AudienceKind, Level, known_level, may_read
from entente.domain.difficulty import DIFFICULTY
from entente.domain.party import PARTY
from entente.domain.records import LEVEL_FIELD, RATING_FIELDS, RecordType
from entente.i18n import N_
from entente.services.disclosure import is_later
from entente.store.schema import RECORD_TABLES
from entente.store.search import level_of

_NAME: Final = N_("Name")
#: Of a difficulty, what has the level of the record.
_OF_RECORD: Final = ("title", "notes")


@dataclass(frozen=True, slots=True)
class _Guard:
    """Who may have a thing.

    Attributes:
        owner: Key of the actor whose caucus it may belong to.
        later: Whether it is dated after the day that is shown.
        at_table: Whether those at the table are told it in any case.
    """

    level: str
    owner: str = ""
    later: bool = False
    at_table: bool = False

    def keeps_from(self, audience: Audience, *, insider: bool) -> bool:
        """Return whether a reader does not get it."""
        if self.at_table and insider:
            return False
        return self.later or not may_read(audience, self.level, self.owner)


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something a document could tell: a text, a name, an amount."""

    table: str
    row: Row
    what: str
    guard: _Guard


def left_out(gathering: Gathering) -> Iterator[Withheld]:
    """Yield each thing the reader of what was gathered is not given."""
    for thing in _things(gathering):
        if thing.guard.keeps_from(gathering.audience, insider=gathering.for_insider):
            yield _withheld(gathering, thing)


def counted(
    gathering: Gathering, readers: Iterable[tuple[str, Audience]]
) -> tuple[tuple[str, int], ...]:
    """Return how many things the copy of each of some readers leaves out."""
    guards = Counter(thing.guard for thing in _things(gathering))
    found = []
    for name, audience in readers:
        insider = audience.kind is AudienceKind.PARTY
        kept = (n for guard, n in guards.items() if guard.keeps_from(audience, insider=insider))
        found.append((name, sum(kept)))
    return tuple(found)


def _things(gathering: Gathering) -> Iterator[_Thing]:
    for name, rows in gathering.rows.items():
        kind = RECORD_TYPES.get(name)
        for row in rows:
            if kind is None:
                yield from _of_rating(gathering, name, row)
            elif kind is PARTY:
                yield _of_person(gathering, row)
                yield from _of_fields(gathering, kind, row)
            else:
                yield from _of_record(gathering, kind, row)
                yield from _of_fields(gathering, kind, row)


def _of_person(gathering: Gathering, row: Row) -> _Thing:
    actor = gathering.people[row["actor_id"]]
    guard = _Guard(actor[LEVEL_FIELD], at_table=row["actor_id"] in gathering.at_table)
    return _Thing(ACTOR.name, actor, _NAME, guard)


def _of_record(gathering: Gathering, kind: RecordType, row: Row) -> Iterator[_Thing]:
    """Yield what has the level of the record: one thing, but of a difficulty its texts."""
    texts = [
        each
        for each in kind.stored
        if each.is_text and not each.level_field and not each.fixed_level and row[each.name]
    ]
    guard = _guard(gathering, kind, row, level_of(None, row))
    if kind is not DIFFICULTY:
        if texts:
            yield _Thing(kind.name, row, kind.label, guard)
        return
    for each in texts:
        if each.name in _OF_RECORD:
            told = _Guard(guard.level, later=guard.later, at_table=each.name == kind.title)
            yield _Thing(kind.name, row, each.label, told)


def _of_fields(gathering: Gathering, kind: RecordType, row: Row) -> Iterator[_Thing]:
    """Yield each field with a level of its own; of a later record, it is told once as a whole."""
    if is_later(row, gathering.on):
        return
    for each in kind.stored:
        if not each.level_field and not each.fixed_level:
            continue
        if not (is_blank(each, row.get(each.name)) or is_level(each) or points(each)):
            guard = _guard(gathering, kind, row, level_of(each, row))
            yield _Thing(kind.name, row, each.label, guard)


def _of_rating(gathering: Gathering, table: str, row: Row) -> Iterator[_Thing]:
    kind = RECORD_TABLES[table]
    rated = [each for each in kind.dated if row[each.name] is not None]
    shown = [each for each in rated if not each.with_record and not each.fixed_level]
    if shown or row["fact"]:
        label = (shown or rated or [RATING_FIELDS[1]])[0].label
        guard = _Guard(row[LEVEL_FIELD], later=is_later(row, gathering.on))
        yield _Thing(table, row, label, guard)


def _guard(gathering: Gathering, kind: RecordType, row: Row, level: str) -> _Guard:
    return _Guard(level, kind.caucus_of(row), is_later(row, gathering.on))


def _withheld(gathering: Gathering, thing: _Thing) -> Withheld:
    kind = RECORD_TABLES[thing.table]
    row, level = thing.row, thing.guard.level
    actor_id = row["id"] if kind is ACTOR else row.get(kind.caucus_field or "actor_id")
    actor = gathering.people.get(actor_id or "")
    return Withheld(
        table=thing.table,
        key=row["id"],
        what=thing.what,
        whose=f"{actor['ref']} {actor['name']}" if actor else "",
        reason=Reason.LATER if thing.guard.later else Reason.LEVEL,
        level=known_level(level),
        caucus_of=str(actor["ref"]) if actor and level == Level.CAUCUS else "",
    )

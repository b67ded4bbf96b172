"""No field is dropped silently: each of every kind of a difficulty or a risk is accounted for.

Each field of each such kind is filled with something of its own; then the document named below
must say it to every reader who may read it, or the reason is written down why none ever does.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any, Final

import pytest

from entente.briefs.dates import long_date
from entente.briefs.kinds import KINDS
from entente.briefs.parts import Box, Drawing, Part, Section, Table, Together, Words
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience, Level, party
from entente.domain.records import RATING_FIELDS, Field, FieldKind, RecordType
from entente.domain.values import show
from entente.i18n import speaking
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session

ON: Final = dt.date(2026, 6, 10)
BRIEF: Final = "conflict"
#: Where each field shows, by kind; the brief where nothing else is said.
ELSEWHERE: Final[Mapping[str, str]] = {
    "agenda_item": "minutes",
    "attendance": "minutes",
    "clause": "agreement",
    "risk": "risk-report",
    "risk_cause": "risk-report",
    "risk_link": "risk-report",
    "risk_step": "risk-report",
    "risk_band": "risk-report",
    "risk_cell": "risk-report",
    "raid_item": "risk-report",
    "backlog_item": "risk-report",
}
#: Why a field shows in no document.
NEVER: Final[Mapping[tuple[str, str], str]] = {
    ("attendance", "spoken"): "how long each has spoken leaves no document",
    ("agenda_item", "position"): "the items stand in that order, numbered anew",
    ("clause", "position"): "the clauses stand in that order, numbered anew",
    ("clause", "to_review"): "a mark on the draft, not on what is signed",
    ("backlog_item", "cause_id"): "a cause that actors share stands in no document of its own",
    ("backlog_item", "activity_id"): "kinds of activities are counted with the sprints",
    ("commitment", "cause_id"): "a cause that actors share stands in no document of its own",
    ("note_link", "from_id"): "a line on the screen between two cards",
    ("note_link", "to_id"): "a line on the screen between two cards",
}
#: What only leads from a record to the one it is a part of, or to what stands beside it.
STRUCTURE: Final = frozenset(
    {
        *("difficulty_id", "session_id", "agreement_id", "option_id", "interest_id", "term_id"),
        *("interaction_id", "answers_id", "decision_id", "commitment_id"),
        *("risk_id", "band_id", "group_id", "guide_id", "item_id"),
    }
)
#: What no difficulty or risk names: the words they are about, and how they are measured.
BESIDE: Final = ("term", "meaning", "risk_step", "risk_band")
#: What names a difficulty too, but is of sprints, climate or change: their documents tell of it.
OF_OTHERS: Final = frozenset(
    {
        *("sprint_item", "dot_vote", "appraisal", "tension", "answered", "quote"),
        *("constraint_clash", "lesson", "check_item"),
    }
)
READERS: Final = ("mediator", "party", "sponsor", "public")


def belonging() -> dict[str, RecordType]:
    """Return the kinds that belong to a difficulty: those that name one, and their parts."""
    found = {name: RECORD_TYPES[name] for name in ("difficulty", *BESIDE)}
    while True:
        more = {
            name: kind
            for name, kind in RECORD_TYPES.items()
            if name not in found
            and name not in OF_OTHERS
            and any(_leads(each, found) for each in kind.fields)
        }
        if not more:
            return found
        found |= more


def _leads(each: Field, found: Mapping[str, RecordType]) -> bool:
    if each.kind is not FieldKind.REFERENCE or each.target not in found:
        return False
    return each.owned or each.target == "difficulty"


@dataclass
class World:
    """What was written down, and what it must read like."""

    keys: dict[str, str] = field(default_factory=dict)
    said: dict[tuple[str, str], str] = field(default_factory=dict)
    people: int = 0
    days: int = 0

    def value(self, session: Session, kind: RecordType, each: Field) -> Any:  # noqa: ANN401  # of any field
        """Return a value nothing else has, and remember how it reads."""
        place = (kind.name, each.name)
        match each.kind:
            case FieldKind.TEXT | FieldKind.LONG_TEXT | FieldKind.TAGS:
                value: Any = f"Mot{len(self.said)}{each.name.replace('_', '')}"
            case FieldKind.DATE:
                self.days += 1
                value = dt.date(2025, 1, 1) + dt.timedelta(days=7 * self.days)
            case FieldKind.CHOICE:
                value = [code for code in each.choices or {} if code != each.default][-1]
            case FieldKind.FLAG:
                return True
            case FieldKind.REFERENCE:
                return self.reference(session, kind, each)
            case _:
                value = int(each.maximum) if each.maximum and each.maximum < 100 else 41
        told = long_date(value, "en") if isinstance(value, dt.date) else show(each, value, "en")
        self.said[place] = told
        return value

    def reference(self, session: Session, kind: RecordType, each: Field) -> str | None:
        if each.target != "actor":
            return self.keys.get(each.target)
        self.people += 1
        name = f"Personne{self.people}"
        self.said[kind.name, each.name] = name
        return records.create(
            session, RECORD_TYPES["actor"], {"name": name, "confidentiality": "public"}
        )


#: What has to be of a certain kind for a document to be about it, or to show it at all.
FIXED: Final[Mapping[str, Mapping[str, Any]]] = {
    "mediation_session": {"kind": "plenary", "status": "held"},
    "agreement": {"kind": "settlement", "status": "signed"},
    "difficulty": {},
}


def write(session: Session) -> World:
    world = World()
    kinds = belonging()
    order = [
        "difficulty",
        *(name for name in RECORD_TYPES if name in kinds and name != "difficulty"),
    ]
    late = ("origin", "note_link")
    for name in (*(n for n in order if n not in late), *late):
        kind = kinds[name]
        levels = {each.name: "public" for each in kind.fields if _is_level(each)}
        fixed = FIXED.get(name, {})
        values = {
            each.name: world.value(session, kind, each)
            for each in kind.stored
            if each.name not in levels
        }
        if name == "note_link":
            other = {"difficulty_id": world.keys["difficulty"], "text": "Autre note"}
            values["to_id"] = records.create(session, RECORD_TYPES["note"], other)
        values |= fixed
        world.said |= {
            (name, field_): show(kind.field(field_), value, "en") for field_, value in fixed.items()
        }
        world.keys[name] = records.create(session, kind, values | levels)
        if kind.dated:
            rate(session, world, kind)
    return world


def rate(session: Session, world: World, kind: RecordType) -> None:
    rated = {each.name: world.value(session, kind, each) for each in kind.dated}
    fields = {each.name: each for each in RATING_FIELDS}
    fact = f"Fait{kind.name}"
    author = f"Auteur{kind.name}"
    day = dt.date(2026, 6, 1)
    world.said |= {(kind.rating_name, "fact"): fact, (kind.rating_name, "author"): author}
    world.said[kind.rating_name, "dated_on"] = long_date(day, "en")
    world.said[kind.rating_name, "confidence"] = show(fields["confidence"], "high", "en")
    session.rate(
        kind,
        world.keys[kind.name],
        rated,
        dated_on=day,
        fact=fact,
        author=author,
        confidence="high",
        confidentiality="public",
    )


def _is_level(each: Field) -> bool:
    return each.choices is not None and set(each.choices) <= set(Level)


@pytest.fixture
def world(gate: Gate) -> World:
    made: list[World] = []
    gate.run("Write", lambda session: made.append(write(session)))
    return made[0]


def audience(world: World, gate: Gate, reader: str) -> Audience:
    fixed = {"mediator": MEDIATOR, "sponsor": SPONSOR, "public": PUBLIC}
    if reader in fixed:
        return fixed[reader]
    found = gate.read(lambda s: records.get(s, RECORD_TYPES["party"], world.keys["party"]))
    return party(found["actor_id"])


def spoken(parts: Iterator[Part] | tuple[Part, ...]) -> Iterator[str]:
    """Yield all that a reader sees."""
    for part in parts:
        match part:
            case Words():
                yield from (part.lead, part.text, part.label)
            case Table():
                yield from part.head
                rows = (*((part.top,) if part.top else ()), *part.rows)
                yield from spoken(tuple(w for row in rows for c in row.cells for w in c))
            case Box():
                yield from spoken(part.words)
            case Drawing():
                yield from spoken((part.table,))
            case Together() | Section():
                yield from (part.title,) if isinstance(part, Section) else ()
                yield from spoken(part.parts)
            case _:
                pass


ABOUT: Final = {"conflict": "difficulty", "minutes": "mediation_session", "agreement": "agreement"}


def document(gate: Gate, world: World, name: str, reader: str) -> str:
    kind = KINDS[name]
    who = audience(world, gate, reader)
    key = world.keys[ABOUT[name]] if name in ABOUT else ""
    told = gate.read(lambda session: kind.gather(session, key, who, ON))
    with speaking("en"):
        page = import_module(f"entente.briefs.{kind.package}.story").tell(told)
        return "\n".join(spoken(page.parts)).lower()


def wanted(reader: str) -> Iterator[tuple[str, str, str]]:
    """Yield kind, field and document of everything a reader must find."""
    for name, kind in belonging().items():
        fields = [(name, each) for each in kind.fields]
        if kind.dated:
            fields += [(kind.rating_name, each) for each in RATING_FIELDS]
        for table, each in fields:
            unseen = (table, each.name) in NEVER or each.name in STRUCTURE or _is_level(each)
            private = each.fixed_level is not None and reader != "mediator"
            if not unseen and not private and each.kind is not FieldKind.FLAG:
                yield table, each.name, ELSEWHERE.get(name, BRIEF)


@pytest.mark.parametrize("reader", READERS)
def test_each_field_a_reader_may_read_is_in_a_document_of_theirs(
    gate: Gate, world: World, reader: str
) -> None:
    texts = cache(lambda name: document(gate, world, name, reader))
    missing = [
        (table, name, world.said.get((table, name)))
        for table, name, made in wanted(reader)
        if (table, name) not in world.said or world.said[table, name].lower() not in texts(made)
    ]
    assert missing == []


def test_every_reason_is_about_a_field_there_is() -> None:
    kinds = belonging()
    known = {(name, each.name) for name, kind in kinds.items() for each in kind.fields}
    assert set(NEVER) <= known

"""A mission with a word of its own in every place where a text with a level can stand.

The words are planted by the descriptions of the records, so that a kind of record described
later is planted with them as well. Who may read which is written down here once more, apart
from `may_read`, on purpose.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from entente.domain import confidentiality
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import Audience
from entente.domain.records import LEVEL_FIELD, Field, FieldKind, RecordType
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session

READERS = ("mediator", "A", "B", "sponsor", "public")
#: The matrix: for a level, and the party a caucus belongs to, who may read.
MATRIX: Mapping[tuple[str, str], frozenset[str]] = {
    ("mediator", ""): frozenset({"mediator"}),
    ("caucus", "A"): frozenset({"mediator", "A"}),
    ("caucus", "B"): frozenset({"mediator", "B"}),
    ("parties", ""): frozenset({"mediator", "A", "B"}),
    ("sponsor", ""): frozenset({"mediator", "sponsor"}),
    ("public", ""): frozenset(READERS),
}
#: Texts of records without a level that everybody may read; all others are the mediator's.
OPEN = {
    ("mission", name)
    for name in (
        *("name", "organisation", "project", "mediator", "practice"),
        *("mediator_title", "contact", "charter", "sponsor", "currency"),
    )
} | {("risk_step", "name"), ("risk_step", "definition"), ("risk_band", "name")}
#: What leads to a person, and what only ever served the mediator, is nobody else's,
#: whatever the level of the record.
PERSONAL = {
    *(("actor", "email"), ("actor", "phone")),
    *(("mediation_session", "notes"), ("exhibit", "kept_at")),
    *(("safety_check", "fact"), ("safety_check", "referred_to")),
    *(("supervision", "notes"), ("referral", "notes")),
    ("day_off", "name"),
}

#: What a kind has to say besides before anything can be a part of it.
NEEDED: Mapping[str, Mapping[str, Any]] = {
    "coaching_track": {"consented_on": dt.date(2026, 3, 1)},
}

#: References that stand instead of another one.
INSTEAD = {("adkar", "group_id")}

_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "ty", "vi", "zo")
_DAY = dt.date(2026, 3, 2)
#: A planted word, wherever it begins: as text, in two bytes a letter, in hexadecimal.
_WORD = re.compile(r"(?=(xq[a-z]{10}))")
_BYTES = tuple(
    re.compile(form)
    for form in (rb"xq[a-z]{10}", rb"x\0q\0(?:[a-z]\0){10}", rb"\0x\0q(?:\0[a-z]){10}")
)
_HEX = tuple(
    re.compile(form)
    for form in (
        rb"7871(?:[67][0-9a-f]){10}",
        rb"78007100(?:[67][0-9a-f]00){10}",
        rb"00780071(?:00[67][0-9a-f]){10}",
    )
)


@dataclass(frozen=True)
class Secret:
    """A word that stands in one place of the mission.

    Attributes:
        kind, name: The table and the field it stands in.
        key: The record.
        level, owner: Its confidentiality; `A` or `B` where it is of a caucus.
        record: The same of the record as a whole, which decides whether a list shows it.
        about: Key of the actor whose name it is, or of whom a party record speaks.
    """

    word: str
    kind: str
    name: str
    key: str
    level: str
    owner: str
    record: tuple[str, str]
    about: str = ""

    @property
    def readers(self) -> frozenset[str]:
        """Who may read the word."""
        return MATRIX[self.level, self.owner]

    @property
    def listed_for(self) -> frozenset[str]:
        """Who finds it in the list of its kind: those who may read record and word."""
        return self.readers & MATRIX[self.record]

    @property
    def names_a_person(self) -> bool:
        """Whether it is what a projected screen puts a role for."""
        return (self.kind, self.name) == ("actor", "name")


@dataclass(eq=False)
class Planted:
    """What was planted.

    Attributes:
        gate: The way to the mission.
        parties: Keys of the two actors at every table.
        difficulties: Keys of the difficulties, each with both parties; the first holds
            every note, option and step.
        table: Key of a difficulty at whose table every actor sits.
        keys: Key of a record of each kind at each level, also of kinds that hold no text.
    """

    gate: Gate
    secrets: list[Secret] = field(default_factory=list)
    parties: dict[str, str] = field(default_factory=dict)
    difficulties: list[str] = field(default_factory=list)
    table: str = ""
    keys: dict[tuple[str, str], str] = field(default_factory=dict)
    _known: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def audience(self, reader: str) -> Audience:
        """Return a reader as the program knows it."""
        fixed = {
            "mediator": confidentiality.MEDIATOR,
            "sponsor": confidentiality.SPONSOR,
            "public": confidentiality.PUBLIC,
        }
        return fixed.get(reader) or confidentiality.party(self.parties[reader])

    def words(self, reader: str) -> set[str]:
        """Return every word a reader may read."""
        return {each for each, readers in self._readers_of.items() if reader in readers}

    def found_in(self, text: str) -> set[str]:
        """Return every planted word that stands in a text, in any case."""
        return self._readers_of.keys() & set(_WORD.findall(text.lower()))

    def found_in_bytes(self, data: bytes) -> set[str]:
        """Return every planted word in bytes, in whatever code they write letters."""
        low = data.lower()
        texts = [
            found.replace(b"\0", b"").decode() for form in _BYTES for found in form.findall(low)
        ]
        texts += [
            bytes.fromhex(found.decode()).replace(b"\0", b"").decode("ascii", "ignore")
            for form in _HEX
            for found in form.findall(low)
        ]
        return self.found_in(" ".join(texts))

    @property
    def _readers_of(self) -> dict[str, frozenset[str]]:
        """Who may read each word; asked for hundreds of times after the last was planted."""
        if len(self._known) != len(self.secrets):
            self._known = {secret.word: secret.readers for secret in self.secrets}
        return self._known


def word(number: int) -> str:
    """Return a word of twelve letters that no other number gives."""
    letters = ""
    for _place in range(5):
        number, rest = divmod(number, len(_SYLLABLES))
        letters += _SYLLABLES[rest]
    return f"xq{letters}"


def plant(gate: Gate) -> Planted:
    """Fill an empty mission."""
    planted = Planted(gate)
    gate.run("Plant", lambda session: _Planter(session, planted).plant())
    return planted


class _Planter:
    def __init__(self, session: Session, planted: Planted) -> None:
        self._session = session
        self._known: dict[str, dict[str, str]] = {}
        self._owned: dict[tuple[str, str, str], str] = {}
        self._counted: Counter[str] = Counter()
        self.planted = planted

    def plant(self) -> None:
        for kind in in_order():
            self._known[kind.name] = {}
            if kind.name == "actor":
                self._seat_parties()
            for level, owner in MATRIX:
                if _takes(kind, level):
                    self._plant_record(kind, level, owner, apart=False)
                    if _own_levels(kind):
                        self._plant_record(kind, level, owner, apart=True)
            if kind.dated:
                self._plant_ratings(kind)
        self._sit_down()
        self._quote_everybody()

    def _seat_parties(self) -> None:
        for party, name in (("A", "Aline Bord"), ("B", "Benoît Cale")):
            values = {"name": name, "role": f"Rôle {party}", LEVEL_FIELD: "public"}
            self.planted.parties[party] = records.create(
                self._session, RECORD_TYPES["actor"], values
            )

    def _plant_record(self, kind: RecordType, level: str, owner: str, *, apart: bool) -> None:
        """Plant a record all of whose levels are the same; or, apart, in a public record."""
        levels = {one.name: possible(one, level) for one in kind.level_fields}
        if apart and LEVEL_FIELD in levels:
            levels[LEVEL_FIELD] = "public"
        values: dict[str, Any] = {**levels, **NEEDED.get(kind.name, {})}
        words: list[tuple[Field, str]] = []
        referred: dict[str, int] = {}
        for one in kind.stored:
            if one.is_text:
                words.append((one, self._new_word(len(words))))
                values[one.name] = words[-1][1]
            elif (kind.name, one.name) in INSTEAD:
                continue
            elif one.kind is FieldKind.REFERENCE:
                values[one.name] = self._refer(kind, one, level, owner, referred)
            elif one.name in kind.unique and one.choices:
                values[one.name] = list(one.choices)[self._counted[kind.name] % len(one.choices)]
            elif one.required and one.default is None:
                values[one.name] = any_value(one)
        self._counted[kind.name] += 1
        key = records.create(self._session, kind, values)
        self._known[kind.name].setdefault(level, key)
        self._owned.setdefault((kind.name, level, owner), key)
        self.planted.keys.setdefault((kind.name, level), key)
        about = key if kind.name == "actor" else str(values.get(kind.caucus_field) or "")
        of_record = _of(levels.get(LEVEL_FIELD, "public"), owner)
        for one, planted in words:
            told = _of(_level_of(kind, one, levels), owner)
            self.planted.secrets.append(
                Secret(planted, kind.name, one.name, key, *told, of_record, about)
            )
        if kind.name == "difficulty":
            self.planted.difficulties.append(key)

    def _new_word(self, ahead: int) -> str:
        return word(1000 + len(self.planted.secrets) + ahead)

    def _refer(
        self, kind: RecordType, one: Field, level: str, owner: str, referred: dict[str, int]
    ) -> str | None:
        """Return what a reference points to: a party, the first table, or what is alike."""
        if one.target == "actor" and (one.required or one.name == kind.caucus_field):
            place = referred.setdefault("actor", 0)
            referred["actor"] += 1
            return self.planted.parties[owner or "AB"[(place + self._turn(kind, one)) % 2]]
        if not _takes(RECORD_TYPES[one.target], "public"):
            return self._owned[one.target, level, owner]
        known = self._known.get(one.target, {})
        if one.required and one.name in kind.unique:
            return self._another(kind, one)
        if one.required:
            return known["public"]
        return known.get(level)

    def _turn(self, kind: RecordType, one: Field) -> int:
        """Return how often the choices were gone through that tell records of somebody apart."""
        choices = [len(kind.field(name).choices or ()) for name in kind.unique]
        most = max(choices, default=0) if one.name in kind.unique else 0
        return self._counted[kind.name] // most if most else 0

    def _another(self, kind: RecordType, one: Field) -> str:
        """Return what a reference may point to where no two records may point alike."""
        if one.target == "difficulty":
            table = {"title": f"Table {self._counted[kind.name]}", LEVEL_FIELD: "public"}
            self.planted.difficulties.append(records.create(self._session, self._table, table))
            return self.planted.difficulties[-1]
        known = self._known[one.target]
        return list(known.values())[self._counted[kind.name] % len(known)]

    @property
    def _table(self) -> RecordType:
        return RECORD_TYPES["difficulty"]

    def _plant_ratings(self, kind: RecordType) -> None:
        """Rate one public record at every level; its last rating is the most private."""
        key = self._known[kind.name]["public"]
        of_record = ("public", "")
        dated = kind.dated[0]
        levels = [level for level, owner in MATRIX if not owner]
        for place, level in enumerate(reversed(levels)):
            fact, author = self._new_word(0), self._new_word(1)
            choices = list(dated.choices or ())
            value = choices[place % 2] if choices else (dated.minimum or 0) + place % 2
            rating = self._session.rate(
                kind,
                key,
                {one.name: any_value(one) for one in kind.dated} | {dated.name: value},
                dated_on=_DAY + dt.timedelta(days=place),
                fact=fact,
                author=author,
                confidentiality=level,
            )
            self.planted.secrets += [
                Secret(text, kind.rating_name, name, rating, level, "", of_record)
                for text, name in ((fact, "fact"), (author, "author"))
            ]

    def _sit_down(self) -> None:
        """Give every difficulty both parties, and one of them everybody."""
        party = RECORD_TYPES["party"]
        first = self._known["difficulty"]["public"]
        self.planted.difficulties.remove(first)
        self.planted.difficulties.insert(0, first)
        everybody = records.titles(self._session, RECORD_TYPES["actor"])
        table = {"title": "Tour de table", LEVEL_FIELD: "public"}
        self.planted.table = records.create(self._session, self._table, table)
        seats = [(key, actor) for key in self.planted.difficulties for actor in self._both()]
        seats += [(self.planted.table, actor) for actor in everybody]
        taken = {
            (row["difficulty_id"], row["actor_id"])
            for row in records.list_rows(self._session, party).dicts()
        }
        for key, actor in seats:
            if (key, actor) in taken:
                continue
            values = {"difficulty_id": key, "actor_id": actor, LEVEL_FIELD: "public"}
            records.create(self._session, party, values)

    def _both(self) -> Iterator[str]:
        yield from self.planted.parties.values()

    def _quote_everybody(self) -> None:
        """Let a public part of the first difficulty come from each planted actor."""
        difficulty = self.planted.difficulties[0]
        for kind in RECORD_TYPES.values():
            if kind.inner or not any(one.name == "difficulty_id" for one in kind.stored):
                continue
            said_by = [one for one in kind.stored if one.target == "actor" and not one.required]
            for actor in self._known["actor"].values() if said_by else ():
                text, name = self._new_word(0), _first_text(kind)
                values = {
                    **{one.name: any_value(one) for one in kind.stored if _has_to_be(one)},
                    **{one.name: actor for one in kind.stored if one.owned},
                    "difficulty_id": difficulty,
                    name: text,
                    said_by[0].name: actor,
                    LEVEL_FIELD: "public",
                }
                key = records.create(self._session, kind, values)
                told = ("public", "", ("public", ""))
                self.planted.secrets.append(Secret(text, kind.name, name, key, *told, about=actor))


def _first_text(kind: RecordType) -> str:
    """Return the field that says what a record is about and goes by the record's level."""
    if kind.field(kind.title).is_text:
        return kind.title
    return next(one.name for one in kind.stored if one.is_text and not one.fixed_level)


def _has_to_be(one: Field) -> bool:
    return one.required and one.default is None and not one.is_text and not one.target


def in_order() -> list[RecordType]:
    """Return every kind of record, what is pointed to first."""
    waiting, ready = list(RECORD_TYPES.values()), list[RecordType]()
    while waiting:
        there = {kind.name for kind in ready}
        kind = next(
            kind
            for kind in waiting
            if all(one.target in there for one in kind.stored if one.required and one.target)
        )
        waiting.remove(kind)
        ready.append(kind)
    return ready


def _takes(kind: RecordType, level: str) -> bool:
    """Whether anything in a kind of record can have a level."""
    fields = kind.level_fields
    return any(level in (one.choices or {}) for one in fields) if fields else level == "public"


def _own_levels(kind: RecordType) -> list[Field]:
    return [one for one in kind.level_fields if one.name != LEVEL_FIELD]


def possible(one: Field, level: str) -> str:
    """Return a level as a field takes it: the most private where it does not take that one."""
    return level if level in (one.choices or {}) else "mediator"


def _level_of(kind: RecordType, one: Field, levels: Mapping[str, str]) -> str:
    """Return the level of a text, by what the issue asks for and not by the program."""
    if (kind.name, one.name) in PERSONAL:
        return "mediator"
    if one.level_field:
        return levels[one.level_field]
    if LEVEL_FIELD in levels:
        return levels[LEVEL_FIELD]
    return "public" if (kind.name, one.name) in OPEN else "mediator"


def _of(level: str, owner: str) -> tuple[str, str]:
    return (level, owner if level == "caucus" else "")


def any_value(one: Field) -> Any:  # noqa: ANN401  # of whatever kind the field is
    match one.kind:
        case FieldKind.CHOICE:
            return next(iter(one.choices or {}))
        case FieldKind.DATE:
            return _DAY
        case FieldKind.FLAG:
            return True
        case FieldKind.INTEGER:
            return int(one.minimum or 0)
        case _:
            return one.minimum or 0.0

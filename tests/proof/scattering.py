"""A mission drawn at random: every text with a level of its own, and a word nobody else has.

Where `planting` goes through every place and level in turn, this throws the dice: levels that
stand side by side in no ordinary mission must not add up to a leak either.
"""

import datetime as dt
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from entente.domain import confidentiality
from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.confidentiality import Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mission import MISSION
from entente.domain.party import PARTY
from entente.domain.records import LEVEL_FIELD, Field, FieldKind, RecordType
from entente.domain.sprint import SPRINT
from entente.errors import AlreadyThereError
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from tests.proof.planting import INSTEAD, MATRIX, NEEDED, PERSONAL, in_order, word

#: People and what hangs on them are the other mission's; here they all go by open names.
_LEFT_OUT: Final = frozenset({"mission", "actor", "organisation"})
_DAY: Final = dt.date(2026, 3, 2)
#: A sprint does not end before it starts.
_SPAN: Final = ("starts_on", "ends_on")


@dataclass
class Scattered:
    """What was drawn.

    Attributes:
        readers: Who may read each word.
        places: Where each word stands, for whoever reads of a failure.
        parties: Keys of the two at every table.
        told: Words each party is told whatever their level: the titles of the difficulties it
            sits at, and for whom it speaks there itself.
    """

    gate: Gate
    readers: dict[str, frozenset[str]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    told: dict[str, set[str]] = field(default_factory=lambda: {"A": set(), "B": set()})
    keys: dict[str, list[str]] = field(default_factory=dict)

    def audience(self, reader: str) -> Audience:
        """Return a reader as the program knows it."""
        fixed = {
            "mediator": confidentiality.MEDIATOR,
            "sponsor": confidentiality.SPONSOR,
            "public": confidentiality.PUBLIC,
        }
        return fixed.get(reader) or confidentiality.party(self.parties[reader])

    def forbidden(self, reader: str) -> set[str]:
        """Return every word a reader may not read."""
        return {each for each, readers in self.readers.items() if reader not in readers}


def scatter(gate: Gate, seed: int) -> Scattered:
    """Fill an empty mission by the dice."""
    scattered = Scattered(gate)
    gate.run("Scatter", lambda session: _Sower(session, scattered, Random(seed)).sow())  # noqa: S311  # dice, not keys
    return scattered


class _Sower:
    def __init__(self, session: Session, scattered: Scattered, dice: Random) -> None:
        self._session = session
        self._into = scattered
        self._dice = dice

    def sow(self) -> None:
        records.create(self._session, MISSION, {"name": "Mission tirée au sort"})
        for name, person in (("A", "Aline Bord"), ("B", "Benoît Cale")):
            values = {"name": person, LEVEL_FIELD: "public"}
            self._into.parties[name] = records.create(self._session, ACTOR, values)
        home = {"name": "Maison ouverte", LEVEL_FIELD: "public"}
        self._into.keys[ORGANISATION.name] = [records.create(self._session, ORGANISATION, home)]
        for kind in in_order():
            if kind.name in _LEFT_OUT:
                continue
            self._into.keys[kind.name] = []
            for _time in range(2):
                self._sow_record(kind)
            if kind is DIFFICULTY:
                self._sit_down()

    def _sit_down(self) -> None:
        """Give every difficulty both parties; what they say is drawn like the rest."""
        for key in self._into.keys[DIFFICULTY.name]:
            for actor in self._into.parties.values():
                self._sow_record(PARTY, {"difficulty_id": key, "actor_id": actor})

    def _sow_record(self, kind: RecordType, given: dict[str, Any] | None = None) -> None:
        levels = {
            one.name: self._dice.choice(sorted(one.choices or {})) for one in kind.level_fields
        }
        values: dict[str, Any] = levels | (given or {})
        for one in kind.stored:
            if one.name not in values and one.name not in levels:
                values[one.name] = self._value(one)
        values |= {name: None for of, name in INSTEAD if of == kind.name}
        values |= NEEDED.get(kind.name, {})
        if kind is SPRINT:
            values |= zip(_SPAN, sorted(values[name] for name in _SPAN), strict=True)
        texts = {one: values[one.name] for one in kind.stored if one.is_text}
        try:
            key = records.create(self._session, kind, values)
        except AlreadyThereError:
            for planted in texts.values():
                del self._into.readers[planted]
            return
        self._into.keys.setdefault(kind.name, []).append(key)
        # What is part of a support is of that person, whoever was drawn.
        owner = kind.caucus_of(records.get(self._session, kind, key))
        for one, planted in texts.items():
            self._into.readers[planted] = self._readers(kind, one, values, owner)
            self._into.places[planted] = f"{kind.name}.{one.name}"
            self._tell(kind, one, owner, planted)
        if kind.dated:
            self._rate(kind, key)

    def _tell(self, kind: RecordType, one: Field, owner: str, planted: str) -> None:
        """Note whom a word is told to whatever its level."""
        for name, actor in self._into.parties.items():
            is_title = kind is DIFFICULTY and one.name == kind.title
            is_own = kind is PARTY and one.name == "speaks_for" and owner == actor
            if is_title or is_own:
                self._into.told[name].add(planted)

    def _rate(self, kind: RecordType, key: str) -> None:
        level = self._dice.choice(("mediator", "parties", "sponsor", "public"))
        fact, author = self._word(), self._word()
        for planted in (fact, author):
            self._into.readers[planted] = MATRIX[level, ""]
            self._into.places[planted] = f"{kind.name} rating"
        self._session.rate(
            kind,
            key,
            {one.name: self._value(one) for one in kind.dated},
            dated_on=_DAY + dt.timedelta(days=self._dice.randrange(30)),
            fact=fact,
            author=author,
            confidentiality=level,
        )

    def _readers(
        self, kind: RecordType, one: Field, values: dict[str, Any], owner: str
    ) -> frozenset[str]:
        if one.fixed_level is not None or (kind.name, one.name) in PERSONAL:
            return MATRIX["mediator", ""]
        level = str(values.get(one.level_field or LEVEL_FIELD, "public"))
        if level != "caucus":
            return MATRIX[level, ""]
        name = next(name for name, key in self._into.parties.items() if key == owner)
        return MATRIX["caucus", name]

    def _word(self) -> str:
        planted = word(20_000 + len(self._into.readers))
        self._into.readers[planted] = frozenset()
        return planted

    def _value(self, one: Field) -> Any:  # noqa: ANN401  # of whatever kind the field is
        dice, low = self._dice, int(one.minimum or 0)
        drawn: Any = float(dice.randint(low, max(low, 1)))
        match one.kind:
            case FieldKind.TEXT | FieldKind.LONG_TEXT | FieldKind.TAGS:
                drawn = self._word()
            case FieldKind.REFERENCE if one.target == ACTOR.name:
                drawn = dice.choice(sorted(self._into.parties.values()))
            case FieldKind.REFERENCE:
                drawn = dice.choice(self._into.keys.get(one.target) or [None])
            case FieldKind.CHOICE:
                drawn = dice.choice(sorted(one.choices or {}))
            case FieldKind.DATE:
                drawn = _DAY + dt.timedelta(days=dice.randrange(60))
            case FieldKind.FLAG:
                drawn = bool(dice.randrange(2))
            case FieldKind.INTEGER:
                drawn = dice.randint(low, min(int(one.maximum or low + 9), low + 9))
        return drawn

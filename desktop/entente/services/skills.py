"""Skills that are handed over, how far each has come, and those one person alone holds."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from entente.domain.actor import ACTOR
from entente.domain.change.spreading import SKILL_TRANSFER
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.records import Values
from entente.domain.text import fold
from entente.services import presentation, records
from entente.store.session import Session

#: From this level on somebody does it alone.
ALONE = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """How far somebody was on a day, and what they did alone by then."""

    dated_on: dt.date
    level: int
    fact: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """A skill on its way from one person to another.

    Attributes:
        giver, taker: Keys of actors; empty for nobody yet.
        giver_name, taker_name: As the reader may know them.
        level: 0 to 4; None where nobody looked, never zero.
        marks: Its dated levels, oldest first.
    """

    id: str
    ref: str
    skill: str
    giver: str
    giver_name: str
    taker: str
    taker_name: str
    level: int | None
    marks: tuple[Mark, ...]

    @property
    def is_done(self) -> bool:
        """Whether who takes it over does it alone."""
        return self.level is not None and self.level >= ALONE


@dataclass(frozen=True, slots=True)
class Held:
    """A skill one person alone holds.

    Attributes:
        is_on_its_way: Whether it is being handed over.
    """

    skill: str
    actor: str
    name: str
    is_on_its_way: bool


@dataclass(frozen=True, slots=True)
class Skills:
    """What is handed over, in the order of the references, and what one person alone holds."""

    transfers: tuple[Transfer, ...]
    alone: tuple[Held, ...]

    @property
    def lines(self) -> Mapping[tuple[str, str], Sequence[Transfer]]:
        """The transfers by skill, its signs and capitals aside, and who gives it."""
        found: dict[tuple[str, str], list[Transfer]] = defaultdict(list)
        for each in self.transfers:
            found[fold(each.skill), each.giver].append(each)
        return found

    @property
    def done(self) -> int:
        """How many have come to somebody who does it alone."""
        return sum(each.is_done for each in self.transfers)


def skills(session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None) -> Skills:
    """Return the skills of a mission, as `audience` may know.

    Args:
        session: The open mission.
        audience: Who looks; for the public, names are roles.
        on: The day whose levels hold; None for now.
    """
    names = presentation.labels_for(session, ACTOR, audience)
    marks: dict[str, list[Mark]] = defaultdict(list)
    for rating in presentation.ratings_for(session, SKILL_TRANSFER, audience):
        level = rating.values.get("level")
        if level is not None and (on is None or rating.dated_on <= on):
            marks[rating.record_id].append(Mark(rating.dated_on, level, rating.fact))
    found = tuple(
        _transfer(row, names, marks[row["id"]])
        for row in presentation.table_for(session, SKILL_TRANSFER, audience, on).dicts()
    )
    return Skills(found, _alone(session, audience, found))


def reach(session: Session, line: tuple[str, str, str], level: int) -> str:
    """Note how far somebody has come in a skill; return the key of the rating.

    Args:
        session: The open mission.
        line: The skill, the key of who gives it, empty for nobody, and of who takes it over.
        level: 0 to 4.
    """
    skill, giver, taker = line
    there = [
        each.id
        for each in skills(session).lines.get((fold(skill), giver), ())
        if each.taker == taker
    ]
    if there:
        return records.rate(session, SKILL_TRANSFER, there[-1], {"level": level})
    values = {"skill": skill, "from_id": giver or None, "to_id": taker or None}
    key = records.create(session, SKILL_TRANSFER, values)
    return records.rate(session, SKILL_TRANSFER, key, {"level": level})


def _transfer(row: Values, names: Mapping[str, str], marks: Sequence[Mark]) -> Transfer:
    return Transfer(
        id=row["id"],
        ref=row["ref"],
        skill=row["skill"],
        giver=row["from_id"] or "",
        giver_name=names.get(row["from_id"] or "", ""),
        taker=row["to_id"] or "",
        taker_name=names.get(row["to_id"] or "", ""),
        level=row["level"],
        marks=tuple(marks),
    )


def _alone(session: Session, audience: Audience, transfers: Sequence[Transfer]) -> tuple[Held, ...]:
    """Return what stands in the expertise of one actor alone and nobody else does alone yet."""
    holders: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for row in presentation.table_for(session, ACTOR, audience).dicts():
        for word in (row["expertise"] or "").split(","):
            if word.strip():
                holders[fold(word.strip())][row["id"]] = (word.strip(), row["name"])
    for each in transfers:
        if each.is_done and each.taker:
            holders[fold(each.skill)].setdefault(each.taker, (each.skill, each.taker_name))
    going = {(fold(each.skill), each.giver) for each in transfers}
    return tuple(
        Held(skill, actor, name, (word, actor) in going)
        for word, held in holders.items()
        if len(held) == 1
        for actor, (skill, name) in held.items()
    )

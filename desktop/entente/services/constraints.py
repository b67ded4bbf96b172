"""Constraints: who bears them, who knows of them, where they clash."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.constraints import CONSTRAINT, CONSTRAINT_CLASH, CONSTRAINT_KNOWN
from entente.domain.difficulty import DIFFICULTY, Nature
from entente.domain.records import LEVEL_FIELD
from entente.domain.text import shorten
from entente.errors import InvalidValueError
from entente.i18n import N_, _
from entente.services import parties, presentation, records
from entente.store.session import Session

#: So much of each constraint stands in the title of the difficulty their clash is.
_TITLE_MAX: Final = 80


@dataclass(frozen=True, slots=True)
class Constraint:
    """Something somebody cannot move, or not far.

    Attributes:
        bearer: Key of the actor who bears it; empty for none.
        bearer_name: Of the actor, or of the organisation where no actor is named.
        nature: A key of `constraints.NATURE_LABELS`, or empty.
        is_hard: Whether it cannot be moved at all.
        known_by: Keys of the actors who know of it, the bearer among them.
    """

    id: str
    ref: str
    title: str
    bearer: str
    bearer_name: str
    nature: str
    is_hard: bool
    known_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two constraints that do not go together.

    Attributes:
        text: In what; may be empty.
        is_unseen: Whether one of the bearers does not know of the other's.
    """

    id: str
    one: str
    other: str
    text: str
    difficulty: str
    is_unseen: bool


@dataclass(frozen=True, slots=True)
class ConstraintMap:
    """Who bears what, and who knows of it.

    Attributes:
        people: Name of each actor by key, in the order of their references.
        constraints: In the order of their references.
        clashes: Those nobody sees from both sides first.
    """

    people: Mapping[str, str]
    constraints: tuple[Constraint, ...]
    clashes: tuple[Clash, ...]

    @property
    def lonely(self) -> tuple[Constraint, ...]:
        """Those nobody but the bearer knows of."""
        return tuple(each for each in self.constraints if not each.known_by - {each.bearer})


def constraint_map(session: Session, audience: Audience = MEDIATOR) -> ConstraintMap:
    """Return the constraints as `audience` may know them; for the public, names are roles."""
    people = presentation.table_for(session, ACTOR, audience).dicts()
    names = {row["id"]: row["name"] for row in people}
    houses = presentation.labels_for(session, ORGANISATION, audience)
    known = defaultdict(set)
    for row in presentation.table_for(session, CONSTRAINT_KNOWN, audience).dicts():
        known[row["constraint_id"]].add(row["actor_id"])
    found = {}
    for row in presentation.table_for(session, CONSTRAINT, audience).dicts():
        bearer = row["actor_id"] or ""
        found[row["id"]] = Constraint(
            id=row["id"],
            ref=row["ref"],
            title=row["title"],
            bearer=bearer,
            bearer_name=names.get(bearer) or houses.get(row["organisation_id"] or "", ""),
            nature=row["nature"] or "",
            is_hard=row["hardness"] == "hard",
            known_by=frozenset(known[row["id"]] | ({bearer} - {""})),
        )
    clashes = [
        _clash(row, found)
        for row in presentation.table_for(session, CONSTRAINT_CLASH, audience).dicts()
        if row["constraint_id"] in found and row["other_id"] in found
    ]
    clashes.sort(key=lambda clash: not clash.is_unseen)
    return ConstraintMap(names, tuple(found.values()), tuple(clashes))


def tell(session: Session, constraint: str, actor: str, *, knows: bool) -> None:
    """Note that somebody knows of a constraint, or does not.

    Raises:
        RecordMissingError: If there is no such constraint or actor.
    """
    pair = {"constraint_id": constraint, "actor_id": actor}
    there = records.list_rows(session, CONSTRAINT_KNOWN, where=pair).rows
    if knows and not there:
        level = records.get(session, CONSTRAINT, constraint)[LEVEL_FIELD]
        records.get(session, ACTOR, actor)
        records.create(session, CONSTRAINT_KNOWN, pair | {LEVEL_FIELD: level})
    for row in () if knows else there:
        records.remove(session, CONSTRAINT_KNOWN, row[0])


def oppose(session: Session, one: str, other: str, text: str = "") -> str:
    """Note that two constraints do not go together; return the key, of the one there is if any.

    Raises:
        InvalidValueError: If it is one constraint.
        RecordMissingError: If one of them is not there.
    """
    if one == other:
        raise InvalidValueError(N_("Clashes with"), "", _("another constraint"))
    for pair in ((one, other), (other, one)):
        where = {"constraint_id": pair[0], "other_id": pair[1]}
        for row in records.list_rows(session, CONSTRAINT_CLASH, where=where).rows:
            return str(row[0])
    levels = {records.get(session, CONSTRAINT, key)[LEVEL_FIELD] for key in (one, other)}
    values = {"constraint_id": one, "other_id": other, "text": text or None}
    if len(levels) == 1:
        values[LEVEL_FIELD] = levels.pop()
    return records.create(session, CONSTRAINT_CLASH, values)


def to_difficulty(session: Session, clash: str) -> str:
    """Note a clash as a difficulty between the bearers; return its key, of the one there is if any.

    Raises:
        RecordMissingError: If there is no such clash.
    """
    row = records.get(session, CONSTRAINT_CLASH, clash)
    if row["difficulty_id"]:
        return str(row["difficulty_id"])
    both = [records.get(session, CONSTRAINT, row[name]) for name in ("constraint_id", "other_id")]
    values = {
        "title": " / ".join(shorten(each["title"], _TITLE_MAX) for each in both),
        "nature": Nature.TENSION.value,
        "opened_on": session.today,
        "notes": row["text"],
        LEVEL_FIELD: row[LEVEL_FIELD],
    }
    difficulty = records.create(session, DIFFICULTY, values)
    for actor in dict.fromkeys(each["actor_id"] for each in both if each["actor_id"]):
        parties.add(session, difficulty, actor, row[LEVEL_FIELD])
    records.change(session, CONSTRAINT_CLASH, clash, {"difficulty_id": difficulty})
    return difficulty


def _clash(row: Mapping[str, str], found: Mapping[str, Constraint]) -> Clash:
    one, other = found[row["constraint_id"]], found[row["other_id"]]
    unseen = _is_unknown_to(one, other.bearer) or _is_unknown_to(other, one.bearer)
    return Clash(row["id"], one.id, other.id, row["text"] or "", row["difficulty_id"] or "", unseen)


def _is_unknown_to(constraint: Constraint, actor: str) -> bool:
    return bool(actor) and actor not in constraint.known_by

"""Ambassadors of a change: which groups have one, whom they reach, who is asked too much."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from entente.domain.actor import ACTOR
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.reach import load, reached
from entente.domain.change.spreading import AMBASSADOR, RELAY
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.services import network, presentation
from entente.store.session import Session

ACTIVE = "active"


@dataclass(frozen=True, slots=True)
class Ambassador:
    """Somebody who spreads the change.

    Attributes:
        actor: Key of the actor; empty for somebody who is not among them.
        name: As the reader may know it.
        group: Key of the group they cover; empty for none.
        load: Asked by available, above 1.0 too much; None where not known.
        relays: How many people they have brought it to, as written down.
    """

    id: str
    ref: str
    actor: str
    name: str
    group: str
    cohort: str
    trained_on: dt.date | None
    status: str
    load: float | None
    relays: int

    @property
    def is_overloaded(self) -> bool:
        """Whether more is asked than they can give."""
        return self.load is not None and self.load > 1


@dataclass(frozen=True, slots=True)
class Group:
    """A functional group, and who covers it."""

    id: str
    ref: str
    name: str
    headcount: int | None
    ambassadors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spreading:
    """How far the ambassadors of a mission carry.

    Attributes:
        ambassadors: In the order of their references.
        groups: Every functional group, in the order of their references.
        people: How many actors there are.
        reached: Keys of the actors within two relations that are not bad of an active
            ambassador, and of those written down as reached.
    """

    ambassadors: tuple[Ambassador, ...]
    groups: tuple[Group, ...]
    people: int
    reached: frozenset[str]

    @property
    def active(self) -> tuple[Ambassador, ...]:
        """Those who are at it."""
        return tuple(each for each in self.ambassadors if each.status == ACTIVE)

    @property
    def coverage(self) -> float | None:
        """Share of the groups with an active ambassador, 0.0 to 1.0; None without a group."""
        if not self.groups:
            return None
        return sum(bool(group.ambassadors) for group in self.groups) / len(self.groups)

    @property
    def reach(self) -> float | None:
        """Share of the actors who are reached, 0.0 to 1.0; None without an actor."""
        return len(self.reached) / self.people if self.people else None


def spreading(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> Spreading:
    """Return who the ambassadors are and how far they carry, as `audience` may know.

    Args:
        session: The open mission.
        audience: Who looks; for the public, names are roles.
        on: The day whose relations hold; None for now.
    """
    situation = network.situation(session, audience, on)
    relays = defaultdict(set)
    for row in presentation.table_for(session, RELAY, audience, on).dicts():
        relays[row["ambassador_id"]].add(row["actor_id"])
    names = presentation.labels_for(session, ACTOR, audience)
    found = tuple(
        Ambassador(
            id=row["id"],
            ref=row["ref"],
            actor=row["actor_id"] or "",
            name=names.get(row["actor_id"] or "", "") or row["name"] or "",
            group=row["group_id"] or "",
            cohort=row["cohort"] or "",
            trained_on=row["trained_on"],
            status=row["status"],
            load=load(row["available"], row["asked"]),
            relays=len(relays[row["id"]]),
        )
        for row in presentation.table_for(session, AMBASSADOR, audience, on).dicts()
    )
    active = [each for each in found if each.status == ACTIVE]
    near = reached(_carrying(situation), [each.actor for each in active])
    told = {key for each in active for key in relays[each.id] if key in situation.people}
    return Spreading(found, _groups(session, audience, active), len(situation.people), near | told)


def _carrying(situation: network.Situation) -> Mapping[str, list[str]]:
    """Return with whom each person has a relation that is not bad."""
    found: dict[str, list[str]] = {key: [] for key in situation.people}
    for tie in situation.network.ties:
        if tie.sign >= 0:
            found[tie.one].append(tie.other)
            found[tie.other].append(tie.one)
    return found


def _groups(session: Session, audience: Audience, active: list[Ambassador]) -> tuple[Group, ...]:
    covering = defaultdict(list)
    for each in active:
        covering[each.group].append(each.id)
    return tuple(
        Group(row["id"], row["ref"], row["name"], row["headcount"], tuple(covering[row["id"]]))
        for row in presentation.table_for(session, FUNCTIONAL_GROUP, audience).dicts()
    )

"""The network of a mission on a day, as far as somebody may see it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.figures import Figures, figures
from entente.domain.follow_up import COMMITMENT
from entente.domain.ladder import raised, shown_by, steps_of
from entente.domain.network import Network, Pair, Tie, unite
from entente.domain.relation import RELATION
from entente.domain.sides import IT_CAMPS
from entente.services import presentation
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the network.

    Attributes:
        name: Of the person, or of the role where a projected screen hides names.
        camp: A value of `Camp`, or empty.
        organisation: Key of the organisation, or empty.
    """

    key: str
    ref: str
    name: str
    camp: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Situation:
    """Who was there on a day, and what lay between them.

    Ties are there from the beginning; how good they were, and what was promised, is what was
    known that day.

    Attributes:
        people: By key, in the order of their references.
        network: The same, with their ties.
        relations: Keys of the relations written down between two people, by the pair as it
            stands in the network.
        steps: How far each pair has come on the ladder of connection, where that is known: as
            it was noted or as commitments show, those without a tie as well.
    """

    people: Mapping[str, Person]
    network: Network
    relations: Mapping[Pair, tuple[str, ...]]
    steps: Mapping[Pair, int]

    def of_camps(self, camps: tuple[str, ...] = IT_CAMPS) -> frozenset[str]:
        """Return the keys of those who speak from one of these camps."""
        return frozenset(key for key, person in self.people.items() if person.camp in camps)


@dataclass(frozen=True, slots=True)
class Reading:
    """The network of a mission on a day, and what is worked out of it."""

    situation: Situation
    figures: Figures


def situation(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> Situation:
    """Return the network as `audience` may see it; quick, for the thread of the window.

    Args:
        session: The open mission.
        audience: Who looks; for the public, names are roles.
        on: The day whose ratings hold; None for now.
    """
    rows = presentation.table_for(session, ACTOR, audience, on).dicts()
    people = {
        row["id"]: Person(
            row["id"], row["ref"], row["name"], row["camp"] or "", row["organisation_id"] or ""
        )
        for row in rows
    }
    promised = presentation.table_for(session, COMMITMENT, audience, on).dicts()
    shown = shown_by(promised, on)
    ties: list[Tie] = []
    found: dict[frozenset[str], list[str]] = defaultdict(list)
    for row in presentation.table_for(session, RELATION, audience, on).dicts():
        noted = Tie(
            row["from_id"],
            row["to_id"],
            row["quality"],
            row["dependence"] or 0,
            row["dependence_back"] or 0,
            row["connection"],
        )
        ties.append(raised(noted, shown))
        found[frozenset({row["from_id"], row["to_id"]})].append(row["id"])
    network = unite(people, ties)
    relations = {tie.pair: tuple(found[frozenset(tie.pair)]) for tie in network.ties}
    return Situation(people, network, relations, steps_of(network, shown))


def read(session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None) -> Reading:
    """Return the network as `audience` may see it, with all that is worked out of it.

    Args:
        session: The open mission.
        audience: Who looks; for the public, names are roles.
        on: The day whose ratings hold; None for now.
    """
    seen = situation(session, audience, on)
    return Reading(seen, figures(seen.network))

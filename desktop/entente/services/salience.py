"""Who must be heard, as of a day."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.salience import Attributes, Salience, attributes, power_for
from entente.services import presentation, records
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Standing:
    """An actor among the three circles.

    Attributes:
        name: Of the person, or of the role where a projected screen hides names.
        attributes: What the actor has; None where it was not judged.
    """

    id: str
    ref: str
    name: str
    attributes: Attributes | None

    @property
    def salience(self) -> Salience | None:
        """The class these make; None where they were not judged."""
        return None if self.attributes is None else self.attributes.salience


@dataclass(frozen=True, slots=True)
class Reading:
    """The salience of everybody on a day.

    Attributes:
        standings: The actors, by reference.
        counts: How many are of each class, the most salient first.
    """

    standings: tuple[Standing, ...]
    counts: Mapping[Salience, int]


def read(session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None) -> Reading:
    """Return the salience of the actors `audience` may see.

    Args:
        session: The open mission.
        audience: Who looks.
        on: The day whose ratings hold; None for now.
    """
    table = presentation.table_for(session, ACTOR, audience, on)
    standings = tuple(
        Standing(
            row["id"],
            row["ref"],
            row["name"],
            attributes(row["power"], row["legitimacy"], row["urgency"]),
        )
        for row in table.dicts()
    )
    counts = Counter(each.salience for each in standings if each.salience is not None)
    return Reading(standings, {each: counts[each] for each in Salience})


def values_for(wanted: Attributes, power: float | None) -> Mapping[str, float | bool]:
    """Return the ratings that give an actor these attributes.

    Args:
        wanted: The attributes.
        power: The actor's power now; it changes only as far as it must.
    """
    return {
        "power": power_for(wanted.power, power),
        "legitimacy": wanted.legitimacy,
        "urgency": wanted.urgency,
    }


def place(session: Session, actor_id: str, wanted: Attributes) -> str | None:
    """Rate an actor so that they have these attributes and return the key of the rating.

    Returns:
        None if the actor has them already: nothing was rated.

    Raises:
        RecordMissingError: If there is no such actor.
    """
    now = records.get(session, ACTOR, actor_id)
    values = values_for(wanted, now["power"])
    if all(now[name] == value for name, value in values.items()):
        return None
    return records.rate(session, ACTOR, actor_id, values)

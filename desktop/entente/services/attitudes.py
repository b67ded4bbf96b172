"""Who carries the project and who holds against it, as of a day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from entente.domain.actor import ACTOR
from entente.domain.attitudes import Attitude, AttitudeMap, Balance, balance, count, parse
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.services import presentation, records
from entente.services.method_texts import read_file
from entente.store.session import Session

_FILE: Final = "attitudes.toml"


@dataclass(frozen=True, slots=True)
class Standing:
    """An actor on the map of partners.

    Attributes:
        name: Of the person, or of the role where a projected screen hides names.
        synergy, antagonism: From 1 to 4; None where they were not judged.
        attitude: What they make; None likewise.
        power: From 1 to 5; None where it was not judged.
    """

    id: str
    ref: str
    name: str
    synergy: int | None
    antagonism: int | None
    attitude: Attitude | None
    power: float | None


@dataclass(frozen=True, slots=True)
class TimeShare:
    """The mediator's time for one attitude, as shares of the whole from 0.0 to 1.0.

    Attributes:
        minutes: Given so far.
        given: The share they are; None while no time was noted at all.
        recommended: What it should be about.
    """

    minutes: float
    given: float | None
    recommended: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The map of partners on a day.

    Attributes:
        standings: The actors, by reference.
        counts: How many have each of the eight attitudes.
        heads: Allies and opponents by number.
        power: The same, each counted with their power.
        time: The mediator's time, for the attitudes somebody has.
    """

    standings: tuple[Standing, ...]
    counts: Mapping[Attitude, int]
    heads: Balance
    power: Balance
    time: Mapping[Attitude, TimeShare]


@cache
def attitude_map() -> AttitudeMap:
    """Return how pairs of energies are read, from the data file."""
    return parse(read_file(_FILE))


def read(session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None) -> Reading:
    """Return the map of partners as `audience` may see it.

    Args:
        session: The open mission.
        audience: Who looks.
        on: The day whose ratings hold; None for now.
    """
    chart = attitude_map()
    table = presentation.table_for(session, ACTOR, audience, on)
    standings = tuple(_standing(chart, row) for row in table.dicts())
    placed = {each.id: each.attitude for each in standings if each.attitude is not None}
    counts = count(placed.values())
    known = [(each.attitude, each.power or 0.0) for each in standings if each.attitude]
    return Reading(
        standings,
        counts,
        balance(chart, [(attitude, 1) for attitude, _ in known]),
        balance(chart, known),
        _time(session, chart, placed, counts, audience, on),
    )


def _standing(chart: AttitudeMap, row: Mapping[str, object]) -> Standing:
    synergy, antagonism, power = row["synergy"], row["antagonism"], row["power"]
    attitude = None
    if isinstance(synergy, int) and isinstance(antagonism, int):
        attitude = chart.attitude(synergy, antagonism)
    return Standing(
        str(row["id"]),
        str(row["ref"]),
        str(row["name"]),
        synergy if isinstance(synergy, int) else None,
        antagonism if isinstance(antagonism, int) else None,
        attitude,
        float(power) if isinstance(power, (int, float)) else None,
    )


def _time(
    session: Session,
    chart: AttitudeMap,
    placed: Mapping[str, Attitude],
    counts: Mapping[Attitude, int],
    audience: Audience,
    on: dt.date | None,
) -> Mapping[Attitude, TimeShare]:
    recommended = chart.recommended(counts)
    minutes: dict[Attitude, float] = defaultdict(float)
    for key, spent in time_given(session, audience, on).items():
        if key in placed:
            minutes[placed[key]] += spent
    whole = sum(minutes.values())
    return {
        each: TimeShare(minutes[each], minutes[each] / whole if whole else None, share)
        for each, share in recommended.items()
    }


def time_given(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> Mapping[str, float]:
    """Return the minutes given to each actor, by key, up to a day.

    Time spent with several is shared out evenly among them.
    """
    held = {
        row["id"]: row["minutes"]
        for row in records.list_rows(session, INTERACTION, audience).dicts()
        if row["minutes"] and row["held_on"] and (on is None or row["held_on"] <= on)
    }
    present: dict[str, list[str]] = defaultdict(list)
    for row in records.list_rows(session, PRESENCE).dicts():
        if row["interaction_id"] in held:
            present[row["interaction_id"]].append(row["actor_id"])
    given: dict[str, float] = defaultdict(float)
    for key, actors in present.items():
        for actor in actors:
            given[actor] += held[key] / len(actors)
    return dict(given)

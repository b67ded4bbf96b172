"""Who stands on a map of relations and what joins them, in the window and on paper alike."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from entente.domain.actor import initials


@dataclass(frozen=True, slots=True)
class MapActor:
    """Somebody on the map.

    Attributes:
        name, initials: Of the person, or of the role where names are not shown.
        organisation_id: Empty where it is not known, or not to this reader.
    """

    id: str
    ref: str
    name: str
    initials: str
    role: str
    camp: str
    organisation_id: str
    confidentiality: str
    power: float | None = None


@dataclass(frozen=True, slots=True)
class MapOrganisation:
    """A box that holds its people."""

    id: str
    ref: str
    name: str
    short_name: str


@dataclass(frozen=True, slots=True)
class MapRelation:
    """What joins two actors, both of whom are on the map.

    Attributes:
        quality: From −2 to +2, None while nobody rated it.
        dependence, dependence_back: How much the first needs the second, and the reverse.
        one_way: Whether it goes from the first to the second alone.
        confidence: How sure the rating is; empty without one.
        dated_on: Day of the rating.
    """

    id: str
    ref: str
    from_id: str
    to_id: str
    kind: str
    quality: int | None
    connection: int | None
    dependence: int
    dependence_back: int
    need: str
    frequency: str
    one_way: bool
    confidence: str
    dated_on: dt.date | None


def actor_of(row: Mapping[str, Any]) -> MapActor:
    """Return an actor from a row as its reader may see it."""
    name = row["name"] or ""
    return MapActor(
        id=row["id"],
        ref=row["ref"],
        name=name,
        initials=initials(name),
        role=row["role"] or "",
        camp=row["camp"] or "",
        organisation_id=row["organisation_id"] or "",
        confidentiality=row["confidentiality"],
        power=row["power"],
    )


def organisation_of(row: Mapping[str, Any]) -> MapOrganisation:
    """Return an organisation from a row as its reader may see it."""
    return MapOrganisation(row["id"], row["ref"], row["name"] or "", row["short_name"] or "")


def relation_of(
    row: Mapping[str, Any], confidence: str = "", dated_on: dt.date | None = None
) -> MapRelation:
    """Return a relation from a row as its reader may see it.

    Args:
        row: The relation, with what holds of its ratings.
        confidence: How sure the latest of them is; empty where nobody asks.
        dated_on: The day of it.
    """
    return MapRelation(
        id=row["id"],
        ref=row["ref"],
        from_id=row["from_id"],
        to_id=row["to_id"],
        kind=row["kind"] or "",
        quality=row["quality"],
        connection=row["connection"],
        dependence=row["dependence"] or 0,
        dependence_back=row["dependence_back"] or 0,
        need=row["need"] or "",
        frequency=row["frequency"] or "",
        one_way=bool(row["one_way"]),
        confidence=confidence,
        dated_on=dated_on,
    )

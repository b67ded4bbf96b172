"""What a map of relations is made of, free of the mission it was read from."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from entente.domain.actor import Camp
from entente.domain.confidentiality import MEDIATOR, Audience, AudienceKind
from entente.services.disclosure import Texts
from entente.services.records import RecordTable


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
    camp: Camp | None
    organisation_id: str


@dataclass(frozen=True, slots=True)
class MapRelation:
    """What joins two actors, both of whom are on the map.

    Attributes:
        quality: From −2 to +2; None where it is not known.
        dependence, dependence_back: From 0 to 2: of the first on the second, and the reverse.
        one_way: Whether it goes from the first to the second alone.
    """

    id: str
    ref: str
    from_id: str
    to_id: str
    kind: str
    quality: int | None
    dependence: int
    dependence_back: int
    frequency: str
    one_way: bool


@dataclass(frozen=True, slots=True)
class MapGroup:
    """An organisation with people on the map."""

    id: str
    ref: str
    name: str
    short_name: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a view, by its middle, in px at 100 %."""

    x: float
    y: float
    width: float = 0
    height: float = 0


@dataclass(frozen=True, slots=True)
class MapText:
    """What was written on a view."""

    text: str
    shape: str
    place: Place


@dataclass(frozen=True, slots=True)
class RelationMap:
    """The map, and the tables it was made from.

    Attributes:
        actors, relations, groups: Whoever is on it; no relation without both its ends.
        places: Of actors and organisations in the view, by key.
        texts: What stands beside them in the view.
        view: Name of the view; empty for none, or if the reader may not know it.
        on: The day it shows.
        recipient: Name and reference of the party it is for.
        pseudonymised: Whether roles or initials stand for names.
        actor_table, relation_table: The records in full.
        references: How a file writes the key of an actor or organisation.
        audit_texts: Every text of what is mapped, by whether the reader may read it.
    """

    actors: tuple[MapActor, ...]
    relations: tuple[MapRelation, ...]
    groups: tuple[MapGroup, ...]
    places: Mapping[str, Place]
    texts: tuple[MapText, ...]
    view: str
    on: dt.date
    audience: AudienceKind
    recipient: str
    mission: str
    organisation: str
    pseudonymised: bool
    actor_table: RecordTable
    relation_table: RecordTable
    references: Mapping[str, str]
    audit_texts: Texts


@dataclass(frozen=True, slots=True)
class Wish:
    """What map is asked for.

    Attributes:
        audience: Its reader.
        view_id: Key of a named view; empty for everybody.
        on: The day whose ratings hold; None for now.
        pseudonymised: Whether roles or initials stand for names.
    """

    audience: Audience = MEDIATOR
    view_id: str = ""
    on: dt.date | None = None
    pseudonymised: bool = False

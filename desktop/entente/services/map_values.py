"""What a map of relations is made of, free of the mission it was read from."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.services.disclosure import Head, Texts
from entente.services.map_people import MapActor, MapOrganisation, MapRelation
from entente.services.records import RecordTable


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
        head: What stands at the head of a sheet with it.
        pseudonymised: Whether roles or initials stand for names.
        actor_table, relation_table: The records in full.
        references: How a file writes the key of an actor or organisation.
        audit_texts: Every text of what is mapped, by whether the reader may read it.
    """

    actors: tuple[MapActor, ...]
    relations: tuple[MapRelation, ...]
    groups: tuple[MapOrganisation, ...]
    places: Mapping[str, Place]
    texts: tuple[MapText, ...]
    view: str
    head: Head
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

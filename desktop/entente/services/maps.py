"""The map: who is there, what lies between them, and where a named view shows them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.canvas import MAP_NOTE, MAP_PLACE, MAP_VIEW
from entente.domain.confidentiality import MEDIATOR, Audience, may_read
from entente.domain.difficulty import DIFFICULTY
from entente.domain.party import PARTY
from entente.domain.relation import RELATION
from entente.services import presentation, records
from entente.services.map_people import (
    MapActor,
    MapOrganisation,
    MapRelation,
    actor_of,
    organisation_of,
    relation_of,
)
from entente.store.schema import TABLES
from entente.store.session import Session

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet

__all__ = [
    "CONCERNED",
    "MapActor",
    "MapData",
    "MapDifficulty",
    "MapNote",
    "MapOrganisation",
    "MapPlace",
    "MapRelation",
    "MapView",
    "list_views",
    "read_map",
    "with_places",
]

#: Tables whose changes change the map.
CONCERNED: Final = frozenset(
    {
        *(kind.name for kind in (ACTOR, ORGANISATION, RELATION, DIFFICULTY, PARTY)),
        RELATION.rating_name,
        *(kind.name for kind in (MAP_VIEW, MAP_PLACE, MAP_NOTE)),
    }
)


@dataclass(frozen=True, slots=True)
class MapView:
    """A named way to look at the map.

    Attributes:
        name: Empty where the audience may not read it.
        filters: What is shown, as word:value pairs.
        focus_id: Key of the actor in focus; empty for nobody.
        steps: How far from the focus is shown.
    """

    id: str
    name: str
    filters: tuple[str, ...] = ()
    focus_id: str = ""
    steps: int = 1


@dataclass(frozen=True, slots=True)
class MapPlace:
    """Where the middle of something stands.

    Attributes:
        id: Key of the row; empty while it is not kept.
        key: Of the actor or the organisation.
        kind: Name of the kind of record placed.
    """

    id: str
    key: str
    kind: str
    x: int = 0
    y: int = 0
    pinned: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class MapNote:
    """A text on the map, or a frame around things."""

    id: str
    text: str
    shape: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class MapDifficulty:
    """A difficulty that actors can be made a party of.

    Attributes:
        parties: Keys of the actors that are.
    """

    id: str
    ref: str
    title: str
    parties: frozenset[str]


@dataclass(frozen=True, slots=True)
class MapData:
    """Everything a view of the map shows.

    Attributes:
        views: The named views there are, by name.
        view: The one that is shown; its key is empty while none is kept.
        places: By the key of what is placed; who is not in it has no place yet.
    """

    view: MapView
    views: tuple[MapView, ...] = ()
    actors: tuple[MapActor, ...] = ()
    organisations: tuple[MapOrganisation, ...] = ()
    relations: tuple[MapRelation, ...] = ()
    places: Mapping[str, MapPlace] = field(default_factory=dict)
    notes: tuple[MapNote, ...] = ()
    difficulties: tuple[MapDifficulty, ...] = ()


def read_map(
    session: Session,
    view_id: str = "",
    audience: Audience = MEDIATOR,
    on: dt.date | None = None,
) -> MapData:
    """Return the map as `audience` may see it.

    Args:
        session: The open mission.
        view_id: Key of a named view; the first where there is none of that key.
        audience: Who looks.
        on: The day whose ratings hold; None for now.
    """
    views = list_views(session, audience)
    kept = [str(row[0]) for row in session.rows(select(TABLES[MAP_VIEW.name].c.id))]
    shown = view_id if view_id in kept else (views[0].id if views else "")
    view = next((each for each in views if each.id == shown), MapView(shown, ""))
    people = presentation.table_for(session, ACTOR, audience, on)
    actors = tuple(actor_of(row) for row in people.dicts())
    known = frozenset(actor.id for actor in actors)
    homes = presentation.table_for(session, ORGANISATION, audience)
    organisations = tuple(organisation_of(row) for row in homes.dicts())
    return MapData(
        view=view,
        views=views,
        actors=actors,
        organisations=organisations,
        relations=_relations(session, audience, on, known),
        places=_places(session, shown, known | {each.id for each in organisations}),
        notes=_notes(session, shown, audience),
        difficulties=_difficulties(session, audience, known),
    )


def list_views(session: Session, audience: Audience = MEDIATOR) -> tuple[MapView, ...]:
    """Return the named views `audience` may see, in the order of their names."""
    rows = presentation.table_for(session, MAP_VIEW, audience).dicts()
    views = [
        MapView(
            id=row["id"],
            name=row["name"] or "",
            filters=_words(row["filters"]),
            focus_id=row["focus_id"] or "",
            steps=1 if row["steps"] is None else row["steps"],
        )
        for row in rows
    ]
    return tuple(sorted(views, key=lambda view: (view.name.casefold(), view.id)))


def with_places(data: MapData, change_set: "ChangeSet") -> MapData | None:
    """Return the map after places alone changed; None if anything else did."""
    if change_set.tables != {MAP_PLACE.name}:
        return None
    places = dict(data.places)
    known = {actor.id for actor in data.actors} | {each.id for each in data.organisations}
    for change in change_set.changes:
        row = change.after or change.before
        if row is None or row["view_id"] != data.view.id:
            continue
        place = _place(row)
        if place.key in known:
            if change.after is None:
                places.pop(place.key, None)
            else:
                places[place.key] = place
    return replace(data, places=places)


def _relations(
    session: Session, audience: Audience, on: dt.date | None, known: frozenset[str]
) -> tuple[MapRelation, ...]:
    sure = _confidence(session, audience, on)
    rows = presentation.table_for(session, RELATION, audience, on).dicts()
    return tuple(
        relation_of(row, *sure.get(row["id"], ("", None)))
        for row in rows
        if row["from_id"] in known and row["to_id"] in known
    )


def _confidence(
    session: Session, audience: Audience, on: dt.date | None
) -> Mapping[str, tuple[str, dt.date | None]]:
    """Return how sure the latest rating of each relation is, and of which day."""
    table = TABLES[RELATION.rating_name]
    chosen = select(
        table.c.relation_id, table.c.confidentiality, table.c.confidence, table.c.dated_on
    ).order_by(table.c.dated_on, table.c.seq)
    if on is not None:
        chosen = chosen.where(table.c.dated_on <= on)
    return {
        row[0]: (row[2] or "", row[3]) for row in session.rows(chosen) if may_read(audience, row[1])
    }


def _places(session: Session, view_id: str, known: Iterable[str]) -> dict[str, MapPlace]:
    if not view_id:
        return {}
    table = TABLES[MAP_PLACE.name]
    rows = session.rows(select(table).where(table.c.view_id == view_id).order_by(table.c.id))
    seen = frozenset(known)
    places = (_place(row._mapping) for row in rows)  # noqa: SLF001  # SQLAlchemy's public name
    return {place.key: place for place in places if place.key in seen}


def _place(row: Mapping[str, Any]) -> MapPlace:
    is_actor = bool(row["actor_id"])
    return MapPlace(
        id=row["id"],
        key=row["actor_id"] or row["organisation_id"] or "",
        kind=ACTOR.name if is_actor else ORGANISATION.name,
        x=row["x"] or 0,
        y=row["y"] or 0,
        pinned=bool(row["pinned"]),
        hidden=bool(row["hidden"]),
    )


def _notes(session: Session, view_id: str, audience: Audience) -> tuple[MapNote, ...]:
    rows = presentation.table_for(session, MAP_NOTE, audience).dicts()
    return tuple(
        MapNote(
            id=row["id"],
            text=row["text"] or "",
            shape=row["shape"],
            x=row["x"] or 0,
            y=row["y"] or 0,
            width=row["width"] or 0,
            height=row["height"] or 0,
        )
        for row in rows
        if row["view_id"] == view_id
    )


def _difficulties(
    session: Session, audience: Audience, known: frozenset[str]
) -> tuple[MapDifficulty, ...]:
    parties: dict[str, set[str]] = {}
    for row in records.list_rows(session, PARTY, audience).dicts():
        if row["actor_id"] in known:
            parties.setdefault(row["difficulty_id"], set()).add(row["actor_id"])
    return tuple(
        MapDifficulty(
            row["id"], row["ref"], row["title"] or "", frozenset(parties.get(row["id"], ()))
        )
        for row in presentation.table_for(session, DIFFICULTY, audience).dicts()
        if row["status"] != "closed"
    )


def _words(value: Sequence[str] | str | None) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return tuple(value)

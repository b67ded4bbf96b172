"""What is done on the map: placing, hiding, noting, drawing relations, keeping views."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.canvas import MAP_NOTE, MAP_PLACE, MAP_VIEW, REACH, NoteShape
from entente.domain.party import PARTY
from entente.domain.relation import RELATION
from entente.errors import InvalidValueError
from entente.i18n import N_, _
from entente.services import records
from entente.services.maps import list_views
from entente.store.schema import TABLES
from entente.store.session import Session

#: Name of the view that is made when the first thing is placed.
FIRST_VIEW: Final = N_("Whole map")

_COLUMNS: Final = {ACTOR.name: "actor_id", ORGANISATION.name: "organisation_id"}


@dataclass(frozen=True, slots=True)
class Put:
    """Where an actor or an organisation is to stand.

    Attributes:
        kind: Name of the kind of record.
        x, y: Of its middle.
        pinned, hidden: None leaves it as it is.
    """

    kind: str
    x: int
    y: int
    pinned: bool | None = None
    hidden: bool | None = None


@dataclass(frozen=True, slots=True)
class NewNote:
    """A text or a frame to be put on the map."""

    text: str
    x: int
    y: int
    width: int
    height: int
    shape: NoteShape = NoteShape.NOTE


def keep_view(session: Session, view_id: str = "") -> str:
    """Return the key of a view that is kept: this one, else the first, else a new one."""
    views = [view.id for view in list_views(session)]
    if view_id in views:
        return view_id
    return views[0] if views else add_view(session, _(FIRST_VIEW))


def add_view(session: Session, name: str, copy_of: str = "") -> str:
    """Add a view and return its key; with another to copy, everything stands as there."""
    values: dict[str, Any] = {"name": name}
    if copy_of:
        before = records.get(session, MAP_VIEW, copy_of)
        values |= {key: before[key] for key in ("filters", "focus_id", "steps")}
    view_id = records.create(session, MAP_VIEW, values)
    if copy_of:
        for kind in (MAP_PLACE, MAP_NOTE):
            names = [field.name for field in kind.stored]
            table = TABLES[kind.name]
            rows = session.rows(select(table).where(table.c.view_id == copy_of))
            copies = [{n: getattr(row, n) for n in names} | {"view_id": view_id} for row in rows]
            session.insert_many(kind, copies)
    return view_id


def rename_view(session: Session, view_id: str, name: str) -> None:
    """Give a view another name."""
    records.change(session, MAP_VIEW, view_id, {"name": name})


def remove_view(session: Session, view_id: str) -> None:
    """Remove a view with its places and notes; the actors stay."""
    records.remove(session, MAP_VIEW, view_id)


def keep_choices(
    session: Session, view_id: str, filters: Sequence[str], focus_id: str, steps: int
) -> str:
    """Keep what a view shows and return its key."""
    kept = keep_view(session, view_id)
    values = {"filters": ", ".join(filters), "focus_id": focus_id or None, "steps": steps}
    records.change(session, MAP_VIEW, kept, values)
    return kept


def place(session: Session, view_id: str, puts: Mapping[str, Put]) -> str:
    """Keep where things stand in a view and return its key."""
    kept = keep_view(session, view_id)
    table = TABLES[MAP_PLACE.name]
    there = {
        row.actor_id or row.organisation_id: row
        for row in session.rows(select(table).where(table.c.view_id == kept))
    }
    fresh = []
    for key, put in puts.items():
        values: dict[str, Any] = {"x": within(put.x), "y": within(put.y)}
        if put.pinned is not None:
            values["pinned"] = put.pinned
        if put.hidden is not None:
            values["hidden"] = put.hidden
        before = there.get(key)
        if before is None:
            blank = {"pinned": False, "hidden": False}
            fresh.append(blank | values | {"view_id": kept, _COLUMNS[put.kind]: key})
        elif any(getattr(before, name) != value for name, value in values.items()):
            session.update(MAP_PLACE, before.id, values)
    session.insert_many(MAP_PLACE, fresh)
    return kept


def add_note(session: Session, view_id: str, note: NewNote) -> str:
    """Put a text or a frame on the map and return its key."""
    kept = keep_view(session, view_id)
    values = {
        "view_id": kept,
        "text": note.text,
        "shape": note.shape.value,
        **note_box(note.x, note.y, note.width, note.height),
    }
    return records.create(session, MAP_NOTE, values)


def change_note(session: Session, key: str, values: Mapping[str, Any]) -> None:
    """Change the words of a note, or where it stands."""
    records.change(session, MAP_NOTE, key, values)


def remove_notes(session: Session, keys: Iterable[str]) -> None:
    """Remove notes and frames."""
    for key in keys:
        records.remove(session, MAP_NOTE, key)


def relate(
    session: Session, from_id: str, to_id: str, quality: int | None = None, kind: str = ""
) -> str:
    """Draw a relation and return its key.

    Raises:
        InvalidValueError: If it leads from an actor to itself.
    """
    if from_id == to_id:
        name = records.titles(session, ACTOR).get(to_id, "")
        raise InvalidValueError(RELATION.field("to_id").label, name, _("somebody else"))
    values = {"from_id": from_id, "to_id": to_id, "kind": kind or None, "quality": quality}
    return records.create(session, RELATION, values)


def add_actor(session: Session, view_id: str, values: Mapping[str, Any], x: int, y: int) -> str:
    """Add an actor at a place of a view and return its key."""
    key = records.create(session, ACTOR, values)
    place(session, view_id, {key: Put(ACTOR.name, x, y)})
    return key


def make_parties(session: Session, difficulty_id: str, actor_ids: Iterable[str]) -> list[str]:
    """Make actors a party of a difficulty and return the keys of the new parties.

    Who is a party already stays so, once.
    """
    table = TABLES[PARTY.name]
    rows = session.rows(select(table.c.actor_id).where(table.c.difficulty_id == difficulty_id))
    already = {row[0] for row in rows}
    return [
        records.create(session, PARTY, {"difficulty_id": difficulty_id, "actor_id": actor_id})
        for actor_id in dict.fromkeys(actor_ids)
        if actor_id not in already
    ]


def note_box(x: float, y: float, width: float, height: float) -> dict[str, int]:
    """Return a box as it is kept."""
    size = {"width": round(max(0, min(width, REACH))), "height": round(max(0, min(height, REACH)))}
    return {"x": within(x), "y": within(y), **size}


def within(value: float) -> int:
    """Return a coordinate brought inside what a view can hold."""
    return round(max(-REACH, min(value, REACH)))

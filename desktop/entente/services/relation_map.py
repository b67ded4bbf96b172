"""The map of actors and relations as one reader may have it, on screen, paper or in a file."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from entente.domain.actor import ACTOR, ORGANISATION, Camp, initials
from entente.domain.canvas import MAP_NOTE, MAP_PLACE, MAP_VIEW
from entente.domain.canvas_layout import within_steps
from entente.domain.confidentiality import MEDIATOR, Audience, AudienceKind, may_read
from entente.domain.mission import MISSION
from entente.domain.pseudonym import Concealer, pseudonyms
from entente.domain.records import RATING_FIELDS, Field, RecordType
from entente.domain.relation import RELATION
from entente.services import records
from entente.services.records import RecordTable
from entente.store.search import level_of
from entente.store.session import Session

#: Of the mission, what stands at the head of every document.
_MISSION_SHOWN: Final = ("name", "organisation", "mediator", "practice")


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
        readable, withheld: Every text of what is mapped, by whether the reader may read it.
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
    readable: tuple[str, ...]
    withheld: tuple[str, ...]


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


def read(session: Session, wish: Wish | None = None) -> RelationMap:
    """Return the map that is asked for; what its reader may not read is not in it.

    Raises:
        RecordMissingError: If there is no such view.
    """
    return _Reading(session, wish or Wish()).map()


class _Reading:
    """One map in the making."""

    def __init__(self, session: Session, wish: Wish) -> None:
        self._session = session
        self._wish = wish
        self._audience = wish.audience
        self._people = records.list_rows(session, ACTOR).dicts()
        self._concealer = self._conceal() if wish.pseudonymised else None

    def map(self) -> RelationMap:
        """Return it."""
        view = self._view()
        hidden = self._hidden()
        organisations = self._table(ORGANISATION)
        actors = _without(self._named(self._table(ACTOR)), "id", hidden)
        homes = {row[0] for row in organisations.rows}
        actors = _emptied(actors, "organisation_id", homes)
        relations = self._wanted(self._joining(actors))
        actors = self._in_focus(actors, relations)
        relations = _between(relations, actors)
        groups = _groups(_without(organisations, "id", hidden), actors)
        mission = next(iter(records.list_rows(self._session, MISSION).dicts()), {})
        readable, withheld = self._texts(mission)
        return RelationMap(
            actors=tuple(_actor(row) for row in actors.dicts()),
            relations=tuple(_relation(row) for row in relations.dicts()),
            groups=groups,
            places=self._places(),
            texts=self._notes(),
            view=view,
            on=self._wish.on or self._session.today,
            audience=self._audience.kind,
            recipient=self._recipient(),
            mission=mission.get("name") or "",
            organisation=mission.get("organisation") or "",
            pseudonymised=self._wish.pseudonymised,
            actor_table=actors,
            relation_table=relations,
            references=_references(actors, organisations),
            readable=readable,
            withheld=withheld,
        )

    def _table(self, kind: RecordType) -> RecordTable:
        table = records.list_rows(self._session, kind, self._audience, self._wish.on)
        if self._concealer is None:
            return table
        fields = {field.name: field for field in kind.fields}
        rows = [
            tuple(
                self._shown(fields.get(name), value)
                for name, value in zip(table.columns, row, strict=True)
            )
            for row in table.rows
        ]
        return RecordTable(kind, table.columns, rows, table.hidden)

    def _shown(self, field: Field | None, value: Any) -> Any:  # noqa: ANN401  # a cell
        if field is None or not isinstance(value, str):
            return value
        if field.personal:
            return None
        return self._said(value) if field.is_text else value

    def _said(self, text: str) -> str:
        return self._concealer.conceal(text) if self._concealer else text

    def _named(self, table: RecordTable) -> RecordTable:
        if not self._wish.pseudonymised:
            return table
        names, place = self._stand_ins(), table.column("name")
        rows = [(*row[:place], names[row[0]], *row[place + 1 :]) for row in table.rows]
        return RecordTable(table.record_type, table.columns, rows, table.hidden)

    def _stand_ins(self) -> dict[str, str]:
        """Return what stands for each actor; a role only where the reader may read it."""
        return pseudonyms(
            (
                row["id"],
                row["name"] or "",
                (row["role"] or "") if may_read(self._audience, level_of(None, row)) else "",
            )
            for row in self._people
        )

    def _conceal(self) -> Concealer:
        names = self._stand_ins()
        return Concealer({row["name"] or "": names[row["id"]] for row in self._people})

    def _recipient(self) -> str:
        key = self._audience.actor_id
        row = next((row for row in self._people if row["id"] == key), None)
        if row is None:
            return ""
        return str(row["ref"]) if self._wish.pseudonymised else f"{row['name']} ({row['ref']})"

    def _view(self) -> str:
        row = self._view_row()
        known = bool(row) and may_read(self._audience, level_of(None, row))
        return self._said(row["name"] or "") if known else ""

    def _of_view(self, kind: RecordType) -> Iterator[dict[str, Any]]:
        if self._wish.view_id:
            rows = records.list_rows(self._session, kind).dicts()
            yield from (row for row in rows if row["view_id"] == self._wish.view_id)

    def _hidden(self) -> set[str]:
        return {
            str(row["actor_id"] or row["organisation_id"])
            for row in self._of_view(MAP_PLACE)
            if row["hidden"]
        }

    def _places(self) -> dict[str, Place]:
        return {
            str(row["actor_id"] or row["organisation_id"]): _place(row)
            for row in self._of_view(MAP_PLACE)
            if not row["hidden"] and row["x"] is not None and row["y"] is not None
        }

    def _notes(self) -> tuple[MapText, ...]:
        return tuple(
            MapText(self._said(row["text"] or ""), row["shape"], _place(row))
            for row in self._of_view(MAP_NOTE)
            if may_read(self._audience, level_of(None, row)) and row["x"] is not None
        )

    def _joining(self, actors: RecordTable) -> RecordTable:
        """Return the relations between actors who are both on the map."""
        return _between(self._table(RELATION), actors)

    def _wanted(self, relations: RecordTable) -> RecordTable:
        """Return the relations that the filters of the view let pass."""
        kinds, signs = (self._filter(word) for word in ("kind", "sign"))
        kind, quality = relations.column("kind"), relations.column("quality")
        rows = [
            row
            for row in relations.rows
            if (not kinds or (row[kind] or "") in kinds)
            and (not signs or _sign(row[quality]) in signs)
        ]
        return replace(relations, rows=rows)

    def _in_focus(self, actors: RecordTable, relations: RecordTable) -> RecordTable:
        """Return the actors that the focus and the filters of the view let pass."""
        view = self._view_row()
        ends = relations.column("from_id"), relations.column("to_id")
        ties = [(row[ends[0]], row[ends[1]]) for row in relations.rows]
        there = {row[0] for row in actors.rows}
        if view.get("focus_id") in there:
            steps = 1 if view["steps"] is None else view["steps"]
            there &= set(within_steps(view["focus_id"], ties, steps))
        if "tied" in self._filter("only"):
            there &= {key for tie in ties for key in tie}
        return replace(actors, rows=[row for row in actors.rows if row[0] in there])

    def _view_row(self) -> dict[str, Any]:
        key = self._wish.view_id
        return records.get(self._session, MAP_VIEW, key) if key else {}

    def _filter(self, word: str) -> set[str]:
        """Return what a filter of the view names."""
        pairs = (pair.partition(":") for pair in (self._view_row().get("filters") or "").split(","))
        return {value.strip() for name, colon, value in pairs if colon and name.strip() == word}

    def _texts(self, mission: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return every text there is about what a map shows: readable, and withheld.

        This walks over all texts by the descriptions of the records, apart from what the
        map was made of, so that the audit finds what that may have let slip.
        """
        readable = {str(mission[name]) for name in _MISSION_SHOWN if mission.get(name)}
        withheld: set[str] = set()
        readable |= {self._recipient()} - {""}
        for field, row in self._every_text():
            text = str(row[field.name] or "")
            if not text:
                continue
            hides = field.personal or field is _NAME
            if self._wish.pseudonymised and hides:
                withheld.add(text)
            elif may_read(self._audience, level_of(field, row)):
                readable.add(self._said(text))
            else:
                withheld.add(text)
        if self._wish.pseudonymised:
            readable |= set(self._stand_ins().values())
        return tuple(sorted(readable)), tuple(sorted(withheld - readable))

    def _every_text(self) -> Iterator[tuple[Field, Mapping[str, Any]]]:
        for kind in (ACTOR, ORGANISATION, RELATION, MAP_VIEW, MAP_NOTE):
            rows = records.list_rows(self._session, kind).dicts()
            yield from _texts_of((field for field in kind.stored if field.is_text), rows)
        for kind in (ACTOR, RELATION):
            ratings = records.ratings(self._session, kind)
            facts = [
                {"fact": one.fact, "author": one.author, "confidentiality": one.confidentiality}
                for one in ratings
            ]
            yield from _texts_of((field for field in RATING_FIELDS if field.is_text), facts)


_NAME: Final = ACTOR.field(ACTOR.title)


def _texts_of(
    fields: Iterable[Field], rows: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[Field, Mapping[str, Any]]]:
    texts = tuple(fields)
    for row in rows:
        for field in texts:
            yield field, row


def _between(relations: RecordTable, actors: RecordTable) -> RecordTable:
    ends = relations.column("from_id"), relations.column("to_id")
    there = {row[0] for row in actors.rows}
    rows = [row for row in relations.rows if all(row[end] in there for end in ends)]
    return replace(relations, rows=rows)


def _sign(quality: int | None) -> str:
    """Return how two get on, as the filters of a view call it."""
    if quality is None:
        return "unrated"
    return "neutral" if quality == 0 else ("good" if quality > 0 else "bad")


def _without(table: RecordTable, column: str, keys: set[str]) -> RecordTable:
    place = table.column(column)
    return replace(table, rows=[row for row in table.rows if row[place] not in keys])


def _emptied(table: RecordTable, column: str, known: set[str]) -> RecordTable:
    """Return a table without references to what the reader does not know."""
    place = table.column(column)
    rows = [
        row if row[place] in known else (*row[:place], None, *row[place + 1 :])
        for row in table.rows
    ]
    return replace(table, rows=rows)


def _groups(organisations: RecordTable, actors: RecordTable) -> tuple[MapGroup, ...]:
    used = {row["organisation_id"] for row in actors.dicts()}
    return tuple(
        MapGroup(row["id"], row["ref"], row["name"] or "", row["short_name"] or "")
        for row in organisations.dicts()
        if row["id"] in used
    )


def _references(*tables: RecordTable) -> dict[str, str]:
    """Return the name of each record, or its reference where another is called alike."""
    named: dict[str, str] = {}
    for table in tables:
        rows = table.dicts()
        names = [str(row[table.record_type.title] or "") for row in rows]
        bearers = Counter(name.casefold() for name in names)
        for row, name in zip(rows, names, strict=True):
            alone = name and bearers[name.casefold()] == 1
            named[row["id"]] = name if alone else str(row["ref"])
    return named


def _actor(row: Mapping[str, Any]) -> MapActor:
    name = str(row["name"])
    return MapActor(
        id=row["id"],
        ref=row["ref"],
        name=name,
        initials=initials(name),
        camp=Camp(row["camp"]) if row["camp"] else None,
        organisation_id=row["organisation_id"] or "",
    )


def _relation(row: Mapping[str, Any]) -> MapRelation:
    return MapRelation(
        id=row["id"],
        ref=row["ref"],
        from_id=row["from_id"],
        to_id=row["to_id"],
        kind=row["kind"] or "",
        quality=row["quality"],
        dependence=row["dependence"] or 0,
        dependence_back=row["dependence_back"] or 0,
        frequency=row["frequency"] or "",
        one_way=bool(row["one_way"]),
    )


def _place(row: Mapping[str, Any]) -> Place:
    return Place(
        float(row["x"]),
        float(row["y"] or 0),
        float(row["width"] or 0),
        float(row["height"] or 0),
    )

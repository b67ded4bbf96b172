"""The map of actors and relations as one reader may have it, on screen, paper or in a file."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.canvas import MAP_NOTE, MAP_PLACE, MAP_VIEW
from entente.domain.canvas_layout import within_steps
from entente.domain.confidentiality import may_read
from entente.domain.pseudonym import Concealer, pseudonyms
from entente.domain.records import Field, RecordType
from entente.domain.relation import RELATION
from entente.services import records
from entente.services.disclosure import Head, Texts, head_of
from entente.services.map_people import (
    MapActor,
    MapOrganisation,
    MapRelation,
    actor_of,
    organisation_of,
    relation_of,
)
from entente.services.map_texts import mapped_texts
from entente.services.map_values import MapText, Place, RelationMap, Wish
from entente.services.records import RecordTable
from entente.store.search import level_of
from entente.store.session import Session

__all__ = [
    "MapActor",
    "MapOrganisation",
    "MapRelation",
    "MapText",
    "Place",
    "RelationMap",
    "Wish",
    "read",
]


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
        head = self._head()
        return RelationMap(
            actors=tuple(actor_of(row) for row in actors.dicts()),
            relations=tuple(relation_of(row) for row in relations.dicts()),
            groups=groups,
            places=self._places(),
            texts=self._notes(),
            view=view,
            head=head,
            pseudonymised=self._wish.pseudonymised,
            actor_table=actors,
            relation_table=relations,
            references=_references(actors, organisations),
            audit_texts=self._audit_texts(head),
        )

    def _head(self) -> Head:
        on = self._wish.on or self._session.today
        return head_of(self._session, self._audience, on, self._recipient())

    def _audit_texts(self, head: Head) -> Texts:
        given = {*head.texts()}
        if self._wish.pseudonymised:
            given |= set(self._stand_ins().values())
        return mapped_texts(self._session, self._audience, given, self._concealer)

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


def _groups(organisations: RecordTable, actors: RecordTable) -> tuple[MapOrganisation, ...]:
    used = {row["organisation_id"] for row in actors.dicts()}
    return tuple(organisation_of(row) for row in organisations.dicts() if row["id"] in used)


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


def _place(row: Mapping[str, Any]) -> Place:
    return Place(
        float(row["x"]),
        float(row["y"] or 0),
        float(row["width"] or 0),
        float(row["height"] or 0),
    )

"""The rows of one difficulty, and what of them one reader may know on one day."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from entente.briefs.conflict.values import Text, known_level
from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.confidentiality import Audience, AudienceKind, Level, may_read
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mission import MISSION
from entente.domain.note import NOTE, STEP
from entente.domain.option import OPTION
from entente.domain.party import PARTY
from entente.domain.records import LEVEL_FIELD, RecordType
from entente.domain.text import natural_key
from entente.errors import RecordMissingError
from entente.services import records
from entente.store.schema import TABLES
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Case:
    """The rows of a difficulty and who reads them on which day.

    Attributes:
        actors, organisations: Rows of the people concerned, by key.
    """

    audience: Audience
    on: dt.date
    mission: Mapping[str, Any]
    difficulty: Mapping[str, Any]
    stages: tuple[Mapping[str, Any], ...]
    parties: tuple[Mapping[str, Any], ...]
    notes: tuple[Mapping[str, Any], ...]
    options: tuple[Mapping[str, Any], ...]
    steps: tuple[Mapping[str, Any], ...]
    actors: Mapping[str, Mapping[str, Any]]
    assessments: tuple[Mapping[str, Any], ...]
    organisations: Mapping[str, Mapping[str, Any]]

    @property
    def insiders(self) -> frozenset[str]:
        """Keys of the actors who are parties."""
        return frozenset(row["actor_id"] for row in self.parties)

    @property
    def for_insider(self) -> bool:
        """Whether the reader is a party of this difficulty."""
        return self.audience.kind is AudienceKind.PARTY

    def reads(self, row: Mapping[str, Any], level: str = LEVEL_FIELD) -> bool:
        """Whether the reader may read what the field `level` of a row guards."""
        return may_read(self.audience, row[level], row.get("actor_id") or "")

    def ref(self, actor_id: str | None) -> str:
        """Return the short reference of an actor; empty without one."""
        row = self.actors.get(actor_id or "")
        return str(row["ref"]) if row else ""

    def knows(self, actor_id: str) -> bool:
        """Whether the reader may know an actor's name.

        Those at the table know one another; for the rest the level of the actor's own
        record decides.
        """
        if self.for_insider and actor_id in self.insiders:
            return True
        return may_read(self.audience, self.actors[actor_id][LEVEL_FIELD])

    def name(self, actor_id: str | None) -> str:
        """Return the name the reader may know an actor by: a mere reference if need be."""
        if not actor_id or actor_id not in self.actors:
            return ""
        name = str(self.actors[actor_id]["name"]) if self.knows(actor_id) else ""
        return name or self.ref(actor_id)

    def text(self, row: Mapping[str, Any], field: str, level: str = LEVEL_FIELD) -> Text | None:
        """Return a text of a row, or None if it is empty or not for the reader."""
        if not row[field] or not self.reads(row, level):
            return None
        known = known_level(row[level])
        caucus = self.ref(row.get("actor_id")) if known is Level.CAUCUS else ""
        return Text(row[field], known, caucus)

    def home(self, actor_id: str) -> str:
        """Return the name of an actor's organisation if the reader may know it.

        Those at the table know where each other come from.
        """
        home = self.organisations.get(self.actors[actor_id]["organisation_id"] or "")
        if home is None or not self.knows(actor_id):
            return ""
        at_table = self.for_insider and actor_id in self.insiders
        known = at_table or may_read(self.audience, home[LEVEL_FIELD])
        return str(home["name"] or "") if known else ""

    @property
    def tells_title(self) -> bool:
        """Whether the reader may know what the difficulty is called."""
        return self.for_insider or self.reads(self.difficulty)

    def is_later(self, row: Mapping[str, Any]) -> bool:
        """Whether a row is dated after the day whose state is shown."""
        day = row.get("noted_on") or row.get("dated_on")
        return day is not None and day > self.on


def read_case(session: Session, difficulty_id: str, audience: Audience, on: dt.date) -> Case:
    """Return a difficulty with all that belongs to it.

    Raises:
        RecordMissingError: If there is none with that key.
    """
    difficulty = session.image(TABLES[DIFFICULTY.name], difficulty_id)
    if difficulty is None:
        raise RecordMissingError(DIFFICULTY.name, difficulty_id)
    ratings = _ratings(session, DIFFICULTY, {difficulty_id})
    parts = {
        kind.name: _rows(session, kind.name, "difficulty_id", {difficulty_id})
        for kind in (PARTY, NOTE, OPTION, STEP)
    }
    concerned = {row["actor_id"] for rows in parts.values() for row in rows if row["actor_id"]}
    people = _rows(session, ACTOR.name, "id", concerned | {audience.actor_id})
    actors = {row["id"]: row for row in people}
    homes = {row["organisation_id"] for row in actors.values() if row["organisation_id"]}
    return Case(
        audience=audience,
        on=on,
        mission=dict(next(iter(records.list_rows(session, MISSION).dicts()), {})),
        difficulty={**difficulty, **_state(ratings, on)},
        stages=ratings,
        parties=tuple(
            sorted(parts[PARTY.name], key=lambda row: natural_key(actors[row["actor_id"]]["ref"]))
        ),
        notes=parts[NOTE.name],
        options=parts[OPTION.name],
        steps=parts[STEP.name],
        actors=actors,
        assessments=_ratings(session, ACTOR, set(actors)),
        organisations={row["id"]: row for row in _rows(session, ORGANISATION.name, "id", homes)},
    )


def _state(ratings: Sequence[Mapping[str, Any]], on: dt.date) -> dict[str, Any]:
    """Return the dated values that whoever reads the difficulty may read, as of a day."""
    state = {field.name: field.default for field in DIFFICULTY.dated if field.with_record}
    for row in ratings:
        if row["dated_on"] <= on:
            state |= {name: row[name] for name in state if row[name] is not None}
    return state


def _rows(
    session: Session, table: str, column: str, keys: set[str]
) -> tuple[Mapping[str, Any], ...]:
    found = select(TABLES[table]).where(TABLES[table].c[column].in_(sorted(keys)))
    return tuple(row._asdict() for row in session.rows(found))


def _ratings(
    session: Session, record_type: RecordType, keys: set[str]
) -> tuple[Mapping[str, Any], ...]:
    found = _rows(session, record_type.rating_name, f"{record_type.name}_id", keys)
    return tuple(sorted(found, key=lambda row: (row["dated_on"], row["seq"])))

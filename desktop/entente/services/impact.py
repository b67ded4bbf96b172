"""The impact study: what a change does to each functional group, and what follows from it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.change import impact_figures as figures
from entente.domain.change.impact import (
    FUNCTIONAL_GROUP,
    IMPACT,
    OMITTED_QUESTIONS,
    PRACTICE_GAP,
)
from entente.domain.change.impact_figures import DIMENSIONS, Sheet, Size, Whole
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.records import LEVEL_FIELD, RecordType, Values
from entente.services import presentation
from entente.store.session import Session

LEVERS: Final = ("communication", "training", "procedure")


@dataclass(frozen=True, slots=True)
class Cell:
    """One dimension of one group.

    Attributes:
        id: Key of the impact; empty where nobody looked at it.
        levers: The levers that were chosen: `training` to `primary`.
        item: Key of the card made of it, if the reader may know; its reference in `item_ref`.
    """

    dimension: str
    id: str = ""
    depth: int | None = None
    before: str = ""
    after: str = ""
    levers: Mapping[str, str] = field(default_factory=dict)
    item: str = ""
    item_ref: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One functional group and its sheet.

    Attributes:
        answers: What was answered to the questions everyone omits, by field; empty if nothing.
        cells: One for each dimension, in their order.
    """

    id: str
    ref: str
    name: str
    organisation_id: str
    headcount: int | None
    sites: int | None
    answers: Mapping[str, str]
    built_with: str
    built_on: dt.date | None
    notes: str
    level: str
    cells: tuple[Cell, ...]
    sheet: Sheet

    @property
    def mean(self) -> float | None:
        """Mean of the dimensions looked at."""
        return self.sheet.mean

    @property
    def size(self) -> Size | None:
        """How large the change is for this group."""
        return self.sheet.size

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Fields of the questions nobody answered."""
        return tuple(name for name, said in self.answers.items() if not said.strip())

    def cell(self, dimension: str) -> Cell:
        """Return one dimension."""
        return self.cells[DIMENSIONS.index(dimension)]


@dataclass(frozen=True, slots=True)
class Gap:
    """What users need and is done otherwise today."""

    id: str
    ref: str
    need: str
    practice: str
    gap: int | None
    group: str
    owner: str
    item: str
    item_ref: str


@dataclass(frozen=True, slots=True)
class Study:
    """The whole study, as one reader may know it."""

    groups: tuple[Group, ...]
    gaps: tuple[Gap, ...]
    whole: Whole

    def group(self, key: str) -> Group | None:
        """Return a group by its key."""
        return next((each for each in self.groups if each.id == key), None)


def study(session: Session, audience: Audience = MEDIATOR) -> Study:
    """Return the impact study as `audience` may know it."""
    cards = _refs(session, BACKLOG_ITEM, audience)
    cells: dict[str, dict[str, Cell]] = defaultdict(dict)
    for row in presentation.table_for(session, IMPACT, audience).dicts():
        cells[row["group_id"]][row["dimension"]] = _cell(row, cards)
    groups = tuple(
        _group(row, cells[row["id"]])
        for row in presentation.table_for(session, FUNCTIONAL_GROUP, audience).dicts()
    )
    return Study(groups, _gaps(session, audience), figures.whole([each.sheet for each in groups]))


def _refs(session: Session, kind: RecordType, audience: Audience) -> dict[str, str]:
    table = presentation.table_for(session, kind, audience)
    return {row["id"]: row["ref"] for row in table.dicts()}


def _cell(row: Values, cards: Mapping[str, str]) -> Cell:
    item = row["item_id"] or ""
    return Cell(
        row["dimension"],
        row["id"],
        row["depth"],
        row["before"] or "",
        row["after"] or "",
        {name: row[name] for name in LEVERS if row[name]},
        item if item in cards else "",
        cards.get(item, ""),
        row[LEVEL_FIELD],
    )


def _group(row: Values, found: Mapping[str, Cell]) -> Group:
    cells = tuple(found.get(name) or Cell(name) for name in DIMENSIONS)
    depths = {cell.dimension: cell.depth for cell in cells}
    built = bool(row["built_with"] or row["built_on"])
    return Group(
        id=row["id"],
        ref=row["ref"],
        name=row["name"] or "",
        organisation_id=row["organisation_id"] or "",
        headcount=row["headcount"],
        sites=row["sites"],
        answers={name: row[name] or "" for name in OMITTED_QUESTIONS},
        built_with=row["built_with"] or "",
        built_on=row["built_on"],
        notes=row["notes"] or "",
        level=row[LEVEL_FIELD],
        cells=cells,
        sheet=Sheet(depths, row["headcount"], row["sites"], built),
    )


def _gaps(session: Session, audience: Audience) -> tuple[Gap, ...]:
    rows = presentation.table_for(session, PRACTICE_GAP, audience).dicts()
    if not rows:
        return ()
    cards = _refs(session, BACKLOG_ITEM, audience)
    groups = presentation.labels_for(session, FUNCTIONAL_GROUP, audience)
    people = presentation.labels_for(session, ACTOR, audience)
    return tuple(
        Gap(
            id=row["id"],
            ref=row["ref"],
            need=row["need"] or "",
            practice=row["practice"] or "",
            gap=row["gap"],
            group=groups.get(row["group_id"] or "", ""),
            owner=people.get(row["owner_id"] or "", ""),
            item=row["item_id"] or "" if row["item_id"] in cards else "",
            item_ref=cards.get(row["item_id"] or "", ""),
        )
        for row in rows
    )

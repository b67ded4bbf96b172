"""How far a mission has come, stage by stage: steps that are ticked, tied to what shows it."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, Audience, Level
from entente.domain.engagement import CHECK_ITEM, STAGE_LABELS
from entente.domain.mission import MISSION, PHASE_LABELS
from entente.domain.records import LEVEL_FIELD, FieldKind, RecordType
from entente.domain.text import heading_key
from entente.errors import InvalidValueError
from entente.i18n import LANGUAGES, language
from entente.services import presentation, records
from entente.services.method_texts import read_file
from entente.store.session import Session

#: By which field a step points to a record of each kind.
LINKS: Final[Mapping[str, str]] = {
    field.target: field.name for field in CHECK_ITEM.stored if field.kind is FieldKind.REFERENCE
}


@dataclass(frozen=True, slots=True)
class Checklist:
    """What steps stand under.

    Attributes:
        labels: Its parts by their name, in their order, in English.
        folder: Where the usual steps are found.
    """

    labels: Mapping[str, str]
    folder: str


#: The steps of a mission that rallies a community.
RALLYING: Final = Checklist(STAGE_LABELS, "stages")
#: What is done while a project is prepared, carried out and taken into use.
PHASES: Final = Checklist(PHASE_LABELS, "phases")


@dataclass(frozen=True, slots=True)
class Link:
    """A record that shows that a step was taken, or is to be.

    Attributes:
        name: What it is called, for this reader.
    """

    record_type: RecordType
    key: str
    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a mission.

    Attributes:
        done_on: The day it was ticked; None while it is to be done.
        links: What it is tied to, as far as the reader may know.
        level: Who may read it.
    """

    id: str
    stage: str
    title: str
    done_on: dt.date | None
    links: tuple[Link, ...]
    level: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a mission.

    Attributes:
        name: One of the labels of its checklist.
        steps: In their order.
    """

    name: str
    steps: tuple[Step, ...]

    @property
    def done(self) -> int:
        """How many steps have been taken."""
        return sum(step.done_on is not None for step in self.steps)

    @property
    def finished_on(self) -> dt.date | None:
        """The day the last step was taken; None while one is to be, or where there is none."""
        days = [step.done_on for step in self.steps if step.done_on is not None]
        return max(days) if days and len(days) == len(self.steps) else None


def overview(
    session: Session, viewer: Audience = MEDIATOR, checklist: Checklist = RALLYING
) -> tuple[Stage, ...]:
    """Return all stages of a checklist with the steps `viewer` may know of."""
    known = {name: _links(session, RECORD_TYPES[name], viewer) for name in LINKS}
    rows = presentation.table_for(session, CHECK_ITEM, viewer).dicts()
    # Python keeps the order of those that compare equal: that in which they were added.
    rows.sort(key=lambda row: row["position"] or 0)
    return tuple(
        Stage(name, tuple(_step(row, known) for row in rows if row["stage"] == name))
        for name in checklist.labels
    )


def _links(session: Session, kind: RecordType, viewer: Audience) -> Mapping[str, Link]:
    names = presentation.labels_for(session, kind, viewer)
    rows = presentation.table_for(session, kind, viewer).dicts()
    return {
        row["id"]: Link(kind, row["id"], row.get("ref") or "", names.get(row["id"], ""))
        for row in rows
    }


def _step(row: Mapping[str, Any], known: Mapping[str, Mapping[str, Link]]) -> Step:
    found = (known[name].get(row[field] or "") for name, field in LINKS.items())
    links = tuple(link for link in found if link is not None)
    title = row["title"] or ""
    return Step(row["id"], row["stage"], title, row["done_on"], links, row[LEVEL_FIELD])


def usual(
    code: str = "", checklist: Checklist = RALLYING, kind: str = ""
) -> Mapping[str, Sequence[str]]:
    """Return the usual steps of each stage.

    Args:
        code: The language of their words; the one in use if empty.
        checklist: Which steps.
        kind: The kind of mission, which may ask for some of its own; empty if not known.
    """
    found = read_file(f"{checklist.folder}/{code or language()}.toml")
    own = found.get("kinds", {}).get(kind, {})
    return {name: (*found[name], *own.get(name, ())) for name in checklist.labels}


def put_in_place(session: Session, code: str = "", checklist: Checklist = RALLYING) -> list[str]:
    """Add the usual steps that are not there yet, in any language; return their keys.

    Everybody may read them: they are method, and hold nothing of the mission.

    Args:
        session: The open mission.
        code: The language of their words; the one in use if empty.
        checklist: Which steps.
    """
    spoken = code or language()
    told = records.list_rows(session, MISSION).dicts()
    kind = (told[0]["kind"] if told else "") or ""
    words = {each: usual(each, checklist, kind) for each in LANGUAGES}
    held = {heading_key(title) for title in records.titles(session, CHECK_ITEM).values()}
    made = []
    for stage, steps in words[spoken].items():
        first = _last_position(session, stage) + 1
        for place, title in enumerate(steps):
            if held.isdisjoint(heading_key(words[each][stage][place]) for each in LANGUAGES):
                values = {
                    "stage": stage,
                    "title": title,
                    "position": first + place,
                    LEVEL_FIELD: Level.PUBLIC.value,
                }
                made.append(records.create(session, CHECK_ITEM, values))
    return made


def add(session: Session, stage: str, title: str) -> str:
    """Add a step at the end of a stage and return its key.

    Raises:
        InvalidValueError: If it says nothing, or too much.
    """
    position = _last_position(session, stage) + 1
    values = {"stage": stage, "title": title, "position": position}
    return records.create(session, CHECK_ITEM, values)


def tick(session: Session, keys: Collection[str], day: dt.date | None) -> None:
    """Say on which day steps were taken; None for those that are to be."""
    for key in keys:
        records.change(session, CHECK_ITEM, key, {"done_on": day})


def move(session: Session, keys: Sequence[str], stage: str, before: str = "") -> None:
    """Put steps before another one of a stage, at its end if none is named."""
    there = [step.id for step in _stage(session, stage).steps if step.id not in keys]
    at = there.index(before) if before in there else len(there)
    order = [*there[:at], *dict.fromkeys(keys), *there[at:]]
    for position, key in enumerate(order, 1):
        records.change(session, CHECK_ITEM, key, {"stage": stage, "position": position})


def tie(session: Session, key: str, kind: str, record: str) -> None:
    """Tie a step to a record that shows it; one of each kind at most, the last one counts.

    Raises:
        InvalidValueError: If steps are not tied to that kind of record.
        RecordMissingError: If there is no such record.
    """
    if kind not in LINKS:
        raise InvalidValueError("kind", kind, ", ".join(LINKS))
    records.get(session, RECORD_TYPES[kind], record)
    records.change(session, CHECK_ITEM, key, {LINKS[kind]: record})


def untie(session: Session, key: str, kind: str) -> None:
    """Let a step no longer be tied to its record of a kind."""
    records.change(session, CHECK_ITEM, key, {LINKS[kind]: None})


def _stage(session: Session, name: str) -> Stage:
    checklist = PHASES if name in PHASES.labels else RALLYING
    return next(stage for stage in overview(session, MEDIATOR, checklist) if stage.name == name)


def _last_position(session: Session, stage: str) -> int:
    rows = records.list_rows(session, CHECK_ITEM, where={"stage": stage}).dicts()
    return max((row["position"] or 0 for row in rows), default=0)

"""Who does what: the RACI matrix as rows, columns and cells, and what is wanting in it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience, joint_level
from entente.domain.raci import MOST_TASKS, Fault, Finding, findings
from entente.domain.records import LEVEL_FIELD
from entente.domain.responsibility import DELIVERABLE, DUTY_LABELS, RESPONSIBILITY, Duty
from entente.i18n import _
from entente.services import presentation, records
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Line:
    """A deliverable: a row of the matrix."""

    id: str
    ref: str
    name: str
    due_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Head:
    """An actor: a column of the matrix."""

    id: str
    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix as the viewer may see it.

    Attributes:
        lines: The deliverables, by reference.
        heads: The actors with a duty, and those asked for, by reference.
        duties: By key of the deliverable and of the actor; several letters in one cell are
            possible, though seldom wise.
        findings: What is wanting.
    """

    lines: tuple[Line, ...]
    heads: tuple[Head, ...]
    duties: Mapping[tuple[str, str], tuple[Duty, ...]]
    findings: tuple[Finding, ...]

    def said(self, finding: Finding) -> str:
        """Return a finding as one sentence, in the language in use."""
        lines = {line.id: f"{line.ref} {line.name}" for line in self.lines}
        heads = {head.id: head.name for head in self.heads}
        name = lines.get(finding.deliverable) or heads.get(finding.actor, "")
        match finding.fault:
            case Fault.NOBODY_ANSWERS:
                said = _("{name}: nobody answers for it (no A).")
            case Fault.SEVERAL_ANSWER:
                said = _("{name}: {count} people answer for it (one A is enough).")
            case Fault.NOBODY_DOES:
                said = _("{name}: nobody does it (no R).")
            case Fault.TOO_MANY_TASKS:
                said = _("{name}: {count} tasks to do (R); can some be shared?")
            case Fault.EMPTY_ROW:
                said = _("{name}: nobody has to do with it.")
            case Fault.EMPTY_COLUMN:
                said = _("{name}: no task, no decision, no information.")
        return said.format(name=name, count=finding.count)


def matrix(
    session: Session,
    audience: Audience = MEDIATOR,
    shown: Iterable[str] = (),
    most: int = MOST_TASKS,
) -> Matrix:
    """Return the matrix.

    Args:
        session: The open mission.
        audience: Who looks.
        shown: Keys of further actors to show, though they have no duty.
        most: With more tasks to do than this, an actor is pointed out.
    """
    given = presentation.table_for(session, RESPONSIBILITY, audience).dicts()
    lines = lines_of(presentation.table_for(session, DELIVERABLE, audience).dicts())
    wanted = {row["actor_id"] for row in given} | set(shown)
    heads = tuple(
        Head(row["id"], row["ref"], row["name"] or "")
        for row in presentation.table_for(session, ACTOR, audience).dicts()
        if row["id"] in wanted
    )
    return laid_out(lines, heads, given, most)


def lines_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Line, ...]:
    """Return deliverables as rows of the matrix."""
    return tuple(Line(row["id"], row["ref"], row["name"] or "", row["due_on"]) for row in rows)


def laid_out(
    lines: tuple[Line, ...],
    heads: tuple[Head, ...],
    given: Iterable[Mapping[str, Any]],
    most: int = MOST_TASKS,
) -> Matrix:
    """Return the matrix of these rows and columns.

    Args:
        lines: The deliverables.
        heads: The actors.
        given: Responsibilities; those of other deliverables or actors are left out.
        most: With more tasks to do than this, an actor is pointed out.
    """
    duties: dict[tuple[str, str], list[Duty]] = defaultdict(list)
    for row in given:
        duties[row["deliverable_id"], row["actor_id"]].append(Duty(row["duty"]))
    rows, columns = {line.id for line in lines}, {head.id for head in heads}
    order = list(Duty)
    seen = {
        (row, column): tuple(sorted(set(found), key=order.index))
        for (row, column), found in duties.items()
        if row in rows and column in columns
    }
    wanting = findings([line.id for line in lines], [head.id for head in heads], seen, most)
    return Matrix(lines, heads, seen, tuple(wanting))


def duty_words(duty: Duty) -> str:
    """Return what a letter stands for, the letter first; some languages begin with it."""
    label = _(DUTY_LABELS[duty])
    begins = label.startswith(duty.value) and not label[1:2].isalpha()
    return label if begins else f"{duty.value} {label}"


def assign(session: Session, cells: Mapping[tuple[str, str], Sequence[Duty]]) -> None:
    """Let cells of the matrix say exactly this; an empty one says nothing.

    A new duty may be read by whoever may read the deliverable and the actor.

    Args:
        session: The open mission.
        cells: Duties by key of the deliverable and of the actor.

    Raises:
        RecordMissingError: If there is no such deliverable or actor.
    """
    there: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in records.list_rows(session, RESPONSIBILITY).dicts():
        there[row["deliverable_id"], row["actor_id"]][row["duty"]] = row["id"]
    for (deliverable, actor), duties in cells.items():
        level = _level(session, deliverable, actor)
        wanted = {duty.value for duty in duties}
        had = there[deliverable, actor]
        for duty in had.keys() - wanted:
            records.remove(session, RESPONSIBILITY, had[duty])
        for duty in sorted(wanted - had.keys()):
            values = {"deliverable_id": deliverable, "actor_id": actor, "duty": duty}
            records.create(session, RESPONSIBILITY, {**values, LEVEL_FIELD: level})


def _level(session: Session, deliverable: str, actor: str) -> str:
    """Return the level of a new duty: that of both, or the most private where they differ."""
    joined = (records.get(session, DELIVERABLE, deliverable), records.get(session, ACTOR, actor))
    return joint_level(each[LEVEL_FIELD] for each in joined).value

"""Takes from a mission what one reader may know of who does what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from entente.briefs.raci.values import RaciSheet
from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.records import RecordType
from entente.domain.responsibility import DELIVERABLE, RESPONSIBILITY
from entente.services import raci, records
from entente.services.disclosure import Concerned, head_of, rows_of, sorted_texts
from entente.services.raci import Head
from entente.store.schema import TABLES
from entente.store.session import Session


def gather(session: Session, audience: Audience = MEDIATOR, shown: Iterable[str] = ()) -> RaciSheet:
    """Return the matrix for one reader.

    A duty, a deliverable and a name are told to whoever may read the record; of somebody whose
    name they may not know the reader is told the reference. What is wanting is told to the
    mediator alone: what others see of the matrix has gaps of its own.

    Args:
        session: The open mission.
        audience: The reader.
        shown: Keys of further actors to show, though they have no duty.
    """
    duties = records.list_rows(session, RESPONSIBILITY, audience).dicts()
    known = {row["id"]: row["name"] for row in records.list_rows(session, ACTOR, audience).dicts()}
    lines = raci.lines_of(records.list_rows(session, DELIVERABLE, audience).dicts())
    there = {line.id for line in lines}
    concerned = {row["actor_id"] for row in duties if row["deliverable_id"] in there} | set(shown)
    heads = tuple(
        Head(row["id"], row["ref"], known.get(row["id"]) or row["ref"])
        for row in records.list_rows(session, ACTOR).dicts()
        if row["id"] in concerned
    )
    matrix = raci.laid_out(lines, heads, duties)
    head = head_of(session, audience, session.today)
    if audience != MEDIATOR:
        matrix = replace(matrix, findings=())
    texts = sorted_texts(audience, _concerned(session), head.on, head.texts())
    return RaciSheet(head, matrix, texts)


def _concerned(session: Session) -> Iterator[Concerned]:
    for kind in (DELIVERABLE, RESPONSIBILITY, ACTOR):
        yield rows_of(kind, _rows(session, kind))


def _rows(session: Session, kind: RecordType) -> list[Mapping[str, Any]]:
    return [row._asdict() for row in session.rows(select(TABLES[kind.name]))]

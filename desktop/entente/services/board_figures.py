"""What there is to do on a board, in figures: counted by SQLite, not card by card."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, func, select

from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.services import presentation
from entente.store.schema import TABLES
from entente.store.session import Session

_OPEN: Final = frozenset({ItemStatus.IDEA, ItemStatus.READY, ItemStatus.DOING})


@dataclass(frozen=True, slots=True)
class BoardFigures:
    """How many cards there are, out of the archive.

    Attributes:
        every: All of them.
        still: Those to be done.
        doing: Of these, those in progress.
        late: Of these, those that were due before today.
    """

    every: int = 0
    still: int = 0
    doing: int = 0
    late: int = 0


def figures(session: Session, viewer: Audience = MEDIATOR) -> BoardFigures:
    """Return the figures of the backlog, as far as `viewer` may read it."""
    today = session.today
    if viewer == MEDIATOR:
        counted = ((row[0], row[1], row[2]) for row in session.rows(_counting(today)))
        return _summed(counted)
    table = presentation.table_for(session, BACKLOG_ITEM, viewer)
    status, due_on, archived_on = map(table.column, ("status", "due_on", "archived_on"))
    return _summed(
        (row[status], row[due_on] is not None and row[due_on] < today, 1)
        for row in table.rows
        if row[archived_on] is None
    )


def _summed(counted: Iterable[tuple[str | None, bool, int]]) -> BoardFigures:
    """Add up status, whether it is late, and how many cards are so."""
    every = still = doing = late = 0
    for status, is_late, count in counted:
        every += count
        if (status or ItemStatus.IDEA) in _OPEN:
            still += count
            doing += count if status == ItemStatus.DOING else 0
            late += count if is_late else 0
    return BoardFigures(every, still, doing, late)


def _counting(today: dt.date) -> Select[Any]:
    """Return what counts the cards out of the archive by status, and by whether they are late."""
    table, rating = TABLES[BACKLOG_ITEM.name], TABLES[BACKLOG_ITEM.rating_name]
    item = rating.c[f"{BACKLOG_ITEM.name}_id"]
    newest = func.row_number().over(
        partition_by=item, order_by=(rating.c.dated_on.desc(), rating.c.seq.desc())
    )
    rated = select(item.label("item"), rating.c.status, newest.label("place"))
    last = rated.where(rating.c.status.is_not(None)).subquery()
    is_late = func.coalesce(table.c.due_on < today, False)
    return (
        select(last.c.status, is_late, func.count())
        .select_from(table.outerjoin(last, (last.c.item == table.c.id) & (last.c.place == 1)))
        .where(table.c.archived_on.is_(None))
        .group_by(last.c.status, is_late)
    )

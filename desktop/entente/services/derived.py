"""The columns of a register that are worked out, beside those that are written."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from operator import itemgetter
from typing import Any, Final, TypeAlias

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.derived import Derived, Ground, Worked
from entente.domain.records import RecordType
from entente.services import presentation
from entente.services.calendar import day_of
from entente.services.records import RecordTable
from entente.store.session import Session

Row: TypeAlias = tuple[Any, ...]
_UNKNOWN: Final = object()


def extended(session: Session, table: RecordTable, audience: Audience = MEDIATOR) -> RecordTable:
    """Return a table with the derived columns of its kind behind the others.

    Args:
        session: The open mission.
        table: The records as `audience` may read them, so that nothing is worked out of what
            is not for them.
        audience: Who reads them.
    """
    derived = table.record_type.derived
    if not derived:
        return table
    work = worker(session, table.record_type, table.columns, audience)
    names = tuple(column.name for column in derived)
    return replace(table, columns=table.columns + names, rows=list(map(work, table.rows)))


def worker(
    session: Session,
    record_type: RecordType,
    columns: Iterable[str],
    audience: Audience = MEDIATOR,
) -> Callable[[Row], Row]:
    """Return what puts the derived values of a kind behind the values of a row."""
    names = list(columns)
    day, kinds = day_of(session), {kind for one in record_type.derived for kind in one.reads}
    tables = {
        kind: tuple(presentation.table_for(session, RECORD_TYPES[kind], audience).dicts())
        for kind in kinds
    }
    ground = Ground(day, tables)
    workers = [_worker(column, ground, names) for column in record_type.derived]
    return lambda row: (*row, *(work(row) for work in workers))


def _worker(column: Derived, ground: Ground, names: list[str]) -> Callable[[Row], Worked | None]:
    work, places = column.prepare(ground), [names.index(source) for source in column.sources]
    pick = itemgetter(*places)
    is_single = len(places) == 1
    known: dict[Any, Any] = {}

    def value(row: Row) -> Worked | None:
        # Few values are different, so each is worked out once, and alike is the same.
        given = pick(row)
        found = known.get(given, _UNKNOWN)
        if found is _UNKNOWN:
            found = known[given] = work(given) if is_single else work(*given)
        result: Worked | None = found
        return result

    return value

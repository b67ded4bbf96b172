"""The effort table of a mission: bands planned and done, and the estimate they make."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.effort import EffortTable, Line, ordered
from entente.domain.mission import MISSION
from entente.services import presentation
from entente.services.quantities import Quantity, quantities
from entente.store.session import Session


def effort_table(session: Session, audience: Audience = MEDIATOR) -> EffortTable:
    """Return every kind of activity that counts or is in use, with its quantities.

    Quantities are those of `quantities`; what was done costs what its cards say.

    Args:
        session: The open mission.
        audience: Who reads; the daily rate is only for those it is meant for.
    """
    counted = {each.activity_id: each for each in quantities(session, audience)}
    done = _effort_done(session, audience)
    lines = [
        _line(row, counted.get(row["id"]), done[row["id"]])
        for row in presentation.table_for(session, ACTIVITY_TYPE, audience).dicts()
        if not row["set_aside"] or row["id"] in counted
    ]
    lines = [line for line in lines if line.most is not None or line.is_flat or line.planned]
    lines.sort(key=lambda line: line.is_flat)
    mission = presentation.table_for(session, MISSION, audience).dicts()
    first: Mapping[str, Any] = mission[0] if mission else {}
    return EffortTable(tuple(lines), first.get("day_rate"), first.get("currency") or "")


def _effort_done(session: Session, audience: Audience) -> Counter[str]:
    """Return the effort of the cards that are done, by kind of activity."""
    found: Counter[str] = Counter()
    for row in presentation.table_for(session, BACKLOG_ITEM, audience).dicts():
        if row["activity_id"] is not None and row["status"] == ItemStatus.DONE:
            found[row["activity_id"]] += row["effort"] or 0
    return found


def _line(row: Mapping[str, Any], counted: Quantity | None, effort: float) -> Line:
    least, most = ordered(row["quantity_min"], row["quantity_max"])
    return Line(
        key=row["id"],
        name=row["name"],
        purpose=row["purpose"] or "",
        least=least,
        most=most,
        unit=row["unit_effort"],
        planned=counted.planned if counted else 0,
        done=counted.done if counted else 0,
        effort=effort,
        is_flat=bool(row["uncounted"]),
    )

"""The effort table of a mission: bands planned and done, and the estimate they make."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.effort import EffortTable, Line, ordered
from entente.domain.mission import MISSION
from entente.services import presentation
from entente.store.session import Session


def effort_table(session: Session, audience: Audience = MEDIATOR) -> EffortTable:
    """Return every kind of activity that counts or was used, with its quantities.

    A card without a quantity counts for one. Cards that were dropped do not count, nor those
    that were put away before they were done.

    Args:
        session: The open mission.
        audience: Who reads; the daily rate is only for those it is meant for.
    """
    cards = _cards(session, audience)
    lines = [
        _line(row, cards.get(row["id"], ()))
        for row in presentation.table_for(session, ACTIVITY_TYPE, audience).dicts()
        if not row["set_aside"] or cards.get(row["id"])
    ]
    lines.sort(key=lambda line: line.is_flat)
    mission = presentation.table_for(session, MISSION, audience).dicts()
    first: Mapping[str, Any] = mission[0] if mission else {}
    return EffortTable(tuple(lines), first.get("day_rate"), first.get("currency") or "")


def _cards(session: Session, audience: Audience) -> Mapping[str, list[Mapping[str, Any]]]:
    """Return the cards that count, by kind of activity."""
    found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in presentation.table_for(session, BACKLOG_ITEM, audience).dicts():
        if _counts(row):
            found[row["activity_id"]].append(row)
    return found


def _counts(row: Mapping[str, Any]) -> bool:
    if row["activity_id"] is None or row["status"] == ItemStatus.DROPPED:
        return False
    return row["status"] == ItemStatus.DONE or row["archived_on"] is None


def _line(row: Mapping[str, Any], cards: list[Mapping[str, Any]] | tuple[()]) -> Line:
    done = [card for card in cards if card["status"] == ItemStatus.DONE]
    least, most = ordered(row["quantity_min"], row["quantity_max"])
    return Line(
        key=row["id"],
        name=row["name"],
        purpose=row["purpose"] or "",
        least=least,
        most=most,
        unit=row["unit_effort"],
        planned=sum(map(_quantity, cards)),
        done=sum(map(_quantity, done)),
        effort=sum(card["effort"] or 0 for card in done),
        is_flat=bool(row["uncounted"]),
    )


def _quantity(card: Mapping[str, Any]) -> int:
    return 1 if card["quantity"] is None else int(card["quantity"])

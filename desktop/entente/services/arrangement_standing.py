"""How the arrangement of a project stands: what is due next, whom it concerns, its ladder."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from entente.domain.actor import ACTOR
from entente.domain.climate.survey import QUESTIONNAIRE, WAVE
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.relation import RELATION
from entente.domain.start.arrangement import ARRANGEMENT, ARRANGEMENT_ACTOR, RESOLUTION_STEP
from entente.domain.start.cadence import Due, next_due
from entente.domain.text import heading_key
from entente.services import presentation
from entente.services.arrangement import Rung, Seat
from entente.store.schema import TABLES
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Standing:
    """The arrangement that holds, and what is due.

    Attributes:
        record: Its values.
        questionnaire: Name of what is asked; empty for none.
        seats: Who is followed, and who signs.
        rungs: The ladder, from below.
        review: The next review of relations, None without a rhythm.
        reviewed_on: The last day a relation was rated.
        wave: The next wave, None where none is planned and there is no rhythm.
        wave_id: Its key; empty where it still has to be planned.
    """

    record: Mapping[str, Any]
    questionnaire: str
    seats: tuple[Seat, ...]
    rungs: tuple[Rung, ...]
    review: Due | None
    reviewed_on: dt.date | None
    wave: Due | None
    wave_id: str

    @property
    def key(self) -> str:
        """Key of the arrangement."""
        return str(self.record["id"])


def overview(session: Session, viewer: Audience = MEDIATOR) -> Standing | None:
    """Return the arrangement that holds, as `viewer` may know it: the one begun last."""
    rows = presentation.table_for(session, ARRANGEMENT, viewer).dicts()
    if not rows:
        return None
    record = max(rows, key=lambda row: (row["starts_on"], row["id"]))
    names = presentation.labels_for(session, ACTOR, viewer)
    surveyed = presentation.labels_for(session, QUESTIONNAIRE, viewer)
    asked = record["questionnaire_id"] or ""
    reviewed_on = _reviewed_on(session)
    wave, wave_id = _next_wave(session, record, viewer)
    return Standing(
        record=record,
        questionnaire=surveyed.get(asked, ""),
        seats=_seats(session, record["id"], viewer, names),
        rungs=_rungs(session, record["id"], viewer, names),
        review=next_due(record["starts_on"], record["relation_days"], reviewed_on, session.today),
        reviewed_on=reviewed_on,
        wave=wave,
        wave_id=wave_id,
    )


def _seats(
    session: Session, key: str, viewer: Audience, names: Mapping[str, str]
) -> tuple[Seat, ...]:
    rows = presentation.rows_where(session, ARRANGEMENT_ACTOR, viewer, arrangement_id=key)
    found = (
        Seat(names.get(row["actor_id"], ""), "", row["actor_id"], bool(row["signs"]))
        for row in rows
    )
    return tuple(sorted(found, key=lambda seat: (not seat.signs, heading_key(seat.name))))


def _rungs(
    session: Session, key: str, viewer: Audience, names: Mapping[str, str]
) -> tuple[Rung, ...]:
    rows = presentation.rows_where(session, RESOLUTION_STEP, viewer, arrangement_id=key)
    rows.sort(key=lambda row: row["position"] or 0)
    return tuple(
        Rung(
            row["title"] or "",
            row["level"] or "",
            names.get(row["actor_id"] or "", ""),
            row["days"],
            row["nature"] or "",
        )
        for row in rows
    )


def _reviewed_on(session: Session) -> dt.date | None:
    """Return the last day any relation was rated."""
    found = session.rows(select(func.max(TABLES[RELATION.rating_name].c.dated_on)))
    return found[0][0] if found else None


def _next_wave(
    session: Session, record: Mapping[str, Any], viewer: Audience
) -> tuple[Due | None, str]:
    asked = record["questionnaire_id"]
    if not asked:
        return None, ""
    rows = presentation.rows_where(session, WAVE, viewer, questionnaire_id=asked)
    planned = [row for row in rows if row["planned_on"] and row["opened_on"] is None]
    if planned:
        row = min(planned, key=lambda each: (each["planned_on"], each["ref"] or ""))
        return Due(row["planned_on"], row["planned_on"] < session.today), row["id"]
    held = [row["opened_on"] for row in rows if row["opened_on"] is not None]
    last = max(held, default=None)
    return next_due(record["starts_on"], record["survey_days"], last, session.today), ""

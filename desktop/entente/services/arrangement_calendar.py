"""The days of an arrangement, as a calendar may hold them: others look at calendars."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from entente.domain.climate.survey import WAVE
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.sessions_plan import Event
from entente.domain.start.arrangement import ARRANGEMENT
from entente.domain.start.cadence import rounds
from entente.domain.text import shorten
from entente.errors import RecordMissingError
from entente.i18n import _
from entente.services import mission, presentation
from entente.services.working_days import calendar_of
from entente.store.session import Session

_LINE_MAX: Final = 200


def events(session: Session, key: str, reader: Audience = MEDIATOR) -> tuple[Event, ...]:
    """Return the reviews and waves of an arrangement, in their order; nobody is named.

    A wave that is planned stands on its own day; after the last of those, waves come by the
    rhythm of the arrangement.

    Args:
        session: The open mission.
        key: Of the arrangement.
        reader: Who gets the calendar.

    Raises:
        RecordMissingError: If there is none that this reader may know of.
    """
    found = presentation.rows_where(session, ARRANGEMENT, reader, id=key)
    if not found:
        raise RecordMissingError(ARRANGEMENT.name, key)
    made = (*_reviews(session, found[0]), *_waves(session, found[0], reader))
    return tuple(sorted(made, key=lambda event: (event.on, event.key)))


def _reviews(session: Session, record: Mapping[str, Any]) -> Iterator[Event]:
    working = calendar_of(session).is_working
    starts_on, ends_on = record["starts_on"], record["ends_on"]
    days = rounds(starts_on, record["relation_days"], ends_on, working)
    for number, day in enumerate(days, 1):
        yield Event(f"{record['id']}-r{number}", _named(session, _("Review of relations")), day)
    if ends_on is not None:
        summary = _named(session, _("Review of the arrangement"))
        yield Event(f"{record['id']}-e", summary, ends_on)


def _waves(session: Session, record: Mapping[str, Any], reader: Audience) -> Iterator[Event]:
    asked = record["questionnaire_id"]
    if asked is None:
        return
    summary = _named(session, _("Questionnaire on the climate"))
    rows = presentation.rows_where(session, WAVE, reader, questionnaire_id=asked)
    planned = {row["planned_on"]: row["id"] for row in rows if row["planned_on"]}
    for day, key in planned.items():
        yield Event(key, summary, day)
    working = calendar_of(session).is_working
    starts_on, ends_on = record["starts_on"], record["ends_on"]
    days = rounds(starts_on, record["survey_days"], ends_on, working)
    last = max(planned, default=None)
    for number, day in enumerate(days, 1):
        if last is None or day > last:
            yield Event(f"{record['id']}-w{number}", summary, day)


def _named(session: Session, what: str) -> str:
    name = shorten(mission.read(session)["name"] or "", _LINE_MAX)
    return _("{what} – {mission}").format(what=what, mission=name) if name else what

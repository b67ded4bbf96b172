"""Sessions for a calendar program: iCalendar, as RFC 5545 has it."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from entente.domain.sessions_plan import Event
from entente.domain.text import shorten
from entente.i18n import _
from entente.store.disk import written

SUFFIX: Final = ".ics"
#: Each text stands on one line: some calendars show no more, and nothing can begin a new one.
_LINE_MAX: Final = 500
_PRODUCT: Final = "-//Entente//Entente//FR"


def to_ics(events: Sequence[Event], now: dt.datetime) -> bytes:
    """Return a calendar file of `events`.

    Times are local ones without a zone: two o’clock is two o’clock wherever one meets.

    Args:
        events: What is in it.
        now: When it is made, with the offset of the clock.
    """
    from vobject import iCalendar  # noqa: PLC0415  # slow, and only for calendars

    calendar = iCalendar()
    calendar.add("prodid").value = _PRODUCT
    for event in events:
        _fill(calendar.add("vevent"), event, now)
    # Without an event a calendar is none, and vobject says so.
    return str(calendar.serialize(validate=bool(events))).encode()


def write_ics(target: Path, events: Sequence[Event], now: dt.datetime) -> None:
    """Write a calendar file, in the place of what was there.

    Raises:
        OutputError: If it could not be written.
        DiskFullError: If the disk is full.
    """
    data = to_ics(events, now)
    with written(target, overwrite=True) as part:
        part.write_bytes(data)


def _fill(component: Any, event: Event, now: dt.datetime) -> None:  # noqa: ANN401  # vobject is untyped
    from vobject.icalendar import utc  # noqa: PLC0415  # as above

    component.add("uid").value = f"{event.key}@entente"
    component.add("dtstamp").value = now.astimezone(utc).replace(microsecond=0)
    component.add("summary").value = shorten(event.summary, _LINE_MAX)
    starts, ends = _times(event)
    component.add("dtstart").value = starts
    component.add("dtend").value = ends
    component.add("status").value = "CANCELLED" if event.is_cancelled else "CONFIRMED"
    if event.place:
        component.add("location").value = shorten(event.place, _LINE_MAX)
    if event.people:
        # No attendees in the sense of the format: a calendar would write to them.
        names = ", ".join(shorten(name, _LINE_MAX) for name in event.people)
        component.add("description").value = _("Expected: {names}").format(names=names)
    component.add("class").value = "PRIVATE"


def _times(event: Event) -> tuple[dt.date, dt.date]:
    """Return beginning and end: two times, or two dates of which the second is left out."""
    if event.at is None:
        return event.on, event.on + dt.timedelta(days=1)
    starts = dt.datetime.combine(event.on, event.at)
    return starts, starts + dt.timedelta(minutes=event.minutes or 60)

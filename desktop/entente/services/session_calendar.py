"""Sessions as a calendar may hold them."""

from collections.abc import Mapping, Sequence
from typing import Final

from entente.domain.confidentiality import PUBLIC, may_read
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mediation_session import AWAY, MEDIATION_SESSION, SessionStatus
from entente.domain.records import LEVEL_FIELD
from entente.domain.sessions_plan import Event, read_time
from entente.domain.text import shorten
from entente.errors import RecordMissingError
from entente.i18n import _
from entente.services import mission, records
from entente.services.mediation_sessions import attendees, when
from entente.store.session import Session

_LINE_MAX: Final = 200


def events(
    session: Session, keys: Sequence[str] | None = None, *, with_names: bool = False
) -> tuple[Event, ...]:
    """Return sessions as a calendar may hold them: others look at calendars.

    A difficulty is named only if its record is public; the kind of a session and its own
    title stay here. A session without a day is left out.

    Args:
        session: The open mission.
        keys: The sessions; by default all that are planned.
        with_names: Whether to name who is expected.

    Raises:
        RecordMissingError: If there is no such session.
    """
    rows = records.list_rows(session, MEDIATION_SESSION).dicts()
    known = {row["id"]: row for row in rows}
    for key in keys or ():
        if key not in known:
            raise RecordMissingError(MEDIATION_SESSION.name, key)
    wanted = (
        [row for row in rows if row["status"] == SessionStatus.PLANNED]
        if keys is None
        else [known[key] for key in keys]
    )
    called = _called(session)
    return tuple(
        Event(
            key=row["id"],
            summary=called.get(row["difficulty_id"] or "", called[""]),
            on=row["held_on"],
            at=read_time(row["starts_at"]),
            minutes=row["minutes"] or None,
            place=row["place"] or "",
            people=_expected(session, row["id"]) if with_names else (),
            is_cancelled=row["status"] == SessionStatus.CANCELLED,
        )
        for row in sorted(wanted, key=when)
        if row["held_on"] is not None
    )


def _called(session: Session) -> Mapping[str, str]:
    """Return what a session is called in a calendar, by its difficulty; "" for none of them."""
    name = shorten(mission.read(session)["name"] or "", _LINE_MAX)
    plain = _("Session – {mission}").format(mission=name) if name else _("Session")
    called = {
        row["id"]: f"{plain} – {shorten(row['title'], _LINE_MAX)}"
        for row in records.list_rows(session, DIFFICULTY).dicts()
        if may_read(PUBLIC, row[LEVEL_FIELD])
    }
    return {"": plain, **called}


def _expected(session: Session, key: str) -> tuple[str, ...]:
    people = attendees(session, key)
    return tuple(one.name for one in people if one.presence not in AWAY)

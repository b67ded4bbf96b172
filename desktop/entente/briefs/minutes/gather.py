"""Takes from a mission what one reader may know of a session, without what no minutes hold."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from entente.briefs import searched
from entente.briefs.gathering import Gathering, Row, require
from entente.briefs.leftover import left_out
from entente.briefs.told import Entry, Told, Withheld
from entente.domain.confidentiality import Audience, Level
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.mediation_session import AGENDA_ITEM, ATTENDANCE, MEDIATION_SESSION
from entente.domain.note import NOTE, NoteKind
from entente.domain.party import PARTY
from entente.errors import InvalidValueError
from entente.i18n import N_, _
from entente.services.disclosure import head_of
from entente.store.session import Session

#: The session that comes next, among the lists.
NEXT: Final = "next"
_SESSION: Final = N_("Session")
_KIND: Final = "kind"
_OPEN: Final = frozenset(Level) - {Level.CAUCUS}
#: No minutes say how long anybody spoke, nor what the mediator noted on the side.
_UNTOLD: Final = frozenset({"spoken", "notes"})
_NOTED: Final = frozenset({NoteKind.AGREED, NoteKind.DISPUTED})


def gather(
    session: Session, session_id: str, audience: Audience, on: dt.date | None = None
) -> Told:
    """Return the minutes of a session for one reader.

    Whoever reads, nothing said in caucus is in them, and nobody's time to speak.

    Args:
        session: The open mission.
        session_id: Key of the session of mediation.
        audience: The reader; a party without a key stands for what all of them may read.
        on: The day whose state is shown; today if None.

    Raises:
        InvalidValueError: If the session was a caucus: of a caucus there are no minutes.
        RecordMissingError: If there is no such session, or the reader was not invited to it.
    """
    day = on or session.today
    held = require(session, MEDIATION_SESSION, session_id)
    if held[_KIND] == "caucus":
        raise InvalidValueError(_SESSION, held["ref"], _("a session that is not a caucus"))
    gathering = Gathering(session, audience, day)
    (row,) = gathering.read(MEDIATION_SESSION, "id", [session_id])
    gathering.read(AGENDA_ITEM, "session_id", [session_id])
    gathering.read(ATTENDANCE, "session_id", [session_id])
    gathering.read(NOTE, "session_id", [session_id])
    gathering.read(DECISION, "session_id", [session_id])
    _read_difficulty(gathering, row)
    rows = (*gathering.rows.get(PARTY.name, ()), *gathering.rows[ATTENDANCE.name])
    gathering.seat(each["actor_id"] for each in rows)
    head = head_of(session, audience, day, gathering.recipient())
    subject = gathering.entry(MEDIATION_SESSION, row)
    return Told(
        head=head,
        subject=_open(subject) or Entry(MEDIATION_SESSION.name, ref=row["ref"]),
        lists={
            AGENDA_ITEM.name: _all_open(gathering.entries(AGENDA_ITEM)),
            ATTENDANCE.name: _present(gathering),
            NOTE.name: _all_open(_points(gathering)),
            DECISION.name: _all_open(gathering.entries(DECISION)),
            COMMITMENT.name: _all_open(_promised(gathering, row)),
            NEXT: _next(gathering, row),
        },
        withheld=_left_out(gathering, row),
        texts=searched.texts_without_caucus(gathering, head.texts()),
    )


def _read_difficulty(gathering: Gathering, row: Row) -> None:
    if not row["difficulty_id"]:
        return
    for kind in (PARTY, COMMITMENT):
        gathering.read(kind, "difficulty_id", [row["difficulty_id"]])


def _open(entry: Entry | None) -> Entry | None:
    """Return an entry without what no minutes hold."""
    found = entry.only(_OPEN) if entry else None
    if found is None:
        return None
    return replace(found, data=tuple(each for each in found.data if each.name not in _UNTOLD))


def _all_open(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(each for entry in entries if (each := _open(entry)))


def _present(gathering: Gathering) -> tuple[Entry, ...]:
    found = []
    for row in gathering.rows[ATTENDANCE.name]:
        if entry := _open(gathering.entry(ATTENDANCE, row)):
            ref = gathering.ref(row["actor_id"])
            found.append(gathering.person(replace(entry, ref=ref, caucus_of=ref), row))
    return tuple(found)


def _points(gathering: Gathering) -> tuple[Entry, ...]:
    """Return what was agreed, and what was left open; a withdrawn point is neither."""
    return tuple(
        each
        for each in gathering.entries(NOTE)
        if each.text(_KIND) in _NOTED and not each.get("struck") and each.level is not Level.CAUCUS
    )


def _promised(gathering: Gathering, row: Row) -> tuple[Entry, ...]:
    return tuple(
        each
        for each in gathering.entries(COMMITMENT)
        if row["held_on"] is not None and each.day("made_on") == row["held_on"]
    )


def _left_out(gathering: Gathering, row: Row) -> tuple[Withheld, ...]:
    """Return what these minutes would tell, were it for the reader."""
    told = {row["id"]}
    told |= {each["actor_id"] for each in gathering.rows[ATTENDANCE.name]}
    told |= {each["id"] for kind in (AGENDA_ITEM, DECISION) for each in gathering.rows[kind.name]}
    told |= {each["id"] for each in gathering.rows[NOTE.name] if each[_KIND] in _NOTED}
    told |= {
        each["id"]
        for each in gathering.rows.get(COMMITMENT.name, ())
        if row["held_on"] is not None and each["made_on"] == row["held_on"]
    }
    # The session is read twice when there is another after it.
    return tuple(dict.fromkeys(each for each in left_out(gathering) if each.key in told))


def _next(gathering: Gathering, row: Row) -> tuple[Entry, ...]:
    """Return the session planned next about the same difficulty."""
    if not row["difficulty_id"] or row["held_on"] is None:
        return ()
    before = len(gathering.rows[MEDIATION_SESSION.name])
    gathering.read(MEDIATION_SESSION, "difficulty_id", [row["difficulty_id"]])
    others = gathering.rows[MEDIATION_SESSION.name][before:]
    later = [
        each
        for each in others
        if each["status"] != "cancelled" and each["held_on"] and each["held_on"] > row["held_on"]
    ]
    later.sort(key=lambda each: each["held_on"])
    return _all_open(e for each in later[:1] if (e := gathering.entry(MEDIATION_SESSION, each)))

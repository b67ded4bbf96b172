"""What the pages of sessions do to the mission: each function is one step to undo.

Each returns why it was refused in one sentence, or nothing.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from entente.domain.mediation_session import AGENDA_ITEM, ATTENDANCE, MEDIATION_SESSION
from entente.domain.records import RecordType
from entente.i18n import _, ngettext
from entente.services import agendas, mediation_sessions, records
from entente.store.session import Session
from entente_ui.document import Document
from entente_ui.registers import work


def plan(document: Document, difficulty: str, kind: str, proposed: str = "") -> tuple[str, str]:
    """Plan a session; return its key, or why not."""
    made: list[str] = []

    def action(session: Session) -> None:
        made.append(mediation_sessions.plan(session, difficulty, kind, proposed=proposed))

    problem = work.attempt(document, _("Plan a session"), action)
    return (made[0] if made and not problem else "", problem)


def duplicate(document: Document, key: str) -> tuple[str, str]:
    """Plan another session like one; return its key, or why not."""
    made: list[str] = []
    label = _("Plan a session like {record}").format(record=_name(document, key))
    problem = work.attempt(
        document, label, lambda s: made.append(mediation_sessions.duplicate(s, key))
    )
    return (made[0] if made and not problem else "", problem)


def change(document: Document, key: str, values: Mapping[str, Any]) -> str:
    """Change a session."""
    names = ", ".join(_(MEDIATION_SESSION.field(name).label) for name in values)
    label = ngettext("Change {field} of {record}", "Change {field} of {count} records", 1)
    label = label.format(field=names, record=_name(document, key), count=1)
    return work.attempt(document, label, partial(mediation_sessions.change, key=key, values=values))


def hold(document: Document, key: str) -> str:
    """Note that a session took place."""
    label = _("Mark {record} as held").format(record=_name(document, key))
    return work.attempt(document, label, partial(mediation_sessions.hold, key=key))


def propose(document: Document, key: str, name: str) -> str:
    """Add the items of an agenda to begin with."""
    return work.attempt(
        document,
        _("Propose an agenda"),
        lambda s: mediation_sessions.propose(s, key, agendas.proposal(name)),
    )


def add_item(document: Document, key: str, text: str) -> tuple[str, str]:
    """Add an item to an agenda; return its key, or why not."""
    made: list[str] = []
    problem = work.attempt(
        document,
        _("Add an item to the agenda"),
        lambda s: made.append(mediation_sessions.add_item(s, key, text)),
    )
    return (made[0] if made and not problem else "", problem)


def move_items(document: Document, key: str, items: Sequence[str], place: int) -> str:
    """Put items of an agenda elsewhere."""
    return work.attempt(
        document,
        _("Move an item of the agenda"),
        partial(mediation_sessions.move_items, key=key, items=items, place=place),
    )


def change_item(document: Document, item: str, values: Mapping[str, Any]) -> str:
    """Change an item of an agenda."""
    return work.change(document, AGENDA_ITEM, [item], values)


def invite(document: Document, key: str, actors: Sequence[str]) -> str:
    """Expect actors at a session."""
    return work.attempt(
        document,
        _("Add people to a session"),
        partial(mediation_sessions.invite, key=key, actors=actors),
    )


def note_presence(document: Document, attendance: Sequence[str], presence: str) -> str:
    """Note who is there."""
    choices = ATTENDANCE.field("presence").choices or {}
    label = _("Note the attendance: {presence}").format(presence=_(choices[presence]))

    def action(session: Session) -> None:
        for each in attendance:
            records.change(session, ATTENDANCE, each, {"presence": presence})

    return work.attempt(document, label, action)


def remove(document: Document, kind: RecordType, keys: Sequence[str]) -> str:
    """Take records away."""
    return work.remove(document, kind, keys) if keys else ""


def _name(document: Document, key: str) -> str:
    return work.name_of(document, MEDIATION_SESSION, key)

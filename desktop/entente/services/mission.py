"""The one mission a file is about, and what a new one can begin with."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select

from entente.domain.mission import MISSION
from entente.domain.records import Values
from entente.i18n import N_, language
from entente.services import records, stages, starting
from entente.store.schema import TABLES
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Template:
    """What a new mission can begin with.

    Attributes:
        label, description: In English; translated when shown.
        file: Name of the file with its records, empty for none.
        kind: The kind of mission, with which its checklists come; empty for none.
    """

    label: str
    description: str
    file: str = ""
    kind: str = ""


TEMPLATES: Final = (
    Template(N_("Blank"), N_("Nothing but the name; everything else is yours to add.")),
    Template(
        N_("Mediation between two people"),
        N_("Two parties, a sponsor, and the usual steps from agreement to follow-up."),
        "two-parties",
        "recovery",
    ),
    Template(
        N_("Project with a committee"),
        N_("Client, vendor and adviser with the usual functions and ties, to be named."),
        "committee",
        "prevention",
    ),
    Template(
        N_("Cooperation between organisations"),
        N_("What is usually done before, while and after organisations work together, to tick."),
        kind="cooperation",
    ),
    Template(
        N_("Support of a change"),
        N_("What is usually done before, while and after a change, to tick."),
        kind="change",
    ),
)


def read(session: Session) -> dict[str, Any]:
    """Return the values of the mission; every one is None in a file nothing was said about."""
    key = _key(session)
    if key is None:
        return {"id": None} | {field.name: None for field in MISSION.fields}
    return records.get(session, MISSION, key)


def change(session: Session, values: Values) -> None:
    """Change what is said of the mission.

    Raises:
        InvalidValueError: If the name is blank or a value outside what its field takes.
    """
    key = _key(session)
    if key is None:
        records.create(session, MISSION, values)
    else:
        records.change(session, MISSION, key, values)


def start(session: Session, values: Values, template: Template = TEMPLATES[0]) -> None:
    """Begin a mission in an empty file, with texts in the language in use.

    Raises:
        InvalidValueError: If the name is blank or a value outside what its field takes.
    """
    change(session, {**({"kind": template.kind} if template.kind else {}), **values})
    if template.file:
        document = starting.read("templates", language(), template.file)
        starting.Loader(session).add(document)
    if template.kind:
        stages.put_in_place(session, checklist=stages.PHASES)


def _key(session: Session) -> str | None:
    keys = session.rows(select(TABLES[MISSION.name].c.id).limit(1))
    return keys[0].id if keys else None

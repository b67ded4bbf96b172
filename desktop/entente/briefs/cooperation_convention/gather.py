"""Takes from a mission what one reader may know of a convention of cooperation."""

import datetime as dt
from dataclasses import replace

from entente.briefs.gathering import Gathering, require
from entente.briefs.register import told_of
from entente.briefs.told import Told
from entente.domain.actor import ORGANISATION
from entente.domain.confidentiality import Audience
from entente.domain.cooperation.records import (
    CONVENTION,
    CONVENTION_CLAUSE,
    CONVENTION_SIGNATURE,
)
from entente.store.session import Session


def gather(session: Session, key: str, audience: Audience, on: dt.date | None = None) -> Told:
    """Return a convention for one reader.

    Args:
        session: The open mission.
        key: Of the convention.
        audience: The reader.
        on: The day whose state is shown; today if None.

    Raises:
        RecordMissingError: If there is no such convention.
    """
    require(session, CONVENTION, key)
    gathering = Gathering(session, audience, on or session.today)
    gathering.read(CONVENTION, "id", [key])
    gathering.read(CONVENTION_CLAUSE, "convention_id", [key])
    signing = gathering.read(CONVENTION_SIGNATURE, "convention_id", [key])
    gathering.read(ORGANISATION, "id", [row["organisation_id"] for row in signing])
    subject = next(iter(gathering.entries(CONVENTION)), None)
    clauses = gathering.entries(CONVENTION_CLAUSE) if subject else ()
    lists = {
        CONVENTION_CLAUSE.name: tuple(
            sorted(clauses, key=lambda each: each.number("position") or 0)
        ),
        CONVENTION_SIGNATURE.name: gathering.entries(CONVENTION_SIGNATURE) if subject else (),
        ORGANISATION.name: ()
        if subject is None
        else tuple(
            replace(each, data=tuple(d for d in each.data if d.name == "name"), history=())
            for each in gathering.entries(ORGANISATION)
        ),
    }
    return replace(told_of(gathering, lists), subject=subject)

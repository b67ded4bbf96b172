"""Takes an interview guide from a mission, if the reader may know it."""

import datetime as dt
from dataclasses import replace

from entente.briefs.gathering import Gathering, require
from entente.briefs.register import told_of
from entente.briefs.told import Told
from entente.domain.confidentiality import Audience
from entente.domain.working_group import INTERVIEW_GUIDE
from entente.store.session import Session


def gather(session: Session, key: str, audience: Audience, on: dt.date | None = None) -> Told:
    """Return a guide for one reader.

    Args:
        session: The open mission.
        key: Of the guide.
        audience: The reader.
        on: The day it is printed for. Today if None.

    Raises:
        RecordMissingError: If there is no such guide.
    """
    require(session, INTERVIEW_GUIDE, key)
    gathering = Gathering(session, audience, on or session.today)
    gathering.read(INTERVIEW_GUIDE, "id", [key])
    subject = next(iter(gathering.entries(INTERVIEW_GUIDE)), None)
    return replace(told_of(gathering, {}), subject=subject)

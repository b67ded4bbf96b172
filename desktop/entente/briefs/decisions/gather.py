"""Takes from a mission what one reader may know of its decisions and commitments."""

import datetime as dt

from entente.briefs.gathering import Gathering
from entente.briefs.register import told_of
from entente.briefs.told import Told
from entente.domain.confidentiality import Audience
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.store.session import Session


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the log of decisions and commitments for one reader.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day whose state is shown; what was decided later is left out. Today if None.
    """
    day = on or session.today
    gathering = Gathering(session, audience, day)
    gathering.read_all(DECISION)
    gathering.read_all(COMMITMENT)
    return told_of(
        gathering, {kind.name: gathering.entries(kind) for kind in (DECISION, COMMITMENT)}
    )

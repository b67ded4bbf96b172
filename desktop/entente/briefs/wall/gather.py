"""Takes from a mission the commitments said before the group that one reader may know."""

import datetime as dt

from entente.briefs.gathering import Gathering
from entente.briefs.register import told_of
from entente.briefs.told import Told
from entente.domain.confidentiality import Audience
from entente.domain.follow_up import COMMITMENT
from entente.store.session import Session


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the commitments made in public for one reader.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day whose state is shown; commitments made later are left out. Today if None.
    """
    gathering = Gathering(session, audience, on or session.today)
    gathering.read_all(COMMITMENT)
    found = gathering.entries(COMMITMENT)
    public = tuple(each for each in found if each.get("in_public") and each.datum("statement"))
    return told_of(gathering, {COMMITMENT.name: public})

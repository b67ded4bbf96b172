"""Takes from a mission the commitments said before the group that one reader may know."""

import datetime as dt

from entente.briefs import searched
from entente.briefs.gathering import Gathering
from entente.briefs.leftover import left_out
from entente.briefs.told import Told
from entente.domain.confidentiality import Audience
from entente.domain.follow_up import COMMITMENT
from entente.services.disclosure import head_of
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
    head = head_of(session, audience, gathering.on, gathering.recipient())
    return Told(
        head=head,
        lists={COMMITMENT.name: public},
        withheld=tuple(left_out(gathering)),
        texts=searched.texts_of(gathering, head.texts()),
    )

"""Takes from a mission what one reader may know of its activities."""

import datetime as dt

from entente.briefs import searched
from entente.briefs.gathering import Gathering
from entente.briefs.leftover import left_out
from entente.briefs.told import Told
from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.confidentiality import Audience
from entente.domain.text import fold
from entente.services.disclosure import head_of
from entente.store.session import Session


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the kinds of activities that are in use for one reader; not those set aside.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day it is of. Today if None.
    """
    gathering = Gathering(session, audience, on or session.today)
    gathering.read_all(ACTIVITY_TYPE)
    return told_of(gathering)


def told_of(gathering: Gathering) -> Told:
    """Return what was read, the kinds of activities by their names, without those set aside."""
    session, audience = gathering.session, gathering.audience
    head = head_of(session, audience, gathering.on, gathering.recipient())
    known = (each for each in gathering.entries(ACTIVITY_TYPE) if each.datum("name"))
    kinds = sorted(
        (each for each in known if not each.get("set_aside")),
        key=lambda each: (fold(each.text("name")), each.key),
    )
    return Told(
        head=head,
        lists={ACTIVITY_TYPE.name: tuple(kinds)},
        withheld=tuple(left_out(gathering)),
        texts=searched.texts_of(gathering, head.texts()),
    )

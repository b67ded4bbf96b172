"""Takes from a mission what one reader may know of who is bound by what."""

import datetime as dt

from entente.briefs.gathering import Gathering
from entente.briefs.register import told_of
from entente.briefs.told import Told
from entente.domain.confidentiality import Audience
from entente.domain.constraints import CONSTRAINT, CONSTRAINT_CLASH, CONSTRAINT_KNOWN
from entente.domain.text import natural_key
from entente.store.session import Session


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the map of constraints for one reader; a clash goes with both its constraints.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day it is of; today if None.
    """
    gathering = Gathering(session, audience, on or session.today)
    for kind in (CONSTRAINT, CONSTRAINT_KNOWN, CONSTRAINT_CLASH):
        gathering.read_all(kind)
    found = tuple(each for each in gathering.entries(CONSTRAINT) if each.text("title"))
    keys = {each.key for each in found}
    knows = sorted(
        (each for each in gathering.entries(CONSTRAINT_KNOWN) if each.datum("actor_id")),
        key=lambda each: natural_key(gathering.ref(each.links["actor_id"])),
    )
    clashes = gathering.entries(CONSTRAINT_CLASH)
    lists = {
        CONSTRAINT.name: found,
        CONSTRAINT_KNOWN.name: tuple(each for each in knows if each.links["constraint_id"] in keys),
        CONSTRAINT_CLASH.name: tuple(
            each
            for each in clashes
            if {each.links["constraint_id"], each.links["other_id"]} <= keys
        ),
    }
    return told_of(gathering, lists)

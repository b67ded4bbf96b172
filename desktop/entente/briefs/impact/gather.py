"""Takes from a mission what one reader may know of what the change does to whom."""

import datetime as dt
from typing import Final

from entente.briefs.gathering import Gathering
from entente.briefs.register import named_alone, told_of
from entente.briefs.told import Told
from entente.domain.actor import ORGANISATION
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.change.impact import FUNCTIONAL_GROUP, IMPACT, PRACTICE_GAP
from entente.domain.confidentiality import Audience
from entente.store.session import Session

#: What is told by its name alone.
_NAMED: Final = ((ORGANISATION, "organisation_id"), (BACKLOG_ITEM, "item_id"))


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the impact study for one reader; what belongs to a group goes with the group.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day whose state is shown; today if None.
    """
    gathering = Gathering(session, audience, on or session.today)
    for kind in (FUNCTIONAL_GROUP, IMPACT, PRACTICE_GAP):
        gathering.read_all(kind)
    for kind, field in _NAMED:
        keys = {row.get(field) for rows in gathering.rows.values() for row in rows}
        gathering.read(kind, "id", filter(None, keys))
    groups = gathering.entries(FUNCTIONAL_GROUP)
    known = {each.key for each in groups if each.text("name")}
    impacts = (each for each in gathering.entries(IMPACT) if each.links["group_id"] in known)
    lists = {
        FUNCTIONAL_GROUP.name: tuple(each for each in groups if each.key in known),
        IMPACT.name: tuple(impacts),
        PRACTICE_GAP.name: gathering.entries(PRACTICE_GAP),
    }
    return told_of(
        gathering, lists | {kind.name: named_alone(gathering, kind) for kind, _f in _NAMED}
    )

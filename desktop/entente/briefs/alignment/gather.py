"""Takes from a mission what one reader may know of who sees the project how."""

import datetime as dt
from typing import Final

from entente.briefs.gathering import Gathering
from entente.briefs.register import told_of
from entente.briefs.told import Told
from entente.domain.aims import ALIGNMENT, TOPIC_LABELS
from entente.domain.confidentiality import Audience
from entente.domain.text import natural_key
from entente.store.session import Session

_TOPICS: Final = tuple(TOPIC_LABELS)


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return what people said of the project, for one reader.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day whose scores hold; today if None.
    """
    gathering = Gathering(session, audience, on or session.today)
    gathering.read_all(ALIGNMENT)
    said = [each for each in gathering.entries(ALIGNMENT) if each.datum("actor_id")]
    # Of topics as far apart the first is named: they stand in their order.
    said.sort(key=lambda each: _TOPICS.index(each.text("topic")) if each.text("topic") else 0)
    said.sort(key=lambda each: natural_key(gathering.ref(each.links["actor_id"])))
    return told_of(gathering, {ALIGNMENT.name: tuple(said)})

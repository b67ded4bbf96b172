"""Takes from a mission what one reader may know of a piece of work."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from entente.briefs import searched
from entente.briefs.gathering import Gathering, require
from entente.briefs.leftover import left_out
from entente.briefs.told import Entry, Told
from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.cause import COMMON_CAUSE
from entente.domain.confidentiality import Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.records import RecordType
from entente.domain.risk import RISK
from entente.domain.sprint import SPRINT, SPRINT_ITEM
from entente.services.disclosure import head_of
from entente.store.session import Session

#: What a card points to, by the field that does; of these only the name is told.
_NAMED: Final = {"cause_id": COMMON_CAUSE, "risk_id": RISK, "difficulty_id": DIFFICULTY}


def gather(session: Session, key: str, audience: Audience, on: dt.date | None = None) -> Told:
    """Return a piece of work with what it serves and how it is done, for one reader.

    Args:
        session: The open mission.
        key: Of the card of the backlog.
        audience: The reader.
        on: The day whose state is shown. Today if None.

    Raises:
        RecordMissingError: If there is no such card.
    """
    card = require(session, BACKLOG_ITEM, key)
    gathering = Gathering(session, audience, on or session.today)
    gathering.read(BACKLOG_ITEM, "id", [key])
    if card["activity_id"]:
        gathering.read(ACTIVITY_TYPE, "id", [card["activity_id"]])
    for field, kind in _NAMED.items():
        if card[field]:
            gathering.read(kind, "id", [card[field]])
    ties = gathering.read(SPRINT_ITEM, "item_id", [key])
    gathering.read(SPRINT, "id", [tie["sprint_id"] for tie in ties])
    kinds = (*_NAMED.values(), SPRINT)
    lists = {kind.name: tuple(_titles(gathering, kind)) for kind in kinds}
    lists[ACTIVITY_TYPE.name] = gathering.entries(ACTIVITY_TYPE)
    subject = next((e for e in gathering.entries(BACKLOG_ITEM) if e.datum("title")), None)
    head = head_of(session, audience, gathering.on, gathering.recipient())
    return Told(
        head=head,
        subject=subject,
        lists=lists,
        withheld=tuple(left_out(gathering)),
        texts=searched.texts_of(gathering, head.texts()),
    )


def _titles(gathering: Gathering, kind: RecordType) -> Iterator[Entry]:
    """Yield records with their names alone."""
    for entry in gathering.entries(kind):
        data = tuple(each for each in entry.data if each.name == kind.title)
        if data:
            yield replace(entry, data=data, history=())

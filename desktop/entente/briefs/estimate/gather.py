"""Takes from a mission what one reader may know of its quantities, efforts and rate."""

import datetime as dt
from dataclasses import replace
from typing import Final

from entente.briefs.activity_book.gather import told_of
from entente.briefs.gathering import Gathering
from entente.briefs.told import Entry, Told
from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import Audience, AudienceKind
from entente.domain.mission import MISSION
from entente.store.session import Session

#: Of the mission, what the estimate is reckoned with.
_RATES: Final = ("day_rate", "currency")
#: Of a card, what is counted; its words are not told.
_COUNTED: Final = ("status", "quantity", "effort")


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the estimate for one reader.

    What is done of it so far is told to the mediator alone: whoever may not read every card
    would be told a wrong number.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day it is of. Today if None.
    """
    gathering = Gathering(session, audience, on or session.today)
    for kind in (ACTIVITY_TYPE, MISSION):
        gathering.read_all(kind)
    if audience.kind is AudienceKind.MEDIATOR:
        gathering.read_all(BACKLOG_ITEM)
    told = told_of(gathering)
    rates = (_only(each, _RATES) for each in gathering.entries(MISSION))
    cards = (
        _only(each, _COUNTED)
        for each in gathering.entries(BACKLOG_ITEM)
        if _is_there(each, gathering.on)
    )
    lists = {**told.lists, MISSION.name: tuple(rates), BACKLOG_ITEM.name: tuple(cards)}
    return replace(told, lists=lists)


def _is_there(card: Entry, on: dt.date) -> bool:
    added = card.day("added_on")
    return bool(card.links.get("activity_id")) and (added is None or added <= on)


def _only(entry: Entry, names: tuple[str, ...]) -> Entry:
    data = tuple(each for each in entry.data if each.name in names)
    return replace(entry, data=data, history=())

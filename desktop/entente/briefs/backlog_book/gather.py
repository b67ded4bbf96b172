"""Takes from a mission what one reader may know of its backlog."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from entente.briefs.gathering import Gathering
from entente.briefs.register import told_of
from entente.briefs.told import Entry, Told
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.cause import COMMON_CAUSE
from entente.domain.confidentiality import Audience
from entente.store.session import Session


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the cards of the backlog for one reader, in the order they lie in.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day whose state is shown; cards added later are left out. Today if None.
    """
    gathering = Gathering(session, audience, on or session.today)
    order = {row["id"]: row["rank"] for row in gathering.read_all(BACKLOG_ITEM)}
    gathering.read_all(COMMON_CAUSE)
    cards = sorted(
        _there(gathering.entries(BACKLOG_ITEM), gathering.on),
        key=lambda card: (order[card.key] is None, order[card.key] or 0.0),
    )
    causes = (_named(each) for each in gathering.entries(COMMON_CAUSE))
    return told_of(
        gathering, {BACKLOG_ITEM.name: tuple(cards), COMMON_CAUSE.name: tuple(filter(None, causes))}
    )


def _there(cards: Iterable[Entry], on: dt.date) -> Iterator[Entry]:
    """Yield the cards that were there on a day and were not archived by then."""
    for card in cards:
        added, archived = card.day("added_on"), card.day("archived_on")
        later = added is not None and added > on
        if card.datum("title") and not later and (archived is None or archived > on):
            yield card


def _named(cause: Entry) -> Entry | None:
    """Return a common cause with its statement alone; None if that is not for the reader."""
    data = tuple(each for each in cause.data if each.name == COMMON_CAUSE.title)
    return replace(cause, data=data, history=()) if data else None

"""Takes from a mission what everybody may know of its last seven days."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from entente.briefs.gathering import Gathering
from entente.briefs.register import told_of
from entente.briefs.told import Entry, Told
from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.confidentiality import PUBLIC, Audience
from entente.domain.follow_up import COMMITMENT, DECISION, CommitmentState
from entente.domain.interaction import INTERACTION
from entente.domain.records import RecordType
from entente.store.session import Session

#: How many days a post looks back on, the day of the post among them.
DAYS: Final = 7
_KINDS: Final = (INTERACTION, DECISION, BACKLOG_ITEM, COMMITMENT)


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return what took place in the week up to a day.

    Args:
        session: The open mission.
        audience: Who asks; a post goes around, so that all read what is public and no more.
        on: The last day of the week; today if None.
    """
    del audience
    gathering = Gathering(session, PUBLIC, on or session.today)
    for kind in _KINDS:
        gathering.read_all(kind)
    first = gathering.on - dt.timedelta(days=DAYS - 1)
    lists = {kind.name: tuple(_of_week(gathering, kind, first)) for kind in _KINDS}
    return told_of(gathering, lists)


def _of_week(gathering: Gathering, kind: RecordType, first: dt.date) -> Iterator[Entry]:
    """Yield the records of a kind something became of in a week."""
    for entry in gathering.entries(kind):
        day = day_of(entry)
        is_named = entry.datum(kind.title) is not None
        if is_named and day is not None and first <= day <= gathering.on:
            yield entry


def day_of(entry: Entry) -> dt.date | None:
    """Return the last day something became of a record that is worth telling."""
    match entry.kind:
        case INTERACTION.name:
            return entry.day("held_on")
        case DECISION.name:
            return _latest(entry.day("decided_on"), entry.day("executed_on"))
        case BACKLOG_ITEM.name:
            return _reached(entry, "status", ItemStatus.DONE.value)
    kept = _reached(entry, "state", CommitmentState.KEPT.value)
    is_open = entry.text("state") in {"", CommitmentState.OPEN.value}
    return kept or (entry.day("made_on") if is_open else None)


def _reached(entry: Entry, name: str, state: str) -> dt.date | None:
    """Return the day a record came to a state it is still in."""
    if entry.text(name) != state:
        return None
    days = [rating.day("dated_on") for rating in entry.history if rating.text(name) == state]
    return days[-1] if days else None


def _latest(*days: dt.date | None) -> dt.date | None:
    return max((day for day in days if day is not None), default=None)

"""A board after a step: of thousands of cards only those are read again that it touched."""

from bisect import insort
from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.mission import MISSION
from entente.domain.sprint import DOT_VOTE, SPRINT, SPRINT_ITEM
from entente.domain.text import natural_key
from entente.errors import RecordMissingError
from entente.services.board import LINKS, Board, Card, board, card
from entente.store.journal import ChangeSet
from entente.store.session import Session

#: Where the rows say which card they are of.
_OF_CARD: Final[Mapping[str, str]] = MappingProxyType(
    {
        BACKLOG_ITEM.name: "id",
        BACKLOG_ITEM.rating_name: f"{BACKLOG_ITEM.name}_id",
        SPRINT_ITEM.name: "item_id",
        DOT_VOTE.name: "item_id",
    }
)
_OTHERS: Final = frozenset(
    {MISSION.name, SPRINT.name, *(BACKLOG_ITEM.field(name).target for name in LINKS)}
)
#: Names of all the tables a board is read from.
TABLES_READ: Final = frozenset(_OF_CARD) | _OTHERS
#: From so many cards on it is quicker to read all of them.
_MANY: Final = 40


def touched(change_set: ChangeSet) -> frozenset[str] | None:
    """Return the keys of the cards a step touched; None if more of the board than cards."""
    if change_set.tables & _OTHERS:
        return None
    images = (
        (_OF_CARD[change.table], image)
        for change in change_set.changes
        if change.table in _OF_CARD
        for image in (change.before, change.after)
        if image is not None
    )
    return frozenset(str(image[name]) for name, image in images)


def read_again(
    session: Session, known: Board, keys: Collection[str] | None, viewer: Audience = MEDIATOR
) -> Board:
    """Return a board as it stands now.

    Args:
        session: The open mission.
        known: The board as the same viewer read it before; a blank one if nobody did.
        keys: Of the cards touched since; None if more was.
        viewer: Who reads: what others may see of a single card is not known without the rest.
    """
    is_same = known.today == session.today and viewer == MEDIATOR
    if not is_same or keys is None or len(keys) > _MANY:
        return board(session, viewer)
    if not keys:
        return known
    cards = [each for each in known.cards if each.id not in keys]
    for key in keys:
        try:
            insort(cards, card(session, key, known.sprints), key=_place)
        except RecordMissingError:
            continue
    return replace(known, cards=tuple(cards))


def _place(each: Card) -> tuple[float, tuple[str, int, str]]:
    return each.rank, natural_key(each.ref)

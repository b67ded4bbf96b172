"""The parties of a difficulty: who is one, and what of theirs closes when they no longer are."""

import re
from typing import Final

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import Level
from entente.domain.party import PARTY
from entente.domain.records import LEVEL_FIELD
from entente.domain.text import fold
from entente.services import caucus, records
from entente.store.session import Session

_REF: Final = re.compile(rf"{ACTOR.prefix}\d+", re.IGNORECASE)


def add(session: Session, difficulty_id: str, actor_id: str, level: str = Level.MEDIATOR) -> str:
    """Make an actor a party and return the key of the party.

    Args:
        session: The open mission.
        difficulty_id: Key of the difficulty.
        actor_id: Key of the actor.
        level: Who may read that it is one.

    Raises:
        AlreadyThereError: If it is one already.
    """
    party = {"difficulty_id": difficulty_id, "actor_id": actor_id, LEVEL_FIELD: level}
    return records.create(session, PARTY, party)


def add_named(session: Session, difficulty_id: str, text: str) -> bool:
    """Make the actor of a name or reference a party; say whether the actor had to be noted too.

    Raises:
        RecordMissingError: If the text is a reference nobody has, or a name several bear.
        AlreadyThereError: If the actor is a party already.
    """
    text = text.strip()
    wanted = fold(text)
    is_known = any(fold(name) == wanted for name in records.titles(session, ACTOR).values())
    is_new = not is_known and _REF.fullmatch(text) is None
    if is_new:
        actor = records.create(session, ACTOR, {"name": text})
    else:
        actor = records.find(session, ACTOR, text)
    add(session, difficulty_id, actor)
    return is_new


def remove(session: Session, party_id: str) -> int:
    """Remove a party; return how many caucus texts the mediator alone may read from now on."""
    closed = sum(1 for _each in caucus.of_party(session, party_id))
    records.remove(session, PARTY, party_id)
    return closed

"""Takes from a mission a difficulty with all that belongs to it."""

from typing import Final

from entente.briefs.gathering import Gathering, Row, require
from entente.domain.agreement import AGREEMENT
from entente.domain.difficulty import DIFFICULTY
from entente.domain.family import CONFLICT_FAMILY
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.guard_rails import DECLARATION, EXHIBIT, SAFETY_CHECK
from entente.domain.interaction import INTERACTION
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.note import NOTE, STEP
from entente.domain.option import INTEREST, OFFER, OPTION, STANDARD
from entente.domain.party import OSBD, PARTY
from entente.domain.ten_causes import DIFFICULTY_CAUSE

#: What belongs to a difficulty.
PARTS: Final = (
    *(PARTY, OSBD, NOTE, DIFFICULTY_CAUSE, CONFLICT_FAMILY),
    *(INTEREST, OPTION, STANDARD, OFFER, STEP),
    *(MEDIATION_SESSION, INTERACTION, AGREEMENT, COMMITMENT, DECISION),
    *(SAFETY_CHECK, DECLARATION, EXHIBIT),
)


def read_difficulty(gathering: Gathering, key: str) -> Row:
    """Read a difficulty and what belongs to it, seat its parties, and return its row.

    Raises:
        RecordMissingError: If there is none with that key, or the reader is an actor who is
            not a party of it.
    """
    require(gathering.session, DIFFICULTY, key)
    (row,) = gathering.read(DIFFICULTY, "id", [key])
    for kind in PARTS:
        gathering.read(kind, "difficulty_id", [key])
    gathering.seat(each["actor_id"] for each in gathering.rows[PARTY.name])
    return row

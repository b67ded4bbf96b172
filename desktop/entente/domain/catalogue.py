"""Every kind of record there is. A new register is added here, and only here."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.canvas import MAP_NOTE, MAP_PLACE, MAP_VIEW
from entente.domain.cause import COMMON_CAUSE, SUPPORTER
from entente.domain.difficulty import DIFFICULTY, NOTE, OPTION, PARTY, STEP
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.mission import MISSION
from entente.domain.objective import INFLUENCE, OBJECTIVE, STANCE
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.domain.responsibility import DELIVERABLE, RESPONSIBILITY
from entente.domain.sociometry import CHOICE, CRITERION

RECORD_TYPES: Final[Mapping[str, RecordType]] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            MISSION,
            ORGANISATION,
            ACTOR,
            RELATION,
            DIFFICULTY,
            PARTY,
            NOTE,
            OPTION,
            STEP,
            COMMON_CAUSE,
            SUPPORTER,
            OBJECTIVE,
            INFLUENCE,
            STANCE,
            CRITERION,
            CHOICE,
            INTERACTION,
            PRESENCE,
            DELIVERABLE,
            RESPONSIBILITY,
            MAP_VIEW,
            MAP_PLACE,
            MAP_NOTE,
        )
    }
)

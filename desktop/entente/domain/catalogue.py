"""Every kind of record there is. A new register is added here, and only here."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from entente.domain.actor import ACTOR, ORGANISATION, RELATION
from entente.domain.difficulty import DIFFICULTY, NOTE, OPTION, PARTY, STEP
from entente.domain.mission import MISSION
from entente.domain.records import RecordType

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
        )
    }
)

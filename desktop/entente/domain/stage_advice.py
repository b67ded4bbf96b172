"""What each stage of escalation calls for, and the two thresholds worth an alert."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from entente.domain.difficulty import MANDATE_LIMIT
from entente.domain.escalation import DatedStage
from entente.i18n import N_


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do at a stage, in English; translated when shown.

    Attributes:
        roles: The roles Glasl gives a third party at this stage, the lightest first.
        action: What a project mediator may do.
    """

    roles: tuple[str, ...]
    action: str


_MODERATION: Final = N_("facilitation")
_PROCESS: Final = N_("process support")
_SOCIAL: Final = N_("support to the persons")
_MEDIATION: Final = N_("mediation by a third party")
_ARBITRATION: Final = N_("arbitration or courts")
_AUTHORITY: Final = N_("intervention of authority")

#: After F. Glasl for the roles; the actions are ours, for a project mediator.
STAGE_ADVICE: Final = MappingProxyType(
    {
        1: Advice((_MODERATION,), N_("Talk with each, recall the facts, check the glossary.")),
        2: Advice((_MODERATION,), N_("Hold a facilitated workshop; have each restate the other.")),
        3: Advice(
            (_MODERATION, _PROCESS),
            N_("Hold a dedicated session with rules; a co-mediator may help."),
        ),
        4: Advice(
            (_PROCESS, _SOCIAL),
            N_("Move to a formal mediation, beginning with separate interviews."),
        ),
        5: Advice(
            (_PROCESS, _SOCIAL, _MEDIATION),
            N_("Have a third party from outside lead a formal mediation."),
        ),
        6: Advice(
            (_SOCIAL, _MEDIATION, _ARBITRATION),
            N_("Mediate with legal advice at hand, and tell the sponsor."),
        ),
        7: Advice(
            (_MEDIATION, _ARBITRATION, _AUTHORITY),
            N_("Stop the project mediation, protect the persons, refer to authority."),
        ),
        8: Advice((_ARBITRATION, _AUTHORITY), N_("Refer to authority.")),
        9: Advice((_AUTHORITY,), N_("Refer to authority.")),
    }
)


class Threshold(StrEnum):
    """A line between two levels of escalation that is worth an alert once crossed."""

    COALITIONS = "coalitions"
    MANDATE = "mandate"


#: The last stage before each threshold.
_BEFORE: Final = MappingProxyType({Threshold.COALITIONS: 3, Threshold.MANDATE: MANDATE_LIMIT})


@dataclass(frozen=True, slots=True)
class Crossing:
    """A threshold that is crossed and was not crossed back.

    Attributes:
        since: The day of the first rating beyond it.
        was_below: Whether it was ever seen below; otherwise it began beyond.
    """

    threshold: Threshold
    since: dt.date
    was_below: bool


def crossings(history: Sequence[DatedStage]) -> tuple[Crossing, ...]:
    """Return the thresholds an escalation stands beyond, the gravest last.

    Args:
        history: Stages in any order; of two on one day the later in the sequence counts.
    """
    stages = sorted(history, key=lambda stage: stage.dated_on)
    found = []
    for threshold, last in _BEFORE.items():
        beyond: list[DatedStage] = []
        for stage in stages:
            beyond = [*beyond, stage] if stage.stage > last else []
        if beyond:
            was_below = len(beyond) < len(stages)
            found.append(Crossing(threshold, beyond[0].dated_on, was_below))
    return tuple(found)

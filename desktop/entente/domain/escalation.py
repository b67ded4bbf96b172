"""How an escalation moves, and where a mediator's mandate ends.

Stages are those of F. Glasl, from 1 to 9 (see `difficulty.STAGES`).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from entente.domain.difficulty import MANDATE_LIMIT

#: Days over which the speed of an escalation is given.
SPEED_DAYS: Final = 30


class MandateAlert(StrEnum):
    """How near an escalation is to what a project mediator may still treat."""

    AT_LIMIT = "limit"
    BEYOND = "beyond"


def mandate_alert(stage: int | None) -> MandateAlert | None:
    """Return the alert a stage calls for, None while the mandate covers it.

    Args:
        stage: From 1 to 9, or None where it was never rated.
    """
    if stage is None or stage < MANDATE_LIMIT:
        return None
    return MandateAlert.BEYOND if stage > MANDATE_LIMIT else MandateAlert.AT_LIMIT


@dataclass(frozen=True, slots=True)
class DatedStage:
    """The stage seen on a day, and the fact that showed it."""

    dated_on: dt.date
    stage: int
    fact: str = ""


def speed(history: Sequence[DatedStage]) -> float | None:
    """Return the latest change in stages per thirty days; below zero it calms down.

    Args:
        history: Stages by rising date; of two on one day the later counts.

    Returns:
        None until there are stages on two days.
    """
    by_day = {stage.dated_on: stage.stage for stage in history}
    if len(by_day) < 2:
        return None
    (before, low), (after, high) = list(by_day.items())[-2:]
    return (high - low) * SPEED_DAYS / (after - before).days

"""Suspending, interrupting, closing and taking up again: what each means, what to think of."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from entente.domain.difficulty import ENDED, Status
from entente.i18n import N_, _, ngettext


class Ending(StrEnum):
    """What can be done about the course of a difficulty."""

    SUSPEND = "suspend"
    RESUME = "resume"
    INTERRUPT = "interrupt"
    CLOSE = "close"
    REOPEN = "reopen"


ENDING_LABELS: Final[Mapping[Ending, str]] = {
    Ending.SUSPEND: N_("Suspend"),
    Ending.RESUME: N_("Resume"),
    Ending.INTERRUPT: N_("End without agreement"),
    Ending.CLOSE: N_("Close the difficulty"),
    Ending.REOPEN: N_("Reopen"),
}
_STATUS_AFTER: Final[Mapping[Ending, Status]] = {
    Ending.SUSPEND: Status.SUSPENDED,
    Ending.INTERRUPT: Status.INTERRUPTED,
    Ending.CLOSE: Status.CLOSED,
    Ending.REOPEN: Status.MEDIATION,
}
#: With these nothing is left to be done about it.
FINAL: Final = frozenset({Ending.INTERRUPT, Ending.CLOSE})
_GOING: Final = frozenset({Status.OPEN, Status.MEDIATION})


def offered(status: str) -> tuple[Ending, ...]:
    """Return what can be done about a difficulty of some status, in the order to offer it."""
    if status in ENDED:
        return (Ending.REOPEN,)
    if status == Status.SUSPENDED:
        return (Ending.RESUME, Ending.INTERRUPT, Ending.CLOSE)
    if status == Status.SETTLED:
        return (Ending.CLOSE, Ending.REOPEN)
    return (Ending.SUSPEND, Ending.INTERRUPT, Ending.CLOSE)


def status_after(ending: Ending, history: Sequence[str]) -> Status:
    """Return what a difficulty becomes.

    Args:
        ending: What is done.
        history: Every status it has had, the latest last; what was suspended goes on as
            what it was before.
    """
    if ending is not Ending.RESUME:
        return _STATUS_AFTER[ending]
    going = (Status(status) for status in reversed(history) if status in _GOING)
    return next(going, Status.OPEN)


@dataclass(frozen=True, slots=True)
class Situation:
    """What is left open in a difficulty.

    Attributes:
        open_commitments: How many were neither kept nor broken nor released.
        overdue_commitments: How many of these should have been done by now.
        drafts: Titles of agreements that are not signed.
        open_steps: How many next steps are not done.
        has_settlement: Whether a settlement was signed.
        follow_up_on: Day of a follow-up still to come, None for none.
    """

    open_commitments: int = 0
    overdue_commitments: int = 0
    drafts: tuple[str, ...] = ()
    open_steps: int = 0
    has_settlement: bool = False
    follow_up_on: dt.date | None = None


class Remark(StrEnum):
    """What to think of before ending; none of it keeps anybody from going on."""

    OPEN_COMMITMENTS = "open commitments"
    OVERDUE_COMMITMENTS = "overdue commitments"
    UNSIGNED_DRAFT = "unsigned draft"
    FOLLOW_UP_TO_COME = "follow-up to come"
    OPEN_STEPS = "open steps"
    NO_SETTLEMENT = "no settlement"
    SETTLEMENT_STANDS = "settlement stands"


def remarks(ending: Ending, situation: Situation) -> tuple[Remark, ...]:
    """Return what to think of before doing it, the weightiest first."""
    if ending not in FINAL:
        return ()
    found = {
        Remark.OVERDUE_COMMITMENTS: situation.overdue_commitments > 0,
        Remark.OPEN_COMMITMENTS: situation.open_commitments > situation.overdue_commitments,
        Remark.UNSIGNED_DRAFT: bool(situation.drafts),
        Remark.FOLLOW_UP_TO_COME: situation.follow_up_on is not None,
        Remark.OPEN_STEPS: situation.open_steps > 0,
        Remark.NO_SETTLEMENT: ending is Ending.CLOSE and not situation.has_settlement,
        Remark.SETTLEMENT_STANDS: ending is Ending.INTERRUPT and situation.has_settlement,
    }
    return tuple(remark for remark, holds in found.items() if holds)


def said(remark: Remark, situation: Situation) -> str:
    """Return a remark as a sentence, in the language in use."""
    match remark:
        case Remark.OVERDUE_COMMITMENTS:
            count = situation.overdue_commitments
            words = ngettext(
                "{count} commitment is overdue.", "{count} commitments are overdue.", count
            )
        case Remark.OPEN_COMMITMENTS:
            count = situation.open_commitments - situation.overdue_commitments
            words = ngettext(
                "{count} commitment is still under way.",
                "{count} commitments are still under way.",
                count,
            )
        case Remark.UNSIGNED_DRAFT:
            count = len(situation.drafts)
            words = ngettext(
                "{count} draft agreement is not signed.",
                "{count} draft agreements are not signed.",
                count,
            )
        case Remark.OPEN_STEPS:
            count = situation.open_steps
            words = ngettext("{count} step is not done.", "{count} steps are not done.", count)
        case Remark.FOLLOW_UP_TO_COME:
            return _("A follow-up is still to come.")
        case Remark.NO_SETTLEMENT:
            return _("No settlement was signed: the finding will say that there is none.")
        case Remark.SETTLEMENT_STANDS:
            return _("A settlement was signed, and stands.")
    return words.format(count=count)

"""How well what was decided is carried out, and what was promised is kept, as of a day.

What was decided or promised after that day does not count. A rate is a share from 0.0 to
1.0, and None while there is nothing to take a share of.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from entente.domain.follow_up import CommitmentState


@dataclass(frozen=True, slots=True)
class Decided:
    """The dates of one decision."""

    key: str
    decided_on: dt.date | None = None
    due_on: dt.date | None = None
    executed_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Promised:
    """One commitment as it stood at the end of the day asked for.

    Attributes:
        due_on: The date in force that day, after whatever renegotiation there was.
        due_dates: Every date that was ever agreed on until then, the first one first.
    """

    key: str
    made_on: dt.date | None = None
    state: str = CommitmentState.OPEN.value
    due_on: dt.date | None = None
    due_dates: tuple[dt.date, ...] = ()

    @property
    def is_renegotiated(self) -> bool:
        """Whether its date has been moved."""
        return len(set(self.due_dates)) > 1


@dataclass(frozen=True, slots=True)
class Overdue:
    """Something not done whose day has passed, and how many days ago that was."""

    key: str
    days: int


@dataclass(frozen=True, slots=True)
class DecisionFigures:
    """How decisions are carried out.

    Attributes:
        due: How many should have been carried out by the day, that day included.
        executed: How many of those were.
        late: How many of these were after their date.
        rate: Executed among due.
        mean_delay_days: Days from the date due to that of execution, over those executed;
            a day too early makes up for one too late.
        overdue: Those not carried out whose date lies before the day, the longest first.
    """

    due: int
    executed: int
    late: int
    rate: float | None
    mean_delay_days: float | None
    overdue: tuple[Overdue, ...]


@dataclass(frozen=True, slots=True)
class CommitmentFigures:
    """How commitments are kept.

    Attributes:
        kept, broken, open: How many have come to each state.
        dropped: How many their author was released from; they count neither way.
        renegotiated: How many had their date moved, whatever came of them.
        keep_rate: Kept among those kept or broken.
        overdue: Those open whose date lies before the day, the longest first.
    """

    kept: int
    broken: int
    open: int
    dropped: int
    renegotiated: int
    keep_rate: float | None
    overdue: tuple[Overdue, ...]


def decision_figures(decisions: Iterable[Decided], on: dt.date) -> DecisionFigures:
    """Return how decisions are carried out, as of the end of a day."""
    dated = [
        (each, each.due_on)
        for each in decisions
        if each.due_on is not None and not _is_after(each.decided_on, on)
    ]
    due = [(each, date) for each, date in dated if date <= on]
    delays = [
        (each.executed_on - date).days
        for each, date in due
        if each.executed_on is not None and each.executed_on <= on
    ]
    waiting = [
        (each.key, date) for each, date in due if each.executed_on is None or each.executed_on > on
    ]
    return DecisionFigures(
        due=len(due),
        executed=len(delays),
        late=sum(delay > 0 for delay in delays),
        rate=_share(len(delays), len(due)),
        mean_delay_days=fmean(delays) if delays else None,
        overdue=_overdue(waiting, on),
    )


def commitment_figures(commitments: Iterable[Promised], on: dt.date) -> CommitmentFigures:
    """Return how commitments are kept, as of the end of a day."""
    made = [each for each in commitments if not _is_after(each.made_on, on)]
    counts = {state: sum(each.state == state for each in made) for state in CommitmentState}
    kept, broken = counts[CommitmentState.KEPT], counts[CommitmentState.BROKEN]
    waiting = [
        (each.key, each.due_on)
        for each in made
        if each.state == CommitmentState.OPEN and each.due_on is not None
    ]
    return CommitmentFigures(
        kept=kept,
        broken=broken,
        open=counts[CommitmentState.OPEN],
        dropped=counts[CommitmentState.DROPPED],
        renegotiated=sum(each.is_renegotiated for each in made),
        keep_rate=_share(kept, kept + broken),
        overdue=_overdue(waiting, on),
    )


def _is_after(day: dt.date | None, on: dt.date) -> bool:
    return day is not None and day > on


def _overdue(waiting: Sequence[tuple[str, dt.date]], on: dt.date) -> tuple[Overdue, ...]:
    found = [Overdue(key, (on - date).days) for key, date in waiting if date < on]
    return tuple(sorted(found, key=lambda each: -each.days))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None

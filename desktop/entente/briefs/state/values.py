"""What the state of a mission holds beside the records it is about: figures, and no words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from entente.briefs import told as told_book
from entente.briefs.climate_book.values import Climate
from entente.briefs.told import Told
from entente.domain.change.impact_figures import Whole
from entente.domain.follow_up_figures import CommitmentFigures, DecisionFigures
from entente.domain.sprint_figures import Totals


@dataclass(frozen=True, slots=True)
class Coming:
    """A day to come, and the record it is spoken of for.

    Attributes:
        kind: Name of its kind; `arrangement` for a review of relations.
    """

    kind: str
    key: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class State(Told):
    """The state of a mission for one reader; every figure is of what the reader may know.

    Attributes:
        climate: Of the questionnaire answered last; None where no wave is closed.
        totals: Of the sprint to work on, which is the subject; None without one.
        days_left: Its working days from the day shown on, that day included.
        decided: How decisions are carried out.
        promised: How commitments are kept.
        factors: Mean of each factor of cooperation; None where nobody was judged.
        change: How large the change is; None of a day gone by.
        icap: By axis, the share of favourable answers of the last wave that asked.
        coming: The next days, the nearest first.
    """

    climate: Climate | None = None
    totals: Totals | None = None
    days_left: int = 0
    decided: DecisionFigures | None = None
    promised: CommitmentFigures | None = None
    factors: Mapping[str, float | None] = field(default_factory=dict)
    change: Whole | None = None
    icap: Mapping[str, float | None] = field(default_factory=dict)
    coming: tuple[Coming, ...] = ()


def emptied(told: State) -> State:
    """Return a state of the same shape and dates without anybody's words or names."""
    climate = told.climate and told_book.emptied(told.climate)
    return replace(told_book.emptied(told), climate=climate)

"""What a progress report holds beside the records it is about: figures, and no words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from entente.briefs import told as told_book
from entente.briefs.climate_book.values import Climate
from entente.briefs.told import Told
from entente.domain.sprint_figures import Chart, Totals, Velocity


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a card in the sprint.

    Attributes:
        effort: As it was planned, in half-days.
        outcome: One of `Outcome`; empty while nothing is said.
        first, last: Of the sprint: facts noted in between say why.
    """

    effort: float
    outcome: str
    done_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of a kind of activity were done, against how many there were to be."""

    done: int
    minimum: int | None
    maximum: int | None
    verdict: str


@dataclass(frozen=True, slots=True)
class Progress(Told):
    """A progress report for one reader.

    Attributes:
        totals: Of the cards the reader may know; None where the sprint is not for the reader.
        days: Its working days.
        came: What came of each card, by its key.
        chart: Burndown and burn-up; None where there is nothing to draw.
        velocity: As of the day shown.
        counted: By the key of the kind of activity.
        next_cards: Effort planned of the cards of the next sprint, else of those still wanted,
            by their keys.
        has_next: Whether these were taken into a sprint already.
        advised: Keys of the kinds of activities that would help most.
        climate: Of the questionnaire answered last; None where no wave is closed.
    """

    totals: Totals | None = None
    days: tuple[dt.date, ...] = ()
    came: Mapping[str, Came] = field(default_factory=dict)
    chart: Chart | None = None
    velocity: Velocity | None = None
    counted: Mapping[str, Counted] = field(default_factory=dict)
    next_cards: Mapping[str, float | None] = field(default_factory=dict)
    has_next: bool = False
    advised: tuple[str, ...] = ()
    climate: Climate | None = None


def emptied(told: Progress) -> Progress:
    """Return a report of the same shape and dates without anybody's words or names."""
    climate = told.climate and told_book.emptied(told.climate)
    return replace(told_book.emptied(told), climate=climate)

"""What the documents on the climate hold beside the records they are about: figures, no words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from entente.briefs.told import Told
from entente.domain.climate.answers import Interval, Recommendation, Summary
from entente.domain.climate.control import Limits, Signals
from entente.domain.climate.trend import Trend


@dataclass(frozen=True, slots=True)
class Item:
    """What was answered to one question.

    Attributes:
        key: Of the question.
        counts: How many gave each answer, from the lowest on; None where it may not be told.
        summary: Of answers from 1 to 5.
        interval: Of the mean, narrower where nearly everybody was asked.
        score: Of answers from 0 to 10.
        change: Of the mean since the wave before; None where it may not be told.
    """

    key: str
    counts: tuple[int, ...] | None
    summary: Summary | None = None
    interval: Interval | None = None
    score: Recommendation | None = None
    change: float | None = None


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """What one group answered, as far as it may be shown.

    Attributes:
        n: How many answered the item most of them answered.
        index: None unless each item may be shown.
        means: By the key of the question; withheld ones are missing.
    """

    key: str
    n: int
    index: float | None
    means: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class WaveFigures:
    """One closed wave.

    Attributes:
        n: How many answered.
        population: How many were asked; None if nobody said.
        threshold: Of fewer nothing is shown.
        index: The mean of the means of its items of agreement.
        groups: Those that may be shown.
        withheld: Keys of those that may not.
        may_quote: Whether comments may be shown in their own words.
    """

    key: str
    day: dt.date
    n: int
    population: int | None
    threshold: int
    index: float | None
    items: tuple[Item, ...]
    groups: tuple[GroupFigures, ...] = ()
    withheld: tuple[str, ...] = ()
    may_quote: bool = False

    def item(self, key: str) -> Item | None:
        """Return what was answered to a question."""
        return next((each for each in self.items if each.key == key), None)


@dataclass(frozen=True, slots=True)
class Line:
    """The index, or the mean of one item, over the waves.

    Attributes:
        key: Of the question; empty for the index.
        values: One a wave; None at a gap.
        limits: None where there are too few waves.
        drifts: Places at which the moving average has left its limits.
    """

    key: str
    values: tuple[float | None, ...]
    limits: Limits | None
    signals: Signals
    trend: Trend | None
    drifts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Climate(Told):
    """The climate of a project for one reader.

    Attributes:
        waves: Those closed by the day, oldest first.
        lines: The index first, then each item with a scale from 1 to 5.
        shown: Key of the wave a report is about; empty where it is about all.
    """

    waves: tuple[WaveFigures, ...] = ()
    lines: tuple[Line, ...] = ()
    shown: str = ""

    @property
    def wave(self) -> WaveFigures | None:
        """The wave a report is about; None if it is not closed, or not for the reader."""
        return next((each for each in self.waves if each.key == self.shown), None)

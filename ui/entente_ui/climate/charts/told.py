"""What a chart of the climate is drawn from."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from entente.domain.climate.answers import Interval, Summary
from entente.domain.climate.control import Limits, Signals, Smoothed
from entente.domain.climate.trend import Trend


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened while the climate was measured, from another register.

    Attributes:
        kind: Name of the kind of record it is.
    """

    on: dt.date
    kind: str
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Point:
    """One wave in a series.

    Attributes:
        value: None where nothing may be shown, or nothing was measured: a gap.
        interval: Where the true value lies, if that is known.
    """

    wave: str
    on: dt.date
    value: float | None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A measure over the waves.

    Attributes:
        title: What is measured.
        points: From the first wave to the last.
        limits: What chance alone stays within; None where that is not reckoned.
        say: Puts a value into words.
        sentence: What it shows, and whether that is a signal or noise.
        is_signal: Whether anything in it is more than noise, a drift or a trend included.
        smoothed: Its moving average, which sees slow drifts; None where that is not reckoned.
        trend: Whether it rises or falls; None with too few waves.
    """

    key: str
    title: str
    points: tuple[Point, ...]
    limits: Limits | None
    signals: Signals
    say: Callable[[float], str]
    sentence: str = ""
    is_signal: bool = False
    smoothed: Smoothed | None = None
    trend: Trend | None = None

    @property
    def values(self) -> list[float | None]:
        """The values, from the first wave to the last."""
        return [point.value for point in self.points]

    @property
    def known(self) -> list[Point]:
        """The waves that were measured."""
        return [point for point in self.points if point.value is not None]


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered to one item in one wave.

    Attributes:
        code: What it is called in short.
        counts: How many gave each answer, from 1 on; empty where that may not be shown.
        summary: Its figures; None where they may not be shown.
        cause: The cause of difficulty it is about, empty for none.
        is_weather: Whether it was answered as weather, not as agreement.
    """

    key: str
    code: str
    text: str
    counts: tuple[int, ...]
    summary: Summary | None
    cause: str = ""
    is_weather: bool = False

    @property
    def name(self) -> str:
        """Its code and its words."""
        return f"{self.code} {self.text}".strip()

"""Who speaks and for how long: turns measured with a clock, and how evenly they are shared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Final

#: Below this many seconds all together nothing is said about how they are shared.
LEAST_SECONDS: Final = 60
#: How far the longest share may lie above an even one and still be called even.
EVEN_WITHIN: Final = 0.10


@dataclass(frozen=True, slots=True)
class Floor:
    """Who has the floor, and what was heard and is written nowhere yet.

    One person speaks at a time. Times are seconds of a clock that never jumps.

    Attributes:
        speaker: Key of who speaks or, while it is paused, spoke last; empty for nobody.
        since: When that turn began, or went on; None while nobody is timed.
        heard: Seconds of turns that have ended, by key.
    """

    speaker: str = ""
    since: float | None = None
    heard: Mapping[str, float] = field(default_factory=dict)

    @property
    def is_running(self) -> bool:
        """Whether somebody is being timed."""
        return self.since is not None

    def give(self, key: str, now: float) -> "Floor":
        """Return the floor once `key` has it, whoever had it before."""
        return Floor(key, now, self.pending(now))

    def toggle(self, key: str, now: float) -> "Floor":
        """Return the floor once `key` was pressed: it begins to speak, or stops."""
        if self.is_running and self.speaker == key:
            return Floor("", None, self.pending(now))
        return self.give(key, now)

    def pause(self, now: float) -> "Floor":
        """Return the floor while nobody is timed; `resume` goes on with the same person."""
        return replace(self, since=None, heard=self.pending(now))

    def resume(self, now: float) -> "Floor":
        """Return the floor once the person who spoke last goes on."""
        if self.is_running or not self.speaker:
            return self
        return replace(self, since=now)

    def pending(self, now: float) -> Mapping[str, float]:
        """Return what is written nowhere yet, the turn under way included."""
        if self.since is None:
            return self.heard
        spoken = self.heard.get(self.speaker, 0.0) + max(0.0, now - self.since)
        return {**self.heard, self.speaker: spoken}

    def due(self, now: float) -> Mapping[str, int]:
        """Return the whole seconds there are to write, by key."""
        return {key: int(spoken) for key, spoken in self.pending(now).items() if spoken >= 1}

    def written(self, seconds: Mapping[str, int], now: float) -> "Floor":
        """Return the floor once `seconds` were written; what is left of a second stays."""
        rest = {
            key: spoken - seconds.get(key, 0)
            for key, spoken in self.pending(now).items()
            if spoken > seconds.get(key, 0)
        }
        return Floor(self.speaker, now if self.is_running else None, rest)


@dataclass(frozen=True, slots=True)
class Share:
    """The part of one side in what was said.

    Attributes:
        key: Of the side.
        seconds: How long it spoke.
        share: From 0 to 1; 0 for all while nobody has spoken.
    """

    key: str
    seconds: int
    share: float


@dataclass(frozen=True, slots=True)
class Equity:
    """How evenly speaking time is shared.

    Attributes:
        shares: One for each side, in the order given.
        even: What each would have if all had the same; 0 without sides.
        index: 1 when all had the same, 0 when one alone spoke; None where that says nothing:
            fewer than two sides, or nobody spoke.
    """

    shares: tuple[Share, ...]
    even: float
    index: float | None

    @property
    def total(self) -> int:
        """Seconds of all sides together."""
        return sum(share.seconds for share in self.shares)

    @property
    def longest(self) -> Share | None:
        """The side that spoke longest, None if that says nothing yet."""
        if self.index is None or self.total < LEAST_SECONDS:
            return None
        return max(self.shares, key=lambda share: share.seconds)

    @property
    def is_even(self) -> bool | None:
        """Whether no side is far above an even share; None while too little was said."""
        longest = self.longest
        return None if longest is None else longest.share - self.even <= EVEN_WITHIN


def equity(spoken: Sequence[tuple[str, int]]) -> Equity:
    """Return how evenly sides share speaking time.

    The index is 1 − G / G_max. G is Gini's coefficient, the mean difference between two
    sides measured against twice the mean: the sum of |x_i − x_j| over pairs, divided by
    n · Σx. With one speaker alone it comes to G_max = (n − 1) / n. So two sides at 75 and
    25 % have G = 0.5 · 100 / (2 · 100) = 0.25, G_max = 0.5 and an index of 0.5.

    Args:
        spoken: Key and seconds of each side.
    """
    total = sum(seconds for __, seconds in spoken)
    shares = tuple(
        Share(key, seconds, seconds / total if total else 0.0) for key, seconds in spoken
    )
    count = len(spoken)
    even = 1 / count if count else 0.0
    if count < 2 or not total:
        return Equity(shares, even, None)
    apart = sum(abs(one - other) for (__, one), (__, other) in combinations(spoken, 2))
    gini = apart / (count * total)
    return Equity(shares, even, 1 - gini * count / (count - 1))

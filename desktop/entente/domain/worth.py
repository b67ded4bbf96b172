"""What an activity was worth: to those who came, and to the relations between them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

#: A step of the ladder noted so many days after people met may have come of it.
EFFECT_DAYS: Final = 14

Pair: TypeAlias = frozenset[str]
#: The steps of the ladder two people were on, each with its day, oldest first.
Steps: TypeAlias = Sequence[tuple[dt.date, int]]


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who met on a day."""

    day: dt.date
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Worth:
    """What a kind of activity was worth.

    Attributes:
        votes: How many gave 1, 2 and so on up to 5 for the time they had spent.
        closer: How many pairs of those who met came further on the ladder soon after.
        observed: How many pairs of those who met were looked at again soon after.
    """

    votes: tuple[int, ...] = ()
    closer: int = 0
    observed: int = 0

    @property
    def answers(self) -> int:
        """How many gave a mark."""
        return sum(self.votes)

    @property
    def mean(self) -> float | None:
        """The mean mark, from 1 (time lost) to 5; None where nobody gave one."""
        if not self.answers:
            return None
        return sum(mark * count for mark, count in enumerate(self.votes, 1)) / self.answers


def effect(meetings: Iterable[Meeting], ladder: Mapping[Pair, Steps]) -> tuple[int, int]:
    """Return how many pairs came closer soon after they met, of how many looked at again.

    A pair counts once, however often it met: as closer if it was so once. That it came after
    does not prove that it came of it.
    """
    closer: set[Pair] = set()
    observed: set[Pair] = set()
    for meeting in meetings:
        last = meeting.day + dt.timedelta(days=EFFECT_DAYS)
        for pair, steps in ladder.items():
            if not pair <= meeting.people:
                continue
            before = [step for day, step in steps if day < meeting.day]
            after = [step for day, step in steps if meeting.day <= day <= last]
            if before and after:
                observed.add(pair)
                if after[-1] > before[-1]:
                    closer.add(pair)
    return len(closer), len(observed)

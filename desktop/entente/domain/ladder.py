"""The ladder of connection: how many pairs have come how far, and how many more than before.

What the mediator noted of two people is one source; what one promised the other is the second:

* A commitment somebody made **to somebody** shows by itself that the two have come as far as
  « took on a commitment » while it is under way, and as far as « acted together » once it was
  kept: what was said was done.
* One that was not kept, or was released, shows nothing, nor does one made to the whole group or
  by somebody to themselves.
* Of the two sources the higher counts. A commitment never takes a pair further down, and never
  as far as « lasting action », which only time can tell.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from entente.domain.follow_up import CommitmentState
from entente.domain.network import Network, Pair, Tie
from entente.domain.records import Values
from entente.domain.relation import CONNECTION_LABELS

#: The steps a commitment under way, and one that was kept, show by themselves.
TAKEN_ON: Final = 4
ACTED: Final = 5
_SHOWN: Final = {
    None: TAKEN_ON,
    CommitmentState.OPEN.value: TAKEN_ON,
    CommitmentState.KEPT.value: ACTED,
}


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder.

    Attributes:
        step: From 0 to 6.
        pairs: Who stands on it.
        reached: How many pairs stand on it or higher.
        before: How many did on the day compared with; None without one.
    """

    step: int
    pairs: tuple[Pair, ...]
    reached: int
    before: int | None = None

    @property
    def growth(self) -> int | None:
        """How many more have come as far since; None without a day compared with."""
        return None if self.before is None else self.reached - self.before


def ladder(steps: Mapping[Pair, int], before: Mapping[Pair, int] | None = None) -> tuple[Rung, ...]:
    """Return the steps from the lowest; pairs whose step is not known are on none.

    Args:
        steps: How far each pair has come.
        before: How far each had come on an earlier day.
    """
    rungs = []
    for step in range(len(CONNECTION_LABELS)):
        on_it = tuple(pair for pair, reached in steps.items() if reached == step)
        earlier = None if before is None else _reached(before, step)
        rungs.append(Rung(step, on_it, _reached(steps, step), earlier))
    return tuple(rungs)


def shown_by(commitments: Iterable[Values], on: dt.date | None = None) -> dict[frozenset[str], int]:
    """Return the steps that commitments show by themselves, by the two they are between.

    Args:
        commitments: Rows of commitments as they stood on the day.
        on: The day; those made later show nothing. None for now.
    """
    found: dict[frozenset[str], int] = defaultdict(int)
    for row in commitments:
        pair = frozenset(filter(None, (row["actor_id"], row["to_id"])))
        is_to_come = on is not None and row["made_on"] is not None and row["made_on"] > on
        if len(pair) > 1 and not is_to_come and row["state"] in _SHOWN:
            found[pair] = max(found[pair], _SHOWN[row["state"]])
    return dict(found)


def higher(noted: int | None, shown: int | None) -> int | None:
    """Return the step that counts of the one noted and the one commitments show."""
    return max((step for step in (noted, shown) if step is not None), default=None)


def raised(tie: Tie, shown: Mapping[frozenset[str], int]) -> Tie:
    """Return a tie as far up the ladder as it was noted, or as commitments show it to be."""
    return replace(tie, connection=higher(tie.connection, shown.get(frozenset(tie.pair))))


def steps_of(network: Network, shown: Mapping[frozenset[str], int]) -> dict[Pair, int]:
    """Return how far each pair of a network has come, those without a tie after the others."""
    ties = (raised(tie, shown) for tie in network.ties)
    found = {tie.pair: tie.connection for tie in ties if tie.connection is not None}
    tied = {frozenset(tie.pair) for tie in network.ties}
    place = {actor: number for number, actor in enumerate(network.actors)}
    for pair, step in shown.items():
        if pair not in tied and pair <= place.keys():
            one, other = sorted(pair, key=place.__getitem__)
            found[one, other] = step
    return found


def _reached(steps: Mapping[Pair, int], step: int) -> int:
    return sum(reached >= step for reached in steps.values())

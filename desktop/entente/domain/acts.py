"""What a mediator did, and in which part: impartiality rests on the parties knowing it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """A session or an interaction.

    Attributes:
        kind: Name of its kind of record.
        on: Its day, None for a session that has none yet.
        hat: The part played; empty if nobody said.
        actors: Keys of those who took part.
    """

    kind: str
    key: str
    ref: str
    title: str
    on: dt.date | None
    hat: str
    actors: tuple[str, ...]


def hats_worn(acts: Iterable[Act], actors: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the actors who met the mediator in several parts, with these parts.

    Args:
        acts: What was done.
        actors: Whom to look at, as the parties of a difficulty.
    """
    worn: dict[str, set[str]] = defaultdict(set)
    for act in acts:
        for actor in act.actors:
            if act.hat:
                worn[actor].add(act.hat)
    return {actor: tuple(sorted(worn[actor])) for actor in actors if len(worn[actor]) > 1}

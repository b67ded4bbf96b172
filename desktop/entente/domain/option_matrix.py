"""Options weighed against interests: totals, who is served least, and what is dominated.

A blank cell is a question nobody has answered yet, never a zero: it counts in no total, and
two options are compared only on the interests scored for both.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from entente.domain.option import SCORE_MAX

#: How far an option meets an interest, by option and interest; none where it is blank.
Scores: TypeAlias = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Concern:
    """An interest: a column of the matrix.

    Attributes:
        key: Of the interest.
        party: Key of whose it is; empty where it is shared by all.
    """

    key: str
    party: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """How far an option meets the interests of one party.

    Attributes:
        party: Key of the party; empty for the interests all share.
        points: Sum of the scores given.
        scored: How many of its interests have a score.
        interests: How many it has.
    """

    party: str
    points: int
    scored: int
    interests: int

    @property
    def share(self) -> float | None:
        """Points out of the most the scored interests allow; None while none is scored."""
        return self.points / (SCORE_MAX * self.scored) if self.scored else None

    @property
    def is_whole(self) -> bool:
        """Whether no interest is left blank."""
        return self.scored == self.interests


def services(
    option: str, concerns: Sequence[Concern], scores: Scores, parties: Sequence[str] = ()
) -> tuple[Service, ...]:
    """Return how far an option meets each party's interests, in the order of `concerns`.

    Args:
        option: Key of the option.
        concerns: The interests.
        scores: What was given.
        parties: Keys of parties to tell of though none of their interests is written down.
    """
    given: dict[str, list[int | None]] = defaultdict(list)
    for concern in concerns:
        given[concern.party].append(scores.get((option, concern.key)))
    for party in parties:
        given.setdefault(party, [])
    return tuple(
        Service(
            party,
            sum(score or 0 for score in values),
            sum(score is not None for score in values),
            len(values),
        )
        for party, values in given.items()
    )


def least_served(given: Sequence[Service]) -> tuple[str, ...]:
    """Return the parties an option serves least, by their share of what was scored.

    Interests all share count for nobody. Nobody is served least while fewer than two parties
    are scored, or where all are served alike.
    """
    shares = {each.party: each.share for each in given if each.party}
    known = {party: share for party, share in shares.items() if share is not None}
    if len(known) < 2 or len(set(known.values())) == 1:
        return ()
    least = min(known.values())
    return tuple(party for party, share in known.items() if share == least)


@dataclass(frozen=True, slots=True)
class Domination:
    """Why an option is dominated.

    Attributes:
        by: Key of an option that is at least as good everywhere and better somewhere.
        compared: How many interests are scored for both.
        better: Keys of those on which the other is better.
    """

    by: str
    compared: int
    better: tuple[str, ...]


def dominated(
    options: Sequence[str], interests: Sequence[str], scores: Scores
) -> dict[str, Domination]:
    """Return the options that another is never worse and somewhere better than.

    An option is dominated when another is at least as good on every interest scored for both
    and better on one. With blanks, that can go round in a circle (A before B before C before
    A, each pair compared on another interest): then nobody in the circle is dominated, since
    none of them is the better choice. So only what can be traced back to an option that
    nothing dominates is. Options with no interest scored in common are not compared.

    Args:
        options: Keys of those still open; one that was set aside dominates nothing.
        interests: Keys of the interests.
        scores: What was given.
    """
    rows = {
        option: {
            interest: scores[option, interest]
            for interest in interests
            if (option, interest) in scores
        }
        for option in options
    }
    above = {
        option: {
            other: found
            for other in options
            if other != option and (found := _domination(rows[option], other, rows[other]))
        }
        for option in options
    }
    traced = _traced(above)
    return {
        option: max(
            (found for other, found in above[option].items() if other in traced),
            key=lambda found: (found.compared, len(found.better)),
        )
        for option in options
        if above[option] and option in traced
    }


def _domination(
    mine: Mapping[str, int], other: str, theirs: Mapping[str, int]
) -> Domination | None:
    shared = [interest for interest in mine if interest in theirs]
    if any(theirs[interest] < mine[interest] for interest in shared):
        return None
    better = tuple(interest for interest in shared if theirs[interest] > mine[interest])
    return Domination(other, len(shared), better) if better else None


def _traced(above: Mapping[str, Mapping[str, Domination]]) -> set[str]:
    """Return the options nothing dominates, and all that can be traced back to one of them."""
    traced = {option for option, others in above.items() if not others}
    while more := {o for o, others in above.items() if o not in traced and traced & others.keys()}:
        traced |= more
    return traced

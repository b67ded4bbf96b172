"""Which activities would help now: what the community needs, against what each is good for.

score(a) = s·v(a) − fatigue(a) − effort(a) / capacity

* s, the needs: to diverge from −1 (people have to converge) to +1 (ideas are wanting), the
  other four from 0 to 1. A need nobody can know yet counts for nothing, and says so.
* v(a), the grades of the activity, as its kind has them: divergence from −2 to +2, the others
  from 0 to 3. They are not scaled: a whole need met by a whole grade counts 3, of divergence 2.
* fatigue(a): `FATIGUE` if the kind was in the last sprint, else 0.
* effort(a) / capacity: the part of a sprint's half-days one such activity takes; 0 where either
  is not known.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev
from typing import Final

from entente.domain.activity import DIMENSION_LABELS
from entente.domain.text import fold

DIMENSIONS: Final = tuple(DIMENSION_LABELS)
#: What having been in the last sprint costs.
FATIGUE: Final = 0.5
#: Fewer ideas than this wait in a thin backlog.
FEW_IDEAS: Final = 5
#: Fewer common causes than this leave room for others.
FEW_CAUSES: Final = 2
#: From this spread on people are far from agreeing: half of that of two opposite camps.
HIGH_SPREAD: Final = 0.5
#: Fewer stances on one question say nothing of how far apart people are.
VOICES_MIN: Final = 3
#: After so many days without measuring, the need to measure is whole.
MEASURE_DAYS: Final = 60
#: An activity of at least this grade tells how the community is.
MEASURING: Final = 3
#: From this step of the ladder on, two people are connected: an intention has changed.
CONNECTED: Final = 3
_DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class Facts:
    """What a mission knows of the state of its community.

    Attributes:
        ideas: Cards of the backlog that are ideas still.
        causes: Common causes.
        spread: How far apart people are on what is at stake, as `spread` has it; None where
            too few have taken a stance.
        days_unmeasured: Since the last activity that measured; None if there never was one.
        keep_rate: Kept among the commitments kept or broken; None while there is neither.
        people: In the network of relations; 0 while no relation is noted.
        isolated: Those of them without any relation.
        key_pairs: Where one strongly depends on the other and their step is known.
        weak_pairs: Those of them who have not come as far as `CONNECTED`.
    """

    ideas: int = 0
    causes: int = 0
    spread: float | None = None
    days_unmeasured: int | None = None
    keep_rate: float | None = None
    people: int = 0
    isolated: int = 0
    key_pairs: int = 0
    weak_pairs: int = 0

    @property
    def lacks_ideas(self) -> bool:
        """Whether the backlog is thin and there are few causes to feed it."""
        return self.ideas < FEW_IDEAS and self.causes < FEW_CAUSES

    @property
    def is_apart(self) -> bool:
        """Whether people are far from agreeing."""
        return self.spread is not None and self.spread >= HIGH_SPREAD


@dataclass(frozen=True, slots=True)
class Candidate:
    """A kind of activity that could be run.

    Attributes:
        grades: One for each of `DIMENSIONS`.
        effort: Of one such activity, in half-days; None where it is not known.
        is_recent: Whether it was in the last sprint.
    """

    key: str
    name: str
    grades: tuple[float, ...]
    effort: float | None = None
    is_recent: bool = False


@dataclass(frozen=True, slots=True)
class Scored:
    """A kind of activity with what speaks for and against it.

    Attributes:
        gains: What each of `DIMENSIONS` adds to the score, or takes away.
        fatigue: What it loses for having been in the last sprint.
        cost: What it loses for the part of a sprint it takes.
    """

    candidate: Candidate
    gains: tuple[float, ...]
    fatigue: float
    cost: float

    @property
    def score(self) -> float:
        """What it comes to, rounded so that equal sums are equal."""
        return round(sum(self.gains) - self.fatigue - self.cost, _DIGITS)


def needs(facts: Facts) -> Mapping[str, float | None]:
    """Return how much of each of `DIMENSIONS` is needed; None where nothing tells."""
    return {
        "divergence": _divergence(facts),
        "measures": _measure(facts.days_unmeasured),
        "empowers": None if facts.keep_rate is None else 1 - facts.keep_rate,
        "connects_number": facts.isolated / facts.people if facts.people else None,
        "connects_quality": facts.weak_pairs / facts.key_pairs if facts.key_pairs else None,
    }


def rank(
    wanted: Mapping[str, float | None],
    candidates: Iterable[Candidate],
    capacity: float | None = None,
) -> tuple[Scored, ...]:
    """Return what could be run, the highest score first.

    Of two with the same score the lighter one comes first, then the one whose name does.

    Args:
        wanted: How much of each of `DIMENSIONS` is needed.
        candidates: What could be run.
        capacity: Of the sprint to plan, in half-days; None where it is not known.
    """
    scored = (_scored(wanted, each, capacity) for each in candidates)
    return tuple(
        sorted(
            scored,
            key=lambda one: (-one.score, one.candidate.effort or 0, fold(one.candidate.name)),
        )
    )


def spread(questions: Iterable[Sequence[float]]) -> float | None:
    """Return how far apart people are: 0 if all agree, 1 if they are two opposite camps.

    It is the mean, over the questions, of the standard deviation of the stances.

    Args:
        questions: The stances on each, from −1 (against) to +1 (for); those on which fewer
            than `VOICES_MIN` have one are left out.
    """
    heard = [pstdev(stances) for stances in questions if len(stances) >= VOICES_MIN]
    return fmean(heard) if heard else None


def _divergence(facts: Facts) -> float | None:
    if facts.lacks_ideas or facts.is_apart:
        # People who are apart and short of ideas need both: neither way is the better one.
        return float(facts.lacks_ideas) - float(facts.is_apart)
    return None if facts.spread is None else 0.0


def _measure(days: int | None) -> float:
    """Return how much it is time to measure: wholly, where nobody ever has."""
    return 1.0 if days is None else min(max(days, 0) / MEASURE_DAYS, 1.0)


def _scored(
    wanted: Mapping[str, float | None], candidate: Candidate, capacity: float | None
) -> Scored:
    gains = tuple(
        (wanted[name] or 0.0) * grade
        for name, grade in zip(DIMENSIONS, candidate.grades, strict=True)
    )
    cost = candidate.effort / capacity if candidate.effort and capacity else 0.0
    return Scored(candidate, gains, FATIGUE if candidate.is_recent else 0.0, cost)

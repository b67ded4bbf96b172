"""The ICAP barometer: information, understanding, adhesion, participation, in that order.

Source: the barometer used in French change management, read as the share of favourable answers
on each axis; people are expected to be informed before they understand, to understand before
they adhere, and to adhere before they take part.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from entente.domain.climate.survey import AXIS_LABELS

AXES: Final = tuple(AXIS_LABELS)


def rate(counts: Sequence[Sequence[int]]) -> float | None:
    """Return the share of favourable answers, 4 or 5 of 5, over all questions of an axis.

    Args:
        counts: For each question, how many gave each answer from 1 to 5.

    Returns:
        From 0.0 to 1.0; None where nobody answered.
    """
    total = sum(map(sum, counts))
    return sum(sum(each[-2:]) for each in counts) / total if total else None


def inversions(rates: Mapping[str, float | None]) -> tuple[tuple[str, str], ...]:
    """Return each axis that is ahead of the one expected before it, as (before, ahead).

    An axis without a rate is passed over: the next one is held against the last that has one.
    """
    known = [name for name in AXES if rates.get(name) is not None]
    return tuple(
        (before, after)
        for before, after in pairwise(known)
        if (rates[after] or 0.0) > (rates[before] or 0.0)
    )

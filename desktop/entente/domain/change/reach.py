"""How far ambassadors carry a change: whom they reach, and what they carry themselves."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

#: Further than somebody who knows somebody, word of mouth is not counted on.
STEPS: Final = 2


def reached(
    neighbours: Mapping[str, Sequence[str]], sources: Collection[str], steps: int = STEPS
) -> frozenset[str]:
    """Return who can be reached from `sources` in so many steps, these included.

    Args:
        neighbours: Whom each person has a tie with that can carry a word.
        sources: Keys of those who begin; who is not among the people is left out.
        steps: How many ties a word goes through.
    """
    found = {key for key in sources if key in neighbours}
    edge = found
    for _step in range(steps):
        edge = {other for key in edge for other in neighbours[key]} - found
        found |= edge
    return frozenset(found)


def load(available: float | None, asked: float | None) -> float | None:
    """Return what is asked of somebody by what they can give; None where one is not known.

    Above 1.0 more is asked than they have. Nothing available and something asked counts as 2.0.
    """
    if available is None or asked is None:
        return None
    if available:
        return asked / available
    return 2.0 if asked else 0.0

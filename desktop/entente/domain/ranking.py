"""The order people give to things by hand."""

import re
from collections.abc import Sequence
from typing import Final

#: Two that are closer together are too close for a third between them.
_LEAST: Final = 1e-6
_DIGITS: Final = re.compile(r"[0-9]{1,15}")


def rank_of(ref: str, rank: float | None) -> float:
    """Return where something stands: by its reference until somebody moved it."""
    if rank is not None:
        return rank
    found = _DIGITS.search(ref)
    return float(found[0]) if found else 0.0


def ranks(
    order: Sequence[tuple[str, float]], moved: Sequence[str], before: str = ""
) -> dict[str, float]:
    """Return the ranks to write so that some things stand elsewhere.

    Args:
        order: Key and rank of each, as they stand.
        moved: Keys of those that are moved, in the order they are to stand in; new ones may
            be among them.
        before: Key of the one they are put before; the end if it is empty, not known, or one
            of those moved.

    Returns:
        As few as will do: the ranks of those moved, unless there is no room between the others.
    """
    away = set(moved)
    rest = [(key, rank) for key, rank in order if key not in away]
    at = next((place for place, (key, _rank) in enumerate(rest) if key == before), len(rest))
    count = len(moved)
    if at == len(rest):
        last = rest[-1][1] if rest else 0.0
        return {key: last + place for place, key in enumerate(moved, 1)}
    below = rest[at][1]
    above = rest[at - 1][1] if at else below - count - 1
    step = (below - above) / (count + 1)
    if step > _LEAST:
        return {key: above + place * step for place, key in enumerate(moved, 1)}
    whole = [*(key for key, _rank in rest[:at]), *moved, *(key for key, _rank in rest[at:])]
    old = dict(order)
    return {key: float(place) for place, key in enumerate(whole, 1) if old.get(key) != float(place)}

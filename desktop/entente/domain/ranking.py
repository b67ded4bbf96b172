"""The order people give to things by hand."""

import re
from collections.abc import Sequence
from typing import Final

#: Two that are closer together are too close for a third between them.
_LEAST: Final = 1e-6
#: Where room is made, it is enough for the next ones as well.
_ENOUGH: Final = 1e-3
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
    return _with_room(rest, moved, at)


def _with_room(
    rest: Sequence[tuple[str, float]], moved: Sequence[str], at: int
) -> dict[str, float]:
    """Return the ranks to write where there is no room: as few of the others make some as can.

    Args:
        rest: Key and rank of those that are not moved.
        moved: Keys of those that are.
        at: Before which of the others they are put.
    """
    reach = 1
    while True:
        first, beyond = max(0, at - reach), min(len(rest), at + reach)
        around = [*rest[first:at], *((key, None) for key in moved), *rest[at:beyond]]
        low = rest[first - 1][1] if first else 0.0
        high = rest[beyond][1] if beyond < len(rest) else low + len(around) + 1
        step = (high - low) / (len(around) + 1)
        if step > _ENOUGH or (not first and beyond == len(rest)):
            new = {key: low + place * step for place, (key, _old) in enumerate(around, 1)}
            return {key: new[key] for key, old in around if new[key] != old}
        reach *= 2

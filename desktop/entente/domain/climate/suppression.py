"""What of the answers of a group may be shown, so that nobody's can be reckoned from it.

The one rule for screens, tables, exports and papers. Answers are shown of all together and of
the groups of one attribute at a time, never of two crossed:

* A group of fewer than k is withheld (primary suppression), and so is one in which everybody
  gave the same answer, for that says what each of them answered.
* What is left when the groups shown are taken from the whole is known to whoever can subtract.
  So further groups are withheld, the smallest first, until those withheld are at least two,
  are k people together, and do not all agree (secondary suppression).
* A mean of several items is shown of a group only where each of the items is: whoever has the
  mean and all items but one has that one.

See Willenborg & de Waal, *Elements of Statistical Disclosure Control* (2001), chapter on tables.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

#: Fewest answers that are shown together, and the fewest a mission may choose.
THRESHOLD: Final = 5
THRESHOLD_MIN: Final = 3
#: Fewest people among whom what somebody wrote is shown in their own words.
VERBATIM_THRESHOLD: Final = 8
#: Between two waves that differ by fewer people, no change is told of a single item.
CHANGE_LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class Published:
    """What may be shown of the answers to one item.

    Attributes:
        whole: Of all together; None where not even that may be shown.
        groups: Of the groups that may be shown.
        withheld: Names of the others that answered, in the order they were given.
    """

    whole: tuple[int, ...] | None
    groups: Mapping[str, tuple[int, ...]]
    withheld: tuple[str, ...] = ()


def publish(groups: Mapping[str, Sequence[int]], k: int = THRESHOLD) -> Published:
    """Return what may be shown of the answers to one item.

    Args:
        groups: Counts of each answer, from the lowest on, by the groups of one attribute,
            which part those who answered.
        k: The threshold, at least `THRESHOLD_MIN`.

    Raises:
        ValueError: If the threshold is lower.
    """
    if k < THRESHOLD_MIN:
        msg = f"a threshold of {k} protects nobody"
        raise ValueError(msg)
    answered = {name: tuple(counts) for name, counts in groups.items() if sum(counts)}
    whole = _together(answered.values())
    if not _may_show(whole, k):
        return Published(None, {}, tuple(answered))
    withheld = {name for name, counts in answered.items() if not _may_show(counts, k)}
    # The smallest is missed least; of two alike, the name decides, so that it is always the same.
    order = sorted(answered, key=lambda name: (sum(answered[name]), name))
    for name in order:
        if not withheld or _is_safe([answered[each] for each in withheld], k):
            break
        withheld.add(name)
    return Published(
        whole,
        {name: counts for name, counts in answered.items() if name not in withheld},
        tuple(name for name in answered if name in withheld),
    )


def settle(
    whole: Sequence[int], groups: Mapping[str, Sequence[int]], k: int = THRESHOLD
) -> Published:
    """Return what may be shown of counts that say they may be shown.

    Whoever is in none of the groups is taken for one of their own. Groups of which there are
    more than in the whole are not told of.

    Args:
        whole: Counts of all together.
        groups: Of those groups that are known.
        k: As for `publish`.
    """
    if not groups:
        return Published(tuple(whole) if _may_show(whole, k) else None, {})
    rest = tuple(n - sum(some) for n, *some in zip(whole, *groups.values(), strict=True))
    if min(rest) < 0:
        return replace(settle(whole, {}, k), withheld=tuple(groups))
    found = publish({**groups, "": rest}, k)
    known = {name: counts for name, counts in found.groups.items() if name}
    return Published(found.whole, known, tuple(filter(None, found.withheld)))


def complete(published: Mapping[str, Published], group: str = "") -> bool:
    """Return whether a mean over all items may be shown of a group, or of the whole if empty."""
    shown = (
        each.whole is not None if not group else group in each.groups for each in published.values()
    )
    return bool(published) and all(shown)


def may_compare(before: int, after: int) -> bool:
    """Return whether the change of one item may be told between waves of so many answers."""
    return abs(after - before) >= CHANGE_LEAST


def may_quote(people: int, k: int = THRESHOLD) -> bool:
    """Return whether what people wrote may be shown in their own words."""
    return people >= max(VERBATIM_THRESHOLD, k)


def is_unanimous(counts: Sequence[int]) -> bool:
    """Return whether everybody gave the same answer."""
    return 0 < sum(counts) == max(counts)


def _may_show(counts: Sequence[int], k: int) -> bool:
    people = sum(counts)
    return people >= k and max(counts) < people


def _is_safe(withheld: Sequence[Sequence[int]], k: int) -> bool:
    """Return whether nothing is given away by what is left when the rest is subtracted."""
    return len(withheld) > 1 and _may_show(_together(withheld), k)


def _together(counts: Iterable[Sequence[int]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*counts, strict=True)))

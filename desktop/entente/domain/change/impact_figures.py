"""What an impact study comes to: means, extent, size, and what was written together.

What nobody looked at is empty and never counts as zero: it is left out of every mean.

Size rests on two things, each on a scale of four steps:

* extent = headcount × groups × sites (one group for the size of a group; a group nobody gave a
  site to works in one), parted at `EXTENT_BOUNDS`;
* depth = mean depth of the dimensions looked at, parted at `DEPTH_BOUNDS`.

The steps, counted from 0, are added up: 0 or 1 is S, 2 or 3 is M, 4 is L, 5 or 6 is XL. So few
people whose job changes wholly weigh as much as many who are hardly touched. A group of nobody,
one whose headcount is not known and one nobody looked at have no size.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from entente.domain.change.impact import DIMENSION_LABELS
from entente.i18n import N_

#: From each of these on, extent is a step higher.
EXTENT_BOUNDS: Final = (20, 100, 1000)
#: From each of these on, depth is a step higher.
DEPTH_BOUNDS: Final = (1.75, 2.5, 3.25)

DIMENSIONS: Final = tuple(DIMENSION_LABELS)

#: What each depth means.
DEPTH_LABELS: Final[Mapping[int, str]] = {
    1: N_("hardly touched"),
    2: N_("touched"),
    3: N_("strongly touched"),
    4: N_("another job"),
}


class Size(StrEnum):
    """How large a change is."""

    SMALL = "S"
    MEDIUM = "M"
    LARGE = "L"
    HUGE = "XL"


SIZE_LABELS: Final[Mapping[Size, str]] = {
    Size.SMALL: N_("small"),
    Size.MEDIUM: N_("medium"),
    Size.LARGE: N_("large"),
    Size.HUGE: N_("very large"),
}
#: By the sum of the steps of extent and depth.
_SIZES: Final = (
    *(Size.SMALL, Size.SMALL, Size.MEDIUM, Size.MEDIUM),
    *(Size.LARGE, Size.HUGE, Size.HUGE),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of one group.

    Attributes:
        depths: By dimension; those not looked at are None or missing.
    """

    depths: Mapping[str, int | None]
    headcount: int | None = None
    sites: int | None = None
    is_built_together: bool = False

    @property
    def mean(self) -> float | None:
        """The mean of the dimensions looked at; None without any."""
        return mean(self.depths.values())

    @property
    def extent(self) -> int | None:
        """How many people in how many places; None where nobody is known of."""
        return extent(self.headcount, 1, self.sites)

    @property
    def size(self) -> Size | None:
        """How large the change is for this group."""
        return size(self.extent, self.mean)


@dataclass(frozen=True, slots=True)
class DimensionMean:
    """One dimension over all groups.

    Attributes:
        plain: Mean of the groups that looked at it, each counting once.
        weighted: The same, each counting by its headcount; None if no headcount is known.
        groups: How many looked at it.
    """

    plain: float | None
    weighted: float | None
    groups: int


@dataclass(frozen=True, slots=True)
class Whole:
    """The change for the whole mission.

    Attributes:
        headcount: Of all groups that have one.
        sites: Of the same groups.
        groups: How many those are.
        unsized: How many groups have no size: nobody in them, or not looked at.
        depth: Mean of the means of those sized, by headcount.
        extent: headcount × groups × sites; None without a group that has a size.
        built: How many sheets were written together, among `sheets`.
    """

    headcount: int
    sites: int
    groups: int
    unsized: int
    depth: float | None
    extent: int | None
    size: Size | None
    built: int
    sheets: int
    dimensions: Mapping[str, DimensionMean]

    @property
    def built_share(self) -> float | None:
        """Share of the sheets written together, 0.0 to 1.0; None without a sheet."""
        return self.built / self.sheets if self.sheets else None


def mean(depths: Iterable[int | None]) -> float | None:
    """Return the mean of what was looked at, None if nothing was."""
    known = [depth for depth in depths if depth is not None]
    return sum(known) / len(known) if known else None


def extent(headcount: int | None, groups: int, sites: int | None) -> int | None:
    """Return headcount × groups × sites; None where there is nobody."""
    return headcount * groups * max(sites or 1, 1) if headcount else None


def size(reach: int | None, depth: float | None) -> Size | None:
    """Return the size of a change of some extent and depth; None where one is not known."""
    if reach is None or depth is None:
        return None
    # What is shown as 2.5 is 2.5, however it was added up.
    return _SIZES[bisect_right(EXTENT_BOUNDS, reach) + bisect_right(DEPTH_BOUNDS, round(depth, 6))]


def whole(sheets: Sequence[Sheet]) -> Whole:
    """Return what all groups come to together."""
    sized = [each for each in sheets if each.size is not None]
    headcount = sum(each.headcount or 0 for each in sized)
    sites = sum(max(each.sites or 1, 1) for each in sized)
    depth = _weighted([(each.mean, each.headcount) for each in sized])
    reach = extent(headcount, len(sized), sites)
    return Whole(
        headcount=headcount,
        sites=sites,
        groups=len(sized),
        unsized=len(sheets) - len(sized),
        depth=depth,
        extent=reach,
        size=size(reach, depth),
        built=sum(each.is_built_together for each in sheets),
        sheets=len(sheets),
        dimensions={name: _dimension(name, sheets) for name in DIMENSIONS},
    )


def _dimension(name: str, sheets: Iterable[Sheet]) -> DimensionMean:
    found = [(each.depths.get(name), each.headcount) for each in sheets]
    known = [depth for depth, _count in found if depth is not None]
    return DimensionMean(mean(known), _weighted(found), len(known))


def _weighted(pairs: Iterable[tuple[float | None, int | None]]) -> float | None:
    """Return the mean of values by their weights, of those that have both."""
    known = [(value, weight) for value, weight in pairs if value is not None and weight]
    total = sum(weight for _value, weight in known)
    return sum(value * weight for value, weight in known) / total if total else None

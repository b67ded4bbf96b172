"""The shape of an activity, or of a mix of them: how far it reaches in each direction.

To open and to bring together are opposite ends of one dimension: each has a spoke of its own,
across from the other, so that the middle always means that there is nothing of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from entente.domain.activity import DIVERGENCE_MAX, GRADE_MAX
from entente.i18n import N_

#: Spokes clockwise from the top: dimension, sign and words.
_SPOKES: Final = (
    ("divergence", 1, N_("Opens")),
    ("connects_number", 1, N_("Connects many")),
    ("connects_quality", 1, N_("Connects well")),
    ("divergence", -1, N_("Brings together")),
    ("empowers", 1, N_("Engages")),
    ("measures", 1, N_("Measures")),
)


@dataclass(frozen=True, slots=True)
class Spoke:
    """One direction.

    Attributes:
        label: What it is called, in English; translated when shown.
        value: From `least` to `most`.
        most: The highest grade there is.
        least: The lowest one, which stands in the middle.
    """

    label: str
    value: float
    most: int
    least: int = 0

    @property
    def share(self) -> float:
        """How far along it the shape reaches, 0.0 to 1.0."""
        return (self.value - self.least) / (self.most - self.least)


def spokes(grades: Mapping[str, float | None]) -> tuple[Spoke, ...]:
    """Return the directions of an activity, clockwise from the top.

    Args:
        grades: By dimension, as the fields of a kind of activity have them.
    """
    return tuple(_spoke(grades.get(name) or 0, name, sign, words) for name, sign, words in _SPOKES)


def mixed(
    activities: Iterable[tuple[Mapping[str, float | None], float]],
) -> tuple[Spoke, ...]:
    """Return the directions of a mix: the mean of what each activity has on each spoke.

    Args:
        activities: The grades of each, and how much it weighs: its effort, or 1.
    """
    known = [(spokes(grades), weight) for grades, weight in activities if weight > 0]
    whole = sum(weight for _shape, weight in known)
    if not whole:
        return spokes({})
    return tuple(
        Spoke(each.label, sum(s[n].value * w for s, w in known) / whole, each.most)
        for n, each in enumerate(spokes({}))
    )


def _spoke(grade: float, name: str, sign: int, words: str) -> Spoke:
    most = DIVERGENCE_MAX if name == "divergence" else GRADE_MAX
    return Spoke(words, min(max(sign * grade, 0.0), most), most)

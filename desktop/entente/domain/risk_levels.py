"""How bad, how good: from the two steps of a risk to its level, as a mission defines it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final

from entente.domain.risk_scales import STEP_MAX, STEP_MIN
from entente.i18n import N_, _, pgettext

#: What each step of probability stands for when nothing else is said (PMBOK's usual five).
USUAL_SHARES: Final = (0.1, 0.3, 0.5, 0.7, 0.9)
#: First score of each level, unless a mission says otherwise.
USUAL_BANDS: Final = ((1, "low"), (5, "moderate"), (10, "high"), (15, "critical"))
PROBABILITY_NAMES: Final = (
    N_("very unlikely"),
    N_("unlikely"),
    N_("possible"),
    N_("likely"),
    N_("almost certain"),
)
IMPACT_NAMES: Final = (
    N_("negligible"),
    N_("limited"),
    N_("noticeable"),
    N_("serious"),
    N_("vital"),
)
STEPS: Final = tuple(range(STEP_MIN, STEP_MAX + 1))


@dataclass(frozen=True, slots=True)
class Band:
    """A level: all scores from one up to the next level's.

    Attributes:
        key: Key of its record; empty for one of the usual.
        name: Words of the mission, or ours in English; `Scales.name` is what people see.
    """

    name: str
    from_score: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scale.

    Attributes:
        share: What a step of probability stands for, from 0 to 1; None for impact.
        money, days: Up to where a step of impact goes; None where nobody said.
    """

    step: int
    name: str
    definition: str = ""
    share: float | None = None
    money: float | None = None
    days: float | None = None

    @property
    def label(self) -> str:
        """What people see: the mission's own name, or ours in the language in use."""
        return _(self.name) if self.name in (*PROBABILITY_NAMES, *IMPACT_NAMES) else self.name


@dataclass(frozen=True, slots=True)
class Scales:
    """What the matrix of a mission means.

    Attributes:
        probability, impact: Five steps each, the lowest first.
        bands: Levels, the lowest first.
        cells: Levels set by hand for a cell, by probability and impact: place in `bands`.
        appetite: Above this score a risk has to be treated; None if nobody said.
        tolerance: Above this score it is told to the governing body.
        is_usual: Whether the bands are ours, so that their names are to be translated.
    """

    probability: tuple[Step, ...]
    impact: tuple[Step, ...]
    bands: tuple[Band, ...]
    cells: Mapping[tuple[int, int], int]
    appetite: int | None = None
    tolerance: int | None = None
    is_usual: bool = True

    def level(self, probability: int, impact: int) -> int | None:
        """Return the place of the level of a cell among the bands.

        Returns:
            None where the bands leave a hole: the lowest begins above the score.
        """
        by_hand = self.cells.get((probability, impact))
        if by_hand is not None:
            return by_hand
        score = probability * impact
        under = [place for place, band in enumerate(self.bands) if band.from_score <= score]
        return under[-1] if under else None

    def name(self, place: int) -> str:
        """Return what a level is called: in the mission's words, or ours in the language in use."""
        name = self.bands[place].name
        return _usual_name(name) if self.is_usual else name

    def share(self, probability: int) -> float:
        """Return what a step of probability stands for, from 0 to 1."""
        share = self.probability[probability - STEP_MIN].share
        return USUAL_SHARES[probability - STEP_MIN] if share is None else share

    @property
    def holes(self) -> tuple[tuple[int, int], ...]:
        """Cells, as probability and impact, that no level covers."""
        return tuple(
            (probability, impact)
            for probability in STEPS
            for impact in STEPS
            if self.level(probability, impact) is None
        )

    @property
    def is_rising(self) -> bool:
        """Whether each step of probability stands for more than the one before."""
        shares = [self.share(step) for step in STEPS]
        return all(low < high for low, high in pairwise(shares))


def score(probability: int | None, impact: int | None) -> int | None:
    """Return probability times impact, from 1 to 25; None while one of them is unknown."""
    return None if probability is None or impact is None else probability * impact


def scales_of(
    steps: Iterable[Mapping[str, Any]],
    bands: Sequence[Mapping[str, Any]],
    cells: Iterable[Mapping[str, Any]],
    appetite: int | None = None,
    tolerance: int | None = None,
) -> Scales:
    """Return the scales a mission defines, ours where it says nothing.

    Args:
        steps: Records of the steps.
        bands: Records of the levels.
        cells: Records of the cells set by hand.
        appetite: Score above which a risk has to be treated.
        tolerance: Score above which it is told to the governing body.
    """
    defined = {(row["axis"], row["step"]): row for row in steps}
    known = sorted(bands, key=lambda row: row["from_score"])
    levels = tuple(Band(row["name"], row["from_score"], row["id"]) for row in known)
    usual = tuple(Band(name, first) for first, name in USUAL_BANDS)
    places = {band.key: place for place, band in enumerate(levels)}
    return Scales(
        probability=_axis("probability", PROBABILITY_NAMES, defined),
        impact=_axis("impact", IMPACT_NAMES, defined),
        bands=levels or usual,
        cells=MappingProxyType(
            {
                (row["probability"], row["impact"]): places[row["band_id"]]
                for row in cells
                if row["band_id"] in places
            }
        ),
        appetite=appetite,
        tolerance=tolerance,
        is_usual=not levels,
    )


def _usual_name(name: str) -> str:
    """Return one of our names in the language in use; confidence is high in another gender."""
    return {
        "low": pgettext("level of a risk", "low"),
        "moderate": pgettext("level of a risk", "moderate"),
        "high": pgettext("level of a risk", "high"),
        "critical": pgettext("level of a risk", "critical"),
    }.get(name, name)


def _axis(
    axis: str, names: Sequence[str], defined: Mapping[tuple[str, int], Mapping[str, Any]]
) -> tuple[Step, ...]:
    steps = []
    for step, usual in zip(STEPS, names, strict=True):
        row = defined.get((axis, step), {})
        share = row.get("share")
        if axis == "probability" and share is None:
            share = USUAL_SHARES[step - STEP_MIN]
        steps.append(
            Step(
                step,
                row.get("name") or usual,
                row.get("definition") or "",
                share,
                row.get("money"),
                row.get("days"),
            )
        )
    return tuple(steps)

"""What the risks of a mission come to, as of a day."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.risk import Reading
from entente.domain.risk_levels import Scales
from entente.domain.risk_money import Expected, Stake, expected
from entente.domain.simulation import SEED, TRIALS, Simulation, simulate
from entente.services import risks
from entente.services.risks import Rated, RiskView
from entente.store.session import Session

#: Where a reading is unknown, what stands in for it.
_NOW: Final = (Reading.CURRENT, Reading.INHERENT)
_AFTER: Final = (Reading.TARGET, Reading.CURRENT, Reading.INHERENT)


@dataclass(frozen=True, slots=True)
class RiskFigures:
    """What the risks come to that have not occurred and are not closed.

    Attributes:
        inherent_total: Sum of the scores of the threats before any response.
        residual_total: The same once the responses have worked: of the target, or while none
            is set of the current reading, or of the inherent one.
        by_level: How many risks, opportunities among them, have each level now, by its place
            among the bands: of the current reading, or while there is none of the inherent.
        unlevelled: References of those without a level: not rated, or in a hole.
        unrated: References of the threats without an inherent score, in neither total.
        untargeted: References of the threats in the totals that have no target.
        above_inherent: References of risks whose target is above the inherent score.
        overdue_reviews: References of the risks whose review is past.
        above_appetite: References of the threats above the appetite now; likewise tolerance.
        unpriced: References of the risks without amount or inherent probability, which the
            money does not count.
    """

    inherent_total: int
    residual_total: int
    emv: Expected
    by_level: tuple[int, ...]
    unlevelled: tuple[str, ...]
    unrated: tuple[str, ...]
    untargeted: tuple[str, ...]
    above_inherent: tuple[str, ...]
    overdue_reviews: tuple[str, ...]
    above_appetite: tuple[str, ...]
    above_tolerance: tuple[str, ...]
    unpriced: tuple[str, ...]
    scales: Scales

    @property
    def reduction(self) -> float | None:
        """Which share of the inherent total the responses take away; None without any."""
        return 1 - self.residual_total / self.inherent_total if self.inherent_total else None


def figures(
    session: Session, on: dt.date | None = None, audience: Audience = MEDIATOR
) -> RiskFigures:
    """Return what the risks `audience` may see come to, as of a day or now."""
    return figures_of(risks.overview(session, audience, on), risks.scales(session, audience))


def figures_of(views: tuple[RiskView, ...], scales: Scales) -> RiskFigures:
    """Return what risks come to; those that have occurred or are closed do not count."""
    views = tuple(view for view in views if not view.is_past)
    threats = tuple(view for view in views if view.is_threat)
    rated = [view for view in threats if view.readings[Reading.INHERENT].score is not None]
    levels = {view.ref: _level(view, scales) for view in views}
    worth = {view.ref: risks.stake(view, scales) for view in views}
    return RiskFigures(
        inherent_total=sum(view.readings[Reading.INHERENT].score or 0 for view in rated),
        residual_total=sum(_score(view, _AFTER) or 0 for view in rated),
        emv=expected(stake for stake in worth.values() if stake),
        by_level=tuple(
            sum(level == place for level in levels.values()) for place in range(len(scales.bands))
        ),
        unlevelled=tuple(ref for ref, level in levels.items() if level is None),
        unrated=_refs(threats, lambda view: view.readings[Reading.INHERENT].score is None),
        untargeted=_refs(rated, lambda view: view.readings[Reading.TARGET].score is None),
        above_inherent=_refs(threats, lambda view: (view.effectiveness() or 0) < 0),
        overdue_reviews=_refs(views, lambda view: view.is_overdue),
        above_appetite=_above(threats, scales.appetite),
        above_tolerance=_above(threats, scales.tolerance),
        unpriced=tuple(ref for ref, stake in worth.items() if stake is None),
        scales=scales,
    )


def stakes(
    session: Session,
    on: dt.date | None = None,
    audience: Audience = MEDIATOR,
    reading: str = Reading.INHERENT,
) -> tuple[Stake, ...]:
    """Return what each risk may cost or bring that has not occurred and is not closed."""
    scales = risks.scales(session, audience)
    found = (
        risks.stake(view, scales, reading)
        for view in risks.overview(session, audience, on)
        if not view.is_past
    )
    return tuple(stake for stake in found if stake)


def simulated(
    session: Session, trials: int = TRIALS, seed: int = SEED, on: dt.date | None = None
) -> Simulation:
    """Return what the risks of a mission may cost together before any response."""
    return simulate(stakes(session, on), trials, seed)


def overdue(session: Session, audience: Audience = MEDIATOR) -> tuple[RiskView, ...]:
    """Return the risks whose review is past, the longest overdue first."""
    found = [view for view in risks.overview(session, audience) if view.is_overdue]
    return tuple(sorted(found, key=lambda view: (view.review_on or dt.date.max, view.ref)))


def now(view: RiskView) -> Rated:
    """Return how a risk is rated now: its current reading, or the inherent one without it."""
    found = (view.readings[reading] for reading in _NOW)
    return next((rated for rated in found if rated.score is not None), Rated(None, None))


def _level(view: RiskView, scales: Scales) -> int | None:
    rated = now(view)
    if rated.probability is None or rated.impact is None:
        return None
    return scales.level(rated.probability, rated.impact)


def _score(view: RiskView, readings: tuple[Reading, ...]) -> int | None:
    scores = (view.readings[reading].score for reading in readings)
    return next((score for score in scores if score is not None), None)


def _refs(
    views: tuple[RiskView, ...] | list[RiskView], holds: Callable[[RiskView], bool]
) -> tuple[str, ...]:
    return tuple(view.ref for view in views if holds(view))


def _above(views: tuple[RiskView, ...], limit: int | None) -> tuple[str, ...]:
    if limit is None:
        return ()
    return _refs(views, lambda view: (now(view).score or 0) > limit)

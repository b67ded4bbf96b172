"""What `entente analyse FILE risks` answers."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from entente.cli.answer import DIGITS, Answer, rounded, written
from entente.domain.simulation import Simulation, simulate
from entente.domain.values import number_text
from entente.i18n import N_, _, language, ngettext
from entente.services import risk_figures, risks
from entente.services.risk_figures import RiskFigures
from entente.store.session import Session

#: Figures that a computer's sum of cents is off by less than.
_CENTS: Final = 2

_LISTS: Final = (
    ("unrated", N_("Threats nobody has rated, in no total: {refs}")),
    ("untargeted", N_("Threats without a target, counted as they are now: {refs}")),
    ("above_inherent", N_("Target above the inherent rating: {refs}")),
    ("unlevelled", N_("Without a level: {refs}")),
    ("unpriced", N_("Without amount or probability, not in the money: {refs}")),
    ("above_appetite", N_("Above the appetite, to be treated: {refs}")),
    ("above_tolerance", N_("Above the tolerance, to be escalated: {refs}")),
    ("overdue_reviews", N_("Review overdue: {refs}")),
)


def analyse(
    session: Session, on: dt.date | None, trials: int | None = None, seed: int = 0
) -> Answer:
    """Return what the risks come to.

    Args:
        session: The open mission.
        on: The day whose state is told, None for now.
        trials: How often chance plays; None for not at all.
        seed: The same seed gives the same trials.
    """
    found = risk_figures.figures(session, on)
    refs = {view.id: view.ref for view in risks.overview(session, on=on)}
    figures, lines = _figures(found), list(_lines(found))
    if trials is not None:
        played = simulate(risk_figures.stakes(session, on), trials, seed)
        figures |= _played(played, refs)
        lines += _played_lines(played, refs)
    return Answer(figures, tuple(lines))


def _figures(found: RiskFigures) -> dict[str, Any]:
    reduction = found.reduction
    return {
        "inherent_total": found.inherent_total,
        "residual_total": found.residual_total,
        "reduction": rounded(reduction),
        "emv": {
            "threats": round(found.emv.threats, _CENTS),
            "opportunities": round(found.emv.opportunities, _CENTS),
            "net": round(found.emv.net, _CENTS),
        },
        "by_level": {
            band.name: count for band, count in zip(found.scales.bands, found.by_level, strict=True)
        },
        **{name: list(getattr(found, name)) for name, __ in _LISTS},
        "holes": [list(cell) for cell in found.scales.holes],
    }


def _lines(found: RiskFigures) -> Iterator[str]:
    said = _("Scores of threats: {inherent} before any response, {residual} after")
    line = said.format(inherent=found.inherent_total, residual=found.residual_total)
    if found.reduction is not None:
        cut = _("{percent} % less").format(percent=written(100 * found.reduction, 1))
        line = f"{line} ({cut})"
    yield line
    yield _("Expected value: threats {threats}, opportunities {opportunities}, net {net}").format(
        threats=_amount(found.emv.threats),
        opportunities=_amount(found.emv.opportunities),
        net=_amount(found.emv.net),
    )
    for place, count in enumerate(found.by_level):
        yield _("Level {name}: {count}").format(name=found.scales.name(place), count=count)
    for name, text in _LISTS:
        refs = getattr(found, name)
        if refs:
            yield _(text).format(refs=", ".join(refs))
    if count := len(found.scales.holes):
        yield ngettext(
            "{count} cell of the matrix has no level: the lowest begins above it.",
            "{count} cells of the matrix have no level: the lowest begins above them.",
            count,
        ).format(count=count)


def _played(found: Simulation, refs: dict[str, str]) -> dict[str, Any]:
    return {
        "p10": round(found.p10, _CENTS),
        "p50": round(found.p50, _CENTS),
        "p90": round(found.p90, _CENTS),
        "mean": round(found.mean, _CENTS),
        "deviation": round(found.deviation, _CENTS),
        "trials": found.trials,
        "seed": found.seed,
        "tornado": [
            {
                "ref": refs[each.key],
                "mean": round(each.mean, _CENTS),
                "correlation": round(each.correlation, DIGITS),
            }
            for each in found.contributions
        ],
        "method": found.method,
    }


def _played_lines(found: Simulation, refs: dict[str, str]) -> Iterator[str]:
    yield found.method
    yield _("P10 {p10}, P50 {p50}, P90 {p90}, mean {mean}").format(
        p10=_amount(found.p10),
        p50=_amount(found.p50),
        p90=_amount(found.p90),
        mean=_amount(found.mean),
    )
    for each in found.contributions:
        yield _("{ref}: {mean} on average, correlation {correlation}").format(
            ref=refs[each.key],
            mean=_amount(each.mean),
            correlation=written(each.correlation),
        )


def _amount(value: float) -> str:
    """Return an amount in whole units, as people read it."""
    # A minus before nothing is no amount.
    return number_text(round(value) + 0, language()).replace("-", "−")

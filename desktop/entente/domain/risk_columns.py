"""The level of a risk as a column: worked out by the bands and cells of the mission."""

from entente.domain.derived import Badge, Derived, Ground, Work, Worked
from entente.domain.records import FieldKind
from entente.domain.risk_levels import scales_of
from entente.domain.risk_scales import RISK_BAND, RISK_CELL
from entente.i18n import N_, _


def level_column(name: str, label: str, sources: tuple[str, str], after: str) -> Derived:
    """Return the column that says the level of a probability and an impact."""
    return Derived(
        name,
        label,
        FieldKind.CHOICE,
        sources,
        _prepare,
        reads=(RISK_BAND.name, RISK_CELL.name),
        after=after,
        help=N_("Probability times impact, and the level the mission gives to that cell."),
    )


def _prepare(ground: Ground) -> Work:
    scales = scales_of((), ground.tables[RISK_BAND.name], ground.tables[RISK_CELL.name])
    highest = len(scales.bands) - 1

    def work(probability: int | None, impact: int | None) -> Worked | None:
        if probability is None or impact is None:
            return None
        score, place = probability * impact, scales.level(probability, impact)
        if place is None:
            return _worked(-1, score, _("no level"), None)
        share = place / highest if highest else 0.0
        return _worked(place, score, scales.name(place), share)

    return work


def _worked(place: int, score: int, level: str, share: float | None) -> Worked:
    # A cell set by hand may be graver than its score: the level comes first.
    return Worked((place, score), f"{score} · {level}", level, Badge(share))

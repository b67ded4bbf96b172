"""Risks in words: levels, steps, positions, what a response takes away."""

from collections.abc import Sequence

from entente.domain.risk import READING_LABELS, Reading
from entente.domain.risk_layout import Cell
from entente.domain.risk_levels import IMPACT_NAMES, PROBABILITY_NAMES, STEPS, Scales, Step
from entente.i18n import _, ngettext
from entente.services.risks import RiskView
from entente_ui.formats import labelled, listing, money, number, percent, quoted
from entente_ui.look.tokens import HEAT
from entente_ui.risks.seen import cell_of

_OURS = frozenset((*PROBABILITY_NAMES, *IMPACT_NAMES))


def level_name(scales: Scales, place: int | None) -> str:
    """Return what a level is called; a hole has words of its own."""
    if place is None:
        return _("no level")
    return scales.name(place)


def level_of(scales: Scales, cell: Cell | None) -> str:
    """Return the level of a cell in words; nothing where there is no cell."""
    return "" if cell is None else level_name(scales, scales.level(*cell))


def heat_step(scales: Scales, place: int) -> int:
    """Return the step of the heat scale of a level: the lowest mildest, the highest darkest."""
    last = len(scales.bands) - 1
    return round(place * (len(HEAT) - 1) / last) if last > 0 else 0


def step_name(step: Step) -> str:
    """Return what a step of a scale is called."""
    return _(step.name) if step.name in _OURS else step.name


def step_words(step: Step, *, is_probability: bool) -> str:
    """Return all that is said of a step: name, definition, what it stands for."""
    parts = [labelled(number(step.step), step_name(step)), step.definition]
    if is_probability and step.share is not None:
        parts.append(_("stands for {share}").format(share=percent(step.share)))
    if step.money is not None:
        parts.append(_("up to {amount}").format(amount=money(step.money)))
    if step.days is not None:
        days = ngettext("up to {count} day", "up to {count} days", round(step.days))
        parts.append(days.format(count=number(step.days)))
    return "\n".join(filter(None, parts))


def position_words(cell: Cell) -> str:
    """Return a position: `probability 3, impact 4`."""
    return _("probability {probability}, impact {impact}").format(
        probability=number(cell[0]), impact=number(cell[1])
    )


def scored_words(scales: Scales, cell: Cell) -> str:
    """Return a position with its score and level: `3 × 4 = 12, high`."""
    return _("{probability} × {impact} = {score}, {level}").format(
        probability=number(cell[0]),
        impact=number(cell[1]),
        score=number(cell[0] * cell[1]),
        level=level_of(scales, cell),
    )


def reading_words(scales: Scales, view: RiskView, reading: str) -> str:
    """Return one reading of a risk in words."""
    cell = cell_of(view, reading)
    name = _(READING_LABELS[reading])
    return labelled(name, scored_words(scales, cell) if cell else _("unrated"))


def cell_words(scales: Scales, cell: Cell) -> str:
    """Return a cell with the definitions behind it."""
    probability = scales.probability[cell[0] - STEPS[0]]
    impact = scales.impact[cell[1] - STEPS[0]]
    lines = [scored_words(scales, cell)]
    for axis, step in ((_("Probability"), probability), (_("Impact"), impact)):
        said = " – ".join(filter(None, (step_name(step), step.definition)))
        lines.append(labelled(axis, said))
    return "\n".join(lines)


def risk_words(scales: Scales, view: RiskView) -> str:
    """Return a risk with its readings, for a tooltip or to be read aloud."""
    kind = "" if view.is_threat else _("opportunity")
    lines = [" · ".join(filter(None, (view.ref, view.event, kind)))]
    lines += [reading_words(scales, view, reading.value) for reading in Reading]
    if effect := effectiveness_words(view):
        lines.append(effect)
    if view.is_overdue:
        lines.append(_("review overdue"))
    return "\n".join(lines)


def change_words(share: float) -> str:
    """Return what a treatment changes: `−45 %`; more risk than before has a plus."""
    return ("−" if share > 0 else "+" if share < 0 else "") + percent(abs(share))


def effectiveness_words(view: RiskView) -> str:
    """Return what the response is expected to take away, or that it adds; empty if unknown."""
    share = view.effectiveness()
    if share is None:
        return ""
    if not view.is_threat:
        return _("target against inherent: {change}").format(change=change_words(share))
    if share < 0:
        return _("target above inherent: {change}; check the response or the rating").format(
            change=change_words(share)
        )
    return _("response: {change}").format(change=change_words(share))


def holes_words(scales: Scales) -> str:
    """Return which cells no level covers, or nothing."""
    holes = scales.holes
    if not holes:
        return ""
    said = [f"{number(p)} × {number(i)}" for p, i in holes]
    text = ngettext(
        "{count} cell has no level, because the lowest begins above its score: {cells}.",
        "{count} cells have no level, because the lowest begins above their score: {cells}.",
        len(holes),
    )
    return text.format(count=number(len(holes)), cells=listing(said))


def rated_label(view: RiskView, reading: str, cell: Cell) -> str:
    """Return the name of the step that rates a risk."""
    if reading == Reading.CURRENT:
        text = _("Rate {ref}: {position}")
    else:
        text = _("Rate {ref} ({reading}): {position}")
    return text.format(
        ref=view.ref, reading=_(READING_LABELS[reading]), position=position_words(cell)
    )


def counted(count: int) -> str:
    """Return how many risks: `12 risks`."""
    return ngettext("{count} risk", "{count} risks", count).format(count=number(count))


def named(views: Sequence[RiskView]) -> str:
    """Return the risk or how many there are."""
    return quoted(views[0].event) if len(views) == 1 else counted(len(views))

"""The exposure and the money in words, and as rows of tables."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from entente.domain.risk_exposure import Exposure
from entente.domain.risk_money import Expected
from entente.domain.simulation import Contribution, Simulation
from entente.i18n import _, ngettext
from entente.services.risk_curve import Curve
from entente_ui.charts.twin import Figures
from entente_ui.formats import listing, long_date, money, number, percent, signed


def curve_sentence(curve: Curve) -> str:
    """Return what the curve shows."""
    if not curve.points:
        return ""
    last = curve.points[-1]
    said = [
        _(
            "Sum of the scores of the threats open at the end of each day: {score} on {day}. "
            "Untreated they would weigh {inherent}; once the responses have worked, {target}."
        ).format(
            score=number(last.score),
            day=long_date(last.on),
            inherent=number(curve.inherent),
            target=number(curve.target),
        )
    ]
    if last.unrated:
        text = ngettext(
            "{count} open threat is not rated and weighs nothing.",
            "{count} open threats are not rated and weigh nothing.",
            last.unrated,
        )
        said.append(text.format(count=number(last.unrated)))
    return " ".join(said)


def point_words(point: Exposure) -> str:
    """Return what a day weighs."""
    text = ngettext(
        "{day}: {score}, {count} threat open", "{day}: {score}, {count} threats open", point.open
    )
    return text.format(day=long_date(point.on), score=number(point.score), count=number(point.open))


def happened(curve: Curve) -> Mapping[dt.date, str]:
    """Return what happened on each day on which something did, in words."""
    found: dict[dt.date, list[str]] = {}
    for review in curve.reviews:
        text = ngettext("{count} risk rated", "{count} risks rated", review.count)
        found.setdefault(review.on, []).append(text.format(count=number(review.count)))
    for decision in curve.decisions:
        found.setdefault(decision.on, []).append(f"{decision.ref} {decision.title}".strip())
    return {day: " · ".join(words) for day, words in found.items()}


def at(curve: Curve, day: dt.date) -> Exposure:
    """Return the exposure of any day of the curve."""
    return curve.points[bisect_right(curve.points, day, key=lambda point: point.on) - 1]


def stops(curve: Curve) -> list[dt.date]:
    """Return the days worth looking at."""
    return sorted({point.on for point in curve.points} | happened(curve).keys())


def curve_figures(curve: Curve) -> Figures:
    """Return the curve as a table."""
    told = happened(curve)
    rows = []
    for day in stops(curve):
        point = at(curve, day)
        values = (number(point.score), number(point.open), number(point.unrated))
        rows.append((long_date(day), *values, told.get(day, "")))
    heads = (_("Day"), _("Exposure"), _("Open threats"), _("Not rated"), _("What happened"))
    return Figures(heads, rows, frozenset({1, 2, 3}))


def money_words(worth: Expected) -> str:
    """Return the expected values and the contingency."""
    said = _("Expected value: threats {threats}, opportunities {opportunities}, net {net}.").format(
        threats=money(worth.threats), opportunities=money(worth.opportunities), net=money(worth.net)
    )
    more = (
        _("To put aside on average: {amount}.").format(amount=money(worth.net))
        if worth.net > 0
        else _("On average there is nothing to put aside.")
    )
    return f"{said} {more}"


def unpriced_words(refs: Sequence[str]) -> str:
    """Return which risks the money does not count, or nothing."""
    if not refs:
        return ""
    text = ngettext(
        "{refs} has no amount or no probability and is not counted.",
        "{refs} have no amount or no probability and are not counted.",
        len(refs),
    )
    return text.format(refs=listing(list(refs)))


def spread_sentence(found: Simulation) -> str:
    """Return what the cumulative curve shows."""
    return _(
        "Share of the trials whose total does not exceed an amount: one in ten stays below "
        "{p10}, one in two below {p50}, nine in ten below {p90}."
    ).format(p10=money(found.p10), p50=money(found.p50), p90=money(found.p90))


def spread_figures(found: Simulation) -> Figures:
    """Return the curve of the trials as a table."""
    rows = [
        (percent(place / (len(found.curve) - 1)), money(total))
        for place, total in enumerate(found.curve)
        if not place % 5
    ]
    return Figures((_("Share of the trials"), _("Total not above")), rows, frozenset({0, 1}))


def tornado_sentence(found: Simulation) -> str:
    """Return what the tornado shows."""
    return _(
        "For each risk, the mean total of the trials in which it does not occur and of those in "
        "which it does; the mean of all is {mean}. The longer the bar, the more it matters."
    ).format(mean=money(found.mean))


def tornado_figures(found: Simulation, names: Mapping[str, str]) -> Figures:
    """Return the tornado as a table."""
    heads = (
        *(_("Risk"), _("Adds on average"), _("Mean without it")),
        *(_("Mean when it occurs"), _("Correlation with the total")),
    )
    rows = [
        (
            names.get(each.key, ""),
            *(money(each.mean), _amount(each.without), _amount(each.occurring)),
            signed(each.correlation, 2),
        )
        for each in by_swing(found)
    ]
    return Figures(heads, rows, frozenset({1, 2, 3, 4}))


def ends(each: Contribution, mean: float) -> tuple[float, float]:
    """Return the mean total without a risk, and when it occurs; that of all where unknown."""
    without = mean if each.without is None else each.without
    return without, mean if each.occurring is None else each.occurring


def by_swing(found: Simulation) -> list[Contribution]:
    """Return what each risk adds, the one that moves the total most first."""

    def swing(each: Contribution) -> float:
        without, occurring = ends(each, found.mean)
        return -abs(occurring - without)

    return sorted(found.contributions, key=swing)


def bar_words(each: Contribution, name: str) -> str:
    """Return one bar of the tornado in words."""
    return _("{risk}: {without} without it, {occurring} when it occurs").format(
        risk=name, without=_amount(each.without), occurring=_amount(each.occurring)
    )


def mean_words(found: Simulation) -> str:
    """Return mean and deviation of the total."""
    return _("Mean {mean}, standard deviation {deviation}.").format(
        mean=money(found.mean), deviation=money(found.deviation)
    )


def progress_words(percent_done: int) -> str:
    """Return how far the trials have come."""
    return _("{share} of the trials").format(share=percent(percent_done / 100))


def _amount(value: float | None) -> str:
    return "–" if value is None else money(value)

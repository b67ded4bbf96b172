"""What the tab on cooperation says in sentences and as tables."""

from collections.abc import Iterator, Sequence
from typing import Final

from entente.domain.cooperation.factors import FACTOR_LABELS, FACTOR_MAX, MATURITY_LABELS
from entente.domain.cooperation.figures import WEAK_MAX, Gap
from entente.i18n import _, ngettext
from entente.services.conventions import Convention
from entente.services.cooperation import Accepted, Cooperation, Partner
from entente_ui.charts.overlay import Shape
from entente_ui.charts.twin import Figures
from entente_ui.formats import decimal, listing, long_date, number, percent

NONE: Final = "–"
#: A convention that expires within so many days is spoken of.
_SOON: Final = 60


def score_words(score: int | None) -> str:
    """Return a score in words: `1 of 4, weak`."""
    if score is None:
        return _("not judged")
    said = _("{score} of {most}").format(score=number(score), most=number(FACTOR_MAX))
    weak = _("weak")
    return f"{said}, {weak}" if score <= WEAK_MAX else said


def mean_words(mean: float | None) -> str:
    """Return a mean as it is written."""
    return NONE if mean is None else decimal(mean, 1)


def maturity_words(partner: Partner) -> str:
    """Return the maturities of an organisation that are known."""
    known = [
        f"{_(label)} {number(value)}"
        for name, label in MATURITY_LABELS.items()
        if (value := partner.maturities[name]) is not None
    ]
    gone = (
        [_("left on {date}").format(date=long_date(partner.left_on))]
        if not partner.is_in and partner.left_on
        else []
    )
    return listing([*gone, *known])


def sentence(found: Cooperation) -> str:
    """Return where the cooperation stands: weak factors and the widest gap."""
    weak = [
        _("{factor} at {names}").format(
            factor=_(label),
            names=listing([each.name for each in found.present if name in each.weak]),
        )
        for name, label in FACTOR_LABELS.items()
        if any(name in each.weak for each in found.present)
    ]
    if not any(mean is not None for mean in found.means.values()):
        return _("No factor was judged yet.")
    if not weak:
        return _("No factor is weak.")
    words = ngettext("Weak: {factors}.", "Weak: {factors}.", len(weak))
    return words.format(factors=listing(weak))


def grid_figures(found: Cooperation) -> Figures:
    """Return factors and maturities as a table."""
    heads = (
        _("Organisation"),
        *(_(label) for label in FACTOR_LABELS.values()),
        *(_(label) for label in MATURITY_LABELS.values()),
    )
    rows = [
        (
            each.name,
            *(_figure(each.scores[name]) for name in FACTOR_LABELS),
            *(_figure(each.maturities[name]) for name in MATURITY_LABELS),
        )
        for each in found.partners
    ]
    means = (mean_words(found.means[name]) for name in FACTOR_LABELS)
    rows.append((_("Mean"), *means, *("" for _name in MATURITY_LABELS)))
    places = range(1, len(heads))
    return Figures(heads, rows, frozenset(places), {0: 200, **dict.fromkeys(places, 130)})


def shapes_figures(shapes: Sequence[Shape]) -> Figures:
    """Return shapes laid over each other as a table."""
    rows = [
        (_(label), *(_figure(shape.values[place]) for shape in shapes))
        for place, label in enumerate(FACTOR_LABELS.values())
    ]
    heads = (_("Factor"), *(shape.name for shape in shapes))
    places = range(1, len(heads))
    return Figures(heads, rows, frozenset(places), {0: 200, **dict.fromkeys(places, 130)})


def gap_lines(found: Cooperation) -> list[str]:
    """Return a sentence for each gap at which organisations do not move at the same speed."""
    names = {each.id: each.name for each in found.partners}
    return [_gap(each, names) for each in found.gaps if each.is_wide]


def trigger_words(trigger: Accepted) -> str:
    """Return how many accept a trigger."""
    if trigger.coverage is None:
        return _("Nobody takes part yet.")
    yes = sum(answer == "yes" for answer in trigger.answers.values())
    words = ngettext(
        "accepted by {yes} organisation of {asked} ({share})",
        "accepted by {yes} organisations of {asked} ({share})",
        yes,
    )
    return words.format(
        yes=number(yes), asked=number(trigger.asked), share=percent(trigger.coverage)
    )


def convention_words(convention: Convention) -> str:
    """Return what is wanting in a convention, and until when it holds."""
    return " · ".join(_wanting(convention))


def _wanting(convention: Convention) -> Iterator[str]:
    missing, unsigned = len(convention.missing), convention.unsigned
    if missing:
        words = ngettext("{count} clause is missing", "{count} clauses are missing", missing)
        yield words.format(count=number(missing))
    if unsigned:
        yield _("waits for the signature of {names}").format(
            names=listing([each.name for each in unsigned])
        )
    days = convention.days_left
    if days is not None and days < 0:
        words = ngettext("expired {count} day ago", "expired {count} days ago", -days)
        yield words.format(count=number(-days))
    elif days is not None and days <= _SOON:
        words = ngettext("expires in {count} day", "expires in {count} days", days)
        yield words.format(count=number(days))


def _figure(value: float | None) -> str:
    return NONE if value is None else number(value)


def _gap(gap: Gap, names: dict[str, str]) -> str:
    scale = {**FACTOR_LABELS, **MATURITY_LABELS}[gap.name]
    return _("{scale}: {low} at {lowest}, {high} at {highest}").format(
        scale=_(scale),
        low=number(gap.lowest),
        lowest=listing([names[key] for key in gap.at_lowest]),
        high=number(gap.highest),
        highest=listing([names[key] for key in gap.at_highest]),
    )

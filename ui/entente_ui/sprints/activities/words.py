"""How quantities and efforts of activities are said."""

from entente.domain.effort import HALF_DAYS, EffortTable
from entente.domain.worth import Worth
from entente.i18n import _, language, ngettext
from entente_ui.formats import money, number

#: From this on something is several: French says one and a half in the singular.
_SEVERAL = 2


def band_words(least: int | None, most: int | None) -> str:
    """Return a band of quantities: `5–10`, `2`, `up to 3`; nothing where there is none."""
    if least is None and most is None:
        return ""
    if least is None:
        return _("up to {most}").format(most=number(most))
    if most is None:
        return _("at least {least}").format(least=number(least))
    return number(least) if least == most else f"{number(least)}–{number(most)}"


def range_words(least: float, most: float) -> str:
    """Return two efforts as one: `4.5–7.5`, `3`."""
    return number(least) if least == most else f"{number(least)}–{number(most)}"


def half_days(count: float) -> str:
    """Return an effort with its unit."""
    words = ngettext("{count} half-day", "{count} half-days", form(count))
    return words.format(count=number(count))


def days(least: float, most: float) -> str:
    """Return a range of efforts, given in half-days, in days."""
    low, high = least / HALF_DAYS, most / HALF_DAYS
    words = ngettext("{count} day", "{count} days", form(high))
    return words.format(count=range_words(low, high))


def form(count: float) -> int:
    """Return a whole number that takes the same form of a word."""
    if language() == "fr":
        return 1 if count < _SEVERAL else _SEVERAL
    return 1 if count <= 1 else _SEVERAL


def total_words(table: EffortTable) -> str:
    """Return what the estimate comes to, in a sentence."""
    if not table.estimated:
        return _("No activity has both a quantity and an effort: there is nothing to estimate.")
    halves = ngettext("{count} half-day", "{count} half-days", form(table.effort_max)).format(
        count=range_words(table.effort_min, table.effort_max)
    )
    said = _("Estimate: {halves}, that is {days}.").format(
        halves=halves, days=days(table.effort_min, table.effort_max)
    )
    low, high = table.cost(table.effort_min), table.cost(table.effort_max)
    if low is None or high is None:
        return said
    amount = (
        money(low) if low == high else _("{low} to {high}").format(low=money(low), high=money(high))
    )
    return _("{said} At {rate} a day: {amount}.").format(
        said=said, rate=money(table.day_rate or 0), amount=amount
    )


def worth_words(worth: Worth) -> str:
    """Return what an activity was worth; nothing where nothing tells."""
    said = []
    if worth.mean is not None:
        words = ngettext(
            "Return on time: {mean} of 5 ({count} answer).",
            "Return on time: {mean} of 5 ({count} answers).",
            worth.answers,
        )
        said.append(words.format(mean=number(worth.mean, 1), count=number(worth.answers)))
    if worth.observed:
        words = ngettext(
            "{count} pair in {all} had come closer two weeks after.",
            "{count} pairs in {all} had come closer two weeks after.",
            worth.closer,
        )
        said.append(words.format(count=number(worth.closer), all=number(worth.observed)))
    return " ".join(said)

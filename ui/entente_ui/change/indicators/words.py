"""What the tab of the indicators says in sentences and as tables."""

import datetime as dt
from collections.abc import Sequence

from entente.domain.change.progress import FREQUENCY_LABELS, USAGE_CHECK
from entente.domain.change.rhythm import overdue
from entente.i18n import _, ngettext
from entente.services.indicators import Adoption, Indicator
from entente.services.progress_words import (
    NONE,
    figure,
    reached_sentence,
    share,
    way_words,
    weakest_words,
)
from entente.services.usage import LINKS, Use
from entente_ui.charts.twin import Figures
from entente_ui.formats import day_month, long_date, number, quantity


def value_words(found: Indicator) -> str:
    """Return what an indicator says now, with its unit."""
    if found.value is None:
        return NONE
    return quantity(round(found.value, 1), found.unit) if found.unit else figure(found.value)


def aim_words(found: Indicator) -> str:
    """Return where an indicator is to go and how often it is read."""
    by = _("by {date}").format(date=long_date(found.target_on)) if found.target_on else ""
    way = f"{way_words(found)} {by}".strip()
    often = _(FREQUENCY_LABELS[found.frequency]) if found.frequency else ""
    source = _("worked out from the registers") if found.built_in else ""
    return " · ".join(filter(None, (way, often, source)))


def gone_words(found: Indicator) -> str:
    """Return how much of the way is gone; nothing where there is none."""
    return (
        ""
        if found.progress is None
        else _("{share} of the way").format(share=share(found.progress))
    )


def age_words(found: Indicator, today: dt.date) -> str:
    """Return how old what it says is."""
    if not found.points:
        return _("not read yet")
    last = found.points[-1].day
    days = (today - last).days
    if days <= 0:
        return _("read today")
    words = ngettext("read {count} day ago", "read {count} days ago", days)
    return words.format(count=number(days))


def due_words(found: Indicator, today: dt.date) -> str:
    """Return for how long another reading is due; nothing where none is."""
    if found.built_in:
        return ""
    late = overdue(found.frequency, found.points[-1].day if found.points else None, today)
    if not late:
        return ""
    words = ngettext("due for {count} day", "due for {count} days", late)
    return words.format(count=number(late))


def course_words(found: Indicator) -> str:
    """Return the values an indicator came through."""
    told = [f"{day_month(point.day)} {figure(point.value)}" for point in found.points]
    return ", ".join(told) or _("not read yet")


def board_words(found: Sequence[Indicator], today: dt.date) -> str:
    """Return how many are at their target and how many are due."""
    if not found:
        return ""
    reached = sum(each.progress is not None and each.progress >= 1 for each in found)
    due = sum(bool(due_words(each, today)) for each in found)
    told = reached_sentence(reached, len(found))
    if not due:
        return told
    words = ngettext("{count} is to be read again.", "{count} are to be read again.", due)
    return f"{told} {words.format(count=number(due))}"


def uses_sentence(uses: Sequence[Use]) -> str:
    """Return the weakest link of each tool."""
    return " · ".join(map(weakest_words, uses))


def use_figures(uses: Sequence[Use]) -> Figures:
    """Return whether tools are useful, usable and used as a table."""
    rows = [
        (
            use.tool,
            use.group,
            *(figure(use.marks[name]) for name in LINKS),
            NONE if use.measured is None else share(use.measured / 100),
            _(USAGE_CHECK.field(use.weakest).label) if use.weakest else NONE,
            long_date(use.day),
        )
        for use in uses
    ]
    links = (_(USAGE_CHECK.field(name).label) for name in LINKS)
    heads = (_("Tool"), _("Group"), *links, _("Measured"), _("Weakest link"), _("Date"))
    places = {2: 90, 3: 90, 4: 90, 5: 90}
    return Figures(heads, rows, frozenset(places), {0: 220, 1: 200, **places, 6: 120, 7: 120})


def adoption_sentence(found: Adoption) -> str:
    """Return how many use a tool, and when half did, do or will."""
    last = found.counts[-1]
    told = _("{users} of {population} use it ({share}).").format(
        users=number(last.users), population=number(last.population), share=share(last.share)
    )
    if found.half_on is not None:
        half = _("Half was reached on {date}.").format(date=long_date(found.half_on))
    elif found.curve is not None:
        half = _("If it goes on like this, half is reached on {date}.").format(
            date=long_date(found.curve.middle)
        )
    else:
        half = _("Half is not reached; no curve can be told from these counts.")
    return f"{told} {half}"


def adoption_figures(found: Adoption) -> Figures:
    """Return the counts as a table, with what the curve says of their days."""
    rows = [
        (
            long_date(count.day),
            number(count.users),
            number(count.population),
            share(count.share),
            share(found.curve.at(count.day)) if found.curve else NONE,
        )
        for count in found.counts
    ]
    heads = (_("Date"), _("Who use it"), _("Out of"), _("Share"), _("Curve"))
    return Figures(heads, rows, frozenset(range(1, 5)), {0: 160})

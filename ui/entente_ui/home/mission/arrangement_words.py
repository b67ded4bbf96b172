"""How an arrangement is told."""

from entente.domain.difficulty import NATURE_LABELS
from entente.i18n import _, ngettext
from entente.services.arrangement import Rung
from entente.services.arrangement_standing import Standing
from entente_ui.formats import long_date, number


def period(standing: Standing) -> str:
    """Return from when to when it holds."""
    start, end = standing.record["starts_on"], standing.record["ends_on"]
    if end is None:
        return _("In place since {start}").format(start=long_date(start))
    words = _("In place from {start} to {end}")
    return words.format(start=long_date(start), end=long_date(end))


def rung_words(place: int, rung: Rung) -> tuple[str, ...]:
    """Return a step of the ladder, column by column."""
    days = rung.days
    within = ngettext("{count} day", "{count} days", days or 0).format(count=number(days or 0))
    return (
        _("{number}. {step}").format(number=place, step=rung.title),
        rung.level,
        rung.who,
        "" if days is None else within,
        _(NATURE_LABELS.get(rung.nature, "–")),
    )


def made_words(waves: int) -> str:
    """Return what was put in place."""
    words = ngettext(
        "The arrangement is in place, {count} wave is planned",
        "The arrangement is in place, {count} waves are planned",
        waves,
    )
    return words.format(count=number(waves))


def saved_words(count: int) -> str:
    """Return how many days went into a calendar file."""
    words = ngettext(
        "{count} day exported for the calendar, not encrypted",
        "{count} days exported for the calendar, not encrypted",
        count,
    )
    return words.format(count=number(count))

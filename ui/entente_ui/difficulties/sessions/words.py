"""How the pages of sessions say what they show."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.mission import HAT_LABELS
from entente.domain.sessions_plan import Budget, clock_after, read_time
from entente.domain.speaking import Equity
from entente.i18n import _, ngettext
from entente_ui.formats import clock, labelled, long_date, number, percent

_KINDS = MEDIATION_SESSION.field("kind").choices or {}
_STATUSES = MEDIATION_SESSION.field("status").choices or {}


def clock_text(time: dt.time) -> str:
    """Return a time of day as people read it: `14 h 00`, `14:00`."""
    return clock(dt.datetime.combine(dt.date.min, time))


def when_text(row: Mapping[str, Any]) -> str:
    """Return day and time of a session; a word where it has none."""
    time = read_time(row["starts_at"])
    if row["held_on"] is None:
        return _("no date")
    day = long_date(row["held_on"])
    return f"{day}, {clock_text(time)}" if time else day


def about_text(row: Mapping[str, Any]) -> str:
    """Return the second line of a session: when, what kind, how long, where, in which part."""
    minutes = minutes_text(row["minutes"]) if row["minutes"] else ""
    kind, hat = _KINDS.get(row["kind"], ""), HAT_LABELS.get(row["hat"], "")
    words = (when_text(row), _(kind), minutes, row["place"] or "", _(hat))
    return " · ".join(filter(None, words))


def status_text(row: Mapping[str, Any]) -> str:
    """Return where a session stands."""
    label = _STATUSES.get(row["status"], "")
    return _(label)


def minutes_text(minutes: int) -> str:
    """Return a length in minutes."""
    return ngettext("{count} min", "{count} min", minutes).format(count=number(minutes))


def begin_text(start: dt.time | None, begins: int) -> str:
    """Return when an item begins: a time of day, or minutes where no time is set."""
    return minutes_text(begins) if start is None else clock_text(clock_after(start, begins))


def span_text(start: dt.time | None, begins: int, ends: int) -> str:
    """Return when an item has its turn: times of day, or minutes where no time is set."""
    if start is None:
        return f"{number(begins)} – {minutes_text(ends)}"
    return f"{clock_text(clock_after(start, begins))} – {clock_text(clock_after(start, ends))}"


def budget_text(budget: Budget) -> str:
    """Return how an agenda fills its session."""
    total = minutes_text(budget.total)
    if budget.timebox is None:
        text = labelled(_("Total"), total)
    else:
        text = _("{total} of {timebox}").format(total=total, timebox=minutes_text(budget.timebox))
    if budget.over:
        longer = _("{minutes} longer than the session").format(minutes=minutes_text(budget.over))
        text = f"{text} · {longer}"
    if budget.open:
        missing = ngettext(
            "{count} item without minutes", "{count} items without minutes", budget.open
        )
        text = f"{text} · {missing.format(count=number(budget.open))}"
    return text


def stopwatch(seconds: int) -> str:
    """Return a length as a stopwatch shows it: `4:07`, `1:02:30`."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def equity_text(equity: Equity, names: Mapping[str, str]) -> str:
    """Return in one sentence how speaking time is shared; it judges nobody."""
    if len(equity.shares) < 2:
        return _("Shares are compared from two parties on.")
    if not equity.total:
        return _("Nobody has been timed yet.")
    longest = equity.longest
    if longest is None:
        return _("Less than a minute so far: too early to compare.")
    if equity.is_even:
        return _("Speaking time is shared evenly so far.")
    return _("{name} has had {share} of the speaking time; an even share would be {even}.").format(
        name=names.get(longest.key, ""),
        share=percent(longest.share),
        even=percent(equity.even),
    )

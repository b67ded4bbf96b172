"""How sprints are told: their days, how full they are, what their charts show."""

import datetime as dt
import math
from collections.abc import Mapping
from typing import Final

from entente.domain.radar import Spoke
from entente.domain.sprint_figures import Chart, Velocity
from entente.i18n import N_, _, ngettext
from entente.services.planning import Mix
from entente.services.sprint_backlog import Ahead
from entente.services.sprints import SprintState, SprintView
from entente_ui.charts.radar import figure_words
from entente_ui.formats import day_month, labelled, listing, long_date, number, short_date
from entente_ui.sprints.board.words import half_days

STATE_LABELS: Final[Mapping[SprintState, str]] = {
    SprintState.AHEAD: N_("To come"),
    SprintState.RUNNING: N_("Running"),
    SprintState.ENDED: N_("To be closed"),
    SprintState.CLOSED: N_("Closed"),
}
#: Icon and role of a state, beside its word.
STATE_MARKS: Final[Mapping[SprintState, tuple[str, str]]] = {
    SprintState.AHEAD: ("calendar", "muted"),
    SprintState.RUNNING: ("player-play", "accent"),
    SprintState.ENDED: ("hourglass", "caution"),
    SprintState.CLOSED: ("lock", "muted"),
}


def dates_words(first: dt.date, last: dt.date) -> str:
    """Return two days in a tight place."""
    return _("{first} – {last}").format(first=short_date(first), last=short_date(last))


def share_words(view: SprintView) -> str:
    """Return how much of what was planned is done, in half-days."""
    return _("{done} / {planned}").format(
        done=number(view.totals.done), planned=number(view.totals.planned)
    )


def spoken(view: SprintView) -> str:
    """Return everything a chip shows, as it is read aloud."""
    parts = (
        f"{view.ref} {view.name}",
        _(STATE_LABELS[view.state]),
        _("from {first} to {last}").format(
            first=long_date(view.starts_on), last=long_date(view.ends_on)
        ),
        _("{done} done of {planned} planned").format(
            done=number(view.totals.done), planned=half_days(view.totals.planned)
        ),
    )
    return ", ".join(parts)


def days_words(count: int) -> str:
    """Return how many working days there are."""
    words = ngettext("{count} working day", "{count} working days", count)
    return words.format(count=number(count))


def holiday_words(holidays: Mapping[dt.date, str]) -> str:
    """Return the days off within a sprint, each with its name if it has one."""
    if not holidays:
        return ""
    named = [
        f"{day_month(day)} ({_(name)})" if name else day_month(day)
        for day, name in holidays.items()
    ]
    return labelled(ngettext("day off", "days off", len(named)), listing(named))


def when_words(view: SprintView) -> str:
    """Return where a sprint stands, its working days, and the days off within it."""
    state = _(STATE_LABELS[view.state])
    if view.closed_on is not None:
        state = _("Closed on {day}").format(day=long_date(view.closed_on))
    parts = (state, days_words(len(view.days)), holiday_words(view.holidays))
    return " · ".join(filter(None, parts))


def planned_in(view: SprintView) -> float:
    """Return the effort of the cards that are in a sprint, in half-days."""
    return sum(card.effort for card in view.held)


def over_words(over: float, told: str) -> str:
    """Return by how many half-days a sprint is too full, told in figures or in words."""
    return ngettext("{count} too many", "{count} too many", math.ceil(over)).format(count=told)


def load_words(view: SprintView) -> str:
    """Return how full a sprint is; over is said in words."""
    planned, capacity = planned_in(view), view.capacity
    if capacity is None:
        return _("{planned} planned; its capacity is not known").format(planned=half_days(planned))
    said = _("{planned} of {capacity}").format(
        planned=number(planned), capacity=half_days(capacity)
    )
    left = capacity - planned
    if left < 0:
        return " · ".join((said, over_words(-left, number(-left))))
    if left > 0:
        return " · ".join((said, _("{count} left").format(count=number(left))))
    return " · ".join((said, _("full")))


def mix_words(mix: Mix) -> str:
    """Return what the mix of a sprint says, and what it leaves out."""
    if not mix.told:
        return _("No card in the sprint is of a kind of activity yet.")
    known = [spoke for spoke in mix.spokes if spoke.value]
    if not known:
        return _("No grade is given.")
    most, least = max(known, key=_share), min(mix.spokes, key=_share)
    parts = [
        _("Strongest: {most} ({share}); weakest: {least} ({small}).").format(
            most=_(most.label).lower(),
            share=figure_words(most),
            least=_(least.label).lower(),
            small=figure_words(least),
        )
    ]
    if mix.untold:
        words = ngettext(
            "{count} card without activity or effort is left out.",
            "{count} cards without activity or effort are left out.",
            mix.untold,
        )
        parts.append(words.format(count=number(mix.untold)))
    return " ".join(parts)


def _share(spoke: Spoke) -> float:
    return spoke.share


def dots_words(count: int) -> str:
    """Return how many dots were given in all."""
    return ngettext("{count} dot", "{count} dots", count).format(count=number(count))


def _known_days(chart: Chart) -> int:
    return sum(value is not None for value in chart.done) - 1


def down_sentence(chart: Chart) -> str:
    """Return what a burndown says."""
    over = _known_days(chart)
    if not chart.days:
        return _("There is no working day in this sprint.")
    left = chart.remaining[max(over, 0)] or 0.0
    if over <= 0:
        return _("It has not begun: {planned} planned over {days}.").format(
            planned=half_days(left), days=days_words(len(chart.days))
        )
    ideal = chart.ideal[over]
    return _("After day {day} of {days}, {left} left, where an even pace leaves {ideal}.").format(
        day=number(over),
        days=number(len(chart.days)),
        left=half_days(left),
        ideal=number(round(ideal, 1)),
    )


def up_sentence(chart: Chart) -> str:
    """Return what a burn-up says."""
    over = _known_days(chart)
    if not chart.days or over <= 0:
        return ""
    first, scope, done = chart.scope[0] or 0.0, chart.scope[over] or 0.0, chart.done[over] or 0.0
    said = _("{done} done of {scope} taken in.").format(done=number(done), scope=half_days(scope))
    if scope != first:
        more = _("{count} came in on the way.").format(count=half_days(scope - first))
        return f"{said} {more}"
    return said


def off_words(view: SprintView) -> str:
    """Return which days a chart leaves out, and that weekends are among them."""
    off = holiday_words(view.holidays)
    return (
        _("Weekends are no days here.")
        if not off
        else _("Weekends are no days here, nor are days off: {off}.").format(
            off=listing([day_month(day) for day in view.holidays])
        )
    )


def speed_sentence(speed: Velocity | None) -> str:
    """Return how fast work goes, as a range."""
    if speed is None:
        return _("How fast work goes is known once a sprint was closed.")
    words = ngettext(
        "In the last sprint {least} were done.",
        "In the last {count} sprints from {least} to {most} were done, {mean} on average.",
        speed.sprints,
    )
    is_one = speed.sprints == 1
    return words.format(
        count=number(speed.sprints),
        least=half_days(speed.minimum) if is_one else number(speed.minimum),
        most=half_days(speed.maximum),
        mean=number(round(speed.mean, 1)),
    )


def forecast_sentence(ahead: Ahead) -> str:
    """Return how many sprints what is still to be done takes, as a range."""
    parts = []
    if ahead.effort <= 0:
        parts.append(_("No card with an effort is still to be done."))
    elif ahead.forecast is None:
        left = half_days(ahead.effort)
        parts.append(_("{left} are still to be done.").format(left=left))
    else:
        parts.append(_range_sentence(ahead.effort, ahead.forecast.fewest, ahead.forecast.most))
    if ahead.unsized:
        words = ngettext(
            "{count} card without effort is not counted.",
            "{count} cards without effort are not counted.",
            ahead.unsized,
        )
        parts.append(words.format(count=number(ahead.unsized)))
    return " ".join(parts)


def _range_sentence(effort: float, fewest: int, most: int | None) -> str:
    left = half_days(effort)
    if most is None:
        words = ngettext(
            "{left} are still to be done: at least {count} sprint.",
            "{left} are still to be done: at least {count} sprints.",
            fewest,
        )
        return words.format(left=left, count=number(fewest))
    if fewest == most:
        words = ngettext(
            "{left} are still to be done: {count} sprint.",
            "{left} are still to be done: {count} sprints.",
            fewest,
        )
        return words.format(left=left, count=number(fewest))
    return _("{left} are still to be done: {fewest} to {most} sprints.").format(
        left=left, fewest=number(fewest), most=number(most)
    )

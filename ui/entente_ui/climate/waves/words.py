"""Waves in words."""

from collections.abc import Mapping
from typing import Any, Final

from entente.i18n import N_, _, ngettext
from entente.services.waves import Closed, State, state_of
from entente_ui.formats import labelled, listing, long_date, number

#: Words and role of each state.
STATES: Final[Mapping[State, tuple[str, str]]] = {
    State.PLANNED: (N_("to come"), "neutral"),
    State.OPEN: (N_("taking answers"), "good"),
    State.CLOSED: (N_("counted"), "info"),
}
Row = Mapping[str, Any]


def state_words(row: Row) -> str:
    """Return how far a wave has come."""
    return _(STATES[state_of(row)][0])


def ballots_words(count: int) -> str:
    """Return how many ballots there are."""
    return ngettext("{count} ballot", "{count} ballots", count).format(count=number(count))


def day_words(row: Row) -> str:
    """Return the day of a wave that matters most now."""
    match state_of(row):
        case State.CLOSED if row["closed_on"]:
            return _("counted on {day}").format(day=long_date(row["closed_on"]))
        case State.OPEN:
            return _("open since {day}").format(day=long_date(row["opened_on"]))
    if row["planned_on"]:
        return _("planned for {day}").format(day=long_date(row["planned_on"]))
    return _("without a day")


def fact_words(row: Row, questionnaire: str, groups: Mapping[str, str]) -> str:
    """Return what was settled of a wave."""
    lines = [labelled(_("Questionnaire"), questionnaire), day_words(row)]
    if row["population"]:
        lines.append(labelled(_("People asked"), number(row["population"])))
    lines.append(
        _("nothing is shown of fewer than {threshold} answers").format(
            threshold=number(row["threshold"])
        )
    )
    if groups:
        title = row["attribute"] or _("Groups")
        lines.append(labelled(title, listing(list(groups.values()))))
    return " · ".join(lines)


def closing_words(row: Row, count: int) -> str:
    """Return what closing a wave does, before it is done."""
    if count < row["threshold"]:
        words = _(
            "{ballots}: fewer than {threshold}. Nothing of what was answered will ever be shown. "
            "The ballots are erased; the wave is never opened again. This cannot be undone."
        )
    else:
        words = _(
            "{ballots} are counted, then erased: what a person answered is nowhere any more. "
            "The wave is never opened again and takes no further ballot. This cannot be undone, "
            "and neither can any step before it."
        )
    return words.format(ballots=ballots_words(count), threshold=number(row["threshold"]))


def closed_words(closed: Closed, signals: int = 0) -> str:
    """Return what became of the ballots of a wave, and how many weak signals are proposed."""
    said = [_("Closed with {ballots}.").format(ballots=ballots_words(closed.ballots))]
    if closed.withheld:
        said.append(_("Not shown: {groups}.").format(groups=listing(closed.withheld)))
    if closed.comments:
        words = ngettext(
            "{count} comment is to be read.", "{count} comments are to be read.", closed.comments
        )
        said.append(words.format(count=number(closed.comments)))
    if signals:
        words = ngettext(
            "{count} weak signal is proposed above the charts.",
            "{count} weak signals are proposed above the charts.",
            signals,
        )
        said.append(words.format(count=number(signals)))
    return " ".join(said)

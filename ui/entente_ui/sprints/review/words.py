"""How what is said at a review is told: on its cards, aloud, below a line that is typed."""

from collections.abc import Mapping
from typing import Any, Final

from entente.domain.backlog import STATUS_LABELS
from entente.domain.card_line import CardLine
from entente.domain.confidentiality import Level
from entente.domain.review import GAP_MAX, TENSION
from entente.i18n import N_, _, ngettext
from entente.services.reviews import Column, Review, Said, What
from entente.services.sprints import SprintState, SprintView
from entente_ui.formats import labelled, listing, long_date, number, quoted, short_date
from entente_ui.kit import level_word
from entente_ui.sprints.board.words import half_days, sentence

#: The columns, in the order of the lanes.
COLUMN_LABELS: Final[Mapping[str, str]] = {
    Column.SHIPPED.value: N_("Shipped"),
    Column.LIKE.value: N_("Like"),
    Column.DISLIKE.value: N_("Dislike"),
    Column.TENSION.value: N_("Tensions"),
    Column.NEXT.value: N_("Next cycle"),
}
#: What stands in the empty line below each.
LINE_WORDS: Final[Mapping[str, str]] = {
    Column.SHIPPED.value: N_("+ Delivered"),
    Column.LIKE.value: N_("+ Liked"),
    Column.DISLIKE.value: N_("+ Not liked"),
    Column.TENSION.value: N_("+ New tension"),
    Column.NEXT.value: N_("+ New card"),
}
#: Who will read what is noted, said plainly.
READERS: Final[Mapping[str, str]] = {
    Level.MEDIATOR.value: N_("Nobody but you will read what is noted."),
    Level.PARTIES.value: N_("The parties will read what is noted, the sponsor will not."),
    Level.SPONSOR.value: N_("The sponsor will read what is noted, the parties will not."),
    Level.PUBLIC.value: N_("Everybody will read what is noted, on the wall as well."),
}
_ON_NOTES: Final = N_("@who says it, #theme; Enter notes it.")
_ON_TENSIONS: Final = N_("@who feels it; Enter notes it. Its gap is said on the card.")
_ON_CARDS: Final = N_("@who does it, !2 half-days, #label, >12/06; Enter adds the card.")
_STATES: Final[Mapping[SprintState, str]] = {
    SprintState.AHEAD: N_("ahead"),
    SprintState.RUNNING: N_("under way"),
    SprintState.ENDED: N_("to be closed"),
}
_TENSION_STATES: Final = TENSION.field("status").choices or {}


def help_words(column: str) -> str:
    """Return what the marks of a line mean."""
    match column:
        case Column.TENSION:
            return _(_ON_TENSIONS)
        case Column.NEXT:
            return _(_ON_CARDS)
    return _(_ON_NOTES)


def sprint_words(view: SprintView) -> str:
    """Return when a sprint is and how it stands."""
    dates = _("from {first} to {last}").format(
        first=long_date(view.starts_on), last=long_date(view.ends_on)
    )
    if view.closed_on is not None:
        return " · ".join((dates, _("closed on {day}").format(day=long_date(view.closed_on))))
    return " · ".join((dates, _(_STATES[view.state]))) if view.state in _STATES else dates


def entry_words(row: Mapping[str, Any]) -> str:
    """Return what a sprint is called where one is chosen."""
    dates = _("{first} – {last}").format(
        first=short_date(row["starts_on"]), last=short_date(row["ends_on"])
    )
    return " · ".join(filter(None, (row["ref"], row["name"], dates)))


def done_words(view: SprintView) -> str:
    """Return how much of a sprint was done."""
    return _("{done} of {planned}").format(
        done=number(view.totals.done), planned=half_days(view.totals.planned)
    )


def gap_marks(gap: int | None) -> str:
    """Return how wide a gap is, drawn and in figures."""
    held = gap or 0
    drawn = "●" * held + "○" * (GAP_MAX - held)
    return f"{drawn} {number(held)}" if held else drawn


def gap_words(gap: int | None) -> str:
    """Return how wide a gap is, in words."""
    if gap is None:
        return _("gap not said")
    return _("gap {gap} of {most}").format(gap=number(gap), most=number(GAP_MAX))


def votes_words(count: int) -> str:
    """Return how many votes there are."""
    return ngettext("{count} vote", "{count} votes", count).format(count=number(count))


def themes(said: Said) -> str:
    """Return the themes of a note, as they are typed."""
    return " ".join(f"#{theme.strip()}" for theme in said.beneath.split(",") if theme.strip())


def state_word(said: Said) -> str:
    """Return how a piece of work or a tension stands."""
    labels = {What.TENSION: _TENSION_STATES, What.ITEM: STATUS_LABELS}.get(said.what, {})
    return _(labels[said.mark]) if said.mark in labels else ""


def aloud(said: Said) -> str:
    """Return everything a card shows, as it is read aloud."""
    effort = half_days(said.effort) if said.effort is not None else ""
    if said.what is What.ADVICE:
        head = ", ".join(filter(None, (_("Advice"), effort)))
        return f"{head}. {said.text}. {said.beneath}"
    parts = (
        said.ref,
        said.who,
        state_word(said),
        votes_words(said.votes) if said.what is What.NOTE else "",
        gap_words(said.gap) if said.what is What.TENSION else "",
        effort,
        themes(said) if said.what is What.NOTE else said.beneath,
        level_word(said.level),
    )
    return f"{', '.join(filter(None, parts))}. {said.text}"


def read_as(found: Review, line: CardLine) -> str:
    """Return what a line was read as, but for its words."""
    parts = [
        half_days(line.effort) if line.effort is not None else "",
        found.names.get(line.owner, ""),
        " ".join(f"#{label}" for label in line.labels),
        labelled(_("due"), long_date(line.due_on)) if line.due_on else "",
    ]
    if line.unknown:
        names = listing([quoted(name) for name in line.unknown])
        parts.append(_("not known here: {names}").format(names=names))
    return " · ".join(filter(None, parts))


def counted(found: Review) -> str:
    """Return how much stands in a review."""
    count = sum(each.what is not What.ADVICE for each in found.said)
    return ngettext("{count} card", "{count} cards", count).format(count=number(count))


def column_words(column: str) -> str:
    """Return what a column is called."""
    return sentence(_(COLUMN_LABELS[column]))

"""What the tab of supports says."""

from collections.abc import Mapping, Sequence
from typing import Any

from entente.domain.coaching.figures import Adherence, elements, progress
from entente.domain.coaching.records import (
    COACHING_RATING,
    COACHING_SESSION,
    COACHING_TRACK,
    ELEMENT_LABELS,
    PROGRESS_LABELS,
    REFERRAL,
)
from entente.domain.text import shorten
from entente.domain.values import show
from entente.i18n import _, ngettext
from entente.services.coaching import Goal, Line, Track
from entente_ui import formats
from entente_ui.charts.twin import Figures
from entente_ui.formats import labelled, listing, long_date, number, percent, signed
from entente_ui.kit import line_list
from entente_ui.registers.writing import LabelsByKind

Row = Mapping[str, Any]
_LONGEST = 160


def status_words(status: str) -> str:
    """Return how things stand with a support."""
    return show(COACHING_TRACK.field("status"), status)


def track_line(line: Line) -> line_list.Line:
    """Return what the list says of a support."""
    told = [status_words(line.status)]
    if line.consented_on is None:
        told = [_("no consent yet")]
    elif line.next_on is not None:
        told.append(_("next {day}").format(day=formats.day_month(line.next_on)))
    title = f"{line.ref} · {line.person}"
    return line_list.Line(line.id, title, " · ".join(told), line.status == "closed")


def kept_words(kept: Adherence, planned: int | None) -> str:
    """Return how many sessions were held of those that were due."""
    if kept.share is None:
        return _("No session was due yet.")
    told = ngettext(
        "{held} of {count} session due was held ({share}).",
        "{held} of {count} sessions due were held ({share}).",
        kept.due,
    ).format(held=number(kept.held), count=number(kept.due), share=percent(kept.share))
    if not planned:
        return told
    agreed = ngettext(
        "{count} session was agreed.", "{count} sessions were agreed.", planned
    ).format(count=number(planned))
    return f"{told} {agreed}"


def goal_line(row: Row, labels: LabelsByKind) -> tuple[str, str]:
    """Return what the card of a goal says while it is closed."""
    del labels
    horizon = _("long term") if row["horizon"] == "long" else _("short term")
    due = _("by {day}").format(day=long_date(row["due_on"])) if row["due_on"] else ""
    return str(row["statement"]), " · ".join(filter(None, (horizon, due)))


def session_line(row: Row, labels: LabelsByKind) -> tuple[str, str]:
    """Return what the card of a session says while it is closed."""
    del labels
    presence = show(COACHING_SESSION.field("presence"), row["presence"])
    choice = shorten(row["choice"] or "", _LONGEST)
    told = labelled(_("Choice"), choice) if choice else ""
    return f"{long_date(row['held_on'])} · {presence}", told


def rating_line(row: Row, labels: LabelsByKind) -> tuple[str, str]:
    """Return what the card of a self-rating says while it is closed."""
    del labels
    marks = {**ELEMENT_LABELS, **PROGRESS_LABELS}
    told = [labelled(_(words), number(row[name])) for name, words in marks.items() if row[name]]
    return long_date(row["rated_on"]), " · ".join(told) or _("Nothing is rated yet.")


def reading_line(row: Row, labels: LabelsByKind) -> tuple[str, str]:
    """Return what the card of a reading says while it is closed."""
    goal = labels.get("coaching_goal", {}).get(row["goal_id"], "")
    head = f"{long_date(row['read_on'])} · {signed(row['score'])}"
    return head, " · ".join(filter(None, (shorten(goal, _LONGEST), row["fact"] or "")))


def referral_line(row: Row, labels: LabelsByKind) -> tuple[str, str]:
    """Return what the card of a referral says while it is closed."""
    del labels
    about = show(REFERRAL.field("danger"), row["danger"])
    return f"{long_date(row['referred_on'])} · {about}", str(row["referred_to"] or "")


def goal_names(goals: Sequence[Goal]) -> dict[str, str]:
    """Return what each goal is called: its number and its words."""
    return {
        goal.id: f"{number(place)}. {goal.values['statement']}"
        for place, goal in enumerate(goals, 1)
    }


def attained_words(track: Track) -> str:
    """Return what all goals come to together, at first and now."""
    if track.first is None or track.last is None:
        return _("Nobody has looked at a goal yet.")
    return _(
        "All goals together: T = {first} at first, {last} now. 50 is what was hoped for."
    ).format(first=formats.decimal(track.first, 1), last=formats.decimal(track.last, 1))


def attained_figures(track: Track) -> Figures:
    """Return every look at every goal as a table."""
    names = goal_names(track.goals)
    rows = [
        (names[goal.id], long_date(row["read_on"]), signed(row["score"]), row["fact"] or "")
        for goal in track.goals
        for row in goal.readings
    ]
    heads = (_("Goal"), _("Date"), _("Attainment"), _("Observed fact"))
    return Figures(heads, rows, frozenset({2}), {0: 240, 1: 130, 2: 100, 3: 320})


def shape_words(track: Track) -> str:
    """Return how the person rated themselves, at first and last, and their progress."""
    rated = track.ratings
    if not rated:
        return _("No self-rating yet.")
    first, last = rated[0], rated[-1]
    moved = [
        labelled(_(words), _mark_words(first[name], last[name]))
        for name, words in PROGRESS_LABELS.items()
        if first[name] or last[name]
    ]
    return listing(moved) if moved else _("On a scale from 1 to 5.")


def shape_figures(track: Track) -> Figures:
    """Return the first and the last self-rating as a table."""
    rated = track.ratings
    first, last = (rated[0], rated[-1]) if rated else ({}, {})
    befores = (*elements(first), *progress(first))
    afters = (*elements(last), *progress(last))
    rows = [
        (_(one.label), _figure(one.value), _figure(other.value))
        for one, other in zip(befores, afters, strict=True)
    ]
    label = COACHING_RATING.field("rated_on")
    days = [long_date(row["rated_on"]) if row else _(label.label) for row in (first, last)]
    return Figures((_("Dimension"), *days), rows, frozenset({1, 2}), {0: 180, 1: 140, 2: 140})


def _figure(mark: float) -> str:
    return number(mark) if mark else "–"


def _mark_words(first: int | None, last: int | None) -> str:
    return f"{_figure(first or 0)} → {_figure(last or 0)}"

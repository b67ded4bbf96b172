"""How the pane says what a difficulty is."""

from collections.abc import Sequence

from entente.domain.difficulty import NATURE_LABELS, SCOPE_LABELS, STAGES, STATUS_LABELS
from entente.i18n import _, ngettext
from entente.services.difficulties import Overview
from entente_ui.formats import NBSP


def parties_line(overview: Overview) -> str:
    """Return the parties, as those they speak for or by name, with arrows between."""
    names = [party.speaks_for or party.name for party in overview.parties]
    return f"{NBSP}↔ ".join(filter(None, names))


def nature_line(overview: Overview) -> str:
    """Return nature, scope, status and parties on a line."""
    words = [
        _(NATURE_LABELS[overview.nature]).capitalize(),
        _(SCOPE_LABELS[overview.scope]) if overview.scope else "",
        _(STATUS_LABELS[overview.status]),
        parties_line(overview),
    ]
    return " · ".join(filter(None, words))


def summary_line(rows: Sequence[Overview]) -> str:
    """Return how many difficulties are under way, and how many of them escalate."""
    going = [row for row in rows if not row.is_closed]
    rising = sum((row.speed or 0) > 0 for row in going)
    words = ngettext("{count} under way", "{count} under way", len(going)).format(count=len(going))
    if not rising:
        return words
    more = ngettext("{count} escalating", "{count} escalating", rising).format(count=rising)
    return f"{words} — {more}"


def stage_name(stage: int) -> str:
    """Return the number and the name of a stage of escalation."""
    return f"{stage} · {_(STAGES[stage - 1].name)}"


def trend_sign(overview: Overview) -> str:
    """Return an arrow for where the escalation is going; empty while nothing is known."""
    speed = overview.speed
    if speed is None or speed == 0:
        return ""
    return "↗" if speed > 0 else "↘"

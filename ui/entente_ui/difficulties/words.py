"""How the pane says what a difficulty is."""

from entente.domain.difficulty import NATURE_LABELS, SCOPE_LABELS, STAGES, STATUS_LABELS
from entente.i18n import _
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


def stage_name(stage: int) -> str:
    """Return the number and the name of a stage of escalation."""
    return f"{stage} · {_(STAGES[stage - 1].name)}"


def trend_sign(overview: Overview) -> str:
    """Return an arrow for where the escalation is going; empty while nothing is known."""
    speed = overview.speed
    if speed is None or speed == 0:
        return ""
    return "↗" if speed > 0 else "↘"

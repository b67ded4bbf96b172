"""How the log says natures, responses and what is proposed."""

from typing import Final

from entente.domain.difficulty import NATURE_LABELS, RESPONSE_LABELS, Response
from entente.domain.natures import NatureStep
from entente.domain.text import shorten
from entente.i18n import _
from entente.services.difficulties import Overview
from entente_ui.formats import labelled, long_date

_SAID: Final = 160


def response_words(response: Response | None) -> str:
    """Return what a response is called; a dash for none."""
    return _(RESPONSE_LABELS[response]) if response else "–"


def gap_words(row: Overview) -> str:
    """Return, in a word or two, what would be in proportion where that is not what is done.

    Nothing is said of what has ended, nor where nothing more than watching is called for.
    """
    if row.is_ended or row.proposed is None or row.proposed is row.engaged:
        return ""
    if row.engaged is None and row.proposed is Response.WATCH:
        return ""
    sign = "↓" if (row.response_gap or -1) > 0 else "↑"
    return f"{sign} {response_words(row.proposed)}"


def gap_spoken(row: Overview) -> str:
    """Return the same in a sentence, for who cannot see the arrow."""
    if not gap_words(row):
        return ""
    said = _("response proposed: {proposed}, engaged: {engaged}")
    return said.format(proposed=response_words(row.proposed), engaged=response_words(row.engaged))


def tension_words(row: Overview) -> str:
    """Return how it is and how it should be; nothing where nobody said."""
    said = (
        labelled(_("Actual state"), shorten(row.actual, _SAID)) if row.actual else "",
        labelled(_("Desired state"), shorten(row.desired, _SAID)) if row.desired else "",
    )
    return "\n".join(filter(None, said))


def step_words(step: NatureStep) -> str:
    """Return one change of nature with its day and reason."""
    after = _(NATURE_LABELS[step.after])
    change = f"{_(NATURE_LABELS[step.before])} → {after}" if step.before else after
    words = f"{long_date(step.dated_on)} · {change}"
    return f"{words} — {step.reason}" if step.reason else words

"""How well decisions are carried out and commitments kept, in a sentence each."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from entente.briefs.parts import Words
from entente.briefs.told import Entry
from entente.domain.follow_up import CommitmentState
from entente.domain.follow_up_figures import (
    CommitmentFigures,
    Decided,
    DecisionFigures,
    Promised,
    commitment_figures,
    decision_figures,
)
from entente.domain.values import number_text
from entente.i18n import _, language, ngettext

_NO_DAY: Final = dt.date.max


def summary_lines(
    decisions: Sequence[Entry], commitments: Sequence[Entry], on: dt.date
) -> Iterator[Words]:
    """Yield a sentence on the decisions and one on the commitments, where there are any."""
    if decisions:
        yield Words(decision_words(of_decisions(decisions, on)), lead=_("Decisions."))
    if commitments:
        figures = commitment_figures((_promised(each) for each in commitments), on)
        yield Words(commitment_words(figures), lead=_("Commitments."))


def of_decisions(decisions: Iterable[Entry], on: dt.date) -> DecisionFigures:
    """Return how decisions are carried out, as far as a reader knows them."""
    return decision_figures((_decided(each) for each in decisions), on)


def open_first(commitment: Entry) -> tuple[bool, dt.date]:
    """Return what orders commitments: those still open first, the soonest due before others."""
    is_open = commitment.text("state") in {"", CommitmentState.OPEN.value}
    return not is_open, commitment.day("due_on") or _NO_DAY


def _decided(decision: Entry) -> Decided:
    days = (decision.day(name) for name in ("decided_on", "due_on", "executed_on"))
    return Decided(decision.key, *days)


def _promised(commitment: Entry) -> Promised:
    return Promised(
        commitment.key,
        commitment.day("made_on"),
        commitment.text("state") or CommitmentState.OPEN.value,
        commitment.day("due_on"),
        tuple(day for rating in commitment.history if (day := rating.day("due_on"))),
    )


def decision_words(figures: DecisionFigures) -> str:
    """Return how decisions are carried out."""
    if figures.rate is None:
        return _("None was due yet.")
    words = ngettext(
        "{executed} of {count} due carried out ({rate} %)",
        "{executed} of {count} due carried out ({rate} %)",
        figures.due,
    ).format(executed=figures.executed, count=figures.due, rate=_percent(figures.rate))
    parts = [words]
    if figures.mean_delay_days is not None:
        delay = number_text(round(figures.mean_delay_days, 1), language())
        parts.append(_("mean delay {days} d").format(days=delay))
    late = len(figures.overdue)
    if late:
        parts.append(ngettext("{count} overdue", "{count} overdue", late).format(count=late))
    return _("{facts}.").format(facts=", ".join(parts))


def commitment_words(figures: CommitmentFigures) -> str:
    """Return how commitments are kept."""
    parts = [
        _("{kept} kept, {broken} not kept, {open} under way").format(
            kept=figures.kept, broken=figures.broken, open=figures.open
        )
    ]
    if figures.keep_rate is not None:
        parts.append(_("keep rate {rate} %").format(rate=_percent(figures.keep_rate)))
    if figures.renegotiated:
        count = figures.renegotiated
        parts.append(
            ngettext("{count} renegotiated", "{count} renegotiated", count).format(count=count)
        )
    return _("{facts}.").format(facts=", ".join(parts))


def _percent(rate: float) -> str:
    return number_text(round(100 * rate), language())

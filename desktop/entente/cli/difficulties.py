"""What `entente analyse FILE difficulties` answers."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final

from entente.cli.answer import Answer, percent, rounded, written
from entente.domain.difficulty import NATURE_LABELS, SCOPE_LABELS
from entente.domain.follow_up_figures import CommitmentFigures, DecisionFigures
from entente.domain.ten_causes import CAUSE_LABELS
from entente.i18n import _, ngettext
from entente.services import difficulty_analysis
from entente.services.difficulty_analysis import DifficultyFigures
from entente.store.session import Session

_UNKNOWN: Final = "unknown"


def analyse(session: Session, on: dt.date | None) -> Answer:
    """Return what the difficulties come to, and how decisions and commitments are followed."""
    found = difficulty_analysis.figures(session, on)
    return Answer(_figures(found), tuple(_lines(found)))


def _figures(found: DifficultyFigures) -> dict[str, Any]:
    decisions, commitments, opportunity = found.decisions, found.commitments, found.opportunity
    return {
        "by_nature": {nature.value: count for nature, count in found.by_nature.items()},
        "by_scope": {
            scope.value if scope else _UNKNOWN: count
            for scope, count in found.by_scope.items()
            if scope or count
        },
        "causes": {cause.value: weight for cause, weight in found.causes.items()},
        "decisions": {
            "due": decisions.due,
            "executed": decisions.executed,
            "rate": rounded(decisions.rate),
            "mean_delay_days": rounded(decisions.mean_delay_days),
            "overdue": len(decisions.overdue),
            "late": decisions.late,
        },
        "commitments": {
            "kept": commitments.kept,
            "broken": commitments.broken,
            "open": commitments.open,
            "keep_rate": rounded(commitments.keep_rate),
            "dropped": commitments.dropped,
            "renegotiated": commitments.renegotiated,
        },
        "opportunity": {
            "difficulties": opportunity.difficulties,
            "solved": opportunity.solved,
            "rate": rounded(opportunity.rate),
        },
        "responses": {"lighter": list(found.lighter), "heavier": list(found.heavier)},
    }


def _lines(found: DifficultyFigures) -> Iterator[str]:
    listed = [(_(NATURE_LABELS[nature]), count) for nature, count in found.by_nature.items()]
    yield _("By nature: {counts}").format(counts=_counts(listed))
    scopes = [
        (_(SCOPE_LABELS[scope]) if scope else _("scope not known"), count)
        for scope, count in found.by_scope.items()
    ]
    yield _("By scope: {counts}").format(counts=_counts(scopes))
    heavy = sorted(found.causes.items(), key=lambda item: -item[1])
    weights = _counts((_(CAUSE_LABELS[cause]), weight) for cause, weight in heavy)
    yield _("Weight of the causes: {counts}").format(counts=weights)
    yield from _of_decisions(found.decisions)
    yield from _of_commitments(found.commitments)
    if found.opportunity.difficulties:
        yield _("A solution was born of {solved} of {count} ({rate})").format(
            solved=found.opportunity.solved,
            count=found.opportunity.difficulties,
            rate=percent(found.opportunity.rate),
        )
    if found.lighter:
        yield _("Treated with less than is at stake: {refs}").format(refs=", ".join(found.lighter))
    if found.heavier:
        yield _("Treated with more than is at stake: {refs}").format(refs=", ".join(found.heavier))


def _of_decisions(found: DecisionFigures) -> Iterator[str]:
    if not found.due:
        yield _("No decision is due yet.")
        return
    said = ngettext(
        "Decisions: {executed} of {count} due carried out ({rate}), {overdue} overdue",
        "Decisions: {executed} of {count} due carried out ({rate}), {overdue} overdue",
        found.due,
    )
    yield said.format(
        executed=found.executed,
        count=found.due,
        rate=percent(found.rate),
        overdue=len(found.overdue),
    )
    yield _("Mean delay of those carried out: {days} d").format(days=written(found.mean_delay_days))


def _of_commitments(found: CommitmentFigures) -> Iterator[str]:
    yield _("Commitments: {kept} kept, {broken} not kept, {open} open ({rate} kept)").format(
        kept=found.kept, broken=found.broken, open=found.open, rate=percent(found.keep_rate)
    )


def _counts(counted: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counted if count) or "–"

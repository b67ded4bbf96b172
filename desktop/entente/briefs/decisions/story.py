"""What the log of decisions says: how they are carried out, then one by one."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.dates import long_date
from entente.briefs.follow_up import commitment_columns, decision_columns
from entente.briefs.layout_words import by_mediator
from entente.briefs.parts import Box, Page, Part, Tone, Words, section
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice
from entente.domain.follow_up import COMMITMENT, DECISION, CommitmentState
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


def tell(told: Told) -> Page:
    """Return the log, in the language in use."""
    return Page(title=_("Log of decisions"), parts=tuple(_parts(told, Voice(told))))


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    yield Words(_("Decisions and commitments"), Tone.TITLE)
    line = _("Log of decisions · state on {date} · by {mediator}")
    yield Words(
        line.format(date=long_date(told.head.on, language()), mediator=by_mediator(told.head)),
        Tone.SUBTITLE,
    )
    decisions, commitments = told.of(DECISION.name), told.of(COMMITMENT.name)
    if not decisions and not commitments:
        yield Words(_("Neither a decision nor a commitment may be told to this reader."))
        return
    decided = decision_figures((_decided(each) for each in decisions), told.head.on)
    promised = commitment_figures((_promised(each) for each in commitments), told.head.on)
    lines = (
        *((Words(_decisions(decided), lead=_("Decisions.")),) if decisions else ()),
        *((Words(_commitments(promised), lead=_("Commitments.")),) if commitments else ()),
    )
    yield Box(lines)
    yield from _logged(told, voice, decisions, {each.key for each in decided.overdue})
    ordered = sorted(commitments, key=_open_first)
    listed = voice.listing(ordered, commitment_columns(voice), 0)
    yield from section(_("Commitments"), *listed)


def _logged(
    told: Told, voice: Voice, decisions: Sequence[Entry], overdue: set[str]
) -> Iterator[Part]:
    """Yield the decisions: what is late, what is to come, what is done."""
    del told
    groups: tuple[tuple[str, list[Entry]], ...] = (
        (_("Past their date"), [each for each in decisions if each.key in overdue]),
        (
            _("To be carried out"),
            [e for e in decisions if e.key not in overdue and not e.datum("executed_on")],
        ),
        (_("Already carried out"), [each for each in decisions if each.datum("executed_on")]),
    )
    for title, group in groups:
        ordered = sorted(group, key=lambda each: each.day("due_on") or _NO_DAY)
        yield from section(title, *voice.listing(ordered, decision_columns(voice), 0))


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


def _decisions(figures: DecisionFigures) -> str:
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


def _commitments(figures: CommitmentFigures) -> str:
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


def _open_first(commitment: Entry) -> tuple[bool, dt.date]:
    is_open = commitment.text("state") in {"", CommitmentState.OPEN.value}
    return not is_open, commitment.day("due_on") or _NO_DAY

"""What the log of decisions says: how they are carried out, then one by one."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.follow_up import commitment_columns, decision_columns
from entente.briefs.follow_up_words import of_decisions, open_first, summary_lines
from entente.briefs.layout_words import headed
from entente.briefs.parts import Box, Page, Part, Words, section
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.i18n import _

_NO_DAY: Final = dt.date.max


def tell(told: Told) -> Page:
    """Return the log, in the language in use."""
    return Page(title=_("Log of decisions"), parts=tuple(_parts(told, Voice(told))))


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    yield from headed(
        told.head,
        _("Decisions and commitments"),
        _("Log of decisions · state on {date} · by {mediator}"),
    )
    decisions, commitments = told.of(DECISION.name), told.of(COMMITMENT.name)
    if not decisions and not commitments:
        yield Words(_("Neither a decision nor a commitment may be told to this reader."))
        return
    yield Box(tuple(summary_lines(decisions, commitments, told.head.on)))
    overdue = {each.key for each in of_decisions(decisions, told.head.on).overdue}
    yield from _logged(told, voice, decisions, overdue)
    ordered = sorted(commitments, key=open_first)
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

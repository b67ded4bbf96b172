"""What a progress report says: the sprint in figures, what was shipped and said, what is next."""

from collections.abc import Iterator
from typing import Final

from entente.briefs.backlog_book.words import half_days
from entente.briefs.climate_book import latest
from entente.briefs.dates import long_date
from entente.briefs.follow_up import commitment_columns, decision_columns
from entente.briefs.follow_up_words import open_first, summary_lines
from entente.briefs.layout_words import headed
from entente.briefs.parts import Box, Cell, Page, Part, Row, Table, Tone, Words, cell, section
from entente.briefs.progress import burning, review
from entente.briefs.progress.gather import is_of_period
from entente.briefs.progress.values import Progress
from entente.briefs.progress.words import (
    band,
    figure,
    number_cell,
    outcome_words,
    verdict_words,
)
from entente.briefs.told import Entry
from entente.briefs.voice import Voice, said
from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.sprint import Outcome
from entente.i18n import _, language, ngettext

_ABOUT: Final = ("goal", "phase", "deliverable", "accepted", "celebration")
#: What a card is called and by whom it is done; the rest stands on its action sheet.
_OF_CARD: Final = ("title", "deliverable", "owner_id")


def tell(told: Progress) -> Page:
    """Return the report, in the language in use."""
    return Page(title=_("Progress report"), parts=tuple(_parts(told, Voice(told))))


def _parts(told: Progress, voice: Voice) -> Iterator[Part]:
    sprint = told.subject
    yield from headed(told.head, _("Progress report"), _("State on {date} · by {mediator}"))
    if sprint is None or told.totals is None:
        yield Words(_("Nothing of this sprint may be told to this reader."))
        return
    yield Words(_headline(sprint), Tone.STRONG)
    yield Box(tuple(_figures(told)))
    yield from section(_("The sprint"), *voice.labelled(sprint, _ABOUT))
    yield from section(_("Shipped"), *review.shipped(told, voice), *_cards(told, voice, done=True))
    yield from section(_("Not done"), *_cards(told, voice, done=False))
    yield from section(_("Day by day"), *burning.parts(told))
    yield from review.said_at(told, voice)
    yield from section(_("Climate"), *latest.parts(told.climate))
    yield from section(_("Quantities"), *_quantities(told))
    yield from _follow_up(told, voice)
    yield from review.ahead(told, voice)


def _headline(sprint: Entry) -> str:
    name = " ".join(filter(None, (sprint.ref, said(sprint, "name"))))
    first, last = said(sprint, "starts_on"), said(sprint, "ends_on")
    return _("{name} · {first} – {last}").format(name=name, first=first, last=last)


def _figures(told: Progress) -> Iterator[Words]:
    """Yield what the sprint came to, a sentence each."""
    totals = told.totals
    if totals is None:
        return
    words = ngettext(
        "{done} of {planned} half-days done over {count} working day",
        "{done} of {planned} half-days done over {count} working days",
        len(told.days),
    ).format(done=figure(totals.done), planned=figure(totals.planned), count=len(told.days))
    parts = [words]
    if totals.carry_over:
        parts.append(_("{effort} carried over").format(effort=half_days(totals.carry_over)))
    if totals.added:
        parts.append(_("{effort} taken in on the way").format(effort=half_days(totals.added)))
    yield Words(_("{facts}.").format(facts=", ".join(parts)), lead=_("Work."))
    speed = told.velocity
    if speed is not None and speed.sprints > 1:
        words = ngettext(
            "between {low} and {high} half-days a sprint over the last {count} (mean {mean}).",
            "between {low} and {high} half-days a sprint over the last {count} (mean {mean}).",
            speed.sprints,
        ).format(
            low=figure(speed.minimum),
            high=figure(speed.maximum),
            mean=figure(speed.mean),
            count=speed.sprints,
        )
        yield Words(words, lead=_("Pace."))
    yield from summary_lines(told.of(DECISION.name), told.of(COMMITMENT.name), told.head.on)


def _cards(told: Progress, voice: Voice, *, done: bool) -> tuple[Table, ...]:
    """Return the cards of the sprint that were done, or those that were not and why."""
    cards = [
        each
        for each in told.of(BACKLOG_ITEM.name)
        if each.key in told.came and (told.came[each.key].outcome == Outcome.DONE) is done
    ]

    last = told.subject.day("ends_on") if told.subject else None

    def effort(card: Entry) -> Cell:
        return number_cell(told.came[card.key].effort)

    def day_or_outcome(card: Entry) -> Cell:
        came = told.came[card.key]
        if done and came.done_on:
            return cell(long_date(came.done_on, language()))
        return cell(outcome_words(came.outcome, is_over=last is None or last < told.head.on))

    rows = tuple(
        Row(
            (
                (*voice.cell(card, "title"), *_beneath(told, voice, card, done=done)),
                voice.cell(card, "owner_id"),
                effort(card),
                day_or_outcome(card),
            )
        )
        for card in cards
    )
    if not rows:
        return ()
    head = (_("Action"), _("Who"), _("Half-days"), _("Done on") if done else _("Outcome"))
    return (Table((0, 118, 58, 92), rows, head),)


def _beneath(told: Progress, voice: Voice, card: Entry, *, done: bool) -> Cell:
    """Return what stands below the name of a card: what came of it, or why nothing did."""
    if done:
        return (*voice.words(card, "deliverable", Tone.SMALL), *review.returns(told, card))
    first = told.subject.day("starts_on") if told.subject else None
    last = told.subject.day("ends_on") if told.subject else None
    facts = [
        rating
        for rating in card.history
        if rating.datum("fact")
        and (day := rating.day("dated_on"))
        and first is not None
        and last is not None
        and first <= day <= last
    ]
    return voice.words(facts[-1], "fact", Tone.SMALL) if facts else ()


def _quantities(told: Progress) -> tuple[Table, ...]:
    rows = []
    for each in told.of(ACTIVITY_TYPE.name):
        counted = told.counted.get(each.key)
        if counted is None or (counted.minimum is None and not counted.done):
            continue
        rows.append(
            Row(
                (
                    cell(each.text("name")),
                    number_cell(counted.done),
                    cell(band(counted.minimum, counted.maximum)),
                    cell(verdict_words(counted.verdict)),
                )
            )
        )
    rows.sort(key=lambda row: row.cells[0][0].text)
    head = (_("Kind of activity"), _("Done"), _("Meant"), _("Verdict"))
    return (Table((0, 60, 90, 90), tuple(rows), head),) if rows else ()


def _follow_up(told: Progress, voice: Voice) -> Iterator[Part]:
    """Yield what was promised and decided, as far as it is open or of this sprint."""
    sprint = told.subject
    first, last = (sprint.day("starts_on"), told.head.on) if sprint else (None, told.head.on)
    promised = [
        each
        for each in sorted(told.of(COMMITMENT.name), key=open_first)
        if first is None or is_of_period(each, first, last)
    ]
    columns = commitment_columns(voice)
    # When and before whom stands in the log of decisions and commitments.
    known = ("made_on", "in_public", "witnesses")
    yield from section(_("Commitments"), *voice.listing(promised, columns, 0, also=known))
    decided = [
        each
        for each in told.of(DECISION.name)
        if not (day := each.day("executed_on")) or first is None or day >= first
    ]
    columns = decision_columns(voice)
    yield from section(_("Decisions"), *voice.listing(decided, columns, 0))

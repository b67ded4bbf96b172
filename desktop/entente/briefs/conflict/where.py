"""Where a difficulty stands: its state, its stage over time, what became of its nature."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from entente.briefs.dates import long_date
from entente.briefs.parts import (
    Box,
    Drawing,
    Keeps,
    Part,
    Row,
    Table,
    Tone,
    Words,
    cell,
    section,
)
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice, joined, label, said
from entente.domain.difficulty import DIFFICULTY, STAGES, STAKE_MAX
from entente.i18n import _, language

if TYPE_CHECKING:
    from entente.briefs.picture import Picture

_GAP = ("desired", "actual")


@dataclass(frozen=True, slots=True)
class StageView:
    """One dated rating of the stage of escalation."""

    dated_on: date
    stage: int
    fact: str


def opening(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the line on its state and the box that says where things stand."""
    subject = told.subject
    if subject is None:
        return
    told_of = _state(subject, told.head.on)
    if told_of:
        yield Words(told_of, Tone.SUBTITLE, is_name=True)
    lead = _("Where we stand.")
    inside = voice.words(subject, "summary", Tone.BODY, lead)
    rated = [each for each in subject.history if each.number("stage")]
    if rated:
        seen = _("Last observed: stage {stage} of 9, {name}, on {date}.").format(
            stage=_stage(rated[-1]).stage,
            name=_(STAGES[_stage(rated[-1]).stage - 1].name),
            date=long_date(_stage(rated[-1]).dated_on, language()),
        )
        inside = (*inside, Words(seen, lead="" if inside else lead))
    if inside:
        yield Box(inside)
    yield from voice.labelled(subject, _GAP)


def private_state(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield what of its state is not for everybody."""
    subject = told.subject
    if subject is None:
        return
    rows: list[Row] = []
    if stakes := [each for each in subject.history if each.number("stake")]:
        last = stakes[-1]
        words = _("{stake} of {most}, on {date}").format(
            stake=said(last, "stake"), most=STAKE_MAX, date=said(last, "dated_on")
        )
        rows.append(Row((label(DIFFICULTY.name, "stake"), cell(joined(words, said(last, "fact"))))))
    for table in voice.labelled(subject, ("summary", *_GAP)):
        rows += table.rows
    body = (Table((128, 0), tuple(rows)),) if rows else ()
    yield from section(_("Where we stand"), *body)


def staircase(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the stages of escalation over time, oldest first."""
    subject = told.subject
    rated = [each for each in subject.history if each.number("stage")] if subject else []
    if not rated:
        return
    stages = [_stage(each) for each in rated]

    def draw(width: float, spoken: str) -> "tuple[Picture, bool]":
        from entente.briefs.conflict.staircase import draw_staircase  # noqa: PLC0415  # ReportLab takes its time

        drawn = draw_staircase(stages, width, spoken)
        return drawn.picture, drawn.complete

    rows = tuple(
        Row(
            (
                cell(said(each, "dated_on")),
                cell(f"{said(each, 'stage')} · {_(STAGES[_stage(each).stage - 1].name)}"),
                _fact(each, voice, {"stage", "nature", "status", "stake"}),
            )
        )
        for each in rated
    )
    head = (_("Date"), _("Stage"), _("Observed fact"))
    table = Table((104, 150, 0), rows, head, keeps=Keeps.LAST)
    always = told.for_mediator and any(each.datum("fact") for each in rated)
    shown = {"dated_on", "fact", "stage", "nature", "status", "stake"}
    more = any(voice.rest(each, shown) for each in rated)
    yield from section(_("Escalation over time"), Drawing(draw, table, always or more))


def history(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield what the difficulty was held to be, and why, from first to last."""
    subject = told.subject
    if subject is None:
        return
    changed = [each for each in subject.history if each.datum("nature") or each.datum("status")]
    if len(changed) < 2 and not any(each.datum("fact") for each in changed):
        return
    rows = tuple(
        Row(
            (
                cell(said(each, "dated_on")),
                cell(joined(said(each, "nature"), said(each, "status"))),
                _fact(each, voice, {"nature", "status", "stage", "stake"}),
            )
        )
        for each in changed
    )
    head = (_("Date"), _("What it was held to be"), _("Why"))
    yield from section(
        _("From weak signal to today"), Table((104, 150, 0), rows, head, keeps=Keeps.LAST), spare=1
    )


def _fact(rating: Entry, voice: Voice, shown: set[str]) -> tuple[Words, ...]:
    fact = voice.words(rating, "fact")
    rest = voice.rest(rating, {"dated_on", "fact", *shown})
    return (*fact, *rest) or cell("")


def _state(subject: Entry, on: date) -> str:
    parts = [said(subject, "nature").capitalize(), said(subject, "scope")]
    if status := said(subject, "status"):
        parts.append(_("status: {status}").format(status=status))
    opened = subject.day("opened_on")
    if opened and opened <= on:
        parts.append(_("noticed on {date}").format(date=long_date(opened, language())))
    if closed := subject.day("closed_on"):
        parts.append(_("closed on {date}").format(date=long_date(closed, language())))
    if response := said(subject, "response"):
        parts.append(_("response engaged: {response}").format(response=response))
    return joined(*parts)


def _stage(rating: Entry) -> StageView:
    day = rating.day("dated_on") or date.min
    return StageView(day, int(rating.number("stage") or 1), rating.text("fact"))

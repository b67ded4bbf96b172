"""Sets a conflict brief on paper."""

from typing import Final

from reportlab.platypus import Flowable, Spacer

from entente.briefs import text
from entente.briefs import type as typeface
from entente.briefs.conflict.lists import (
    accord_section,
    notes_section,
    options_section,
    steps_section,
)
from entente.briefs.conflict.marks import marked
from entente.briefs.conflict.parties import parties_section
from entente.briefs.conflict.staircase import draw_staircase
from entente.briefs.conflict.values import ConflictBrief, StageView
from entente.briefs.dates import long_date
from entente.briefs.levels import AUDIENCE_COLOURS, confidential_words, legal_note
from entente.briefs.page import BODY_WIDTH, Sheet, build, section
from entente.briefs.picture import PictureFlowable
from entente.briefs.production import Report, unheard
from entente.briefs.tables import COLUMN_GAP, Block, Plain, Row, RuledTable, cell
from entente.briefs.type import ACCENT, ACCENT_TINT
from entente.domain.confidentiality import AudienceKind
from entente.domain.difficulty import NATURE_LABELS, STAGES, STATUS_LABELS
from entente.i18n import _, language, speaking

_STAGE_WIDTHS: Final = (104, 150, BODY_WIDTH - 254)


def render(brief: ConflictBrief, language: str, report: Report = unheard) -> bytes:
    """Return a brief as a PDF file; equal briefs give equal bytes.

    It reads nothing but the brief and the typeface, so it may run in any thread.

    Args:
        brief: What to show.
        language: `fr` or `en`, whatever the screen speaks.
        report: Told the percentage done; what it raises ends the work.
    """
    with typeface.PRESS, speaking(language):
        return build(story(brief), sheet(brief), report)


def sheet(brief: ConflictBrief) -> Sheet:
    """Return what stands around the text, in the language in use."""
    return Sheet(
        title=_("Conflict-resolution brief {ref}").format(ref=brief.ref),
        mission=" · ".join(part for part in (brief.mission, brief.organisation) if part),
        recipient=confidential_words(brief.audience, brief.recipient),
        colour=AUDIENCE_COLOURS[brief.audience],
        note=legal_note(brief.audience),
        language=language(),
    )


def story(brief: ConflictBrief) -> list[Flowable]:
    """Return the text of a brief, in the language in use."""
    sections: list[Flowable] = [
        *_stages(brief),
        *parties_section(brief),
        *accord_section(brief),
        *options_section(brief),
        *steps_section(brief),
        *notes_section(brief),
    ]
    if not sections and not brief.summary:
        sections = list(
            text.paragraphs(_("Nothing has been entered in this brief yet."), typeface.body())
        )
    return [*_opening(brief), *sections, *_closing(brief)]


def _opening(brief: ConflictBrief) -> list[Flowable]:
    mediator = ", ".join(part for part in (brief.mediator, brief.practice) if part)
    kind = _("Conflict-resolution brief {ref} · state on {date} · by {mediator}")
    return [
        text.line(brief.title or _("Difficulty {ref}").format(ref=brief.ref), typeface.title()),
        text.phrase(
            kind,
            typeface.subtitle(),
            ref=brief.ref,
            date=long_date(brief.on, language()),
            mediator=mediator or _("the mediator of the project"),
        ),
        *_state(brief),
        *_summary(brief),
    ]


def _state(brief: ConflictBrief) -> list[Flowable]:
    parts = [_(NATURE_LABELS.get(brief.nature, "")).capitalize()]
    if brief.status:
        status = _(STATUS_LABELS.get(brief.status, brief.status))
        parts.append(_("status: {status}").format(status=status))
    if brief.opened_on and brief.opened_on <= brief.on:
        day = long_date(brief.opened_on, language())
        parts.append(_("noticed on {date}").format(date=day))
    told = " · ".join(part for part in parts if part)
    return [text.line(told, typeface.subtitle())] if told else []


def _summary(brief: ConflictBrief) -> list[Flowable]:
    """Return the box that says where things stand."""
    lead = _("Where we stand.")
    inside: list[Flowable] = []
    if brief.summary:
        shown = marked(brief, brief.summary, typeface.body(), BODY_WIDTH, lead)
        inside += shown.flowables if isinstance(shown, Block) else ()
    if brief.stages:
        last = brief.stages[-1]
        seen = _("Last observed: stage {stage} of 9, {name}, on {date}.").format(
            stage=last.stage,
            name=_(STAGES[last.stage - 1].name),
            date=long_date(last.dated_on, language()),
        )
        inside += text.paragraphs(seen, typeface.body(), lead="" if inside else lead)
    if not inside:
        return []
    row = Row((Block(inside),), edge=ACCENT, tint=ACCENT_TINT, pad=8, ruled=False)
    return [Spacer(0, 10), RuledTable([BODY_WIDTH], [row])]


def _stages(brief: ConflictBrief) -> list[Flowable]:
    if not brief.stages:
        return []
    drawn = draw_staircase(brief.stages, BODY_WIDTH, language())
    body: list[Flowable] = [PictureFlowable(drawn.picture)]
    marks_levels = brief.audience is AudienceKind.MEDIATOR
    if not drawn.complete or (marks_levels and any(view.fact.words for view in brief.stages)):
        head = Row(
            tuple(
                Plain(text.drawable(title), typeface.cell_head())
                for title in (_("Date"), _("Stage"), _("Observed fact"))
            )
        )
        rows = [_stage(brief, view) for view in brief.stages]
        body += [Spacer(0, 8), RuledTable(_STAGE_WIDTHS, rows, head)]
    return section(_("Escalation over time"), body)


def _stage(brief: ConflictBrief, view: StageView) -> Row:
    date, name, fact = (width - COLUMN_GAP for width in _STAGE_WIDTHS)
    style = typeface.cell()
    stage = f"{view.stage} · {_(STAGES[view.stage - 1].name)}"
    return Row(
        (
            cell(long_date(view.dated_on, language()), style, date),
            cell(stage, style, name),
            marked(brief, view.fact, style, fact) if view.fact.words else Plain("–", style),
        )
    )


def _closing(brief: ConflictBrief) -> list[Flowable]:
    if not text.has_substitutes(brief.shown_texts()):
        return []
    words = _("{sign} stands for a character that the typeface of this document does not have.")
    note = text.phrase(words, typeface.small(), sign=text.SUBSTITUTE)
    return [Spacer(0, 12), note]
